#pragma once
#include <string>

#include "model/design/patch.h"
#include "tests/random/random.h"

namespace gw {

/// Collects the rows of a random design; ids are the kind's prefix and a number.
class Builder {
public:
    explicit Builder(std::uint64_t seed) : random(seed) {}

    template <class Row>
    Id<Row> add(Row row) {
        auto& rows = rows_.of<Row>().put;
        row.id.value = std::string(Row::kind.idPrefix) + "-" + std::to_string(rows.size() + 1);
        rows.push_back(std::move(row));
        return rows.back().id;
    }
    void place(const AnyId& id, Box box) {
        Placement placement;
        placement.id.value = id.value;
        placement.x = box.x;
        placement.y = box.y;
        placement.width = box.width;
        placement.height = box.height;
        rows_.of<Placement>().put.push_back(placement);
    }
    template <class Row>
    std::vector<Row>& rows() {
        return rows_.of<Row>().put;
    }
    std::size_t placed() { return rows<Placement>().size(); }

    Design design() {
        Design design;
        forEachTable(
            [&]<class Row>(Table<Row> Design::*table) { design.*table = Table<Row>::of(std::move(rows<Row>())); });
        return design;
    }

    Random random;

private:
    Patch rows_;
};

/// Adds what stands around VPCs: organisation, clients, transit gateways, DNS, notes, waivers and so on.
void addSurroundings(Builder& builder);

/// Joins what stands there: an office over its line, endpoints in a hub, appliances, NAT gateways of all zones; with
/// calls that take these ways.
void addConnections(Builder& builder);

/// Load balancers before workloads, called from everywhere; some behind endpoints.
void addBalancers(Builder& builder);

}  // namespace gw
