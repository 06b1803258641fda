#include "model/lockout/lockout.h"

#include <algorithm>
#include <tuple>

#include "model/design/references.h"
#include "model/lockout/caller_judge.h"
#include "model/lockout/callers.h"
#include "model/lockout/draft.h"
#include "model/lockout/keepers.h"
#include "model/reach/ruling.h"

namespace gw {
namespace {

using std::string;

/// The design with a role that stands for whoever administers the account, of which the design tells nothing: no
/// policy, and a name that nobody has.
Id<Role> addAdministrator(Design& design, const Account* owner) {
    Role role;
    role.id.value = "administrator";
    while (contains(design, role.id)) role.id.value += "-x";
    role.name = role.id.value + "-not-drawn";
    if (owner) role.account = owner->id;
    const Id<Role> id = role.id;
    design.roles.put(std::move(role));
    return id;
}

std::optional<LockoutStanding> standingOf(const DraftCaller& caller, const Said& before, const Said& after) {
    if (isLetIn(caller, after)) return std::nullopt;
    if (isLetIn(caller, before)) return after.isRefused() ? LockoutStanding::LockedOut : LockoutStanding::MayBe;
    if (before.isRefused())
        return after.isRefused() && caller.isToldAnyway ? std::optional(LockoutStanding::Already) : std::nullopt;
    // Nobody knows whether it works as it is: it is told where the draft alone denies it, or may.
    const bool isWorse = after.isRefused() || (after.mayBeDenied() && !before.mayBeDenied());
    return isWorse ? std::optional(LockoutStanding::MayBe) : std::nullopt;
}

/// Asks for one caller, twice for each action.
class Asking {
public:
    Asking(const Network& before, const Network& after, const Draft& draft, const DraftCaller& caller)
        : draft_(draft), caller_(caller), before_(before, caller), after_(after, caller) {}

    bool isKnown() const {
        return caller_.signs == DraftCaller::Signs::Service || (before_.isKnown() && after_.isKnown());
    }

    std::vector<LockedOut> ask() {
        for (const string& action : caller_.actions) {
            const Said said = after_.judge(action);
            if (const auto standing = standingOf(caller_, before_.judge(action), said)) add(*standing, action, said);
        }
        for (LockedOut& each : found_) explain(each);
        return std::move(found_);
    }

private:
    void add(LockoutStanding standing, const string& action, const Said& said) {
        const bool isImplicit = said.result == AccessResult::ImplicitlyDenied;
        std::vector<StatementName> decidedBy = deciding(said);
        const auto same = std::ranges::find_if(found_, [&](const LockedOut& each) {
            return each.standing == standing && each.isImplicit == isImplicit && each.decidedBy == decidedBy;
        });
        if (same != found_.end()) {
            same->actions.push_back(action);
            return;
        }
        LockedOut& one = found_.emplace_back();
        one.kind = caller_.kind;
        one.standing = standing;
        one.who = caller_.who;
        one.name = caller_.name;
        one.how = caller_.how;
        if (caller_.isDrawn) one.flow = caller_.flow.id;
        one.target = caller_.target;
        if (!caller_.forwardedBy.empty())
            one.via = caller_.forwardedBy;
        else if (caller_.way.endpoint && caller_.way.road != Road::Internet)
            one.via = caller_.way.endpoint->id.value;
        one.asked = said.asked;
        one.actions.push_back(action);
        one.decidedBy = std::move(decidedBy);
        one.isImplicit = isImplicit;
        one.missingKeys = said.told.missingKeys;
        if (caller_.signs == DraftCaller::Signs::UnnamedRole && said.isOpen && one.missingKeys.empty())
            one.missingKeys.push_back("aws:PrincipalArn");
        one.source = caller_.source;
    }

    /// Where it is unknown, those that may deny: what may allow is not what the draft is asked about.
    static std::vector<StatementName> deciding(const Said& said) {
        if (said.isRefused()) return said.told.decidedBy;
        std::vector<StatementName> found;
        for (const StatementFinding& each : said.told.statements)
            if (!each.allows && each.match != Match::No) found.push_back(each.statement);
        return found.empty() ? said.told.decidedBy : found;
    }

