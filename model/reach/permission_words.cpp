#include "model/reach/permission_words.h"

#include "model/core/words.h"

namespace gw {
namespace {

using std::string;
using std::string_view;

string placeOf(const StatementName& statement) {
    if (!statement.sid.empty()) return statement.sid;
    return statement.index ? "statement " + std::to_string(*statement.index + 1) : string();
}

}  // namespace

string nameOf(const StatementName& statement) {
    const string place = placeOf(statement);
    if (statement.policy.empty() || place.empty()) return statement.policy + place;
    return statement.policy + ": " + place;
}

string nearMiss(const Evaluation& told, PolicyType type) {
    for (const StatementFinding& each : told.statements) {
        if (!each.allows || each.match == Match::Yes || each.statement.type != type) continue;
        if (each.against.empty() || each.against.ends_with("Action")) continue;
        string against(each.against);
        if (!each.conditionKey.empty()) against = "condition " + each.conditionOperator + " " + each.conditionKey;
        return nameOf(each.statement) + " fails at its " + against + ".";
    }
    return {};
}

string policySentence(const Ruling& ruling, const std::vector<string>& actions, const string& reason,
                      const AskedNames& names) {
    const string what = listedWords(actions);
    const string subject(ruling.subjectName);
    const string caller(names.caller);
    const string target(names.target);
    const string on = " on " + (names.arn.empty() ? target : string(names.arn));
    const string more = reason.empty() ? string() : " " + reason;
    const string statement = ruling.decided.empty() ? string() : ruling.decided + " of ";
    switch (ruling.code) {
        case Code::PolicyNotJudged:
            return "The design shows no policy of " + subject + ", so whether they allow " + what + " is not asked.";
        case Code::PolicyNotKnown:
            return "Whether policies of " + subject + " allow " + what + " cannot be told: " + reason + ".";
        case Code::PolicyDefaultEndpoint:
            return subject + " has the policy that AWS gives it, which lets everything pass.";
        case Code::PolicyNone:
            return target + " has no policy of its own." + more;
        case Code::PolicySilent:
            if (ruling.stage == Stage::IdentityPolicy)
                return subject + " needs no allowance of its own for " + what + ": the policy of " + target +
                       " gives it.";
            return "The policy of " + subject + " does not deny " + what + ".";
        case Code::PolicyEndpointAllows:
        case Code::PolicyResourceAllows:
            return "The policy of " + subject + " allows " + what + ".";
        case Code::PolicyIdentityAllows:
            return "The policies of " + caller + " allow " + what + ".";
        case Code::PolicyEndpointImplicit:
            return "The policy of " + subject + " does not allow " + what + on + "." + more;
        case Code::PolicyIdentityImplicit:
            return "No policy of " + caller + " allows " + what + on + "." + more;
        case Code::PolicyResourceImplicit:
            return "The policy of " + subject + " does not allow " + what + " to " + caller + "." + more;
        case Code::PolicyBoundaryImplicit:
            return "The permissions boundary of " + caller + ", " + subject + ", does not allow " + what + "." + more;
        case Code::PolicyScpImplicit:
            return "The service control policies at " + subject + " do not allow " + what + "." + more;
        case Code::PolicyEndpointExplicit:
        case Code::PolicyResourceExplicit:
            return "The policy of " + subject + " denies " + what + " (" + ruling.decided + ").";
        case Code::PolicyIdentityExplicit:
            return "A policy of " + caller + " denies " + what + " (" + ruling.decided + ").";
        case Code::PolicyBoundaryExplicit:
            return "The permissions boundary of " + caller + " denies " + what + " (" + ruling.decided + ").";
        case Code::PolicyScpExplicit:
            return "The service control policy " + statement + "the organisation denies " + what + ".";
        case Code::PolicyRcpExplicit:
            return "The resource control policy " + statement + "the organisation denies " + what + ".";
        default:
            return {};
    }
}

}  // namespace gw
