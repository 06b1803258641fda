#pragma once
#include <QString>

#include <string>
#include <string_view>

namespace gw {

/// UTF-8 of the model as a text of the screen.
inline QString screenText(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace gw
