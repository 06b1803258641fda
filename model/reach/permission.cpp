#include "model/reach/permission.h"

#include <algorithm>
#include <iterator>

#include "model/core/words.h"
#include "model/reach/key_use.h"
#include "model/reach/permission_words.h"

namespace gw {
namespace {

using std::string;
using std::string_view;

struct Codes {
    Stage stage;
    Code allows;
    Code implicit;
    Code explicitly;
};

Codes codesOf(PolicyType type) {
    switch (type) {
        case PolicyType::Endpoint:
            return {Stage::EndpointPolicy, Code::PolicyEndpointAllows, Code::PolicyEndpointImplicit,
                    Code::PolicyEndpointExplicit};
        case PolicyType::Resource:
        case PolicyType::Trust:
            return {Stage::ResourcePolicy, Code::PolicyResourceAllows, Code::PolicyResourceImplicit,
                    Code::PolicyResourceExplicit};
        case PolicyType::ResourceControl:
            return {Stage::ResourcePolicy, Code::PolicyResourceAllows, Code::PolicyResourceImplicit,
                    Code::PolicyRcpExplicit};
        case PolicyType::ServiceControl:
            return {Stage::IdentityPolicy, Code::PolicyIdentityAllows, Code::PolicyScpImplicit,
                    Code::PolicyScpExplicit};
        case PolicyType::Boundary:
            return {Stage::IdentityPolicy, Code::PolicyIdentityAllows, Code::PolicyBoundaryImplicit,
                    Code::PolicyBoundaryExplicit};
        case PolicyType::Identity:
        case PolicyType::Session:
            break;
    }
    return {Stage::IdentityPolicy, Code::PolicyIdentityAllows, Code::PolicyIdentityImplicit,
            Code::PolicyIdentityExplicit};
}

/// Answers whoever signs, whatever policies of IAM say (AWS STS API Reference, GetCallerIdentity, GetSessionToken).
bool needsNoPermission(string_view action) {
    return action == "sts:GetCallerIdentity" || action == "sts:GetSessionToken";
}

/// The request as an endpoint's policy is asked: whether a bucket lets the public in is for the bucket to say.
AccessRequest atEndpoint(const AccessRequest& asked) {
    RequestedResource resource = asked.resource();
    resource.restrictsPublicBuckets = false;
    return AccessRequest(string(asked.action()), std::move(resource), asked.principal(), asked.context());
}

}  // namespace

bool dependsOnArn(const Evaluation& told, const Grants& grants, const AskedArn& arn) {
    if (arn.isSure() || told.result == AccessResult::ExplicitlyDenied) return false;
    const bool allowing = told.result == AccessResult::ImplicitlyDenied;
    const string_view sure = string_view(arn.text).substr(0, arn.sure);
    return std::ranges::any_of(told.statements, [&](const StatementFinding& each) {
        if (each.allows != allowing || each.match == Match::Yes || !each.against.ends_with("Resource")) return false;
        const CompiledStatement* statement = statementOf(grants, each.statement);
        return statement && statement->mayNameFrom(sure);
    });
}

/// One thing that policies say, of several actions alike.
struct PolicyJudge::Said {
    Ruling ruling{};
    string reason{};
    string arn{};          ///< what the first of the actions asks for
    string_view target{};  ///< the name of that
    std::vector<string> actions{};
};

/// The key that what is called is encrypted with, as its service asks for it on the caller's behalf.
struct PolicyJudge::KeyUse {
    KeyUse(const Network& network, const Flow& flow, const ServiceResource& key)
        : resource(key), asked(flow), request(network, asked, key), grants(grantsOf(network, request, asked, key)) {}

    const ServiceResource& resource;
    Flow asked;
    CallRequest request;
    CallGrants grants;
};

/// Gathers what is said of each action.
class PolicyJudge::Answer {
public:
    explicit Answer(const PolicyJudge& judge, const Branch& branch) : judge_(judge), branch_(branch) {}

