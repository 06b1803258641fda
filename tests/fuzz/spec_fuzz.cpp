#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "model/spec/spec.h"

/// libFuzzer: whatever the bytes are, the reader takes or refuses them, and what it takes is written and read the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    const auto design = gw::readSpec({reinterpret_cast<const char*>(bytes), count});
    if (!design) return 0;
    const std::string text = gw::writeSpec(*design);
    const auto again = gw::readSpec(text);
    if (!again || !(*again == *design) || gw::writeSpec(*again) != text) std::abort();
    return 0;
}
