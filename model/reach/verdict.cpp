#include "model/reach/verdict.h"

#include <algorithm>

#include "model/core/words.h"
#include "model/reach/hops.h"

namespace gw {
namespace {

using std::string;
using std::string_view;

enum class Fate : std::uint8_t { Works, Partial, Blocked, Unknown };

/// How far the network lets the branch get.
Fate fateOf(const Branch& branch, bool commonBlocked, bool commonUnknown) {
    if (commonBlocked || branch.isBlocked()) return Fate::Blocked;
    if (commonUnknown || branch.isUnknown() || branch.road == Road::None) return Fate::Unknown;
    return branch.isPartial() ? Fate::Partial : Fate::Works;
}

/// How far it gets where policies are asked too.
Fate fateOf(Fate network, const Permission& permission) {
    if (network == Fate::Blocked || permission.outcome == Outcome::NotJudged || permission.outcome == Outcome::Passed)
        return network;
    if (permission.outcome != Outcome::Blocked) return Fate::Unknown;
    // What is stopped is stopped for sure. That something works is sure where an action passes.
    if (permission.passing.empty()) return permission.notKnown.empty() ? Fate::Blocked : Fate::Unknown;
    return network == Fate::Unknown ? network : Fate::Partial;
}

bool isPrivateRoad(Road road) {
    return road == Road::GatewayEndpoint || road == Road::Interface || road == Road::OnPremises;
}

void addOnce(std::vector<string>& names, string_view name) {
    if (!name.empty() && std::ranges::find(names, name) == names.end()) names.emplace_back(name);
}

Ruling notJudged(Stage stage, string_view hop, string_view subject, string_view name) {
    Ruling ruling;
    ruling.stage = stage;
    ruling.code = Code::PolicyNotJudged;
    ruling.outcome = Outcome::NotJudged;
    ruling.hop = hop;
    ruling.subject = subject;
    ruling.subjectName = name;
    return ruling;
}

/// Turns judged branches into a trace.
class Conclusion {
public:
    Conclusion(const Network& network, const Journey& journey) : network_(network), journey_(journey) {
        for (const Ruling& ruling : journey.common) {
            commonBlocked_ = commonBlocked_ || ruling.outcome == Outcome::Blocked;
            commonUnknown_ = commonUnknown_ || ruling.outcome == Outcome::Unknown;
        }
        for (const Branch& branch : journey.branches) fates_.push_back(fateOf(branch, commonBlocked_, commonUnknown_));
        trace_.flow = journey.flow->id;
    }

    Trace take(Telling telling) {
        trace_.network = decide();
        trace_.networkAsWanted = isWanted(trace_.network);
        reached_ = fates_;
        askPolicies();
        trace_.verdict = decide();
        trace_.asWanted = isWanted(trace_.verdict);
        trace_.policiesOpen =
            journey_.toService &&
            (journey_.permissions.empty() || std::ranges::any_of(journey_.permissions, [](const Permission& each) {
                 return each.outcome == Outcome::NotJudged || each.isOpen;
             }));
        if (isRoleMissing())
            trace_.unasked = string(journey_.callerName) + " has no role in the design, so policies were not asked.";
        tellVia();
        if (telling == Telling::Whole) tellReasons();
        return std::move(trace_);
    }

private:
    void tellReasons() {
        tellHops();
        tellBlockers();
        tellMissing();
        if (trace_.verdict == Verdict::Partial) tellShares();
        if (journey_.toService) tellContext();
        trace_.summary = summary();
    }
    std::size_t count(Fate fate) const { return static_cast<std::size_t>(std::ranges::count(fates_, fate)); }
    template <class Test>
    bool all(Test test) const {
        return std::ranges::all_of(journey_.branches, [&](const Branch& branch) { return test(branch.road); });
    }

    Verdict decide() const;
    bool isWanted(Verdict verdict) const;
    bool isRoleMissing() const;
    void askPolicies();
    /// What the policies say to the branch; nullptr where none is asked.
    const Permission* permissionOf(std::size_t branch) const {
        return branch < journey_.permissionOf.size() ? &journey_.permissions[journey_.permissionOf[branch]] : nullptr;
    }
    void tellHops();
    void tellPolicies(Hops& hops) const;
    void tellVia();
    void tellBlockers();
    void tellMissing();
    void tellShares();
    void tellContext();
    string summary() const;
    string roadText(const Branch& branch) const;