    void begin(const string& action, const AskedArn& arn) {
        main_ = action_ = &action;
        arn_ = &arn;
        outcome_ = Outcome::Passed;
        of_ = &judge_.target_;
    }
    /// The call needs that as well, of another resource.
    void alsoNeeds(const string& action, const AskedArn& arn, const ServiceResource& of) {
        action_ = &action;
        arn_ = &arn;
        of_ = &of;
        saidNow_.clear();
    }
    void endpoint(const Evaluation& told, const CallGrants& grants);
    void defaultEndpoint() {
        say(Stage::EndpointPolicy, Code::PolicyDefaultEndpoint, Outcome::Passed, endpointId(), endpointName());
    }
    void rest(const Evaluation& told, const CallGrants& grants);
    void noPolicy(string reason) { sayOfTarget(Code::PolicyNone, Outcome::Passed, std::move(reason)); }
    /// A private API cannot be deployed without a policy, and lets nobody in (API Gateway Developer Guide, "Private
    /// REST APIs").
    void closedApi() {
        sayOfTarget(Code::PolicyResourceImplicit, Outcome::Blocked, "It has none, and private APIs need one.");
    }
    void end();
    Permission take();

private:
    string_view endpointId() const { return branch_.endpoint->id.value; }
    string_view endpointName() const { return labelOf(*branch_.endpoint); }
    /// What is spoken of: what is called, or the key behind it.
    string_view targetId() const { return of_->id.value; }
    string_view targetName() const { return labelOf(*of_); }
    const Role* role() const { return judge_.request_.signer().role; }

    void say(Stage stage, Code code, Outcome outcome, string_view subject, string_view name, string reason = {},
             string decided = {});
    void sayOfTarget(Code code, Outcome outcome, string reason = {}, string decided = {}) {
        say(Stage::ResourcePolicy, code, outcome, targetId(), targetName(), std::move(reason), std::move(decided));
    }
    void sayOpen() {
        permission_.isOpen = true;
        say(Stage::IdentityPolicy, Code::PolicyNotJudged, Outcome::NotJudged, role()->id.value, labelOf(*role()));
    }
    /// What decided for certain: statements that allow or deny, or policies that would have to allow.
    void tell(const Evaluation& told, const CallGrants& grants);
    void unknown(const Evaluation& told, const CallGrants& grants);
    void tellRoleBeside(const Evaluation& told);
    bool isSaid(Stage stage) const {
        return std::ranges::any_of(saidNow_, [&](Stage each) { return each == stage; });
    }

