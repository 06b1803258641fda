#include "model/scene/roads.h"

/// Lines that are no flows: attachments, peerings, VPN and Direct Connect lines.
namespace gw {
namespace {

constexpr Stroke tie{Ink::Connector, 1.5};

void tieBetween(Drawing& drawing, const Roads& roads, const AnyId& subject, const AnyId& from, const AnyId& to,
                std::string_view icon = {}) {
    auto points = roads.between(from, to);
    if (points.size() < 2) return;
    Spot middle = points.front();
    double longest = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double length = std::abs(points[i].x - points[i - 1].x) + std::abs(points[i].y - points[i - 1].y);
        if (length <= longest) continue;
        longest = length;
        middle = {(points[i].x + points[i - 1].x) / 2, (points[i].y + points[i - 1].y) / 2};
    }
    drawing.item(subject, PicturePart::Line, Plane::Flows, Drawing::fromBars).add(PathShape{std::move(points), 6, tie});
    if (icon.empty()) return;
    drawing.item(subject, PicturePart::Sign, Plane::Flows, Drawing::fromNames)
        .add(RectShape{Area::around(middle, 11, 11), 4, Ink::Canvas, {}})
        .add(IconShape{icon, Area::around(middle, 9, 9), Ink::Connector});
}

}  // namespace

void drawTies(Drawing& drawing, const Roads& roads) {
    const Design& design = drawing.design();
    for (const TransitGatewayAttachment& row : design.transitGatewayAttachments)
        if (!design.vpnConnections.find({row.resource.value}))
            tieBetween(drawing, roads, row.id, row.resource, row.transitGateway);
    for (const PeeringConnection& row : design.peeringConnections) {
        tieBetween(drawing, roads, row.id, row.requester, row.id);
        tieBetween(drawing, roads, row.id, row.id, row.accepter);
    }
    for (const VpnConnection& row : design.vpnConnections)
        tieBetween(drawing, roads, row.id, row.onPremises, row.gateway,
                   row.connectionKind == VpnKind::SiteToSite ? "vpn" : "direct-connect");
}

}  // namespace gw
