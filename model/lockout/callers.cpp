#include "model/lockout/callers.h"

#include <algorithm>
#include <optional>
#include <set>

#include "model/catalog/catalog.h"
#include "model/catalog/iam.h"
#include "model/design/references.h"
#include "model/lockout/deliveries.h"
#include "model/lockout/service_uses.h"
#include "model/reach/call_request.h"
#include "model/reach/key_use.h"
#include "model/reach/ways.h"

namespace gw {
namespace {

using std::string;
using std::string_view;

constexpr string_view keysSource = "IAM User Guide, AWS global condition context keys (F-312, F-316)";
constexpr string_view outsideSource =
    "Amazon S3 User Guide, Controlling access from VPC endpoints with bucket policies (F-117, F-312)";
constexpr string_view forwardSource = "IAM User Guide, Forward access sessions (F-319, F-320, F-322)";
constexpr string_view keySource = "IAM User Guide, Forward access sessions; AWS KMS (F-185, F-319, F-322)";

constexpr string_view outside = "from outside every VPC, through no endpoint";
constexpr string_view atConsole = "from the console or a terminal, through no endpoint";

bool isWanted(const Flow& flow) {
    return flow.intent != FlowIntent::Blocked && !flow.actions.empty();
}

/// A role that acts from outside every VPC: who signs there, and as what the design draws it.
struct OutsideRole {
    const Role* role = nullptr;
    LockoutKind kind = LockoutKind::Pipeline;
};

/// The kind of a caller that stands outside every VPC; none where it stands in one, or is a stranger.
std::optional<LockoutKind> outsideKindOf(const Design& design, const AnyId& from) {
    if (const Role* role = find(design, Id<Role>{from.value}))
        return role->interactive ? LockoutKind::Console : LockoutKind::Pipeline;
    const Client* client = find(design, Id<Client>{from.value});
    if (client && client->clientKind == ClientKind::Operator) return LockoutKind::Console;
    if (client && client->clientKind == ClientKind::Pipeline) return LockoutKind::Pipeline;
    return std::nullopt;
}

std::vector<OutsideRole> outsideRoles(const Design& design) {
    std::vector<OutsideRole> found;
    const auto add = [&](const Role* role, LockoutKind kind) {
        if (!role || !isOurs(design, role->account)) return;
        const auto at = std::ranges::find(found, role, &OutsideRole::role);
        if (at == found.end()) found.push_back({role, kind});
    };
    for (const Role& role : design.roles)
        if (role.interactive) add(&role, LockoutKind::Console);
    for (const Client& client : design.clients)
        if (const auto kind = outsideKindOf(design, client.id)) add(find(design, client.role), *kind);
    for (const Flow& flow : design.flows)
        if (const Role* role = find(design, Id<Role>{flow.from.value})) add(role, LockoutKind::Pipeline);
    return found;
}

bool isManaging(const ServiceUse* use, string_view action) {
    return use && std::ranges::find(use->managing, action) != use->managing.end();
}

/// How a call on that way reaches AWS.
string howOf(const Branch& way, std::optional<LockoutKind> outsideKind) {
    if (way.endpoint && way.road != Road::Internet) return "through " + string(labelOf(*way.endpoint));
    if (outsideKind) return string(*outsideKind == LockoutKind::Console ? atConsole : outside);
    return "over the internet, through no endpoint";
}

bool isSameWay(const Branch& a, const Branch& b) {
    return a.endpoint == b.endpoint && a.road == b.road && a.privateAddress == b.privateAddress &&
           a.publicAddress == b.publicAddress;
}

class Gathering {
public:
    Gathering(const Network& network, const DraftPlace& place) : network_(network), place_(place) {}

    void addFlows();
    void addOutside(const ServiceResource& target, const Id<Role>& administrator);
    void addForwarded(const ServiceResource& target, const Id<Role>& administrator);
    void addKeyUses(const ServiceResource& key);
    void add(std::vector<DraftCaller> callers) { std::ranges::move(callers, std::back_inserter(found_)); }
    std::vector<DraftCaller> take() { return std::move(found_); }

private:
    const Design& design() const { return network_.design(); }
    void addFlow(const Flow& flow, const ServiceResource& target);
    void addWay(const Flow& flow, const ServiceResource& target, const Branch& way);
    std::vector<string> notOnFlows(std::span<const string_view> actions, const Role& role,
                                   const ServiceResource& target) const;
    DraftCaller outsideCaller(const OutsideRole& each, const ServiceResource& target) const;
    DraftCaller unnamedCaller(const Id<Role>& administrator, const ServiceResource& target) const;
    void addActions(DraftCaller caller, LockoutKind kind, std::vector<string> actions);

