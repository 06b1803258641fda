#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "model/core/ip.h"
#include "model/core/ports.h"
#include "model/design/values.h"

namespace {

/// What is read is written and read the same.
template <class Value>
void holdsFast(std::string_view text) {
    const auto value = Value::parse(text);
    if (!value) return;
    const auto again = Value::parse(value->text());
    if (!again || !(*again == *value)) std::abort();
}

}  // namespace

/// libFuzzer: the small grammars that stand in fields of a document.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), count);
    holdsFast<gw::IpAddress>(text);
    holdsFast<gw::Cidr>(text);
    holdsFast<gw::PortRange>(text);
    holdsFast<gw::Protocol>(text);
    holdsFast<gw::Date>(text);
    holdsFast<gw::AccountNumber>(text);
    static_cast<void>(gw::PolicyDocument::parse(text));
    return 0;
}
