#pragma once
#include <optional>

#include "app/views/field_rows.h"
#include "model/edit/edit.h"

/// The route table and the network ACL of a subnet. They are written down as fields of those, and looked for at the
/// subnet: here they are two more fields of it, with the keys "@routeTable" and "@networkAcl".
namespace gw {

/// What the two fields show: the table or ACL that the subnet is associated with, else the VPC's main or default one,
/// which then holds without an association (https://docs.aws.amazon.com/vpc/latest/userguide/WorkWithRouteTables.html).
std::vector<FieldRow> subnetFilterRows(const Design& design, const Subnet& subnet);
/// Whether the key is one of these fields.
inline bool isSubnetFilter(const QString& key) {
    return key.startsWith('@');
}
/// Associates the subnet with that table or ACL; with an empty id, leaves it to the main or default one.
Edit setSubnetFilter(const AnyId& subnet, const QString& key, const QString& id);
/// Ids of the table and the ACL that hold for the subnet, those left out that the design does not show.
QStringList filtersOfSubnet(const Design& design, const Subnet& subnet);

}  // namespace gw
