#include "model/reach/permission_answer.h"

#include <algorithm>

#include "model/core/words.h"
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

bool isDecided(const JudgedRequest& judged, const CallGrants& grants) {
    return grants.refused.empty() && judged.told.result != AccessResult::Unknown && !judged.isOpen();
}

}  // namespace

void PolicyAnswer::begin(const string& action, const AskedArn& arn) {
    main_ = action_ = &action;
    arn_ = &arn;
    outcome_ = Outcome::Passed;
    of_ = &target_;
}

void PolicyAnswer::alsoNeeds(const string& action, const AskedArn& arn, const ServiceResource& of) {
    action_ = &action;
    arn_ = &arn;
    of_ = &of;
    saidNow_.clear();
}

void PolicyAnswer::defaultEndpoint() {
    say(Stage::EndpointPolicy, Code::PolicyDefaultEndpoint, Outcome::Passed, endpointId(), endpointName());
}

void PolicyAnswer::noPolicy(string reason) {
    sayOfTarget(Code::PolicyNone, Outcome::Passed, std::move(reason));
}

void PolicyAnswer::closedApi() {
    sayOfTarget(Code::PolicyResourceImplicit, Outcome::Blocked, "It has none, and private APIs need one.");
}

void PolicyAnswer::sayOfTarget(Code code, Outcome outcome, string reason, string decided) {
    say(Stage::ResourcePolicy, code, outcome, targetId(), targetName(), std::move(reason), std::move(decided));
}

void PolicyAnswer::sayOpen() {
    permission_.isOpen = true;
    say(Stage::IdentityPolicy, Code::PolicyNotJudged, Outcome::NotJudged, role()->id.value, labelOf(*role()));
}

bool PolicyAnswer::isSaid(Stage stage) const {
    return std::ranges::find(saidNow_, stage) != saidNow_.end();
}

void PolicyAnswer::say(Stage stage, Code code, Outcome outcome, string_view subject, string_view name, string reason,
                       string decided) {
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
    said.ruling.hop = stage == Stage::EndpointPolicy ? endpointId() : string_view(target_.id.value);
    said.ruling.subject = subject;
    said.ruling.subjectName = name;
    said.ruling.decided = std::move(decided);
    said.reason = std::move(reason);
    said.arn = arn_->text;
    said.target = targetName();
    said.actions.push_back(*action_);
    all_.push_back(std::move(said));
}

