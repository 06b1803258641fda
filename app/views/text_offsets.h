#pragma once
#include "app/views/text.h"

namespace gw {

/// Characters of the screen's text before a byte of the model's.
inline int screenOffset(std::string_view text, std::size_t byte) {
    return static_cast<int>(screenText(text.substr(0, byte)).size());
}
/// The other way round.
inline std::size_t byteOffset(const QString& text, int character) {
    return static_cast<std::size_t>(QStringView(text).left(character).toUtf8().size());
}

}  // namespace gw
