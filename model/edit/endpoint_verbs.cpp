#include "model/design/references.h"
#include "model/design/text_form.h"
#include "model/edit/change.h"
#include "model/edit/edits.h"
#include "model/edit/settle.h"

namespace gw::edits {

namespace {

/// The middle of the cards to the right of the VPC that stand for resources of the endpoint's service: lines run
/// straight to what is level. Nothing where none is drawn there.
std::optional<int> levelOfService(const Design& design, const Endpoint& endpoint) {
    const Vpc* vpc = find(design, endpoint.vpc);
    const Placement* frame = vpc ? design.placements.find({vpc->id.value}) : nullptr;
    if (!frame || endpoint.service.empty()) return std::nullopt;
    int top = farAway;
    int bottom = -farAway;
    for (const ServiceResource& resource : design.resources) {
        if (resource.service != endpoint.service || resource.region != vpc->region) continue;
        const Placement* card = design.placements.find({resource.id.value});
        if (!card || card->x < frame->box().right()) continue;
        top = std::min(top, card->y);
        bottom = std::max(bottom, card->box().bottom());
    }
    return top < bottom ? std::optional((top + bottom) / 2) : std::nullopt;
}

}  // namespace

void placeOnBorder(Design& design, const AnyId& id, const Id<Vpc>& vpc, int size, Side side, std::optional<int> y) {
    const Placement* placed = design.placements.find({vpc.value});
    if (!placed) return;
    const Box frame = placed->box();
    const int level = std::clamp(y.value_or(frame.centre().y), frame.y, frame.bottom());
    const Point centre = side == Side::Top ? Point{frame.centre().x, frame.y} : Point{frame.right(), level};
    Settler settler(design);
    settler.place(id.value, {centre.x - size / 2, centre.y - size / 2, size, size});
    settler.finish();
}

Edit addEndpoint(Endpoint endpoint) {
    std::string label = "Add endpoint " + endpoint.id.value;
    return Edit(std::move(label), [endpoint = std::move(endpoint)](Design& design) -> Status {
        if (!find(design, endpoint.vpc)) return fail("An endpoint belongs to a VPC.");
        if (Status added = add(design.endpoints, endpoint); !added) return added;
        const bool isGateway = endpoint.type == EndpointType::Gateway;
        placeOnBorder(design, endpoint.id, endpoint.vpc, isGateway ? measure::gatewaySign : measure::endpointSign,
                      Side::Right, levelOfService(design, endpoint));
        return {};
    });
}

Edit setEndpoint(Endpoint endpoint) {
    std::string label = "Change endpoint " + endpoint.id.value;
    return Edit(std::move(label), [endpoint = std::move(endpoint)](Design& design) {
        return change(design.endpoints, endpoint.id, [&](Endpoint& row) { row = endpoint; });
    });
}

Edit setEndpointPrivateDns(Id<Endpoint> endpoint, bool on) {
    return Edit(std::string("Turn private DNS ") + (on ? "on for " : "off for ") + endpoint.value, [=](Design& design) {
        return change(design.endpoints, endpoint, [&](Endpoint& row) { row.privateDns = on; });
    });
}

Edit setEndpointSubnets(Id<Endpoint> endpoint, std::vector<Id<Subnet>> subnets) {
    return Edit("Change subnets of " + endpoint.value, [=](Design& design) {
        return change(design.endpoints, endpoint, [&](Endpoint& row) { row.subnets = subnets; });
    });
}

Edit associateRouteTable(Id<Endpoint> endpoint, Id<RouteTable> table) {
    return Edit("Associate " + table.value + " with " + endpoint.value, [=](Design& design) -> Status {
        if (!find(design, table)) return fail(table.value + " is gone.");
        return change(design.endpoints, endpoint, [&](Endpoint& row) {
            if (std::ranges::find(row.routeTables, table) == row.routeTables.end()) row.routeTables.push_back(table);
        });
    });
}

Edit setPolicy(AnyId thing, std::optional<PolicyDocument> policy) {
    return Edit("Change policy of " + thing.value, [=](Design& design) -> Status {
        const auto set = [&](auto& row) { row.policy = policy; };
        if (find(design, Id<Endpoint>{thing.value})) return change(design.endpoints, {thing.value}, set);
        if (find(design, Id<ServiceResource>{thing.value})) return change(design.resources, {thing.value}, set);
        return fail(thing.value + " has no policy of its own.");
    });
}

Edit setApiType(Id<ServiceResource> api, ApiType type) {
    return Edit("Make " + api.value + " " + textOf(type), [=](Design& design) {
        return change(design.resources, api, [&](ServiceResource& row) { row.apiType = type; });
    });
}

Edit splitApi(Id<ServiceResource> api, Id<ServiceResource> added, std::vector<Id<Flow>> flows) {
    return Edit("Split " + api.value, [=](Design& design) -> Status {
        const ServiceResource* found = design.resources.find(api);
        if (!found) return fail(api.value + " is gone.");
        ServiceResource twin = *found;
        twin.id = added;
        twin.name = nameOf(design, api) + "-public";
        twin.apiType = ApiType::Regional;
        twin.policy.reset();
        twin.apiEndpoints.clear();
        twin.arn.clear();
        if (const Status done = add(design.resources, std::move(twin)); !done) return done;
        for (const Id<Flow>& flow : flows)
            if (const Status done = change(design.flows, flow, [&](Flow& row) { row.to = added; }); !done) return done;
        if (const Placement* placed = design.placements.find({api.value})) {
            Settler settler(design);
            settler.place(added.value, placed->box());
            settler.finish();
        }
        return {};
    });
}

Edit setInlinePolicies(Id<Role> role, std::vector<NamedPolicy> policies) {
    return Edit("Change policies of " + role.value, [=](Design& design) {
        return change(design.roles, role, [&](Role& row) { row.policies = policies; });
    });
}

Edit addFlowLog(FlowLog log) {
    std::string label = "Add flow log " + log.id.value;
    return Edit(std::move(label), [log = std::move(log)](Design& design) -> Status {
        if (!contains(design, log.resource)) return fail(log.resource.value + " is gone.");
        return add(design.flowLogs, log);
    });
}

}  // namespace gw::edits