    const Network& network_;
    const Journey& journey_;
    bool commonBlocked_ = false;
    bool commonUnknown_ = false;
    std::vector<Fate> fates_;
    std::vector<Fate> reached_;  ///< the same, for the network alone
    std::vector<string> viaNames_;
    Trace trace_;
};

Verdict Conclusion::decide() const {
    if (fates_.empty()) return commonBlocked_ ? Verdict::Blocked : Verdict::Unknown;
    const std::size_t works = count(Fate::Works);
    if (count(Fate::Blocked) == fates_.size()) return Verdict::Blocked;
    // Something passes for sure, and something is stopped for sure; else what is unknown may tip it.
    if (works < fates_.size())
        return count(Fate::Partial) > 0 || (works > 0 && count(Fate::Blocked) > 0) ? Verdict::Partial
                                                                                   : Verdict::Unknown;
    if (all([](Road road) { return road == Road::GatewayEndpoint; })) return Verdict::PrivateGateway;
    if (all(isPrivateRoad)) return Verdict::PrivateInterface;
    return all([](Road road) { return road == Road::Internet; }) ? Verdict::Public : Verdict::Partial;
}

bool Conclusion::isWanted(Verdict verdict) const {
    switch (journey_.flow->intent) {
        case FlowIntent::Private:
            return isPrivate(verdict);
        case FlowIntent::Any:
            return count(Fate::Works) == fates_.size() && !fates_.empty();
        case FlowIntent::Blocked:
            return verdict == Verdict::Blocked;
    }
    return false;
}

/// Of a call that says what it does, nothing but who signs it can keep the policies from being asked.
bool Conclusion::isRoleMissing() const {
    return trace_.policiesOpen && trace_.verdict != Verdict::Blocked && !journey_.flow->actions.empty() &&
           std::ranges::any_of(journey_.permissions,
                               [](const Permission& each) { return each.outcome == Outcome::NotJudged; });
}

void Conclusion::askPolicies() {
    for (std::size_t i = 0; i < fates_.size(); ++i)
        if (const Permission* permission = permissionOf(i)) fates_[i] = fateOf(fates_[i], *permission);
}

void Conclusion::tellHops() {
    Hops hops(network_, journey_);
    for (const Ruling& ruling : journey_.common) hops.add(ruling);
    for (const Branch& branch : journey_.branches) {
        hops.startBranch();
        for (const Ruling& ruling : branch.rulings) hops.add(ruling);
    }
    if (journey_.toService) tellPolicies(hops);
    trace_.hops = hops.take();
}

void Conclusion::tellPolicies(Hops& hops) const {
    const auto isSaid = [&](Stage stage, std::string_view hop) {
        return std::ranges::any_of(journey_.permissions, [&](const Permission& each) {
            return std::ranges::any_of(
                each.rulings, [&](const Ruling& ruling) { return ruling.stage == stage && ruling.hop == hop; });
        });
    };
    for (const Permission& permission : journey_.permissions)
        for (const Ruling& ruling : permission.rulings) hops.add(ruling);
    for (const Branch& branch : journey_.branches) {
        if (!branch.endpoint || !isPrivateRoad(branch.road)) continue;
        const string_view id = branch.endpoint->id.value;
        if (!isSaid(Stage::EndpointPolicy, id))
            hops.addOwn(notJudged(Stage::EndpointPolicy, id, id, labelOf(*branch.endpoint)));
    }
    if (!isSaid(Stage::IdentityPolicy, journey_.target))
        hops.addOwn(notJudged(Stage::IdentityPolicy, journey_.target, journey_.caller, journey_.callerName));
    if (!isSaid(Stage::ResourcePolicy, journey_.target))
        hops.addOwn(notJudged(Stage::ResourcePolicy, journey_.target, journey_.target, journey_.targetName));
}

void Conclusion::tellVia() {
    for (const Branch& branch : journey_.branches)
        for (const Waypoint& point : branch.via)
            if (std::ranges::find(trace_.via, point.id, &AnyId::value) == trace_.via.end()) {
                trace_.via.emplace_back(string(point.id));
                viaNames_.emplace_back(point.name);
            }
}

void Conclusion::tellBlockers() {
    for (const Hop& hop : trace_.hops)
        for (const Step& step : hop.steps)
            if (step.outcome == Outcome::Blocked)
                trace_.blockers.push_back({step.stage, step.code, step.subject, step.text});
    std::ranges::stable_sort(trace_.blockers, {}, &Blocker::stage);
}

void Conclusion::tellMissing() {
    if (trace_.verdict != Verdict::Unknown) return;
    for (const string& fact : journey_.missing) addOnce(trace_.missing, fact);
    const auto look = [&](const Ruling& ruling) {
        if (ruling.outcome == Outcome::Unknown) addOnce(trace_.missing, missingFact(journey_, ruling));
    };
    for (const Ruling& ruling : journey_.common) look(ruling);
    for (const Branch& branch : journey_.branches)
        for (const Ruling& ruling : branch.rulings) look(ruling);
    for (const Permission& permission : journey_.permissions) {
        if (!permission.stopped.empty() && !permission.notKnown.empty())
            addOnce(trace_.missing, "Policies stop " + listedWords(permission.stopped) + "; whether they allow " +
                                        listedWords(permission.notKnown) + " is not known.");
        for (const string& fact : permission.missing) addOnce(trace_.missing, fact);
    }
}

string Conclusion::roadText(const Branch& branch) const {
    if (branch.via.empty()) return branch.road == Road::Internet ? "over the internet" : "directly";
    std::vector<string> names;
    for (const Waypoint& point : branch.via) addOnce(names, point.name);
    return "through " + listedWords(names);
}

void Conclusion::tellShares() {
    const auto namesOf = [&](auto nameIn, auto fits) {
        std::vector<string> names;
        for (std::size_t i = 0; i < fates_.size(); ++i)
            addOnce(names, fits(i) ? string_view(nameIn(journey_.branches[i])) : string_view{});
        return names;
    };
    const auto from = [](const Branch& branch) { return branch.from; };
    const auto less = [](std::vector<string> names, const std::vector<string>& other) {
        std::erase_if(names, [&](const string& name) { return std::ranges::find(other, name) != other.end(); });
        return names;
    };
    for (std::size_t i = 0; i < fates_.size(); ++i) {
        const Permission* permission = permissionOf(i);
        if (fates_[i] != Fate::Partial || !permission || permission->stopped.empty()) continue;
        const bool only = permission->notKnown.empty();
        trace_.shares.push_back("works for " + listedWords(permission->passing) + (only ? " only" : ""));
        trace_.shares.push_back("policies stop " + listedWords(permission->stopped));
        if (!only)
            trace_.shares.push_back("whether policies allow " + listedWords(permission->notKnown) + " is not known");
        return;
    }
    const auto works = [&](std::size_t i) { return fates_[i] == Fate::Works; };
    const auto fails = [&](std::size_t i) { return fates_[i] == Fate::Blocked || fates_[i] == Fate::Partial; };
    const auto isOpen = [&](std::size_t i) { return fates_[i] == Fate::Unknown; };
    if (count(Fate::Works) == fates_.size()) {
        // All get there, yet not all on a private way.
        for (const bool wanted : {true, false}) {
            const auto fits = [&](std::size_t i) { return isPrivateRoad(journey_.branches[i].road) == wanted; };
            for (std::size_t i = 0; i < fates_.size(); ++i)
                if (fits(i)) {
                    const auto subnets = namesOf(from, fits);
                    trace_.shares.push_back((wanted ? "private " : "not private, ") + roadText(journey_.branches[i]) +
                                            (subnets.empty() ? string{} : ", from " + listedWords(subnets)));
                    break;
                }
        }
        return;
    }
    const auto share = [&](auto nameIn, const char* good, const char* bad) {
        const auto working = namesOf(nameIn, works);
        const auto failing = namesOf(nameIn, fails);
        const auto open = namesOf(nameIn, isOpen);
        const auto always = less(less(working, failing), open);
        if (always.empty() || failing.empty()) return false;
        const auto never = less(failing, working);
        trace_.shares.push_back(good + listedWords(always) + (open.empty() ? " only" : ""));
        trace_.shares.push_back(bad + listedWords(never.empty() ? failing : never));
        const auto doubtful = less(less(open, failing), working);
        if (!doubtful.empty()) trace_.shares.push_back("not known from " + listedWords(doubtful));
        return true;
    };
    if (share(from, "works from ", "blocked from ")) return;
    if (share([](const Branch& branch) { return branch.to; }, "works to the network interface in ",
              "blocked to the one in "))
        return;
    for (string Branch::*address : {&Branch::publicAddress, &Branch::privateAddress})
        if (share([&](const Branch& branch) -> const string& { return branch.*address; }, "works from ",
                  "blocked from "))
            return;
    for (std::size_t i = 0; i < fates_.size(); ++i)
        if (fates_[i] == Fate::Partial)
            for (const Ruling& ruling : journey_.branches[i].rulings)
                if (ruling.outcome == Outcome::Blocked) {
                    string why = inWords(network_, journey_, ruling).text;
                    if (why.ends_with('.')) why.pop_back();
                    // What answers by its ports always does; what filters stop depends on the port of the caller.
                    const bool byPort = ruling.stage == Stage::Service;
                    addOnce(trace_.shares,
                            (byPort ? "works on some of the ports called: " : "works now and then: ") + why);
                }
    if (!trace_.shares.empty()) return;
    const bool outside = std::ranges::all_of(journey_.branches, [](const Branch& each) { return each.from.empty(); });
    trace_.shares.emplace_back(outside ? "works for a part of its addresses only"
                                       : "works for a part of its network interfaces only");
}

void Conclusion::tellContext() {
    const auto add = [&](const char* key, string_view value) {
        if (value.empty()) return;
        string& known = trace_.context[key];
        if (known.empty())
            known = value;
        else if ((", " + known + ", ").find(", " + string(value) + ", ") == string::npos)
            known += ", " + string(value);
    };
    for (std::size_t i = 0; i < fates_.size(); ++i) {
        const Branch& branch = journey_.branches[i];
        // What policies stop has come to the service all the same.
        if (reached_[i] == Fate::Blocked) continue;
        if (isPrivateRoad(branch.road) && branch.endpoint) {
            // Through an endpoint the service sees the VPC and the private address, and no aws:SourceIp (FACTS F-116).
            add("aws:SourceVpce", branch.endpoint->id.value);
            add("aws:SourceVpc", branch.endpoint->vpc.value);
            add("aws:VpcSourceIp", branch.privateAddress);
        } else if (branch.road == Road::Internet) {
            add("aws:SourceIp", branch.publicAddress);
        }
    }
}

string Conclusion::summary() const {
    const string from(journey_.callerName);
    const string to(journey_.targetName);
    const string through = viaNames_.empty() ? string{} : " through " + listedWords(viaNames_);
    switch (trace_.verdict) {
        case Verdict::PrivateGateway:
            return from + " reaches " + to + through + ".";
        case Verdict::PrivateInterface:
            return from + " reaches " + to + (viaNames_.empty() ? " inside the VPC" : through) + ".";
        case Verdict::Public:
            return from + " reaches " + to + " over the internet" + (viaNames_.empty() ? "" : "," + through) + ".";
        case Verdict::Partial:
            return from + " reaches " + to + " in part: " + trace_.shares.front() + ".";
        case Verdict::Blocked:
            return from + " does not reach " + to +
                   (trace_.blockers.empty() ? "." : ": " + trace_.blockers.front().text);
        case Verdict::Unknown:
            return "Whether " + from + " reaches " + to + " cannot be told" +
                   (trace_.missing.empty() ? "." : ": " + trace_.missing.front());
    }
    return {};
}

}  // namespace

Trace conclude(const Network& network, const Journey& journey, Telling telling) {
    return Conclusion(network, journey).take(telling);
}

}  // namespace gw
