#include "model/reach/verdict.h"

#include <algorithm>
#include <deque>

namespace gw {
namespace {

using std::string;
using std::string_view;

enum class Fate : std::uint8_t { Works, Partial, Blocked, Unknown };

Fate fateOf(const Branch& branch, bool commonBlocked, bool commonUnknown) {
    if (commonBlocked || branch.isBlocked()) return Fate::Blocked;
    if (commonUnknown || branch.isUnknown() || branch.road == Road::None) return Fate::Unknown;
    return branch.isPartial() ? Fate::Partial : Fate::Works;
}

bool isPrivateRoad(Road road) {
    return road == Road::GatewayEndpoint || road == Road::Interface || road == Road::OnPremises;
}

string listed(const std::vector<string>& names) {
    string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
        text += names[i];
    }
    return text;
}

void addOnce(std::vector<string>& names, string_view name) {
    if (!name.empty() && std::ranges::find(names, name) == names.end()) names.emplace_back(name);
}

/// Puts the steps of all branches into one list of places: equal steps once, in the order of the way.
class Hops {
public:
    Hops(const Network& network, const Journey& journey) : network_(network), journey_(journey) {
        place(journey.caller);
    }

    /// The ruling must stay where it is until the hops are taken.
    void add(const Ruling& ruling) {
        if (ruling.stage == Stage::Response) {
            // The way back ends the story: it is told at the target, once for each thing that decides.
            Ruling back = ruling;
            back.hop = journey_.target;
            if (back.code == Code::AclReturnAllowed) back.other = {};
            return keep(own_.emplace_back(std::move(back)));
        }
        if (ruling.hop != journey_.target) last_ = place(ruling.hop);
        keep(ruling);
    }
    void addOwn(Ruling ruling) { add(own_.emplace_back(std::move(ruling))); }
    void startBranch() { last_ = 0; }

    std::vector<Hop> take() {
        place(journey_.target, true);
        std::vector<Hop> hops;
        for (const string_view id : order_) {
            Hop hop{AnyId(string(id)), {}};
            for (const Ruling* ruling : rulings_)
                if (ruling->hop == id) hop.steps.push_back(inWords(network_, journey_, *ruling));
            std::ranges::stable_sort(hop.steps, {}, &Step::stage);
            if (!hop.steps.empty()) hops.push_back(std::move(hop));
        }
        return hops;
    }

private:
    void keep(const Ruling& ruling) {
        if (std::ranges::none_of(rulings_, [&](const Ruling* known) { return known->sameAs(ruling); }))
            rulings_.push_back(&ruling);
    }
    std::size_t place(string_view id, bool atEnd = false) {
        const auto at = std::ranges::find(order_, id);
        if (at != order_.end()) return static_cast<std::size_t>(at - order_.begin());
        const std::size_t index = order_.empty() || atEnd ? order_.size() : last_ + 1;
        order_.insert(order_.begin() + static_cast<std::ptrdiff_t>(index), id);
        return index;
    }

    const Network& network_;
    const Journey& journey_;
    std::vector<string_view> order_;
    std::size_t last_ = 0;
    std::vector<const Ruling*> rulings_;
    std::deque<Ruling> own_;
};

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
        decide();
        tellVia();
        if (telling == Telling::Whole) tellReasons();
        switch (journey_.flow->intent) {
            case FlowIntent::Private:
                trace_.asWanted = isPrivate(trace_.verdict);
                break;
            case FlowIntent::Any:
                trace_.asWanted = count(Fate::Works) == fates_.size() && !fates_.empty();
                break;
            case FlowIntent::Blocked:
                trace_.asWanted = trace_.verdict == Verdict::Blocked;
                break;
        }
        return std::move(trace_);
    }

private:
    void tellReasons() {
        tellHops();
        tellBlockers();
        tellMissing();
        if (trace_.verdict == Verdict::Partial) tellShares();
        if (journey_.toService && trace_.verdict != Verdict::Blocked) tellContext();
        trace_.summary = summary();
    }
    std::size_t count(Fate fate) const { return static_cast<std::size_t>(std::ranges::count(fates_, fate)); }
    template <class Test>
    bool all(Test test) const {
        return std::ranges::all_of(journey_.branches, [&](const Branch& branch) { return test(branch.road); });
    }

    void decide();
    void tellHops();
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
    std::vector<string> viaNames_;
    Trace trace_;
};

