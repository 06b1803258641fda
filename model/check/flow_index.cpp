#include "model/check/flow_index.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>

namespace gw {
namespace {

/// No id has a space in it.
std::string keyOfCode(std::string_view code) {
    return "code " + std::string(code);
}

using Keys = std::set<std::string>;

Keys keysOf(const Trace& trace) {
    Keys keys;
    for (const AnyId& thing : trace.via) keys.insert(thing.value);
    for (const Hop& hop : trace.hops)
        for (const Step& step : hop.steps) keys.insert(keyOfCode(step.code));
    return keys;
}

/// Calls `visit(was, is)` with each pair of traces of one flow that may differ; nullptr stands for one that is not
/// there.
template <class Visit>
void eachDifference(const Traces& before, const Traces& after, Visit visit) {
    auto was = before.begin();
    auto is = after.begin();
    while (was != before.end() || is != after.end()) {
        if (is == after.end() || (was != before.end() && was->flow < is->flow)) {
            visit(&*was++, nullptr);
        } else if (was == before.end() || is->flow < was->flow) {
            visit(nullptr, &*is++);
        } else {
            // One address is one trace: both versions share it.
            if (&*was != &*is) visit(&*was, &*is);
            ++was;
            ++is;
        }
    }
}

}  // namespace

std::size_t FlowIndex::bucketOf(const std::string& key) {
    return std::hash<std::string>{}(key) % std::tuple_size_v<decltype(buckets_)>;
}

FlowIndex::FlowIndex(const Traces& traces) {
    std::map<std::string, List> lists;
    for (const Trace& trace : traces)
        for (const std::string& key : keysOf(trace)) lists[key].push_back(trace.flow);
    std::array<Lists, std::tuple_size_v<decltype(buckets_)>> buckets;
    for (auto& [key, list] : lists) buckets[bucketOf(key)].emplace(key, std::make_shared<const List>(std::move(list)));
    for (std::size_t i = 0; i < buckets.size(); ++i) buckets_[i] = std::make_shared<const Lists>(std::move(buckets[i]));
}

FlowIndex::FlowIndex(const FlowIndex& before, const Traces& was, const Traces& is, Changes& changes)
    : buckets_(before.buckets_) {
    struct Difference {
        List gone;
        List come;
    };
    std::map<std::string, Difference> differences;
    eachDifference(was, is, [&](const Trace* old, const Trace* made) {
        const Keys oldKeys = old ? keysOf(*old) : Keys();
        const Keys madeKeys = made ? keysOf(*made) : Keys();
        for (const std::string& key : oldKeys)
            if (!madeKeys.contains(key)) differences[key].gone.push_back(old->flow);
        for (const std::string& key : madeKeys)
            if (!oldKeys.contains(key)) differences[key].come.push_back(made->flow);
    });
    std::map<std::size_t, Lists> buckets;
    for (const auto& [key, difference] : differences) {
        changes.add(partOfList(key));
        const std::size_t bucket = bucketOf(key);
        Lists& lists = buckets.try_emplace(bucket, *buckets_[bucket]).first->second;
        const auto at = lists.find(key);
        const List& old = at == lists.end() ? List() : *at->second;
        List rest;
        std::ranges::set_difference(old, difference.gone, std::back_inserter(rest));
        auto merged = std::make_shared<List>();
        std::ranges::merge(rest, difference.come, std::back_inserter(*merged));
        if (merged->empty())
            lists.erase(key);
        else
            lists[key] = std::move(merged);
    }
    for (auto& [bucket, lists] : buckets) buckets_[bucket] = std::make_shared<const Lists>(std::move(lists));
}

std::span<const Id<Flow>> FlowIndex::meeting(std::string_view code) const {
    return of(keyOfCode(code));
}

std::span<const Id<Flow>> FlowIndex::of(const std::string& key) const {
    if (Reading::isOn()) Reading::note(partOfList(key));
    const Lists& lists = *buckets_[bucketOf(key)];
    const auto at = lists.find(key);
    return at == lists.end() ? std::span<const Id<Flow>>() : std::span<const Id<Flow>>(*at->second);
}

}  // namespace gw
