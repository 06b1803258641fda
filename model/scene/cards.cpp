#include <algorithm>
#include <map>

#include "model/design/references.h"
#include "model/scene/appearance.h"
#include "model/scene/drawing.h"
#include "model/scene/measures.h"
#include "model/scene/metrics.h"

namespace gw {
namespace {

constexpr double ringFromEdge = 20;  ///< of the ring in a further zone, from the subnet's left edge
constexpr double margin = 8;

/// What a card in one or several subnets shows.
struct CardWords {
    std::string name{};
    std::string second{};
    std::string share{};
};

/// What a lens says of the thing, in the place of its second line.
const std::string* captionOf(const Drawing& drawing, const AnyId& subject) {
    const LensMark* mark = drawing.overlay().markOf(subject);
    return mark && !mark->caption.empty() ? &mark->caption : nullptr;
}

/// How much larger a name is drawn from as far as it should be whole.
double growthFromAfar() {
    constexpr double farthest = 0.45;
    return growthOf(type::name.size, farthest) * size::leastReadable / size::readable;
}

/// The place to break words at so that both lines are as short as can be; 0 where there is none.
std::size_t breakOf(const std::string& words, const TextStyle& style) {
    std::size_t best = 0;
    double least = widthOf(words, style);
    for (std::size_t at = 1; at < words.size(); ++at) {
        const bool isInside = words[at - 1] >= 'a' && words[at - 1] <= 'z' && words[at] >= 'A' && words[at] <= 'Z';
        if (!isInside && std::string_view("/-_.: ").find(words[at - 1]) == std::string_view::npos) continue;
        const double longer = std::max(widthOf(words.substr(0, at), style), widthOf(words.substr(at), style));
        if (longer >= least) continue;
        least = longer;
        best = at;
    }
    return best;
}

/// The only words of a card from afar, around `middle`; in two lines where they have no room in one.
void wordsFromAfar(Drawing& drawing, const AnyId& subject, const Area& card, double left, double room,
                   const std::string& words, Cut cut) {
    constexpr double heightOfTwo = 40;
    constexpr double halfLeading = 2;
    constexpr double capitals = 0.7;
    const double middle = card.centre().y;
    TextShape line{{left, middle + 4.2}, words, type::name, Ink::Text, Anchor::Start, room, Ink::None, cut};
    drawing.item(subject, PicturePart::Sign, Plane::Cards, {Detail::Names, Detail::Names});
    const bool isLong = card.height >= heightOfTwo && widthOf(words, type::name) * growthFromAfar() > room;
    const std::size_t at = isLong ? breakOf(words, type::name) : 0;
    if (at == 0) {
        drawing.add(std::move(line));
        return;
    }
    line.room += 2;  // up to the border of the card
    TextShape upper = line;
    upper.text = words.substr(0, words[at - 1] == ' ' ? at - 1 : at);
    upper.at.y = middle - halfLeading;
    upper.grows = Growth::Up;
    line.text = words.substr(at);
    line.at.y = middle + halfLeading + capitals * type::name.size;
    line.grows = Growth::Down;
    drawing.add(std::move(upper)).add(std::move(line));
}

/// Name and second line, centred on the height of the card; the name alone where the card is too low for both. From
/// afar, where the second line goes, `afar` stands in the middle, in `roomAfar`.
void words(Drawing& drawing, const AnyId& subject, const Area& card, double left, double room, const std::string& name,
           std::string second, TextStyle secondStyle, const std::string& afar, double roomAfar) {
    if (const std::string* caption = captionOf(drawing, subject)) {
        second = *caption;
        secondStyle = type::detail;
    }
    const double middle = card.centre().y;
    const bool both = !second.empty() && card.height >= 30;
    if (!both) {
        drawing.item(subject, PicturePart::Sign, Plane::Cards, Drawing::fromNames)
            .add(TextShape{{left, middle + 4.2}, name, type::name, Ink::Text, Anchor::Start, room});
        return;
    }
    wordsFromAfar(drawing, subject, card, left, roomAfar, afar, afar != name ? Cut::Middle : Cut::End);
    drawing.item(subject, PicturePart::Sign, Plane::Cards, Drawing::fromLines)
        .add(TextShape{{left, middle - 1.5}, name, type::name, Ink::Text, Anchor::Start, room})
        .add(TextShape{{left, middle + 12.5}, second, secondStyle, Ink::Muted, Anchor::Start, room});
}

/// A card with a bar in the colour of its family. In several subnets it spans them, with a ring in each further one.
void workloadCard(Drawing& drawing, const AnyId& subject, const Area& card, const Appearance& look,
                  const std::vector<Id<Subnet>>& subnets, const CardWords& text) {
    drawing.body(subject, Plane::Cards, Drawing::fromBars, card)
        .add(RectShape{card, size::cardRadius, Ink::Card, {Ink::CardBorder, 1}})
        .add(RectShape{{card.x, card.y, size::cardBar, card.height}, 1.5, look.ink, {}});
    drawing.item(subject, PicturePart::Sign, Plane::Cards, Drawing::barsOnly)
        .add(IconShape{look.icon, Area::around({card.x + 24, card.centre().y}, 15, 15), look.ink});
    drawing.item(subject, PicturePart::Sign, Plane::Cards, Drawing::fromNames)
        .add(IconShape{look.icon, Area::around({card.x + 22, card.centre().y}, 10, 10), look.ink});

    std::vector<double> rings;
    const auto home = subnets.empty() ? std::nullopt : drawing.areaOf(subnets.front());
    for (std::size_t i = 1; i < subnets.size(); ++i)
        if (const auto area = drawing.areaOf(subnets[i]); area && area->x > home.value_or(*area).x)
            if (const double x = area->x + ringFromEdge; card.x + size::cardWords < x && x + 8 < card.right())
                rings.push_back(x);
    std::ranges::sort(rings);
    const double left = card.x + size::cardWords;
    const auto roomBefore = [&](std::size_t ring) {
        return (ring < rings.size() ? rings[ring] : card.right()) - margin - left;
    };
    // From afar a name takes the place of the first ring rather than be cut.
    const bool reachesOver = !rings.empty() && !captionOf(drawing, subject) &&
                             widthOf(text.name, type::name) * growthFromAfar() > roomBefore(0);
    for (std::size_t i = 0; i < rings.size(); ++i) {
        const Spot centre{rings[i], card.centre().y};
        const bool covered = i > 0 ? captionOf(drawing, subject) != nullptr : reachesOver;
        drawing.item(subject, PicturePart::Sign, Plane::Cards, covered ? Drawing::fromLines : Drawing::fromNames)
            .add(CircleShape{centre, 3.75, Ink::None, {look.ink, 1.5}})
            .add(CircleShape{centre, 1.25, look.ink, {}});
        const double end = i + 1 < rings.size() ? rings[i + 1] - 8 : card.right();
        drawing.item(subject, PicturePart::Sign, Plane::Cards, Drawing::fromLines)
            .add(TextShape{{centre.x + 9, centre.y + 4},
                           text.share,
                           type::detail,
                           Ink::Muted,
                           Anchor::Start,
                           end - centre.x - 13});
        // From afar a card has one line: what a lens says of it stands in its first further zone.
        if (const std::string* caption = i == 0 ? captionOf(drawing, subject) : nullptr)
            drawing.item(subject, PicturePart::Sign, Plane::Cards, {Detail::Names, Detail::Names})
                .add(TextShape{{centre.x + 9, centre.y + 4},
                               *caption,
                               type::detail,
                               Ink::Muted,
                               Anchor::Start,
                               card.right() - centre.x - 13});
    }
    words(drawing, subject, card, left, roomBefore(0), text.name, text.second, type::detail, text.name,
          roomBefore(reachesOver ? 1 : 0));
}

/// What a card outside the VPC says.
struct TileWords {
    std::string name{};
    std::string second{};
    /// Whether from afar the second line is what tells the card from others.
    bool secondTells = false;
};

/// A card with a bordered tile: something outside the VPC.
void tileCard(Drawing& drawing, const AnyId& subject, const Area& card, const Appearance& look, const TileWords& text,
              Dash border = Dash::Solid) {
    const Spot tile{card.x + 6 + size::serviceTile / 2, card.centre().y};
    drawing.body(subject, Plane::Cards, Drawing::fromBars, card)
        .add(RectShape{card, size::cardRadius, Ink::Card, {Ink::CardBorder, 1, border}});
    drawing.item(subject, PicturePart::Sign, Plane::Cards, Drawing::fromBars)
        .add(
            RectShape{Area::around(tile, size::serviceTile / 2, size::serviceTile / 2), 4, Ink::None, {look.ink, 1.25}})
        .add(IconShape{look.icon, Area::around(tile, 9, 9), look.ink});
    const double room = card.width - size::cardWords - 3;
    words(drawing, subject, card, card.x + size::cardWords, room, text.name, text.second, type::resource,
          text.secondTells ? text.second : text.name, room);
}

void draw(Drawing& drawing, const Workload& workload) {
    if (const auto area = drawing.areaOf(workload.id))
        workloadCard(
            drawing, workload.id, *area, appearanceOf(workload.workloadKind), workload.subnets,
            {nameOf(drawing.design(), workload.id), secondLineOf(drawing.design(), workload), shareOf(workload)});
}

void draw(Drawing& drawing, const LoadBalancer& balancer) {
    if (const auto area = drawing.areaOf(balancer.id))
        workloadCard(drawing, balancer.id, *area, {"load-balancer", Ink::Network}, balancer.subnets,
                     {nameOf(drawing.design(), balancer.id), secondLineOf(drawing.design(), balancer), "1 node"});
}

/// Resources of one service are told apart by their own names alone.
void drawResources(Drawing& drawing) {
    std::map<std::string, int> titles;
    for (const ServiceResource& resource : drawing.design().resources)
        if (drawing.areaOf(resource.id)) ++titles[lookOf(resource.service).title];
    for (const ServiceResource& resource : drawing.design().resources) {
        const auto area = drawing.areaOf(resource.id);
        if (!area) continue;
        const ServiceLook look = lookOf(resource.service);
        tileCard(drawing, resource.id, *area, look.appearance,
                 {look.title, nameOf(drawing.design(), resource.id), titles[look.title] > 1});
    }
}

void draw(Drawing& drawing, const EndpointService& service) {
    if (const auto area = drawing.areaOf(service.id))
        tileCard(drawing, service.id, *area, {"endpoint-service", Ink::Network},
                 {nameOf(drawing.design(), service.id), "endpoint service"});
}

void draw(Drawing& drawing, const ServiceNetwork& network) {
    if (const auto area = drawing.areaOf(network.id))
        tileCard(drawing, network.id, *area, {"endpoint-service-network", Ink::Network},
                 {nameOf(drawing.design(), network.id), "service network"});
}

void draw(Drawing& drawing, const Unmodelled& thing) {
    if (const auto area = drawing.areaOf(thing.id))
        tileCard(drawing, thing.id, *area, {"service", Ink::Generic}, {nameOf(drawing.design(), thing.id), thing.type},
                 Dash::Wanted);
}

/// A figure with its name below: somebody outside every network.
void draw(Drawing& drawing, const Client& client) {
    const auto area = drawing.areaOf(client.id);
    if (!area) return;
    const double middle = area->centre().x;
    drawing.body(client.id, Plane::Cards, Drawing::fromBars, *area)
        .add(IconShape{iconOf(client.clientKind), Area::around({middle, area->y + 14}, 14, 14), Ink::Text});
    const double room = std::max(area->width, 120.0);
    drawing.item(client.id, PicturePart::Label, Plane::Cards, Drawing::fromNames)
        .add(TextShape{{middle, area->y + 41},
                       nameOf(drawing.design(), client.id),
                       type::name,
                       Ink::Text,
                       Anchor::Middle,
                       room,
                       Ink::Canvas});
    drawing.item(client.id, PicturePart::Label, Plane::Cards, Drawing::fromLines)
        .add(TextShape{{middle, area->y + 55},
                       std::string(wordOf(client.clientKind)),
                       type::detail,
                       Ink::Muted,
                       Anchor::Middle,
                       room,
                       Ink::Canvas});
}

void draw(Drawing& drawing, const OnPremisesNetwork& network) {
    const auto area = drawing.areaOf(network.id);
    if (!area) return;
    std::string blocks;
    for (const Cidr& block : network.cidrs) blocks += (blocks.empty() ? "" : ", ") + block.text();
    tileCard(drawing, network.id, *area, {"on-premises", Ink::Generic},
             {nameOf(drawing.design(), network.id), blocks.empty() ? "on premises" : blocks});
}

}  // namespace

void drawCards(Drawing& drawing) {
    const Design& design = drawing.design();
    for (const Workload& workload : design.workloads) draw(drawing, workload);
    for (const LoadBalancer& balancer : design.loadBalancers) draw(drawing, balancer);
    drawResources(drawing);
    for (const EndpointService& service : design.endpointServices) draw(drawing, service);
    for (const ServiceNetwork& network : design.serviceNetworks) draw(drawing, network);
    for (const Client& client : design.clients) draw(drawing, client);
    for (const OnPremisesNetwork& network : design.onPremisesNetworks) draw(drawing, network);
    for (const Unmodelled& thing : design.unmodelled) draw(drawing, thing);
}

}  // namespace gw
