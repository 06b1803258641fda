#include "app/views/subnet_filters.h"

#include "app/views/text.h"
#include "model/design/associated.h"
#include "model/design/references.h"
#include "model/edit/edits.h"

namespace gw {
namespace {

template <class Row>
FieldRow fieldRow(const Design& design, const Table<Row>& rows, const Subnet& subnet, const Associated<Row>& held,
                  const QString& fallback) {
    FieldRow field;
    field.editor = "reference";
    if (held.own) field.text = screenText(held.own->id.value);
    if (held.holding()) field.shown = screenText(nameOf(design, held.holding()->id));
    if (!held.own && field.shown != fallback)
        field.shown = held.holding() ? QObject::tr("%1 (%2)").arg(field.shown, fallback) : fallback;
    for (const Row& row : rows)
        if (row.vpc == subnet.vpc)
            field.choices << QVariantMap{{"value", screenText(row.id.value)},
                                         {"label", screenText(nameOf(design, row.id))}};
    return field;
}

}  // namespace

std::vector<FieldRow> subnetFilterRows(const Design& design, const Subnet& subnet) {
    FieldRow table = fieldRow(design, design.routeTables, subnet, routeTableOf(design, subnet), QObject::tr("main"));
    table.key = "@routeTable";
    table.label = QObject::tr("Route table");
    table.help = QObject::tr("Where its packets go; without one of its own, the VPC's main one says.");
    FieldRow acl = fieldRow(design, design.networkAcls, subnet, networkAclOf(design, subnet), QObject::tr("default"));
    acl.key = "@networkAcl";
    acl.label = QObject::tr("Network ACL");
    acl.help = QObject::tr("What passes its border; without one of its own, the VPC's default one says.");
    return {table, acl};
}

Edit setSubnetFilter(const AnyId& subnet, const QString& key, const QString& id) {
    const Id<Subnet> of{subnet.value};
    const bool isTable = key == "@routeTable";
    if (id.isEmpty()) return isTable ? edits::leaveRouteTable(of) : edits::leaveNetworkAcl(of);
    return isTable ? edits::setRouteTable(of, {id.toStdString()}) : edits::setNetworkAcl(of, {id.toStdString()});
}

QStringList filtersOfSubnet(const Design& design, const Subnet& subnet) {
    QStringList filters;
    if (const RouteTable* table = routeTableOf(design, subnet).holding()) filters << screenText(table->id.value);
    if (const NetworkAcl* acl = networkAclOf(design, subnet).holding()) filters << screenText(acl->id.value);
    return filters;
}

}  // namespace gw
