#include "app/views/subnet_filters.h"

#include "app/views/text.h"
#include "model/design/references.h"
#include "model/edit/edits.h"

namespace gw {
namespace {

bool isFallback(const RouteTable& table) {
    return table.isMain;
}
bool isFallback(const NetworkAcl& acl) {
    return acl.isDefault;
}

/// The row that the subnet is associated with, and the one that holds where there is none.
template <class Row>
struct Held {
    const Row* own = nullptr;
    const Row* fallback = nullptr;
    const Row* row() const { return own ? own : fallback; }
};

template <class Row>
Held<Row> heldBy(const Table<Row>& rows, const Subnet& subnet) {
    Held<Row> held;
    for (const Row& row : rows) {
        if (std::ranges::find(row.subnets, subnet.id) != row.subnets.end()) held.own = &row;
        if (row.vpc == subnet.vpc && isFallback(row)) held.fallback = &row;
    }
    return held;
}

template <class Row>
FieldRow fieldRow(const Design& design, const Table<Row>& rows, const Subnet& subnet, const QString& fallback) {
    const Held<Row> held = heldBy(rows, subnet);
    FieldRow field;
    field.editor = "reference";
    if (held.own) field.text = screenText(held.own->id.value);
    if (held.row()) field.shown = screenText(nameOf(design, held.row()->id));
    if (!held.own && field.shown != fallback)
        field.shown = held.row() ? QObject::tr("%1 (%2)").arg(field.shown, fallback) : fallback;
    for (const Row& row : rows)
        if (row.vpc == subnet.vpc)
            field.choices << QVariantMap{{"value", screenText(row.id.value)},
                                         {"label", screenText(nameOf(design, row.id))}};
    return field;
}

template <class Row>
void leaveAll(Table<Row>& rows, const Id<Subnet>& subnet) {
    std::vector<Row> changed;
    for (Row row : rows)
        if (std::erase(row.subnets, subnet) > 0) changed.push_back(std::move(row));
    for (Row& row : changed) rows.put(std::move(row));
}

}  // namespace

std::vector<FieldRow> subnetFilterRows(const Design& design, const Subnet& subnet) {
    FieldRow table = fieldRow(design, design.routeTables, subnet, QObject::tr("main"));
    table.key = "@routeTable";
    table.label = QObject::tr("Route table");
    table.help = QObject::tr("Where its packets go; without one of its own, the VPC's main one says.");
    FieldRow acl = fieldRow(design, design.networkAcls, subnet, QObject::tr("default"));
    acl.key = "@networkAcl";
    acl.label = QObject::tr("Network ACL");
    acl.help = QObject::tr("What passes its border; without one of its own, the VPC's default one says.");
    return {table, acl};
}

Edit setSubnetFilter(const AnyId& subnet, const QString& key, const QString& id) {
    const Id<Subnet> of{subnet.value};
    const bool isTable = key == "@routeTable";
    if (!id.isEmpty() && isTable) return edits::setRouteTable(of, {id.toStdString()});
    if (!id.isEmpty()) return edits::setNetworkAcl(of, {id.toStdString()});
    return Edit(isTable ? "Leave " + of.value + " to the main route table"
                        : "Leave " + of.value + " to the default network ACL",
                [of, isTable](Design& design) -> Status {
                    if (isTable)
                        leaveAll(design.routeTables, of);
                    else
                        leaveAll(design.networkAcls, of);
                    return {};
                });
}

QStringList filtersOfSubnet(const Design& design, const Subnet& subnet) {
    QStringList filters;
    if (const RouteTable* table = heldBy(design.routeTables, subnet).row()) filters << screenText(table->id.value);
    if (const NetworkAcl* acl = heldBy(design.networkAcls, subnet).row()) filters << screenText(acl->id.value);
    return filters;
}

}  // namespace gw
