#include "model/check/quota.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

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

std::string keyOf(std::string_view quota) {
    return "quota." + std::string(quota);
}

/// How far AWS raises it; any number where it does not say.
std::int64_t mostOf(const Quota& quota) {
    return quota.maximum ? static_cast<std::int64_t>(*quota.maximum) : std::numeric_limits<std::int64_t>::max();
}

Edit recording(const Design& design, const Quota& quota, std::int64_t number) {
    const std::string value = std::to_string(number);
    if (const Assumption* recorded = raisedOf(design, keyOf(quota.id)))
        return edits::setField(recorded->id, "value", value);
    Assumption assumption;
    assumption.id = {freeId(design, "assume-" + std::string(quota.id))};
    assumption.statement = "AWS has raised the quota of " + std::string(quota.what) + ".";
    assumption.key = keyOf(quota.id);
    assumption.value = value;
    return edits::addAssumption(std::move(assumption));
}

}  // namespace

std::int64_t allowedOf(const Facts& facts, std::string_view id) {
    const Quota* quota = Catalog::builtIn().quota(id);
    if (!quota) return std::numeric_limits<std::int64_t>::max();
    const Assumption* recorded = raisedOf(facts.design(), keyOf(id));
    const auto standard = static_cast<std::int64_t>(quota->standard);
    return std::min(std::max(standard, recorded ? numberOf(*recorded) : 0), std::max(mostOf(*quota), standard));
}

std::optional<Finding> overQuota(const Facts& facts, AnyId subject, std::string_view id, std::int64_t used,
                                 const std::string& what) {
    const std::int64_t allowed = allowedOf(facts, id);
    if (used <= allowed) return {};
    Finding finding{std::move(subject), what + ", and the quota is " + std::to_string(allowed) + ".", Severity::Error};
    // Only a known quota can be exceeded.
    const Quota& quota = *Catalog::builtIn().quota(id);
    if (quota.adjustable.value_or(false) && used <= mostOf(quota))
        finding.fixes.push_back(
            reviewedFix("Record a raised quota of " + std::to_string(used), recording(facts.design(), quota, used)));
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
                                                           {"secretsmanager-managed-external-secrets", 20},
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
