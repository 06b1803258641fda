#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/design/design.h"

namespace gw {

/// What is left of a design without some of its rows.
struct Remainder {
    Design whole{};
    std::set<std::string> taken{};  ///< what was taken out
    std::set<std::string> gone{};   ///< that, and all that goes with it
    Design left{};
};

/// Whether a row of both versions belongs to, or stands in, others than before, or an id names a row of another kind:
/// only then may rows that are the same in both go with others than before.
bool areRowsMoved(const Design& before, const Design& after);

/// The remainder of another version of the design, which costs what differs; `taken`: what is taken out of that one.
/// None where rows are moved, or one of both versions is taken out of one alone: begin anew then.
std::optional<Remainder> followed(const Remainder& before, const Design& design, std::set<std::string> taken);

/// Who refers to whom in a design, for one who takes many different things out of it: each time costs what is taken out
/// and what names it, not the whole design.
class RemovalIndex {
public:
    /// The design must outlive it and stay unchanged.
    explicit RemovalIndex(const Design& design);

    /// As `withoutRows`.
    Design without(const std::set<std::string>& ids) const { return remainder(ids).left; }
    Remainder remainder(std::set<std::string> ids) const;

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
