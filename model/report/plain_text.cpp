#include "model/report/plain_text.h"

namespace gw {

std::string countOf(std::size_t count, std::string_view noun) {
    return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

}  // namespace gw
