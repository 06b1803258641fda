#include "model/report/lens_content.h"

namespace gw {

std::optional<LensContent> contentOf(Lens lens, const Facts& facts) {
    switch (lens) {
        case Lens::Topology:
            return std::nullopt;
        case Lens::Routing:
            return routingContent(facts);
        case Lens::Security:
            return securityContent(facts);
        case Lens::Dns:
            return dnsContent(facts);
        case Lens::Policy:
            return policyContent(facts);
        case Lens::Cost:
            return costContent(facts);
        case Lens::Resilience:
            return resilienceContent(facts);
    }
    return std::nullopt;
}

std::string letterKey(std::size_t n) {
    std::string key(1, static_cast<char>('A' + n % 26));
    return n < 26 ? key : letterKey(n / 26 - 1) + key;
}

void shorten(std::vector<LegendEntry>& legend) {
    constexpr std::size_t most = 12;
    if (legend.size() <= most) return;
    const std::size_t left = legend.size() - (most - 1);
    legend.resize(most - 1);
    legend.push_back({Tone::Plain, {}, "and " + std::to_string(left) + " more"});
}

}  // namespace gw
