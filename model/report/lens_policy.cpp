#include <algorithm>
#include <array>
#include <set>

#include "model/design/containment.h"
#include "model/design/references.h"
#include "model/reach/codes.h"
#include "model/reach/fare.h"
#include "model/report/lens_content.h"
#include "model/report/policy_verdict.h"

namespace gw {
namespace {

/// Sentences that a tip has room for.
constexpr std::size_t mostSentences = 3;

/// What the policies that stand at one thing say to the flows that ask them.
struct Place {
    /// By Outcome: how many flows, and what is said of them.
    std::array<std::size_t, 4> counts{};
    std::array<std::vector<std::string>, 4> sentences{};
    /// The rows that decide, where they are others.
    std::array<std::set<std::string>, 4> by{};
    std::vector<std::string> keptOut{};  ///< what is said of those that are denied, as is wanted
    std::size_t intruding = 0;           ///< flows that it lets pass, and that are meant to be blocked and arrive
    bool isDefault = false;              ///< an endpoint with the policy that AWS gives it
    bool isNone = true;                  ///< a resource without a policy of its own, as far as it was asked

    std::size_t count(Outcome outcome) const { return counts[static_cast<std::size_t>(outcome)]; }
    std::size_t flows() const { return counts[0] + counts[1] + counts[2] + counts[3]; }
    Outcome worst() const {
        // Who is not asked says nothing of those that are.
        for (const Outcome each : {Outcome::Blocked, Outcome::Unknown, Outcome::Passed})
            if (count(each) > 0) return each;
        return Outcome::NotJudged;
    }
};

int gravityOf(Outcome outcome) {
    return outcome == Outcome::Blocked ? 3 : outcome == Outcome::Unknown ? 2 : outcome == Outcome::NotJudged ? 1 : 0;
}

/// Where on the canvas the step is decided: policies of roles and organisations with who calls.
AnyId placeOf(const Design& design, const Flow& flow, const Step& step) {
    if (step.stage == Stage::IdentityPolicy) return drawnThingOf(design, flow.from);
    const AnyId own = drawnThingOf(design, step.subject);
    return own == step.subject ? own : drawnThingOf(design, flow.to);
}

void addFlow(std::map<AnyId, Place>& places, const Design& design, const Flow& flow, const Trace& trace) {
    std::map<AnyId, const Step*> worst;
    for (const Hop& hop : trace.hops)
        for (const Step& step : hop.steps) {
            if (!isPolicyStage(step.stage)) continue;
            const AnyId at = placeOf(design, flow, step);
            if (!at) continue;
            Place& place = places[at];
            place.isDefault = place.isDefault || step.code == nameOf(Code::PolicyDefaultEndpoint);
            place.isNone = place.isNone && step.code == nameOf(Code::PolicyNone);
            const Step*& kept = worst[at];
            if (!kept || gravityOf(kept->outcome) < gravityOf(step.outcome)) kept = &step;
        }
    for (const auto& [at, step] : worst) {
        Place& place = places[at];
        if (step->outcome == Outcome::Blocked && flow.intent == FlowIntent::Blocked) {
            place.keptOut.push_back(step->text);
            continue;
        }
        const auto outcome = static_cast<std::size_t>(step->outcome);
        if (step->outcome == Outcome::Passed && fareOf(flow, trace) == Fare::Intruding) ++place.intruding;
        if (step->subject != at) place.by[outcome].insert(nameOf(design, step->subject));
        ++place.counts[outcome];
        auto& said = place.sentences[outcome];
        if (std::ranges::find(said, step->text) == said.end()) said.push_back(step->text);
    }
}

std::string captionOf(const Place& place) {
    if (place.isDefault) return "default policy";
    if (place.isNone) return "no policy of its own";
    std::string keptOut = place.keptOut.empty() ? "" : std::to_string(place.keptOut.size()) + " barred";
    if (place.flows() == 0) return keptOut;
    const Outcome worst = place.worst();
    const auto& by = place.by[static_cast<std::size_t>(worst)];
    const bool isOne = by.size() == 1;
    if (worst == Outcome::NotJudged) return (isOne ? *by.begin() : "role") + " not drawn";
    std::string text = by.empty() ? std::string() : isOne ? *by.begin() + " " : "policies ";
    if (worst == Outcome::Unknown)
        text += "unsure of ";
    else if (worst == Outcome::Blocked)
        text += by.size() > 1 ? "deny " : "denies ";
    else
        text += by.size() > 1 ? "allow " : "allows ";
    text += std::to_string(place.count(worst));
    if (place.count(worst) < place.flows()) text += " of " + std::to_string(place.flows());
    if (worst == Outcome::Passed && place.intruding > 0)
        text += ", " + std::to_string(place.intruding) + " meant blocked";
    return keptOut.empty() ? text : text + ", " + keptOut;
}

std::string detailOf(const Place& place) {
    std::vector<std::string> said = place.sentences[static_cast<std::size_t>(place.worst())];
    said.insert(said.end(), place.keptOut.begin(), place.keptOut.end());
    std::string text;
    for (std::size_t i = 0; i < std::min(said.size(), mostSentences); ++i) text += (i ? "\n" : "") + said[i];
    if (said.size() > mostSentences) text += "\nand " + std::to_string(said.size() - mostSentences) + " more";
    return text;
}

LensMark markOf(const Place& place) {
    LensMark mark{Tone::Plain, {}, captionOf(place), detailOf(place)};
    switch (place.worst()) {
        case Outcome::Blocked:
            mark.tone = Tone::Bad, mark.key = "D";
            break;
        case Outcome::Unknown:
            mark.tone = Tone::Unknown, mark.key = "?";
            break;
        case Outcome::NotJudged:
            if (!place.keptOut.empty()) mark.tone = Tone::Good, mark.key = "A";
            break;
        case Outcome::Passed:
            if (place.intruding > 0)
                mark.tone = Tone::Bad, mark.key = "!";
            else if (place.isDefault)
                mark.tone = Tone::Caution, mark.key = "O";
            else if (!place.isNone)
                mark.tone = Tone::Good, mark.key = "A";
            break;
    }
    return mark;
}

/// An endpoint that no flow passes has a policy too.
LensMark markOfUnasked(const Design& design, const Endpoint& endpoint) {
    if (endpoint.policy)
        return {Tone::Plain, {}, "policy not asked", "No flow passes " + nameOf(design, endpoint.id) + "."};
    return {Tone::Caution, "O", "default policy", "It has the policy that AWS gives it, which lets everything pass."};
}

std::string headlineOf(const std::map<LineState, std::size_t>& counts) {
    const auto count = [&](LineState state) {
        const auto at = counts.find(state);
        return at == counts.end() ? std::size_t{0} : at->second;
    };
    const std::size_t allowed = count(LineState::Allowed);
    std::string text = "Policies allow " + std::to_string(allowed) + (allowed == 1 ? " flow" : " flows");
    if (const std::size_t denied = count(LineState::Denied)) text += ", deny " + std::to_string(denied);
    if (const std::size_t unknown = count(LineState::Unknown)) text += ", " + std::to_string(unknown) + " unknown";
    if (const std::size_t refused = count(LineState::Refused))
        text += "; " + std::to_string(refused) + " denied on purpose";
    if (const std::size_t open = count(LineState::NotAsked)) text += "; " + std::to_string(open) + " not asked";
    return text;
}

}  // namespace

LensContent policyContent(const Facts& facts) {
    const Design& design = facts.design();
    LensContent content;
    std::map<AnyId, Place> places;
    std::map<LineState, std::size_t> counts;
    for (const Trace& trace : facts.traces()) {
        const Flow* flow = find(design, trace.flow);
        if (!flow) continue;
        const LineState state = policyVerdictOf(trace).state;
        ++counts[state == LineState::Denied && flow->intent == FlowIntent::Blocked ? LineState::Refused : state];
        addFlow(places, design, *flow, trace);
    }
    for (const auto& [at, place] : places) content.marks[at] = markOf(place);
    for (const Endpoint& endpoint : design.endpoints)
        if (!content.marks.contains(endpoint.id)) content.marks[endpoint.id] = markOfUnasked(design, endpoint);
    const LegendEntry all[] = {{Tone::Good, "A", "policy does as wanted"},
                               {Tone::Bad, "D", "policy that denies"},
                               {Tone::Bad, "!", "lets pass what is meant to be blocked"},
                               {Tone::Unknown, "?", "it cannot be told"},
                               {Tone::Caution, "O", "AWS's default policy: lets everything pass"}};
    for (const LegendEntry& entry : all)
        if (std::ranges::any_of(content.marks, [&](const auto& mark) { return mark.second.key == entry.key; }))
            content.legend.push_back(entry);
    content.headline = headlineOf(counts);
    return content;
}

}  // namespace gw
