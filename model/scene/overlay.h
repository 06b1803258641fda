#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/design/design.h"

/// What others found out about a design, in the picture's own words: the scene knows neither findings nor traces.
namespace gw {

/// How a flow fares, which decides its colour and dash.
enum class LineState : std::uint8_t {
    Wanted,  ///< not judged
    Private,
    Public,   ///< works, not private
    Partial,  ///< works from some places or for some of what it asks for
    Blocked,
    Unknown,
    Inbound,    ///< from outside, not judged
    Refused,    ///< blocked on purpose: drawn in the Security and Policy lens alone
    Intruding,  ///< arrives, and is meant to be blocked
    // What the Policy lens says of a flow, beside Unknown and Refused.
    Allowed,   ///< by every policy that has a say
    Denied,    ///< by one policy or more, for some of what it asks for or all
    NotAsked,  ///< no policy has a say, or none that is asked for is drawn
};

/// How a lens shows a flow on the way that it has.
struct LensLine {
    LineState state = LineState::NotAsked;
    std::string pill{};  ///< words on the line; empty for none
    friend bool operator==(const LensLine&, const LensLine&) = default;
};

struct FlowLine {
    LineState state = LineState::Wanted;
    /// The drawn things it passes between its ends, in order: endpoints, NAT and internet gateways, peering ...
    std::vector<AnyId> via{};
    /// Blocked: the drawn thing that stops it, one of `via` or an end; empty for the last of `via`.
    AnyId stopsAt{};
    /// Words on the line: "over the internet gateway", "stops: sg in"; empty for none.
    std::string pill{};
    /// In place of the looks of `state` and of `pill`; the way stays as those make it.
    std::optional<LensLine> inLens{};

    LineState shownState() const { return inLens ? inLens->state : state; }
    const std::string& shownPill() const { return inLens ? inLens->pill : pill; }
    friend bool operator==(const FlowLine&, const FlowLine&) = default;
};

enum class Urgency : std::uint8_t { Hint, Warning, Error };

/// The findings of one thing: the worst, and how many.
struct BadgeMark {
    Urgency worst = Urgency::Hint;
    int count = 0;
    friend bool operator==(const BadgeMark&, const BadgeMark&) = default;
};

/// Where a subnet's packets can go, derived from its routes and the endpoints in it.
enum class WayOut : std::uint8_t { Isolated, Private, Public };

/// What the picture puts forward; what a lens is not about is drawn faint, never moved.
enum class Lens : std::uint8_t { Topology, Routing, Security, Dns, Policy, Cost, Resilience };
constexpr auto namesOf(Lens) {
    return std::to_array<EnumName<Lens>>({{Lens::Topology, "topology", "Topology"},
                                          {Lens::Routing, "routing", "Routing"},
                                          {Lens::Security, "security", "Security"},
                                          {Lens::Dns, "dns", "DNS"},
                                          {Lens::Policy, "policy", "Policy"},
                                          {Lens::Cost, "cost", "Cost"},
                                          {Lens::Resilience, "resilience", "Resilience"}});
}

/// The colour of what a lens says. The first six tell equals apart, such as one route table from the next; the others
/// say how something fares. No tone stands alone: a key or words say the same.
enum class Tone : std::uint8_t { Plain, First, Second, Third, Fourth, Fifth, Sixth, Good, Caution, Bad, Unknown };
/// The tone of the nth of equals; after six they come again.
constexpr Tone toneOfEqual(std::size_t n) {
    return static_cast<Tone>(static_cast<std::size_t>(Tone::First) + n % 6);
}

/// What a lens says of one thing.
struct LensMark {
    Tone tone = Tone::Plain;
    /// A letter or number, explained by the legend, on a tag at the corner of the thing; empty for no tag.
    std::string key{};
    /// A few words in the place of its second line or its address block; empty leaves that as it is.
    std::string caption{};
    /// A sentence for who points at it; empty for none.
    std::string detail{};
    /// It would not be there: struck out.
    bool isGone = false;
    friend bool operator==(const LensMark&, const LensMark&) = default;
};

struct LegendEntry {
    Tone tone = Tone::Plain;
    std::string key{};
    std::string words{};
    bool isGone = false;  ///< explains the stroke through what would not be there
    friend bool operator==(const LegendEntry&, const LegendEntry&) = default;
};

/// All that a lens, or the preview of what would happen, adds to a picture.
struct LensContent {
    std::string headline{};  ///< above the legend; empty for none
    std::map<AnyId, LensMark> marks{};
    std::vector<LegendEntry> legend{};
    /// Whether things without a mark keep their colour; else they are drawn faint.
    bool keepsThings = false;
    /// The same for flows.
    bool keepsFlows = true;
    friend bool operator==(const LensContent&, const LensContent&) = default;
};

/// A call that no flow of the design makes, as an answer about policies tells of it.
struct AnswerLine {
    /// The drawn things that it goes by, in order: who asks, an endpoint or gateway, what is asked for.
    std::vector<AnyId> way{};
    /// Who asks, where it stands nowhere in the picture: a note above it. Empty where the first of the way asks.
    std::string outsider{};
    LineState state = LineState::Allowed;
    std::string words{};  ///< on the line; empty for none
    friend bool operator==(const AnswerLine&, const AnswerLine&) = default;
};

struct Overlay {
    std::map<Id<Flow>, FlowLine> flows{};
    std::map<AnyId, BadgeMark> badges{};
    /// Subnets that are not named are drawn as isolated.
    std::map<Id<Subnet>, WayOut> waysOut{};
    /// The traced flow with all that it passes: everything else is drawn faint. Empty for no trace.
    std::set<AnyId> traced{};
    Lens lens = Lens::Topology;
    /// None for a plain picture.
    std::optional<LensContent> content{};
    /// Drawn above all else; what it passes is among `traced`.
    std::optional<AnswerLine> answer{};
    /// The mark of a thing; nullptr where it has none.
    const LensMark* markOf(const AnyId& id) const {
        if (!content) return nullptr;
        const auto at = content->marks.find(id);
        return at == content->marks.end() ? nullptr : &at->second;
    }
    friend bool operator==(const Overlay&, const Overlay&) = default;
};

}  // namespace gw
