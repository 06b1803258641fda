#include "model/edit/records.h"

#include "model/edit/change.h"

namespace gw::edits {

Edit addHostedZone(HostedZone zone) {
    std::string label = "Add hosted zone " + zone.name;
    return Edit(std::move(label), [zone = std::move(zone)](Design& design) { return add(design.hostedZones, zone); });
}

Edit addRole(Role role) {
    std::string label = "Add role " + role.id.value;
    return Edit(std::move(label), [role = std::move(role)](Design& design) { return add(design.roles, role); });
}

Edit addAssumption(Assumption assumption) {
    return Edit("Record an assumption",
                [assumption = std::move(assumption)](Design& design) { return add(design.assumptions, assumption); });
}

}  // namespace gw::edits
