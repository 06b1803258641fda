#include "model/reach/access_question.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "model/catalog/catalog.h"
#include "model/catalog/iam.h"
#include "model/core/words.h"
#include "model/design/references.h"
#include "model/reach/ends.h"
#include "model/reach/permission.h"
#include "model/reach/supposed_call.h"
#include "model/reach/supposed_request.h"
#include "model/reach/ways.h"

namespace gw {
namespace {

using std::string;
using std::string_view;

/// Condition keys that follow from the way, as people look for them.
constexpr std::array<string_view, 4> keysOfTheWay{"aws:SourceVpce", "aws:SourceVpc", "aws:VpcSourceIp", "aws:SourceIp"};

/// The way in the design, once for each address under which the call may arrive; those of who calls, where the network
/// leads there. Never none.
Result<std::vector<Branch>> branchesOf(const Network& network, const SupposedCall& call, const AccessWay& way) {
    const Design& design = network.design();
    std::vector<Branch> branches;
    if (way.kind == AccessWay::Kind::Endpoint) {
        const Endpoint* endpoint = find(design, Id<Endpoint>{way.through.value});
        if (!endpoint) return fail("The design has no endpoint \"" + way.through.value + "\".");
        if (!call.target().id.value.empty() && !call.flow().from.value.empty())
            for (Branch& open : openWays(network, call.flow()))
                if (open.endpoint == endpoint && open.road != Road::Internet) branches.push_back(std::move(open));
        if (branches.empty()) branches.push_back(wayThrough(*endpoint));
        return branches;
    }
    std::vector<string> addresses;
    if (way.kind == AccessWay::Kind::Nat) {
        const NatGateway* nat = find(design, Id<NatGateway>{way.through.value});
        if (!nat) return fail("The design has no NAT gateway \"" + way.through.value + "\".");
        addresses = addressesOf(design, nat->elasticIps);
    }
    if (addresses.empty()) addresses.emplace_back();
    for (string& address : addresses) {
        Branch branch;
        branch.road = Road::Internet;
        branch.publicAddress = std::move(address);
        branches.push_back(std::move(branch));
    }
    return branches;
}

/// What policies said to the call on one of the ways.
struct HeardWay {
    Permission permission{};
    std::vector<HeardRequest> heard{};
};

/// What decides where the ways differ: one that is refused, then one that is not known.
std::size_t tellingWay(const std::vector<HeardWay>& ways) {
    for (const Outcome outcome : {Outcome::Blocked, Outcome::Unknown})
        for (std::size_t i = 0; i < ways.size(); ++i)
            if (ways[i].permission.outcome == outcome) return i;
    return 0;
}

string addressOf(const Branch& branch) {
    const string& address = branch.road == Road::Internet ? branch.publicAddress : branch.privateAddress;
    return address.empty() ? "an address that is not drawn" : address;
}

/// "allowed from 198.51.100.7 and denied from 198.51.100.8"; empty where all ways come to the same.
string differenceOf(const std::vector<Branch>& branches, const std::vector<HeardWay>& ways) {
    struct Word {
        Outcome outcome;
        const char* says;
    };
    std::vector<string> parts;
    for (const auto& [outcome, says] : {Word{Outcome::Passed, "allowed from "}, Word{Outcome::Blocked, "denied from "},
                                        Word{Outcome::Unknown, "not known from "}}) {
        std::vector<string> addresses;
        for (std::size_t i = 0; i < ways.size(); ++i)
            if (ways[i].permission.outcome == outcome) addresses.push_back(addressOf(branches[i]));
        if (!addresses.empty()) parts.push_back(says + listedWords(addresses));
    }
    return parts.size() > 1 ? listedWords(parts) : string();
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

}  // namespace

Result<AccessAnswer> ask(const Network& network, const AccessQuestion& question) {
    const auto call = SupposedCall::of(network, question);
    if (!call) return tl::unexpected(call.error());
    // The ways are those of the design that is drawn; who stands in for a stranger changes none of them.
    const Network own(call->design());
    const auto branches = branchesOf(own, *call, question.way);
    if (!branches) return tl::unexpected(branches.error());
    PolicyJudge judge(own, call->flow(), call->target(),
                      [&](AccessRequest request) { return call->supposed(std::move(request)); });
    std::vector<HeardWay> ways(branches->size());
    for (std::size_t i = 0; i < ways.size(); ++i) ways[i].permission = judge.judge((*branches)[i], &ways[i].heard);
    const std::size_t told = tellingWay(ways);
    const Permission& permission = ways[told].permission;
    const string difference = differenceOf(*branches, ways);

    AccessAnswer answer;
    answer.outcome = difference.empty() ? permission.outcome : Outcome::Unknown;
    if (answer.outcome == Outcome::Passed && permission.isOpen) answer.outcome = Outcome::NotJudged;
    if (!difference.empty()) answer.missing.push_back("From which address the call comes: it is " + difference + ".");
    answer.missing.insert(answer.missing.end(), permission.missing.begin(), permission.missing.end());
    for (const Ruling& ruling : permission.rulings) {
        const AnyId subject{string(ruling.subject)};
        answer.reasons.push_back(
            {ruling.stage, ruling.outcome, ruling.note, contains(network.design(), subject) ? subject : AnyId()});
    }
    for (const HeardRequest& each : ways[told].heard) addPolicies(answer.policies, each);
    for (AskedPolicy& policy : answer.policies)
        if (policy.row && !contains(network.design(), policy.row)) policy.row = {};
    const CallRequest plain(own, call->flow(), call->target());
    const AskedArn arn = plain.arnFor(question.action);
    const AccessRequest request = call->supposed(plain.on((*branches)[told], question.action, arn));
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
    if (const auto call = SupposedCall::of(network, question);
        call && !call->target().id.value.empty() && question.from) {
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
    const string prefix = lowerCase(servicePrefixOf(question.action));
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
