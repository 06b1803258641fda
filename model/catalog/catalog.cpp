#include "model/catalog/catalog.h"

#include <algorithm>

#include "model/catalog/read.h"

namespace gw {
namespace {

constexpr std::string_view placeholder = "{region}";
constexpr std::string_view everywhere = "*";
constexpr std::string_view fallbackRegion = "us-east-1";

std::string withRegion(std::string_view pattern, std::string_view region) {
    std::string text(pattern);
    for (auto at = text.find(placeholder); at != std::string::npos; at = text.find(placeholder, at + region.size()))
        text.replace(at, placeholder.size(), region);
    return text;
}

template <class Row>
const Row* findSorted(const std::vector<Row>& rows, std::string_view key, std::string_view Row::*member) {
    const auto at = std::ranges::lower_bound(rows, key, {}, member);
    return at != rows.end() && (*at).*member == key ? &*at : nullptr;
}

}  // namespace

std::string_view nameOf(Confidence confidence) {
    switch (confidence) {
        case Confidence::Verified:
            return "verified";
        case Confidence::Derived:
            return "derived";
        case Confidence::Unverified:
            break;
    }
    return "unverified";
}

std::string Service::serviceNameIn(std::string_view region) const {
    return withRegion(serviceName, onlyRegion.empty() ? region : onlyRegion);
}

std::vector<std::string> Service::privateDnsNamesIn(std::string_view region) const {
    std::vector<std::string> names;
    for (const std::string_view pattern : privateDnsNames)
        names.push_back(withRegion(pattern, onlyRegion.empty() ? region : onlyRegion));
    return names;
}

const Catalog& Catalog::builtIn() {
    static const Catalog catalog;
    return catalog;
}

Catalog::Catalog() {
    for (const std::string_view file :
         {"services.json", "regions.json", "prices.json", "quotas.json", "companions.json"})
        documents_.push_back(catalog::readBuiltIn(file));
    for (const auto& [none, row] : catalog::rows(documents_[0], "services"))
        services_.push_back(catalog::readService(row));
    for (const auto& [none, row] : catalog::rows(documents_[1], "regions"))
        regions_.push_back(catalog::readRegion(row));
    for (const auto& [none, row] : catalog::rows(documents_[2], "prices")) {
        prices_.push_back({catalog::text(row, "item"), catalog::text(row, "region"), catalog::readPrice(row)});
        if (pricedItems_.empty() || pricedItems_.back() != prices_.back().item)
            pricedItems_.push_back(prices_.back().item);
    }
    priceDate_ = catalog::text(documents_[2], "generated");
    for (const auto& [none, row] : catalog::rows(documents_[3], "quotas")) quotas_.push_back(catalog::readQuota(row));
    for (const auto& [none, row] : catalog::rows(documents_[4], "companions"))
        companionSets_.push_back(catalog::readCompanionSet(row));
}

const Service* Catalog::service(std::string_view name) const {
    return findSorted(services_, name, &Service::name);
}

const RegionInfo* Catalog::region(std::string_view code) const {
    return findSorted(regions_, code, &RegionInfo::code);
}

const Quota* Catalog::quota(std::string_view id) const {
    return findSorted(quotas_, id, &Quota::id);
}

const CompanionSet* Catalog::companionSet(std::string_view id) const {
    return findSorted(companionSets_, id, &CompanionSet::id);
}

const Price* Catalog::listed(std::string_view item, std::string_view region) const {
    for (auto at = std::ranges::lower_bound(prices_, item, {}, &PricedItem::item);
         at != prices_.end() && at->item == item; ++at)
        if (at->region == region) return &at->price;
    return nullptr;
}

std::optional<Catalog::PriceAnswer> Catalog::price(std::string_view item, std::string_view region) const {
    for (const std::string_view exact : {region, everywhere})
        if (const Price* found = listed(item, exact)) return PriceAnswer{*found, true};
    if (const Price* found = listed(item, fallbackRegion)) return PriceAnswer{*found, false};
    return {};
}

}  // namespace gw
