#include "model/report/plain_text.h"

namespace gw {

std::string plainText(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        // U+0080 to U+009F are control characters of two bytes in UTF-8, C2 80 to C2 9F.
        const bool second = c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if (c < 0x20 || c == 0x7F || second)
            plain += "\xEF\xBF\xBD";
        else
            plain += text[i];
        if (second) ++i;
    }
    return plain;
}

std::string countOf(std::size_t count, std::string_view noun) {
    return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

}  // namespace gw