    const Network& network_;
    const DraftPlace& place_;
    std::vector<DraftCaller> found_;
};

void Gathering::addFlows() {
    for (const Flow& flow : design().flows) {
        if (!isWanted(flow) || (place_.resource && flow.to.value != place_.row.value)) continue;
        if (const auto* target = find(design(), Id<ServiceResource>{flow.to.value})) addFlow(flow, *target);
    }
}

void Gathering::addFlow(const Flow& flow, const ServiceResource& target) {
    std::vector<Branch> seen;
    for (const Branch& way : openWays(network_, flow)) {
        const bool passes = way.endpoint && way.road != Road::Internet && way.endpoint->id.value == place_.row.value;
        if (place_.type == PolicyType::Endpoint && !passes) continue;
        if (std::ranges::any_of(seen, [&](const Branch& each) { return isSameWay(each, way); })) continue;
        seen.push_back(way);
        addWay(flow, target, way);
    }
}

void Gathering::addWay(const Flow& flow, const ServiceResource& target, const Branch& way) {
    const auto kind = outsideKindOf(design(), flow.from);
    DraftCaller caller;
    caller.kind = kind.value_or(LockoutKind::Caller);
    caller.who = flow.from;
    caller.name = nameOf(design(), flow.from);
    caller.how = howOf(way, kind);
    caller.source = kind ? outsideSource : keysSource;
    caller.flow = flow;
    caller.isDrawn = caller.isToldAnyway = true;
    caller.target = target.id;
    caller.way = way;
    const ServiceUse* use = useOf(prefixOf(target));
    std::vector<string> managing;
    std::vector<string> others;
    for (const string& action : flow.actions) (kind && isManaging(use, action) ? managing : others).push_back(action);
    addActions(caller, caller.kind, std::move(others));
    addActions(caller, LockoutKind::Administrator, std::move(managing));
}

void Gathering::addActions(DraftCaller caller, LockoutKind kind, std::vector<string> actions) {
    if (actions.empty()) return;
    caller.kind = kind;
    caller.actions = std::move(actions);
    caller.flow.actions = caller.actions;
    found_.push_back(std::move(caller));
}

/// Those that no flow of the role to the target asks for already.
std::vector<string> Gathering::notOnFlows(std::span<const string_view> actions, const Role& role,
                                          const ServiceResource& target) const {
    std::vector<string> left;
    for (const string_view action : actions) {
        const bool isAsked = std::ranges::any_of(found_, [&](const DraftCaller& each) {
            return each.isDrawn && each.target == AnyId(target.id) && each.kind != LockoutKind::Caller &&
                   signingRole(design(), each.flow) == &role &&
                   std::ranges::find(each.actions, action) != each.actions.end();
        });
        if (!isAsked) left.emplace_back(action);
    }
    return left;
}

DraftCaller Gathering::outsideCaller(const OutsideRole& each, const ServiceResource& target) const {
    DraftCaller caller;
    caller.kind = each.kind;
    caller.who = each.role->id;
    caller.name = labelOf(*each.role);
    caller.how = each.kind == LockoutKind::Console ? atConsole : outside;
    caller.source = outsideSource;
    caller.flow.from = FlowSource(each.role->id.value);
    caller.flow.to = FlowTarget(target.id.value);
    caller.target = target.id;
    caller.way = wayFromOutside();
    return caller;
}

DraftCaller Gathering::unnamedCaller(const Id<Role>& administrator, const ServiceResource& target) const {
    const Role& role = *find(design(), administrator);
    DraftCaller caller = outsideCaller({&role, LockoutKind::Console}, target);
    caller.signs = DraftCaller::Signs::UnnamedRole;
    const Account* owner = ownerOf(network_, target);
    caller.who = owner ? AnyId(owner->id) : AnyId();
    caller.name = "administrators of " + (owner ? string(labelOf(*owner)) : "the account");
    return caller;
}

void Gathering::addOutside(const ServiceResource& target, const Id<Role>& administrator) {
    const ServiceUse* use = useOf(prefixOf(target));
    if (!use) return;
    for (const OutsideRole& each : outsideRoles(design())) {
        if (each.role->id == administrator) continue;
        const DraftCaller caller = outsideCaller(each, target);
        addActions(caller, caller.kind, notOnFlows(use->actions, *each.role, target));
        addActions(caller, LockoutKind::Administrator, notOnFlows(use->managing, *each.role, target));
    }
    if (!administrator) return;
    const DraftCaller caller = unnamedCaller(administrator, target);
    addActions(caller, LockoutKind::Console, {use->actions.begin(), use->actions.end()});
    addActions(caller, LockoutKind::Administrator, {use->managing.begin(), use->managing.end()});
}

void Gathering::addForwarded(const ServiceResource& target, const Id<Role>& administrator) {
    const ServiceUse* use = useOf(prefixOf(target));
    if (!use) return;
    const auto add = [&](DraftCaller caller, const ForwardingService& service) {
        caller.how = "calling on for " + caller.name + ", through no endpoint";
        caller.name = service.name;
        caller.source = forwardSource;
        caller.forwardedBy = service.principal;
        addActions(std::move(caller), LockoutKind::ForwardAccess, {service.actions.begin(), service.actions.end()});
    };
    for (const ForwardingService& service : use->forwarding) {
        for (const OutsideRole& each : outsideRoles(design()))
            if (each.role->id != administrator) add(outsideCaller(each, target), service);
        if (administrator) add(unnamedCaller(administrator, target), service);
    }
}

/// What is encrypted with the key is decrypted by its service, which calls AWS KMS for whoever asked (F-185).
void Gathering::addKeyUses(const ServiceResource& key) {
    for (const ServiceResource& resource : design().resources) {
        if (resource.encryptionKey != key.id) continue;
        const string prefix(prefixOf(resource));
        const IamService* service = IamCatalog::builtIn().service(prefix);
        if (prefix.empty() || !service) continue;
        for (const Flow& flow : design().flows) {
            if (!isWanted(flow) || flow.to.value != resource.id.value || !signingRole(design(), flow)) continue;
            std::vector<string> actions;
            for (const string& action : flow.actions) {
                for (const string_view asked : keyActionsFor(action))
                    if (std::ranges::find(actions, asked) == actions.end()) actions.emplace_back(asked);
            }
            DraftCaller caller;
            caller.who = flow.from;
            caller.name = service->title();
            caller.how = "calling on for " + nameOf(design(), flow.from) + ", which asks for " +
                         string(labelOf(resource)) + ", through no endpoint";
            caller.source = keySource;
            caller.forwardedBy = prefix + ".amazonaws.com";
            caller.flow = flow;
            caller.flow.to = FlowTarget(key.id.value);
            caller.flow.resourceArn.clear();
            caller.isToldAnyway = true;
            caller.target = key.id;
            caller.way = wayFromOutside();
            addActions(std::move(caller), LockoutKind::ForwardAccess, std::move(actions));
        }
    }
}

/// The resources in whose calls a policy of its own has a say beyond the flows.
std::vector<const ServiceResource*> targetsOf(const Network& network, const DraftPlace& place) {
    if (place.type == PolicyType::Endpoint) return {};
    if (place.resource) return {place.resource};
    std::vector<const ServiceResource*> targets;
    for (const ServiceResource& resource : network.design().resources) {
        const Account* owner = resource.awsOwned ? nullptr : ownerOf(network, resource);
        if (owner && owner->trusted) targets.push_back(&resource);
    }
    return targets;
}

}  // namespace

string_view prefixOf(const ServiceResource& target) {
    const Service* service = Catalog::builtIn().service(target.service);
    return service ? service->iamPrefix : string_view{};
}

const Account* ownerOf(const Network& network, const ServiceResource& target) {
    return CallRequest(network, Flow{}, target).owner();
}

bool drawsAdministrator(const Network& network, const ServiceResource& target) {
    const Account* owner = ownerOf(network, target);
    return std::ranges::any_of(outsideRoles(network.design()), [&](const OutsideRole& each) {
        const Account* account = find(network.design(), each.role->account);
        return each.kind == LockoutKind::Console && (!account || !owner || account == owner);
    });
}

std::vector<DraftCaller> callersOf(const Network& network, const DraftPlace& place, const PolicyDocument* before,
                                   const PolicyDocument& draft, const Id<Role>& administrator) {
    Gathering gathering(network, place);
    gathering.addFlows();
    for (const ServiceResource* target : targetsOf(network, place)) {
        gathering.addOutside(*target, administrator);
        // Policies of a principal say nothing to services that call by a principal of their own.
        if (place.type == PolicyType::Resource)
            gathering.add(deliveriesTo(network, *target, before, &draft));
        else if (place.type == PolicyType::ResourceControl)
            gathering.add(deliveriesTo(network, *target, target->policy ? &*target->policy : nullptr, nullptr));
        gathering.addForwarded(*target, administrator);
        if (target->service == "kms") gathering.addKeyUses(*target);
    }
    return gathering.take();
}

}  // namespace gw
