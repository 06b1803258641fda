#pragma once
#include <QObject>

#include <memory>

#include "app/views/beside.h"
#include "model/scene/hit.h"
#include "model/scene/scene.h"

namespace gw {

/// A scene and where its things stand in it: what is seen and what is hit. It never changes.
class Picture {
public:
    explicit Picture(Scene scene) : scene_(std::move(scene)), hits_(scene_) {}
    Picture(const Picture&) = delete;
    Picture& operator=(const Picture&) = delete;

    const Scene& scene() const { return scene_; }
    const HitIndex& hits() const { return hits_; }

private:
    const Scene scene_;
    const HitIndex hits_;
};

/// Draws designs: small ones at once, large ones beside the user's work; the picture before stays in sight meanwhile.
class Draughtsman : public QObject {
    Q_OBJECT

public:
    /// Designs with more things than this are drawn on another thread.
    static constexpr std::size_t thingsDrawnAtOnce = 600;

    Draughtsman();

    /// Never null.
    const std::shared_ptr<const Picture>& picture() const { return picture_; }
    /// Whether picture() is of an earlier design than the one last asked for.
    bool isBehind() const { return beside_.isBusy(); }
    void draw(const Design& design, const Overlay& overlay);

signals:
    /// A picture has come from the other thread.
    void drawn();

private:
    struct Request {
        Design design;
        Overlay overlay;
    };
    static std::shared_ptr<const Picture> work(Request request);

    std::shared_ptr<const Picture> picture_;
    Beside<Request, std::shared_ptr<const Picture>> beside_;
};

}  // namespace gw
