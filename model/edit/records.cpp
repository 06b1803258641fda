#include "model/edit/records.h"

#include "model/design/references.h"
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

Edit acceptFindings(std::string rule, AnyId subject, std::string reason, Date expires) {
    std::string label = "Accept " + rule + " at " + subject.value;
    return Edit(std::move(label), [=](Design& design) -> Status {
        if (reason.find_first_not_of(" \t\r\n") == std::string::npos)
            return fail("Say why it is accepted: the reason stands in the design.");
        const auto standing = std::ranges::find_if(
            design.waivers, [&](const Waiver& each) { return each.rule == rule && each.subject == subject; });
        Waiver waiver;
        if (standing != design.waivers.end())
            waiver = *standing;
        else
            // Of rule and thing, so that two people who accept different things do not meet in one id.
            waiver.id = {freeId(design, rule + "-" + subject.value)};
        waiver.rule = rule;
        waiver.subject = subject;
        waiver.reason = reason;
        waiver.expires = expires;
        design.waivers.put(std::move(waiver));
        return {};
    });
}

Edit withdrawWaiver(Id<Waiver> waiver) {
    return Edit("Take acceptance back", [=](Design& design) -> Status {
        if (!design.waivers.find(waiver)) return fail("It has been taken back already.");
        design.waivers.erase(waiver);
        return {};
    });
}

}  // namespace gw::edits