    const PolicyJudge& judge_;
    const Branch& branch_;
    const string* main_ = nullptr;    ///< the action of the call
    const string* action_ = nullptr;  ///< that, or one that it needs as well
    const ServiceResource* of_ = nullptr;
    const AskedArn* arn_ = nullptr;
    Outcome outcome_ = Outcome::Passed;
    std::vector<Stage> saidNow_;
    std::vector<Said> all_;
    Permission permission_;
    bool isUnknown_ = false;
};

void PolicyJudge::Answer::say(Stage stage, Code code, Outcome outcome, string_view subject, string_view name,
                              string reason, string decided) {
    if (outcome == Outcome::Blocked || (outcome == Outcome::Unknown && outcome_ == Outcome::Passed)) outcome_ = outcome;
    saidNow_.push_back(stage);
    const auto same = std::ranges::find_if(all_, [&](const Said& each) {
        return each.ruling.stage == stage && each.ruling.code == code && each.ruling.outcome == outcome &&
               each.ruling.subject == subject && each.reason == reason && each.ruling.decided == decided;
    });
    if (same != all_.end()) {
        if (std::ranges::find(same->actions, *action_) == same->actions.end()) same->actions.push_back(*action_);
        return;
    }
    Said said;
    said.ruling.stage = stage;
    said.ruling.code = code;
    said.ruling.outcome = outcome;
    said.ruling.hop = stage == Stage::EndpointPolicy ? endpointId() : string_view(judge_.target_.id.value);
    said.ruling.subject = subject;
    said.ruling.subjectName = name;
    said.ruling.decided = std::move(decided);
    said.reason = std::move(reason);
    said.arn = arn_->text;
    said.target = targetName();
    said.actions.push_back(*action_);
    all_.push_back(std::move(said));
}

void PolicyJudge::Answer::unknown(const Evaluation& told, const CallGrants& grants) {
    const auto missing = [&](string fact) {
        if (std::ranges::find(permission_.missing, fact) == permission_.missing.end())
            permission_.missing.push_back(std::move(fact));
    };
    const bool atEndpoint = !grants.grants.endpoint.empty();
    PolicyType type = atEndpoint ? PolicyType::Endpoint : PolicyType::Identity;
    string why;
    if (!grants.refused.empty()) {
        why = "AWS would refuse the policy of " + string(grants.refused.front()) + " as it stands";
        missing(why + ".");
    } else if (told.result == AccessResult::Unknown) {
        if (!told.decidedBy.empty()) type = told.decidedBy.front().type;
        why = "it depends on " + listedWords(told.missingKeys);
        missing("The value of " + listedWords(told.missingKeys) + " in calls of " + *action_ + ".");
    } else if (!arn_->isSure()) {
        why = "the design does not say which resource is asked for";
        missing("Which " +
                (arn_->sure == 0 ? "ARN " + string(targetName()) + " has"
                                 : "resource under " + arn_->text.substr(0, arn_->sure) + " is asked for") +
                ".");
    } else {
        why = "the design does not say the account of " + string(role() ? labelOf(*role()) : string_view("the caller"));
        missing("The account of " + string(role() ? labelOf(*role()) : string_view("the caller")) + ".");
    }
    const Stage stage = codesOf(type).stage;
    const bool ofRole = stage == Stage::IdentityPolicy && role();
    say(stage, Code::PolicyNotKnown, Outcome::Unknown,
        atEndpoint ? endpointId()
        : ofRole   ? string_view(role()->id.value)
                   : targetId(),
        atEndpoint ? endpointName()
        : ofRole   ? labelOf(*role())
                   : targetName(),
        why);
}

void PolicyJudge::Answer::tell(const Evaluation& told, const CallGrants& grants) {
    const bool implicit = told.result == AccessResult::ImplicitlyDenied;
    const bool allowed = told.result == AccessResult::Allowed;
    for (const StatementName& each : told.decidedBy) {
        const Codes codes = codesOf(each.type);
        // That SCPs, boundary and session allow it too goes without saying.
        if (allowed && each.type != PolicyType::Endpoint && each.type != PolicyType::Identity &&
            each.type != PolicyType::Resource)
            continue;
        const PolicyOwner* owner = grants.ownerOf(each.type, each.policy);
        if (judge_.isOpen_ && each.type == PolicyType::Identity) {
            sayOpen();
            continue;
        }
        string_view subject = owner ? string_view(owner->row.value) : string_view{};
        string_view name = owner ? owner->rowName : string_view{};
        if (!owner && each.type == PolicyType::Identity && role()) {
            subject = role()->id.value;
            name = labelOf(*role());
        } else if (!owner) {
            subject = targetId();
            name = targetName();
        }
        const Code code = allowed ? codes.allows : implicit ? codes.implicit : codes.explicitly;
        say(codes.stage, code, allowed ? Outcome::Passed : Outcome::Blocked, subject, name,
            implicit ? nearMiss(told, each.type) : string(), implicit ? string() : nameOf(each));
    }
}

void PolicyJudge::Answer::endpoint(const Evaluation& told, const CallGrants& grants) {
    const bool open = dependsOnArn(told, grants.grants, *arn_) ||
                      (isRefusal(told.result) && !judge_.request_.signer().isKnown && role() && grants.namesAccount);
    if (!grants.refused.empty() || told.result == AccessResult::Unknown || open) return unknown(told, grants);
    Evaluation own = told;
    std::erase_if(own.decidedBy, [](const StatementName& each) { return each.type != PolicyType::Endpoint; });
    tell(own, grants);
}

/// What the role's policies say where others deny: that those allow it, or are in the way as well.
void PolicyJudge::Answer::tellRoleBeside(const Evaluation& told) {
    const auto allowing = [&](PolicyType type) {
        return std::ranges::find_if(told.statements, [&](const StatementFinding& each) {
            return each.allows && each.match != Match::No && each.statement.type == type;
        });
    };
    const string_view id = role()->id.value;
    if (const auto by = allowing(PolicyType::Identity); by != told.statements.end()) {
        if (by->match == Match::Yes)
            say(Stage::IdentityPolicy, Code::PolicyIdentityAllows, Outcome::Passed, id, labelOf(*role()), {},
                nameOf(by->statement));
    } else if (allowing(PolicyType::Resource) == told.statements.end() && arn_->isSure()) {
        say(Stage::IdentityPolicy, Code::PolicyIdentityImplicit, Outcome::Blocked, id, labelOf(*role()),
            nearMiss(told, PolicyType::Identity));
    }
}

void PolicyJudge::Answer::rest(const Evaluation& told, const CallGrants& grants) {
    const bool open = dependsOnArn(told, grants.grants, *arn_) ||
                      (isRefusal(told.result) && !judge_.request_.signer().isKnown && role() && grants.namesAccount);
    if (!grants.refused.empty() || told.result == AccessResult::Unknown || open)
        unknown(told, grants);
    else
        tell(told, grants);
    if (told.result == AccessResult::ExplicitlyDenied && !isSaid(Stage::IdentityPolicy) && role() && !judge_.isOpen_)
        tellRoleBeside(told);
    const bool allowed = told.result == AccessResult::Allowed;
    if (!isSaid(Stage::IdentityPolicy) && role() && allowed)
        say(Stage::IdentityPolicy, Code::PolicySilent, Outcome::Passed, role()->id.value, labelOf(*role()));
    if (isSaid(Stage::ResourcePolicy)) return;
    if (!grants.grants.resource)
        sayOfTarget(Code::PolicyNone, Outcome::Passed);
    else if (told.result != AccessResult::Unknown)
        sayOfTarget(Code::PolicySilent, Outcome::Passed);
}

void PolicyJudge::Answer::end() {
    saidNow_.clear();
    if (outcome_ == Outcome::Passed) permission_.passing.push_back(*main_);
    if (outcome_ == Outcome::Blocked) permission_.stopped.push_back(*main_);
    isUnknown_ = isUnknown_ || outcome_ == Outcome::Unknown;
}

Permission PolicyJudge::Answer::take() {
    for (Said& said : all_) {
        said.ruling.actions = said.actions;
        said.ruling.note =
            policySentence(said.ruling, said.actions, said.reason,
                           {role() ? labelOf(*role()) : string_view("an unsigned call"), said.target, said.arn});
        permission_.rulings.push_back(std::move(said.ruling));
    }
    if (!permission_.stopped.empty()) {
        permission_.outcome = Outcome::Blocked;
        permission_.isPartial = isUnknown_ || !permission_.passing.empty();
    } else {
        permission_.outcome = isUnknown_ ? Outcome::Unknown : Outcome::Passed;
    }
    return std::move(permission_);
}

PolicyJudge::PolicyJudge(const Network& network, const Flow& flow, const ServiceResource& target)
    : network_(network), flow_(flow), target_(target), request_(network, flow, target) {
    if (!request_.isKnown()) return;
    grants_ = grantsOf(network, request_, flow, target);
    // A role without any policy is one whose policies the design does not tell.
    isOpen_ = request_.signer().principal == FlowPrincipal::Role && grants_.grants.identity.empty();
    if (isOpen_) grants_.grants.identity.push_back(allowingEverything(network));
    findKey();
}

PolicyJudge::~PolicyJudge() = default;

void PolicyJudge::findKey() {
    // An AWS service brings its own leave; AWS's own keys serve whoever may call their service.
    if (target_.awsOwned || request_.signer().principal == FlowPrincipal::AwsService) return;
    const ServiceResource* key = find(network_.design(), target_.encryptionKey);
    if (!key || key->service != "kms" || key->awsOwned) return;
    Flow asked = flow_;
    asked.resourceArn.clear();
    auto use = std::make_unique<KeyUse>(network_, std::move(asked), *key);
    if (isOpen_) use->grants.grants.identity.push_back(allowingEverything(network_));
    key_ = std::move(use);
}

void PolicyJudge::askKey(const Branch& branch, const string& action, Answer& answer) const {
    for (const string_view needed : keyActionsFor(action)) {
        const string keyAction(needed);
        const AskedArn arn = key_->request.arnFor(keyAction);
        const AccessRequest direct = key_->request.on(branch, keyAction, arn);
        const AccessRequest forwarded(
            keyAction, direct.resource(), direct.principal(),
            forwardedContext(direct.context(), action.substr(0, action.find(':')), network_.regionOf(target_)));
        answer.alsoNeeds(keyAction, arn, key_->resource);
        answer.rest(evaluate(forwarded, key_->grants.grants), key_->grants);
    }
}

const CallGrants& PolicyJudge::grantsAt(const Endpoint& endpoint) {
    const auto at = std::ranges::find(endpoints_, &endpoint, &AtEndpoint::endpoint);
    if (at != endpoints_.end()) return *at->grants;
    endpoints_.push_back({&endpoint, std::make_unique<const CallGrants>(grantsOf(network_, endpoint))});
    return *endpoints_.back().grants;
}

Permission PolicyJudge::judge(const Branch& branch) {
    if (!request_.isKnown()) return {};
    const bool passesEndpoint = branch.endpoint && branch.road != Road::Internet;
    const bool isApi = target_.service == "execute-api" && target_.apiAuth != ApiAuth::Iam;
    Answer answer(*this, branch);
    for (const string& action : flow_.actions) {
        const AskedArn arn = request_.arnFor(action);
        const AccessRequest asked = request_.on(branch, action, arn);
        answer.begin(action, arn);
        if (passesEndpoint) {
            const CallGrants& grants = grantsAt(*branch.endpoint);
            if (grants.grants.endpoint.empty())
                answer.defaultEndpoint();
            else
                answer.endpoint(evaluate(atEndpoint(asked), grants.grants), grants);
        }
        if (needsNoPermission(action)) {
            answer.noPolicy("This call needs no permission.");
        } else if (target_.awsOwned) {
            answer.noPolicy("It belongs to AWS, which lets its callers in.");
        } else if (isApi && !grants_.grants.resource && target_.apiType != ApiType::Private) {
            answer.noPolicy("Its methods do not ask for IAM.");
        } else {
            if (target_.service == "execute-api" && target_.apiType == ApiType::Private && !grants_.grants.resource)
                answer.closedApi();
            Evaluation told = evaluate(asked, grants_.grants);
            // Where a Lambda authoriser decides, the resource policy may deny, and need not allow (F-326).
            if (isApi && target_.apiAuth == ApiAuth::Custom && grants_.grants.resource &&
                told.result == AccessResult::ImplicitlyDenied) {
                told.result = AccessResult::Allowed;
                told.decidedBy.clear();
            }
            answer.rest(told, grants_);
            if (key_) askKey(branch, action, answer);
        }
        answer.end();
    }
    return answer.take();
}

}  // namespace gw