    void explain(LockedOut& one) const {
        if (!one.decidedBy.empty() && !one.isImplicit)
            if (const PolicyStatement* statement = draft_.statement(one.decidedBy.front()))
                one.conditions = conditionsOf(*statement, after_.requestFor(one.actions.front()));
        one.exception = exceptionFor(draft_, after_, caller_, one);
        one.keep = keepSentence(draft_, caller_, one);
    }

    const Draft& draft_;
    const DraftCaller& caller_;
    CallerJudge before_;
    CallerJudge after_;
    std::vector<LockedOut> found_;
};

/// In the order in which they are told; ways that differ in nothing that is told are told once.
void sortOut(std::vector<LockedOut>& found) {
    const auto placeOf = [](const LockedOut& each) {
        return std::tie(each.standing, each.kind, each.name, each.flow.value, each.target.value);
    };
    std::ranges::stable_sort(found, [&](const LockedOut& a, const LockedOut& b) { return placeOf(a) < placeOf(b); });
    std::vector<LockedOut> kept;
    for (LockedOut& each : found) {
        const bool isTold = std::any_of(std::ranges::lower_bound(kept, placeOf(each), {}, placeOf), kept.end(),
                                        [&](const LockedOut& other) { return other == each; });
        if (!isTold) kept.push_back(std::move(each));
    }
    found = std::move(kept);
}

const PolicyDocument* policyOf(const Design& design, const DraftPlace& place) {
    const auto* resource = find(design, Id<ServiceResource>{place.row.value});
    return resource && resource->policy ? &*resource->policy : nullptr;
}

tl::expected<Draft, LockoutRefusal> draftOf(const Design& design, const LockoutQuestion& question) {
    if (const auto place = draftPlaceOf(design, question.row)) return readDraft(*place, question.draft);
    return tl::unexpected(LockoutRefusal{contains(design, question.row)
                                             ? question.row.value + " carries no policy that can be drafted."
                                             : "there is no " + question.row.value + "."});
}

}  // namespace

bool Lockouts::isAny() const {
    return std::ranges::any_of(found, [](const LockedOut& each) { return each.standing != LockoutStanding::Already; });
}

tl::expected<Lockouts, LockoutRefusal> lockouts(const Design& design, const LockoutQuestion& question) {
    const auto draft = draftOf(design, question);
    if (!draft) return tl::unexpected(draft.error());
    const DraftPlace& place = draft->place;

    Design standing = design;
    if (question.standing) {
        const auto document = PolicyDocument::parse(*question.standing);
        if (!document)
            return tl::unexpected(
                LockoutRefusal{"The policy that stands now is no JSON object: " + document.error().message});
        standing = withPolicy(std::move(standing), place, *document);
    }
    Id<Role> standIn;
    Id<Role> administrator;
    if (place.resource) {
        const Network drawn(design);
        standIn = addAdministrator(standing, ownerOf(drawn, *place.resource));
        if (!drawsAdministrator(drawn, *place.resource)) administrator = standIn;
    }
    const Design drafted = withPolicy(standing, place, draft->document);
    const Network before(standing);
    const Network after(drafted, &before);

    Lockouts answer;
    answer.type = place.type;
    answer.name = place.name;
    const DraftPlace inStanding = *draftPlaceOf(standing, question.row);
    for (const DraftCaller& caller :
         callersOf(before, inStanding, policyOf(standing, place), draft->document, administrator)) {
        Asking asking(before, after, *draft, caller);
        if (asking.isKnown()) std::ranges::move(asking.ask(), std::back_inserter(answer.found));
    }
    sortOut(answer.found);
    if (place.resource) answer.repair = repairOf(after, place, standIn);
    return answer;
}

tl::expected<PolicyDocument, LockoutRefusal> draftWith(const Design& design, const LockoutQuestion& question,
                                                       const LockoutException& exception) {
    const auto draft = draftOf(design, question);
    if (!draft) return tl::unexpected(draft.error());
    return withException(*draft, exception);
}

}  // namespace gw
