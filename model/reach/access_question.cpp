#include "model/reach/access_question.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "model/catalog/catalog.h"
#include "model/design/references.h"
#include "model/policy/arn.h"
#include "model/reach/permission.h"
#include "model/reach/supposed_request.h"
#include "model/reach/ways.h"

namespace gw {
namespace {

using std::string;
using std::string_view;

/// Condition keys that follow from the way, as people look for them.
constexpr std::array<string_view, 4> keysOfTheWay{"aws:SourceVpce", "aws:SourceVpc", "aws:VpcSourceIp", "aws:SourceIp"};

string serviceOf(string_view action) {
    return lowerCase(action.substr(0, action.find(':')));
}

/// The service of the catalogue whose actions have the prefix; the prefix itself where there is none.
string catalogServiceOf(const string& prefix) {
    const Catalog& catalog = Catalog::builtIn();
    if (catalog.service(prefix)) return prefix;
    for (const Service& each : catalog.services())
        if (each.iamPrefix == prefix) return string(each.name);
    return prefix;
}

/// Whether the ARN is the resource's own, or that of something in it.
bool isOf(const ServiceResource& resource, string_view arn) {
    if (resource.arn.empty() || resource.arn == "*" || !arn.starts_with(resource.arn)) return false;
    return arn.size() == resource.arn.size() || string_view("/:").find(arn[resource.arn.size()]) != string_view::npos;
}

/// A call as the question means it. What stands in no design gets a row in one of its own, so that it is judged as all
/// else is.
class SupposedCall {
public:
    SupposedCall(const Network& network, const AccessQuestion& question) : design_(network.design()) {
        flow_.id = {"asked"};
        flow_.actions = {question.action};
        flow_.from = FlowSource(question.from.value);
    }

    Status findTarget(const AccessQuestion& question) {
        if (const auto* row = find(design_, Id<ServiceResource>{question.resource})) {
            target_ = *row;
        } else if (question.resource == "*" || question.resource.starts_with("arn:")) {
            const auto of = std::ranges::find_if(
                design_.resources, [&](const ServiceResource& each) { return isOf(each, question.resource); });
            if (of != design_.resources.end())
                target_ = *of;
            else
                target_.service = catalogServiceOf(serviceOf(question.action));
            flow_.resourceArn = question.resource;
            if (const auto arn = Arn::parse(question.resource); arn && target_.id.value.empty()) {
                for (const Region& region : design_.regions)
                    if (region.code == arn->region) target_.region = region.id;
                target_.name = question.resource;
                target_.arn = question.resource;
            }
        } else {
            return fail("\"" + question.resource +
                        "\" is neither a resource of the design nor an ARN. Choose one, or write its ARN.");
        }
        flow_.to = FlowTarget(target_.id.value);
        return {};
    }

    Status findPrincipal(const AccessQuestion& question) {
        const string& name = question.principal;
        if (name.empty()) return {};
        if (find(design_, Id<Role>{name})) {
            flow_.role = {name};
            return {};
        }
        const RequestPrincipal principal = RequestPrincipal::of(name);
        switch (principal.kind()) {
            case RequestPrincipal::Kind::Anonymous:
                flow_.principal = FlowPrincipal::Anonymous;
                return {};
            case RequestPrincipal::Kind::External:
                if (name.find('.') == string::npos)
                    return fail("\"" + name +
                                "\" is no principal. Write an ARN, twelve digits, a service such as "
                                "lambda.amazonaws.com, or * for nobody.");
                flow_.principal = FlowPrincipal::AwsService;
                break;
            default:
                standIn(principal);
        }
        principal_ = principal;
        return {};
    }

