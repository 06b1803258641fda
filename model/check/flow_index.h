#pragma once
#include <array>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/reach/traces.h"

namespace gw {

/// Flows by what their traces meet: the things on their way, and the codes of their steps. A Reading notes the list
/// that is asked for; who looks at a flow of it notes that by itself.
class FlowIndex {
public:
    explicit FlowIndex(const Traces& traces);
    /// That of other traces, which costs what differs; the lists that differ are added to `changes`.
    FlowIndex(const FlowIndex& before, const Traces& was, const Traces& is, Changes& changes);

    /// Flows whose way leads through the thing, sorted by id.
    std::span<const Id<Flow>> through(const AnyId& thing) const { return of(thing.value); }
    /// Flows with a step of that code ("ROUTE_LOOP"), sorted by id.
    std::span<const Id<Flow>> meeting(std::string_view code) const;

private:
    using List = std::vector<Id<Flow>>;
    using Lists = std::map<std::string, std::shared_ptr<const List>>;

    static Part partOfList(const std::string& key) { return partOf(105, key); }
    std::span<const Id<Flow>> of(const std::string& key) const;

    static std::size_t bucketOf(const std::string& key);
    /// What indices of two versions have alike they share.
    std::array<std::shared_ptr<const Lists>, 256> buckets_{};
};

}  // namespace gw
