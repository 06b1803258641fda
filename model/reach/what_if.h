#pragma once
#include <array>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/result.h"
#include "model/reach/traces.h"

namespace gw {

class Network;

/// What a change of the design, or a failure, does to a flow.
enum class Effect : std::uint8_t {
    Breaks,        ///< worked as wanted, or at all, and does so no more
    Opens,         ///< was meant to be blocked, was, and gets through now
    LosesPrivacy,  ///< was private, and still works, over the internet
    Gone,          ///< its caller or its target is no longer there
    ChangesPath,   ///< works as before, by another way
    Mends,         ///< is as wanted now, and was not
};
constexpr auto namesOf(Effect) {
    return std::to_array<EnumName<Effect>>({{Effect::Breaks, "breaks", "breaks"},
                                            {Effect::Opens, "opens", "opens"},
                                            {Effect::LosesPrivacy, "loses-privacy", "is no longer private"},
                                            {Effect::Gone, "gone", "is gone"},
                                            {Effect::ChangesPath, "changes-path", "changes path"},
                                            {Effect::Mends, "mends", "works as wanted"}});
}
/// Whether somebody who asked for the flow would be worse off.
constexpr bool isWorse(Effect effect) {
    return effect == Effect::Breaks || effect == Effect::Opens || effect == Effect::LosesPrivacy ||
           effect == Effect::Gone;
}

/// One flow before and after.
struct FlowChange {
    Id<Flow> flow{};
    Effect effect = Effect::ChangesPath;
    Verdict before = Verdict::Unknown;
    std::optional<Verdict> after{};  ///< empty where the flow is gone
    std::vector<AnyId> viaBefore{};
    std::vector<AnyId> viaAfter{};
    std::string summary{};  ///< the sentence of the trace after; empty where the flow is gone
    friend bool operator==(const FlowChange&, const FlowChange&) = default;
};

/// The flows that fare differently, sorted by id; flows that are new are left out. `design` is the one before; both
/// lists are sorted by flow, as traces() gives them.
std::vector<FlowChange> changesBetween(const Design& design, const Traces& before, const Traces& after);

/// The same of a changed design; what the change leaves alone is not traced again. `before` are the traces of
/// `network`.
std::vector<FlowChange> changesInto(const Network& network, const Traces& before, const Design& after);

/// "2 break, 5 change path"; "every flow works as before".
std::string summaryOf(std::span<const FlowChange> changes);

/// The design without these things and all that belongs to them, as if they had failed. Says which id is unknown.
Result<Design> withoutThings(const Design& design, const std::set<std::string>& ids);

/// The design with an Availability Zone down: without its subnets and what stands in them alone. `zone` is the id of
/// a zone or, where no zone has that id, the name (it goes down in every Region that has it). Says so where there is
/// none.
Result<Design> withZoneDown(const Design& design, std::string_view zone);

}  // namespace gw