void PolicyAnswer::unknown(const JudgedRequest& judged, const CallGrants& grants) {
    const Evaluation& told = judged.told;
    const auto missing = [&](string fact) {
        if (std::ranges::find(permission_.missing, fact) == permission_.missing.end())
            permission_.missing.push_back(std::move(fact));
    };
    const bool atEndpoint = !grants.grants.endpoint.empty();
    const string caller(role() ? labelOf(*role()) : string_view("the caller"));
    PolicyType type = atEndpoint ? PolicyType::Endpoint : PolicyType::Identity;
    string why;
    if (!grants.refused.empty()) {
        why = "AWS would refuse the policy of " + string(grants.refused.front()) + " as it stands";
        missing(why + ".");
    } else if (told.result == AccessResult::Unknown) {
        if (!told.decidedBy.empty()) type = told.decidedBy.front().type;
        why = "it depends on " + listedWords(judged.keys);
        missing("The value of " + listedWords(judged.keys) + " in calls of " + *action_ + ".");
    } else if (judged.open == OpenFact::Arn) {
        why = "the design does not say which resource is asked for";
        missing("Which " +
                (arn_->sure == 0 ? "ARN " + string(targetName()) + " has"
                                 : "resource under " + arn_->text.substr(0, arn_->sure) + " is asked for") +
                ".");
    } else if (judged.open == OpenFact::ResourcePolicy) {
        type = PolicyType::Resource;
        why = "the design does not draw the policy of what is asked for";
        missing("The policy of " + (arn_->sure == 0 ? "what is asked for" : arn_->text.substr(0, arn_->sure)) + ".");
    } else {
        why = "the design does not say the account of " + caller;
        missing("The account of " + caller + ".");
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

void PolicyAnswer::tell(const Evaluation& told, const CallGrants& grants) {
    const bool implicit = told.result == AccessResult::ImplicitlyDenied;
    const bool allowed = told.result == AccessResult::Allowed;
    for (const StatementName& each : told.decidedBy) {
        const Codes codes = codesOf(each.type);
        // That SCPs, boundary and session allow it too goes without saying.
        if (allowed && each.type != PolicyType::Endpoint && each.type != PolicyType::Identity &&
            each.type != PolicyType::Resource)
            continue;
        const PolicyOwner* owner = grants.ownerOf(each.type, each.policy);
        if (isOpen_ && each.type == PolicyType::Identity) {
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

void PolicyAnswer::endpoint(const JudgedRequest& judged, const CallGrants& grants) {
    if (!isDecided(judged, grants)) return unknown(judged, grants);
    Evaluation own = judged.told;
    std::erase_if(own.decidedBy, [](const StatementName& each) { return each.type != PolicyType::Endpoint; });
    tell(own, grants);
}

/// What the role's policies say where others deny: that those allow it, or are in the way as well.
void PolicyAnswer::tellRoleBeside(const Evaluation& told) {
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

/// What the role's policies say where it is another policy of which it is not known what it says.
void PolicyAnswer::tellRoleInDoubt(const JudgedRequest& judged) {
    const StatementFinding* best = nullptr;
    for (const StatementFinding& each : judged.told.statements)
        if (each.allows && each.match != Match::No && each.statement.type == PolicyType::Identity)
            if (!best || each.match == Match::Yes) best = &each;
    if (!best) return;
    const string_view id = role()->id.value;
    if (best->match == Match::Yes)
        say(Stage::IdentityPolicy, Code::PolicyIdentityAllows, Outcome::Passed, id, labelOf(*role()), {},
            nameOf(best->statement));
    else if (!judged.keys.empty())
        say(Stage::IdentityPolicy, Code::PolicyNotKnown, Outcome::Unknown, id, labelOf(*role()),
            "it depends on " + listedWords(judged.keys));
}

void PolicyAnswer::rest(const JudgedRequest& judged, const CallGrants& grants) {
    const Evaluation& told = judged.told;
    const bool decided = isDecided(judged, grants);
    if (decided)
        tell(told, grants);
    else
        unknown(judged, grants);
    if (!isSaid(Stage::IdentityPolicy) && role() && isOpen_) sayOpen();
    if (!isSaid(Stage::IdentityPolicy) && role() && !decided) tellRoleInDoubt(judged);
    if (judged.isOpen()) return;
    if (told.result == AccessResult::ExplicitlyDenied && !isSaid(Stage::IdentityPolicy) && role()) tellRoleBeside(told);
    const bool allowed = told.result == AccessResult::Allowed;
    if (!isSaid(Stage::IdentityPolicy) && role() && allowed)
        say(Stage::IdentityPolicy, Code::PolicySilent, Outcome::Passed, role()->id.value, labelOf(*role()));
    if (isSaid(Stage::ResourcePolicy)) return;
    if (!grants.grants.resource)
        sayOfTarget(Code::PolicyNone, Outcome::Passed);
    else if (told.result != AccessResult::Unknown)
        sayOfTarget(Code::PolicySilent, Outcome::Passed);
}

void PolicyAnswer::end() {
    saidNow_.clear();
    std::vector<string>& list = outcome_ == Outcome::Passed    ? permission_.passing
                                : outcome_ == Outcome::Blocked ? permission_.stopped
                                                               : permission_.notKnown;
    list.push_back(*main_);
}

Permission PolicyAnswer::take() {
    for (Said& said : all_) {
        said.ruling.actions = said.actions;
        said.ruling.note =
            policySentence(said.ruling, said.actions, said.reason, {callerName(), said.target, said.arn});
        permission_.rulings.push_back(std::move(said.ruling));
    }
    if (!permission_.stopped.empty())
        permission_.outcome = Outcome::Blocked;
    else
        permission_.outcome = permission_.notKnown.empty() ? Outcome::Passed : Outcome::Unknown;
    return std::move(permission_);
}

}  // namespace gw
