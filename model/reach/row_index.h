#pragma once
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/core/reading.h"

namespace gw {

/// Rows listed under names: the subnets of each VPC. Points into the tables it was made of.
template <class Row>
class RowIndex {
public:
    /// `number` tells the index from others of a network, and is the same in every network.
    explicit RowIndex(Part number) : number_(number) {}

    /// Rows keep the order in which they are added.
    void add(const std::string& key, const Row& row) { lists_[key].push_back(&row); }

    std::span<const Row* const> of(const std::string& key) const {
        if (Reading::isOn()) Reading::note(partOf(number_, key));
        const auto at = lists_.find(key);
        return at == lists_.end() ? std::span<const Row* const>{} : std::span<const Row* const>(at->second);
    }
    /// nullptr where there is none.
    const Row* firstOf(const std::string& key) const {
        const auto rows = of(key);
        return rows.empty() ? nullptr : rows.front();
    }

    /// Adds the lists that are not as they were: by the rows they name, or by what stands in these. `changes` knows the
    /// rows that differ.
    void addChanges(const RowIndex& before, Changes& changes) const {
        for (const auto& [key, rows] : lists_) {
            const auto at = before.lists_.find(key);
            if (at == before.lists_.end() || !areAlike(at->second, rows, changes)) changes.add(partOf(number_, key));
        }
        for (const auto& [key, rows] : before.lists_)
            if (!lists_.contains(key)) changes.add(partOf(number_, key));
    }

private:
    using Rows = std::vector<const Row*>;

    static bool areAlike(const Rows& before, const Rows& after, const Changes& changes) {
        if (before.size() != after.size()) return false;
        for (std::size_t i = 0; i < before.size(); ++i)
            // One address is one row: both designs are there, and share it.
            if (before[i] != after[i] && (before[i]->id != after[i]->id || changes.has(partOf(after[i]->id.value))))
                return false;
        return true;
    }

    Part number_;
    std::unordered_map<std::string, Rows> lists_;
};

}  // namespace gw
