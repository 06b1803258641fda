#include "model/check/quota.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "model/catalog/catalog.h"
#include "model/design/references.h"
#include "model/edit/fields.h"
#include "model/edit/records.h"

namespace gw {
namespace {

const Assumption* raisedOf(const Design& design, const std::string& key) {
    const auto at = std::ranges::find_if(design.assumptions, [&](const Assumption& each) { return each.key == key; });
    return at == design.assumptions.end() ? nullptr : &*at;
}

/// The number an assumption says; 0 where it says none.
std::int64_t numberOf(const Assumption& assumption) {
    std::int64_t number = 0;
    const std::string& text = assumption.value;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

Edit recording(const Design& design, const Assumption* recorded, const std::string& key, const Quota& quota,
               std::int64_t number) {
    const std::string value = std::to_string(number);
    if (recorded) return edits::setField(recorded->id, "value", value);
    Assumption assumption;
    assumption.id = {freeId(design, "assume-" + std::string(quota.id))};
    assumption.statement = "AWS has raised the quota of " + std::string(quota.what) + ".";
    assumption.key = key;
    assumption.value = value;
    return edits::addAssumption(std::move(assumption));
}

}  // namespace

std::optional<Finding> overQuota(const Facts& facts, AnyId subject, std::string_view id, std::int64_t used,
                                 const std::string& what) {
    const Quota* quota = Catalog::builtIn().quota(id);
    if (!quota) return {};
    const std::string key = "quota." + std::string(id);
    const Assumption* recorded = raisedOf(facts.design(), key);
    const auto standard = static_cast<std::int64_t>(quota->standard);
    const std::int64_t most = quota->maximum ? static_cast<std::int64_t>(*quota->maximum) : used;
    const std::int64_t allowed =
        std::min(std::max(standard, recorded ? numberOf(*recorded) : 0), std::max(most, standard));
    if (used <= allowed) return {};
    Finding finding{std::move(subject), what + ", and the quota is " + std::to_string(allowed) + ".", Severity::Error};
    if (quota->adjustable.value_or(false) && used <= most)
        finding.fixes.push_back(reviewedFix("Record a raised quota of " + std::to_string(used),
                                            recording(facts.design(), recorded, key, *quota, used)));
    return finding;
}

std::int64_t weightOf(const PrefixList& list) {
    struct Weight {
        std::string_view service;
        std::int64_t weight;
    };
    static constexpr auto weights = std::to_array<Weight>({{"cloudfront.origin-facing", 55},
                                                           {"ec2-instance-connect", 2},
                                                           {"groundstation", 5},
                                                           {"route53-healthchecks", 25},
                                                           {"s3express", 6},
                                                           {"vpc-lattice", 10}});
    if (!list.service.empty()) {
        const auto at = std::ranges::find(weights, list.service, &Weight::service);
        return at == weights.end() ? 1 : at->weight;
    }
    return std::max<std::int64_t>(list.maxEntries, static_cast<std::int64_t>(list.entries.size()));
}

IpFamily familyOf(const PrefixList& list) {
    return list.entries.empty() ? IpFamily::V4 : list.entries.front().family();
}

std::string_view nameOf(IpFamily family) {
    return family == IpFamily::V4 ? "IPv4" : "IPv6";
}

}  // namespace gw
