#include "tests/model/reach/faults.h"
#include "tests/model/reach/surroundings.h"

namespace gw::faults {

using shop::change;

namespace {

void nameRegion(Design& d, const char* code) {
    change<Region>(d, "region", [&](Region& r) { r.code = code; });
}

void unknownService(Design& d) {
    for (const char* service : {"nosuch"}) {
        change<Endpoint>(d, "vpce-secrets", [&](Endpoint& e) { e.service = service; });
        change<ServiceResource>(d, "keys", [&](ServiceResource& r) { r.service = service; });
    }
}

}  // namespace

std::vector<Fault> ofDoubt() {
    const auto keys = "keys-flow";
    const auto images = "images-flow";
    return {
        {"service-unknown", unknownService, keys, Verdict::Unknown, ""},
        {"region-without-code", [](Design& d) { nameRegion(d, ""); }, keys, Verdict::Unknown, ""},
        {"region-unknown", [](Design& d) { nameRegion(d, "xx-mars-1"); }, images, Verdict::Unknown, ""},
    };
}

}  // namespace gw::faults