    /// The request with the principal that no row of the design can be.
    AccessRequest supposed(AccessRequest request) const {
        if (!principal_) return request;
        RequestContext context = request.context();
        using Kind = RequestPrincipal::Kind;
        const Kind kind = principal_->kind();
        if (kind == Kind::External) {
            context.set("aws:PrincipalIsAWSService", "true");
            context.set("aws:PrincipalServiceName", principal_->name());
            context.setUnknown("aws:SourceArn");
            context.setUnknown("aws:SourceAccount");
        } else {
            const bool isRoot = kind == Kind::Root;
            const string root = "arn:" + principal_->partition() + ":iam::" + principal_->account() + ":root";
            context.set("aws:PrincipalArn", isRoot ? root : principal_->name());
            context.set("aws:PrincipalType", isRoot               ? "Account"
                                             : kind == Kind::User ? "User"
                                             : kind == Kind::Role ? "AssumedRole"
                                                                  : "FederatedUser");
            if (kind == Kind::User)
                context.set("aws:username", principal_->name().substr(principal_->name().rfind('/') + 1));
        }
        return AccessRequest(request.action(), request.resource(), *principal_, std::move(context));
    }

    const Design& design() const { return design_; }
    const Flow& flow() const { return flow_; }
    const ServiceResource& target() const { return target_; }
    bool isStranger() const { return principal_.has_value(); }

private:
    /// A role of the same account without a policy that is drawn, so that those that are drawn are asked.
    void standIn(const RequestPrincipal& principal) {
        const auto known = std::ranges::find_if(
            design_.accounts, [&](const Account& each) { return each.number.text() == principal.account(); });
        Id<Account> account;
        if (known == design_.accounts.end()) {
            Account made;
            made.id = {freeId(design_, "asked-account")};
            if (auto number = AccountNumber::parse(principal.account())) made.number = *std::move(number);
            made.trusted = false;
            account = made.id;
            design_.accounts.put(std::move(made));
        } else {
            account = known->id;
        }
        Role role;
        role.id = {freeId(design_, "asked-role")};
        role.name = principal.name();
        role.account = account;
        flow_.role = role.id;
        design_.roles.put(std::move(role));
    }

