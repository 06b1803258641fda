#include <algorithm>

#include "model/design/references.h"
#include "model/scene/appearance.h"
#include "model/scene/drawing.h"
#include "model/scene/measures.h"

namespace gw {
namespace {

/// Pictograms of endpoints hold their own circle or diamond: how far it reaches in a grid of 24.
constexpr double circleInIcon = 8.75;
constexpr double diamondInIcon = 9.25;

/// The name of a sign on a border: outside the frame, above its line.
void borderName(Drawing& drawing, const BorderSign& sign, const std::string& name) {
    const Anchor anchor = sign.side == Side::Left ? Anchor::End : Anchor::Start;
    TextShape text{nameSpotOf(sign), name, type::sign, Ink::Text, anchor, sign.nameRoom, Ink::Canvas};
    // Names of endpoints mostly begin alike.
    text.cut = Cut::Middle;
    text.grows = text.at.y < sign.centre.y ? Growth::Up : Growth::Down;
    if (!sign.afarName) {
        drawing.item(sign.id, PicturePart::Label, Plane::Cards, Drawing::fromNames).add(std::move(text));
        return;
    }
    TextShape afar = text;
    afar.at = *sign.afarName;
    afar.room = sign.afarRoom;
    afar.grows = Growth::Up;
    drawing.item(sign.id, PicturePart::Label, Plane::Cards, {Detail::Names, Detail::Names}).add(std::move(afar));
    drawing.item(sign.id, PicturePart::Label, Plane::Cards, Drawing::fromLines).add(std::move(text));
}

/// A sign on the border of a VPC that stands for an endpoint: a diamond for a gateway endpoint, else a circle.
void endpointSign(Drawing& drawing, const AnyId& subject, std::string_view icon, bool isDiamond) {
    const BorderSign* sign = drawing.borderSign(subject);
    if (!sign) return;
    const double reach = sign->reach;
    const double half = 12 * reach / (isDiamond ? diamondInIcon : circleInIcon);
    drawing.body(subject, Plane::Cards, Drawing::fromBars, Area::around(sign->centre, reach, reach));
    if (isDiamond)
        drawing.add(DiamondShape{sign->centre, reach, Ink::Card, {}});
    else
        drawing.add(CircleShape{sign->centre, reach, Ink::Card, {}});
    drawing.add(IconShape{icon, Area::around(sign->centre, half, half), Ink::Network});
    borderName(drawing, *sign, nameOf(drawing.design(), subject));
}

/// A rounded square with a pictogram: a way out of the network.
void gatewaySign(Drawing& drawing, const AnyId& subject, std::string_view icon) {
    const auto area = drawing.areaOf(subject);
    if (!area) return;
    const double half = std::min(area->width, area->height) / 2 - 3;
    drawing.body(subject, Plane::Cards, Drawing::fromBars, *area)
        .add(RectShape{*area, 6, Ink::Card, {Ink::Network, 1.75}})
        .add(IconShape{icon, Area::around(area->centre(), half, half), Ink::Network});
}

/// The name of a sign that stands inside a frame, to its right.
void nameBeside(Drawing& drawing, const AnyId& subject, const AnyId& frame) {
    const auto area = drawing.areaOf(subject);
    const auto around = drawing.areaOf(frame);
    if (!area) return;
    const double left = area->right() + 6;
    const double room = around ? around->right() - left - 6 : 120;
    if (room < 24) return;
    drawing.item(subject, PicturePart::Label, Plane::Cards, Drawing::fromNames)
        .add(TextShape{{left, area->centre().y + 4},
                       nameOf(drawing.design(), subject),
                       type::sign,
                       Ink::Text,
                       Anchor::Start,
                       room});
}

void nameBelow(Drawing& drawing, const AnyId& subject) {
    const auto area = drawing.areaOf(subject);
    if (!area) return;
    drawing.item(subject, PicturePart::Label, Plane::Cards, Drawing::fromNames)
        .add(TextShape{{area->centre().x, area->bottom() + 15},
                       nameOf(drawing.design(), subject),
                       type::sign,
                       Ink::Text,
                       Anchor::Middle,
                       150,
                       Ink::Canvas});
}

}  // namespace

void drawSigns(Drawing& drawing) {
    const Design& design = drawing.design();
    for (const Endpoint& endpoint : design.endpoints)
        endpointSign(drawing, endpoint.id, iconOf(endpoint.type), endpoint.type == EndpointType::Gateway);
    for (const ResolverEndpoint& endpoint : design.resolverEndpoints)
        endpointSign(drawing, endpoint.id, "hosted-zone", false);
    for (const ResourceGateway& gateway : design.resourceGateways)
        endpointSign(drawing, gateway.id, "endpoint-resource", false);
    for (const InternetGateway& gateway : design.internetGateways) gatewaySign(drawing, gateway.id, "internet-gateway");
    for (const EgressOnlyGateway& gateway : design.egressOnlyGateways)
        gatewaySign(drawing, gateway.id, "egress-only-gateway");
    for (const VpnGateway& gateway : design.vpnGateways) gatewaySign(drawing, gateway.id, "vpn");
    for (const NatGateway& gateway : design.natGateways) {
        gatewaySign(drawing, gateway.id, "nat-gateway");
        nameBeside(drawing, gateway.id, gateway.subnet ? AnyId(gateway.subnet) : AnyId(gateway.vpc));
    }
    for (const TransitGateway& gateway : design.transitGateways) {
        gatewaySign(drawing, gateway.id, "transit-gateway");
        nameBelow(drawing, gateway.id);
    }
    for (const PeeringConnection& peering : design.peeringConnections) {
        gatewaySign(drawing, peering.id, "peering");
        nameBelow(drawing, peering.id);
    }
}

}  // namespace gw
