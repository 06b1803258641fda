#pragma once
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/design/design.h"

namespace gw {

/// Who refers to whom in a design, for one who takes many different things out of it: each time costs what is taken out
/// and what names it, not the whole design.
class RemovalIndex {
public:
    /// The design must outlive it and stay unchanged.
    explicit RemovalIndex(const Design& design);

    /// As `withoutRows`.
    Design without(const std::set<std::string>& ids) const;

private:
    /// A row by the number of its table, as `forEachTable` counts, and its id.
    struct Referrer {
        std::uint16_t table = 0;
        std::string_view id{};
    };
    std::span<const Referrer> referrersOf(const std::string& id) const;

    const Design& design_;
    std::unordered_map<std::string, std::vector<Referrer>> referrers_;
};

}  // namespace gw
