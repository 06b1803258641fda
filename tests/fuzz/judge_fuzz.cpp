#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "model/check/rule.h"
#include "model/interchange/svg.h"
#include "model/report/overlay_of.h"
#include "model/scene/legend.h"
#include "model/spec/spec.h"

/// libFuzzer: whatever document the reader takes is judged, drawn in every lens and exported.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    const auto design = gw::readSpec({reinterpret_cast<const char*>(bytes), count});
    if (!design) return 0;
    const gw::Facts facts(*design);
    const auto diagnostics = gw::check(facts);
    for (const auto& lens : gw::namesOf(gw::Lens{})) {
        const gw::Scene scene = gw::sceneOf(*design, gw::overlayOf(facts, diagnostics, {.lens = lens.value}));
        if (gw::svgOf(gw::exportedPicture(scene), *design, gw::Theme::Light).empty()) std::abort();
    }
    return 0;
}
