#include "model/reach/judged_request.h"

#include <algorithm>

#include "model/policy/proof/text_classes.h"

namespace gw {
namespace {

using std::string;
using std::string_view;

/// Beyond these many steps of a walk through all patterns it is not told whether the resource matters.
constexpr std::size_t mostStates = 20'000;

const PatternStyle resourceStyle{true, false, false, PatternStyle::Colons::Resource};

template <class Ask>
void eachPolicy(const Grants& grants, Ask ask) {
    for (const auto* list : {&grants.identity, &grants.boundaries, &grants.endpoint})
        for (const GrantedPolicy& each : *list) ask(each.policy);
    for (const auto* one : {&grants.session, &grants.resource})
        if (*one) ask((*one)->policy);
    for (const auto* levels : {&grants.serviceControl, &grants.resourceControl})
        for (const OrganizationLevel& level : *levels)
            for (const GrantedPolicy& each : level.policies) ask(each.policy);
}

/// Whether the pattern matches all that start so, or none of them: it then tells none from another.
bool tellsNoneApart(const Pattern& pattern, string_view sure) {
    const string_view literal = pattern.literalStart();
    if (!literal.starts_with(sure) && !sure.starts_with(literal)) return true;
    if (pattern.hasVariables() || !sure.starts_with(literal)) return false;
    const std::vector<PatternToken> outline = pattern.outline();
    return outline.size() == literal.size() + 1 && isRunToken(outline.back()) && !pattern.isLiteral();
}

/// What may be asked for, once for each way in which the policies tell such resources apart.
struct Resources {
    std::vector<string> arns{};
    /// There are too many to look at.
    bool isOpen = false;
    /// Statements that name them by what the request carries, so that one may mean a resource that is not in the list.
    std::vector<const CompiledStatement*> byVariable{};
};

Resources resourcesToAsk(const AccessRequest& request, const Grants& grants, const AskedArn& arn) {
    Resources found;
    if (arn.isSure()) return found;
    std::vector<TextPatterns> groups;
    const string_view sure = string_view(arn.text).substr(0, arn.sure);
    eachPolicy(grants, [&](const CompiledPolicy& policy) {
        for (const CompiledStatement& statement : policy.statements()) {
            if (!statement.speaksOfAction(request.lowerAction())) continue;
            for (const Pattern& pattern : statement.resources()) {
                if (tellsNoneApart(pattern, sure)) continue;
                groups.push_back({{pattern.outline(), pattern.ignoresCase()}});
                if (pattern.hasVariables()) found.byVariable.push_back(&statement);
            }
        }
    });
    if (groups.empty()) return found;
    TextUniverse universe;
    universe.within = {{Pattern(arn.pattern, resourceStyle).outline(), false}};
    auto classes = textClasses(groups, universe, {arn.text}, mostStates);
    found.isOpen = !classes;
    if (classes) found.arns = *std::move(classes);
    return found;
}

AccessRequest signedFrom(const AccessRequest& request, const string& account) {
    const string& name = request.principal().name();
    const string& stated = request.principal().account();
    const std::size_t at = stated.empty() ? string::npos : name.find(stated);
    if (at == string::npos) return request;
    string other = name;
    other.replace(at, stated.size(), account);
    RequestContext context = request.context();
    context.set("aws:PrincipalAccount", account);
    if (context.find("aws:principalarn").presence == RequestContext::Presence::Present)
        context.set("aws:PrincipalArn", other);
    return {request.action(), request.resource(), RequestPrincipal::of(other), std::move(context)};
}

AccessRequest askingFor(const AccessRequest& request, const string& arn) {
    RequestedResource resource = request.resource();
    resource.arn = arn;
    return {request.action(), std::move(resource), request.principal(), request.context()};
}

/// Conditions other than those on addresses compare the text of an address, and a block has none: what they say of it
/// is not known.
AccessRequest withAddresses(const AccessRequest& request, const Grants& grants) {
    RequestContext context = request.context();
    bool isOther = false;
    for (const char* key : {"aws:sourceip", "aws:vpcsourceip"}) {
        const auto [presence, values] = context.find(key);
        const bool isBlock = values && std::ranges::any_of(*values, [](const string& each) {
                                 const auto block = Cidr::parse(each);
                                 return block && block->prefix() < block->width();
                             });
        if (!isBlock) continue;
        bool isText = false;
        eachPolicy(grants, [&](const CompiledPolicy& policy) {
            for (const CompiledStatement& statement : policy.statements())
                for (const CompiledCondition& condition : statement.conditions())
                    isText = isText || (condition.lowerKey() == key &&
                                        condition.compares().family != ConditionOperator::Family::Ip &&
                                        condition.compares().family != ConditionOperator::Family::Null);
        });
        if (isText) context.setUnknown(key);
        isOther = isOther || isText;
    }
    return isOther ? AccessRequest(request.action(), request.resource(), request.principal(), std::move(context))
                   : request;
}

/// The keys on which it turns whether these statements are for the request.
std::vector<string> keysInDoubt(const AccessRequest& request, const Evaluation& told, const Grants& grants) {
    if (told.result != AccessResult::Unknown || !told.missingKeys.empty()) return told.missingKeys;
    std::vector<string> keys;
    for (const StatementName& name : told.decidedBy)
        if (const CompiledStatement* statement = statementOf(grants, name))
            for (const CompiledCondition& condition : statement->conditions())
                if (condition.holdsFor(request.context()) == Match::Unknown &&
                    std::ranges::find(keys, condition.key()) == keys.end())
                    keys.push_back(condition.key());
    return keys;
}

/// Whether the answer would be another one if the statement were for what is asked.
bool mayTip(const CompiledStatement& statement, const AccessRequest& request, bool isRefused) {
    return statement.allows() == isRefused &&
           statement.reachOf(request.principal(), PrincipalRule::Usual, false) != PrincipalReach::None;
}

OpenFact openFact(const AccessRequest& request, AccessResult told, const CallGrants& grants, const AskedArn& arn,
                  const Signer& signer, CountedRefusals refusals) {
    if (told == AccessResult::Unknown) return OpenFact::None;
    const auto isRefused = [&](AccessResult result) {
        return refusals == CountedRefusals::All ? isRefusal(result) : result == AccessResult::ExplicitlyDenied;
    };
    const auto differs = [&](const AccessRequest& asked, const Grants& by) {
        const AccessResult result = decide(asked, by);
        return result == AccessResult::Unknown || isRefused(result) != isRefused(told);
    };
    const Resources resources = resourcesToAsk(request, grants.grants, arn);
    if (resources.isOpen) return OpenFact::Arn;
    const bool isOfRole = !signer.isKnown && signer.principal == FlowPrincipal::Role && signer.role;
    std::vector<string> accounts = isOfRole ? grants.accounts : std::vector<string>{};
    std::erase_if(accounts,
                  [&](const string& each) { return std::ranges::find(signer.isNot, each) != signer.isNot.end(); });
    const auto firstIn = [&](const Grants& by, OpenFact otherwise) {
        if (otherwise != OpenFact::None && differs(request, by)) return otherwise;
        for (const string& each : resources.arns)
            if (differs(askingFor(request, each), by)) return OpenFact::Arn;
        for (const string& account : accounts) {
            const AccessRequest from = signedFrom(request, account);
            if (differs(from, by)) return OpenFact::Account;
            for (const string& each : resources.arns)
                if (differs(askingFor(from, each), by)) return OpenFact::Arn;
        }
        for (const CompiledStatement* each : resources.byVariable)
            if (mayTip(*each, request, isRefused(told))) return OpenFact::Arn;
        return OpenFact::None;
    };
    if (const OpenFact found = firstIn(grants.grants, OpenFact::None); found != OpenFact::None) return found;
    if (!grants.isResourceOpen) return OpenFact::None;
    Grants letting = grants.grants;
    letting.resource = GrantedPolicy{"", lettingEveryoneIn()};
    return firstIn(letting, OpenFact::ResourcePolicy);
}

}  // namespace

JudgedRequest judgedRequest(const AccessRequest& request, const CallGrants& grants, const AskedArn& arn,
                            const Signer& signer, CountedRefusals refusals) {
    const AccessRequest asked = withAddresses(request, grants.grants);
    JudgedRequest judged;
    judged.told = evaluate(asked, grants.grants);
    judged.open = openFact(asked, judged.told.result, grants, arn, signer, refusals);
    judged.keys = keysInDoubt(asked, judged.told, grants.grants);
    return judged;
}

}  // namespace gw
