#include <algorithm>
#include <array>

#include "model/check/rule.h"
#include "model/check/words.h"
#include "model/design/text_form.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// VPC Lattice takes IPv4 addresses of these blocks alone (FACTS F-066).
constexpr auto taken =
    std::to_array<std::string_view>({"10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16"});

bool isRefused(const std::string& definition) {
    const auto address = IpAddress::parse(definition);
    return address && address->family == IpFamily::V4 &&
           std::ranges::none_of(taken, [&](std::string_view block) { return Cidr::literal(block).contains(*address); });
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    using Type = ResourceConfigurationType;
    for (const ResourceConfiguration& row : facts.design().resourceConfigurations) {
        const auto report = [&](const std::string& what) {
            found.push_back({row.id, facts.name(row.id) + " " + what + ".", Severity::Error});
        };
        if (row.type == Type::Child && !row.group) report("is a child of no group");
        if ((row.type == Type::Single || row.type == Type::Group) && !row.resourceGateway)
            report("of type " + textOf(row.type) + " has no resource gateway");
        if (isRefused(row.definition)) report("leads to " + row.definition + ", which is no private address");
    }
    for (const ServiceNetwork& network : facts.design().serviceNetworks)
        for (const Id<ResourceConfiguration>& id : network.resourceConfigurations) {
            const ResourceConfiguration* row = find(facts.design(), id);
            if (!row || row->type != Type::Cidr) continue;
            const std::string name = facts.name(network.id);
            found.push_back({network.id,
                             name + " holds " + facts.name(id) + ", a resource configuration of type CIDR.",
                             Severity::Error,
                             {reviewedFix("Take " + facts.name(id) + " out of " + name,
                                          edits::setField(network.id, "resourceConfigurations",
                                                          idsOf(network.resourceConfigurations, id)))}});
        }
    return found;
}

}  // namespace

extern const Rule resourceConfigurationRefused = {
    .code = "VPE034",
    .name = "resource-configuration-refused",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Resource configurations are as VPC Lattice takes them",
    .why =
        "A configuration of type SINGLE or GROUP is reached through a resource gateway, a CHILD is part of a group. "
        "VPC Lattice takes no public IPv4 address as a resource, and no configuration of type CIDR in a service "
        "network.",
    .howToFix = "Name what is missing, or take it out of the service network.",
    .source =
        "VPC Lattice API, CreateResourceConfiguration; AWS PrivateLink Guide, Resource configurations (F-063, F-066)",
    .check = look,
};

}  // namespace gw::rules
