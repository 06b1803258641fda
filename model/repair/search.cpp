#include "model/repair/search.h"

#include <algorithm>
#include <queue>

#include "model/reach/reach.h"
#include "model/repair/pass_lines.h"
#include "model/repair/situation.h"

namespace gw {
namespace {

constexpr int mostTraces = 240;
/// Solutions that ask so much more than the first are no alternative to it.
constexpr int effortBeyondFirst = 9;

struct State {
    Design design{};
    std::vector<Edit> steps{};
    int effort = 0;
    int born = 0;  ///< earlier ones first, so that the search is the same every time
    Trace parent{};
};
struct Later {
    bool operator()(const State& a, const State& b) const {
        return a.effort != b.effort ? a.effort > b.effort : a.born > b.born;
    }
};

std::vector<Candidate> candidatesFor(const Situation& situation) {
    // A name that has no answer at all comes before the question where it should lead.
    for (const Hop& hop : situation.trace.hops)
        for (const Step& step : hop.steps)
            if (step.stage == Stage::Dns && step.outcome != Outcome::Passed)
                for (const auto& change : {changeNames, getAnswers})
                    if (auto found = change(situation, step); !found.empty()) return found;
    if (auto candidates = endpointCandidates(situation); !candidates.empty()) return candidates;
    return passFirstStop(situation);
}

class Search {
public:
    Search(const Network& network, const Id<Flow>& flow) : network_(network), start_(network.design()), flow_(flow) {}

    std::vector<Solution> run(std::size_t wanted);

private:
    Trace traceIn(const Design& design) {
        ++traces_;
        const Network network(design, &network_);
        const Flow* flow = find(design, flow_);
        return flow ? trace(network, *flow) : Trace{};
    }
    /// Whether there is anything left to do.
    bool expand(const State& state, const Trace& told);
    bool helps(const std::vector<Edit>& steps, Trace& told);
    void dropSpare(std::vector<Edit>& steps, Trace& told);

    const Network& network_;  ///< of the start; what an edit leaves alone is taken over from it
    const Design& start_;
    const Id<Flow>& flow_;
    std::priority_queue<State, std::vector<State>, Later> open_;
    int traces_ = 0;
    int born_ = 0;
    bool needsPolicies_ = true;  ///< the solution at hand passes policies too, and must go on doing so
};

bool Search::expand(const State& state, const Trace& told) {
    const Network network(state.design, &network_);
    const Situation situation(network, *find(state.design, flow_), told);
    std::vector<Candidate> candidates = candidatesFor(situation);
    for (Candidate& candidate : candidates) {
        auto changed = apply(candidate.edit, state.design);
        if (!changed) continue;
        State next{*std::move(changed), state.steps, state.effort + candidate.effort, ++born_, told};
        next.steps.push_back(std::move(candidate.edit));
        open_.push(std::move(next));
    }
    return !candidates.empty();
}

bool Search::helps(const std::vector<Edit>& steps, Trace& told) {
    Design design = start_;
    for (const Edit& step : steps) {
        auto changed = apply(step, std::move(design));
        if (!changed) return false;
        design = *std::move(changed);
    }
    Trace after = traceIn(design);
    if (!(needsPolicies_ ? after.asWanted : after.networkAsWanted)) return false;
    told = std::move(after);
    return true;
}

void Search::dropSpare(std::vector<Edit>& steps, Trace& told) {
    for (std::size_t i = steps.size(); i-- > 0;) {
        std::vector<Edit> fewer = steps;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        if (!fewer.empty() && helps(fewer, told)) {
            steps = std::move(fewer);
            i = steps.size();
        }
    }
}

std::vector<Solution> Search::run(std::size_t wanted) {
    std::vector<Solution> found;
    open_.push({start_});
    while (!open_.empty() && traces_ < mostTraces && found.size() < wanted) {
        State state = open_.top();
        open_.pop();
        if (!found.empty() && state.effort > found.front().effort + effortBeyondFirst) break;
        Trace told = traceIn(state.design);
        if (!told.asWanted) {
            // What changes nothing for the flow leads nowhere.
            const bool goesOn = (state.steps.empty() || told != state.parent) && expand(state, told);
            // Where nothing is to be done about policies, a mended network is what can be had.
            if (goesOn || !told.networkAsWanted || state.steps.empty() || state.parent.networkAsWanted) continue;
        }
        if (state.steps.empty()) return {};
        needsPolicies_ = told.asWanted;
        Solution solution{std::move(state.steps), state.effort, std::move(told)};
        dropSpare(solution.steps, solution.trace);
        const auto sameSteps = [&](const Solution& other) {
            return std::ranges::equal(other.steps, solution.steps, {}, &Edit::label, &Edit::label);
        };
        if (std::ranges::none_of(found, sameSteps)) found.push_back(std::move(solution));
    }
    return found;
}

}  // namespace

std::vector<Solution> solutionsFor(const Network& network, const Id<Flow>& flow, std::size_t wanted) {
    return Search(network, flow).run(wanted);
}

}  // namespace gw
