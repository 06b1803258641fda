#pragma once
#include <string>

#include "app/views/picture.h"
#include "app/views/tools/gesture.h"
#include "model/edit/palette.h"

namespace gw {

/// Drags a new thing from the palette over the canvas: shows where it will stand and what takes it, or why nothing
/// does.
class PlaceGesture : public Gesture {
public:
    PlaceGesture(Board& board, const PaletteItem& item);
    void move(const Pointer& pointer) override;
    /// Adds and selects the thing.
    bool release(const Pointer& pointer) override;
    void cancel() override;
    Qt::CursorShape cursor() const override { return Qt::DragCopyCursor; }

    const PaletteItem& item() const { return item_; }

private:
    /// Adds the thing there, or why it cannot stand there; outlines what takes it.
    Result<Edit> editAt(const Pointer& pointer);

    Board& board_;
    const PaletteItem& item_;
    std::string id_;
    /// As it was when the gesture began: frames that grow under the pointer do not change where a drop leads.
    std::shared_ptr<const Picture> picture_;
};

}  // namespace gw