void Conclusion::decide() {
    if (fates_.empty()) {
        trace_.verdict = commonBlocked_ ? Verdict::Blocked : Verdict::Unknown;
        return;
    }
    const std::size_t works = count(Fate::Works);
    if (count(Fate::Blocked) == fates_.size())
        trace_.verdict = Verdict::Blocked;
    else if (works < fates_.size())
        // Something passes for sure, and something is stopped for sure; else what is unknown may tip it.
        trace_.verdict =
            count(Fate::Partial) > 0 || (works > 0 && count(Fate::Blocked) > 0) ? Verdict::Partial : Verdict::Unknown;
    else if (all([](Road road) { return road == Road::GatewayEndpoint; }))
        trace_.verdict = Verdict::PrivateGateway;
    else if (all(isPrivateRoad))
        trace_.verdict = Verdict::PrivateInterface;
    else if (all([](Road road) { return road == Road::Internet; }))
        trace_.verdict = Verdict::Public;
    else
        trace_.verdict = Verdict::Partial;
}

void Conclusion::tellHops() {
    Hops hops(network_, journey_);
    for (const Ruling& ruling : journey_.common) hops.add(ruling);
    for (const Branch& branch : journey_.branches) {
        hops.startBranch();
        for (const Ruling& ruling : branch.rulings) hops.add(ruling);
        if (journey_.toService && branch.endpoint && isPrivateRoad(branch.road)) {
            const string_view id = branch.endpoint->id.value;
            hops.addOwn(notJudged(Stage::EndpointPolicy, id, id, labelOf(*branch.endpoint)));
        }
    }
    if (journey_.toService) {
        hops.addOwn(notJudged(Stage::IdentityPolicy, journey_.target, journey_.caller, journey_.callerName));
        hops.addOwn(notJudged(Stage::ResourcePolicy, journey_.target, journey_.target, journey_.targetName));
    }
    trace_.hops = hops.take();
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
}

string Conclusion::roadText(const Branch& branch) const {
    if (branch.via.empty()) return branch.road == Road::Internet ? "over the internet" : "directly";
    std::vector<string> names;
    for (const Waypoint& point : branch.via) addOnce(names, point.name);
    return "through " + listed(names);
}

void Conclusion::tellShares() {
    const auto subnets = [&](bool source, auto fits) {
        std::vector<string> names;
        for (std::size_t i = 0; i < fates_.size(); ++i) {
            const Branch& branch = journey_.branches[i];
            addOnce(names, fits(i) ? (source ? branch.from : branch.to) : string_view{});
        }
        return names;
    };
    const auto less = [](std::vector<string> names, const std::vector<string>& other) {
        std::erase_if(names, [&](const string& name) { return std::ranges::find(other, name) != other.end(); });
        return names;
    };
    const auto works = [&](std::size_t i) { return fates_[i] == Fate::Works; };
    const auto fails = [&](std::size_t i) { return fates_[i] != Fate::Works; };
    if (count(Fate::Works) == fates_.size()) {
        // All get there, yet not all on a private way.
        for (const bool wanted : {true, false}) {
            const auto fits = [&](std::size_t i) { return isPrivateRoad(journey_.branches[i].road) == wanted; };
            for (std::size_t i = 0; i < fates_.size(); ++i)
                if (fits(i)) {
                    const auto from = subnets(true, fits);
                    trace_.shares.push_back((wanted ? "private " : "not private, ") + roadText(journey_.branches[i]) +
                                            (from.empty() ? string{} : ", from " + listed(from)));
                    break;
                }
        }
        return;
    }
    for (const bool source : {true, false}) {
        const auto good = subnets(source, works);
        const auto bad = subnets(source, fails);
        const auto always = less(good, bad);
        if (always.empty() || bad.empty()) continue;
        trace_.shares.push_back((source ? "works from " : "works to the network interface in ") + listed(always) +
                                " only");
        trace_.shares.push_back((source ? "blocked from " : "blocked to the one in ") +
                                listed(less(bad, good).empty() ? bad : less(bad, good)));
        return;
    }
    for (std::size_t i = 0; i < fates_.size(); ++i)
        if (fates_[i] == Fate::Partial)
            for (const Ruling& ruling : journey_.branches[i].rulings)
                if (ruling.outcome == Outcome::Blocked) {
                    const Step step = inWords(network_, journey_, ruling);
                    addOnce(trace_.shares, "works now and then: " + step.text);
                }
    if (!trace_.shares.empty()) return;
    const bool outside = std::ranges::all_of(journey_.branches, [](const Branch& each) { return each.from.empty(); });
    trace_.shares.push_back(outside ? "works for a part of its addresses only"
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
        if (fates_[i] == Fate::Blocked) continue;
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
    const string through = viaNames_.empty() ? string{} : " through " + listed(viaNames_);
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
