#include "model/spec/kinds.h"

namespace gw {

std::string oneOf(KindSet kinds) {
    if (kinds.empty()) return "thing";
    std::string text;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (i > 0) text += i + 1 == kinds.size() ? " or " : ", ";
        text += kinds[i]->noun;
    }
    return text;
}

std::string withArticle(std::string_view noun) {
    const bool vowel =
        std::string_view("aeioAEIO").find(noun.front()) != std::string_view::npos || noun.starts_with("unmodelled");
    return (vowel ? "an " : "a ") + std::string(noun);
}

}  // namespace gw
