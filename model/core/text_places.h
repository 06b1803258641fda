#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "model/core/json.h"

namespace gw {

/// Line and column of many places in one text, each found in logarithmic time: as positionAt(), which looks through all
/// of the text. Keeps a view: the text must outlive it.
class TextPlaces {
public:
    explicit TextPlaces(std::string_view text);
    /// Of the byte at `offset`; of the end of the text for what lies behind it.
    TextPosition of(std::size_t offset) const;

private:
    std::size_t charactersBefore(std::size_t offset) const;

    std::string_view text_;
    std::vector<std::size_t> lineStarts_;
    std::vector<std::size_t> before_;  ///< characters in front of each block of text
};

}  // namespace gw