    Design design_;
    Flow flow_;
    ServiceResource target_;
    std::optional<RequestPrincipal> principal_;
};

string addressesOf(const Design& design, const NatGateway& nat) {
    string text;
    for (const auto& id : nat.elasticIps)
        if (const ElasticIp* address = find(design, id); address && address->address)
            text += (text.empty() ? "" : ", ") + address->address->text();
    return text;
}

/// The way in the design; the endpoint's addresses are those of who calls, where the network leads there.
Result<Branch> branchOf(const Network& network, const SupposedCall& call, const AccessWay& way) {
    const Design& design = network.design();
    Branch branch;
    branch.road = Road::Internet;
    if (way.kind == AccessWay::Kind::Nat) {
        const NatGateway* nat = find(design, Id<NatGateway>{way.through.value});
        if (!nat) return fail("The design has no NAT gateway \"" + way.through.value + "\".");
        branch.publicAddress = addressesOf(design, *nat);
    } else if (way.kind == AccessWay::Kind::Endpoint) {
        const Endpoint* endpoint = find(design, Id<Endpoint>{way.through.value});
        if (!endpoint) return fail("The design has no endpoint \"" + way.through.value + "\".");
        branch = wayThrough(*endpoint);
        if (call.target().id.value.empty() || call.flow().from.value.empty()) return branch;
        for (const Branch& open : openWays(network, call.flow()))
            if (open.endpoint && open.endpoint->id == endpoint->id) return open;
    }
    return branch;
}

string placeOf(const StatementName& statement) {
    if (!statement.sid.empty()) return statement.sid;
    return statement.index ? "statement " + std::to_string(*statement.index + 1) : string();
}

/// "the call sends \"vpce-s3\"", "the call sends none", "it is not known what the call sends".
string sentFor(const AccessRequest& request, const string& key) {
    const RequestContext::Lookup found = request.context().find(lowerCase(key));
    if (found.presence == RequestContext::Presence::Unknown) return "what the call sends is not known";
    if (found.presence == RequestContext::Presence::Absent || !found.values) return "the call sends none";
    string text;
    for (const string& value : *found.values) text += (text.empty() ? "\"" : ", \"") + value + "\"";
    return "the call sends " + text;
}

string saysOf(const StatementFinding& finding, const AccessRequest& request) {
    if (finding.match == Match::Yes) return finding.allows ? "allows" : "denies";
    string does = finding.match == Match::Unknown ? "may match" : "does not match";
    const string_view against = finding.against;
    if (!finding.conditionKey.empty())
        return does + ": its Condition " + finding.conditionOperator + " " + finding.conditionKey + "; " +
               sentFor(request, finding.conditionKey);
    if (against.empty()) return does;
    if (against.ends_with("Action")) return does + ": its " + string(against) + "; the call is " + request.action();
    if (against.ends_with("Resource"))
        return does + ": its " + string(against) + "; the call asks for " + request.resource().arn;
    if (against.ends_with("Principal")) {
        const string& name = request.principal().name();
        return does + ": its " + string(against) + "; " + (name.empty() ? "nobody signs" : name + " signs");
    }
    return does + ": its " + string(against);
}

void addPolicies(std::vector<AskedPolicy>& into, const HeardRequest& heard) {
    const bool atEndpoint = !heard.grants->grants.endpoint.empty();
    std::vector<AskedPolicy> own;
    for (const StatementFinding& each : heard.told.statements) {
        // Those that stand in for what is not drawn have no name; an endpoint is asked alone.
        if (each.statement.policy.empty() || (atEndpoint && each.statement.type != PolicyType::Endpoint)) continue;
        auto at = std::ranges::find_if(own, [&](const AskedPolicy& policy) {
            return policy.type == each.statement.type && policy.name == each.statement.policy;
        });
        if (at == own.end()) {
            AskedPolicy policy;
            policy.type = each.statement.type;
            policy.name = each.statement.policy;
            policy.action = heard.request.action();
            if (const PolicyOwner* owner = heard.grants->ownerOf(policy.type, policy.name)) {
                policy.row = owner->row;
                policy.owner = string(owner->rowName);
            }
            own.push_back(std::move(policy));
            at = std::prev(own.end());
        }
        const bool decides = std::ranges::find(heard.told.decidedBy, each.statement) != heard.told.decidedBy.end();
        at->statements.push_back(
            {placeOf(each.statement), each.allows, each.match, saysOf(each, heard.request), decides});
    }
    into.insert(into.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
}

string nameOfPrincipal(const SupposedCall& call, const AccessRequest& request) {
    if (const Role* role = signingRole(call.design(), call.flow())) return string(labelOf(*role));
    return request.principal().name().empty() || request.principal().name() == "*" ? "Whoever does not sign"
                                                                                   : request.principal().name();
}

string summaryOf(const string& who, const AccessQuestion& question, const string& asked, Outcome outcome,
                 const string& way) {
    const string what = question.action + " on " + asked + (way.empty() ? "" : " " + way) + ".";
    switch (outcome) {
        case Outcome::Passed:
            return who + " may do " + what;
        case Outcome::Blocked:
            return who + " may not do " + what;
        case Outcome::Unknown:
            return "Whether " + who + " may do " + question.action + " on " + asked + " cannot be told.";
        case Outcome::NotJudged:
            break;
    }
    return "As far as policies are drawn, " + who + " may do " + what;
}

string wordsOf(const Design& design, const AccessWay& way) {
    if (way.kind == AccessWay::Kind::Endpoint) return "through " + nameOf(design, way.through);
    if (way.kind == AccessWay::Kind::Nat) return "over " + nameOf(design, way.through);
    return "through no endpoint";
}

Status lackOf(const AccessQuestion& question) {
    if (question.principal.empty() && !question.from)
        return fail("The principal is not said. Choose a role, or write an ARN.");
    if (question.resource.empty()) return fail("The resource is not said. Choose one, or write its ARN.");
    if (question.action.find(':') == string::npos)
        return fail("Which action is asked about is not said. Choose one, such as s3:GetObject.");
    return {};
}

/// The call of the question, read; its design is the one of the network, and what stands in that one beside.
Result<SupposedCall> callOf(const Network& network, const AccessQuestion& question) {
    if (const Status lack = lackOf(question); !lack) return tl::unexpected(lack.error());
    SupposedCall call(network, question);
    if (const Status found = call.findTarget(question); !found) return tl::unexpected(found.error());
    if (const Status found = call.findPrincipal(question); !found) return tl::unexpected(found.error());
    if (question.principal.empty() && !signingRole(call.design(), call.flow()))
        return fail(nameOf(network.design(), question.from) + " has no role. Choose who signs.");
    return call;
}

}  // namespace

Result<AccessAnswer> ask(const Network& network, const AccessQuestion& question) {
    const auto call = callOf(network, question);
    if (!call) return tl::unexpected(call.error());
    // The ways are those of the design that is drawn; who stands in for a stranger changes none of them.
    const Network own(call->design());
    const auto branch = branchOf(own, *call, question.way);
    if (!branch) return tl::unexpected(branch.error());
    std::vector<HeardRequest> heard;
    PolicyJudge judge(own, call->flow(), call->target(),
                      [&](AccessRequest request) { return call->supposed(std::move(request)); });
    const Permission permission = judge.judge(*branch, &heard);
    AccessAnswer answer;
    answer.outcome = permission.outcome;
    if (permission.outcome == Outcome::Passed && permission.isOpen) answer.outcome = Outcome::NotJudged;
    answer.missing = permission.missing;
    for (const Ruling& ruling : permission.rulings) {
        const AnyId subject{string(ruling.subject)};
        answer.reasons.push_back(
            {ruling.stage, ruling.outcome, ruling.note, contains(network.design(), subject) ? subject : AnyId()});
    }
    for (const HeardRequest& each : heard) addPolicies(answer.policies, each);
    for (AskedPolicy& policy : answer.policies)
        if (policy.row && !contains(network.design(), policy.row)) policy.row = {};
    const CallRequest plain(own, call->flow(), call->target());
    const AskedArn arn = plain.arnFor(question.action);
    const AccessRequest request = call->supposed(plain.on(*branch, question.action, arn));
    // What is one of many is told by what all of them begin with.
    answer.asked = arn.isSure() ? arn.text : arn.text.substr(0, arn.sure) + "\u2026";
    answer.target = AnyId(call->target().id.value);
    answer.principal = request.principal().name();
    for (const string_view key : keysOfTheWay) {
        const RequestContext::Lookup found = request.context().find(lowerCase(key));
        if (found.presence == RequestContext::Presence::Unknown) continue;
        answer.context.emplace_back(key, found.values && !found.values->empty() ? found.values->front() : string());
    }
    answer.summary = summaryOf(nameOfPrincipal(*call, request), question, answer.asked, answer.outcome,
                               wordsOf(network.design(), question.way));
    return answer;
}

std::vector<OfferedWay> waysOffered(const Network& network, const AccessQuestion& question) {
    const Design& design = network.design();
    std::vector<OfferedWay> offered;
    const auto add = [&](AccessWay way, bool isTraced) {
        if (std::ranges::any_of(offered, [&](const OfferedWay& each) { return each.way == way; })) return;
        offered.push_back({way, wordsOf(design, way), isTraced});
    };
    if (const auto call = callOf(network, question); call && !call->target().id.value.empty() && question.from) {
        Flow flow = call->flow();
        flow.role = {};
        for (const Branch& branch : openWays(network, flow)) {
            if (branch.endpoint && branch.road != Road::Internet)
                add({AccessWay::Kind::Endpoint, branch.endpoint->id}, true);
            for (const Waypoint& point : branch.via)
                if (branch.road == Road::Internet && find(design, Id<NatGateway>{string(point.id)}))
                    add({AccessWay::Kind::Nat, AnyId(string(point.id))}, true);
            if (branch.road == Road::Internet && branch.via.empty()) add({}, true);
        }
    }
    const string prefix = serviceOf(question.action);
    for (const Endpoint& endpoint : design.endpoints) {
        const Service* service = Catalog::builtIn().service(endpoint.service);
        if (service && (prefix.empty() || service->iamPrefix == prefix))
            add({AccessWay::Kind::Endpoint, endpoint.id}, false);
    }
    for (const NatGateway& nat : design.natGateways) add({AccessWay::Kind::Nat, nat.id}, false);
    add({}, false);
    return offered;
}

}  // namespace gw
