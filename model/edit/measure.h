#pragma once

/// Sizes and distances of the drawing, pixels at 100 % (look.md section 2).
namespace gw::measure {
inline constexpr int grid = 8;
inline constexpr int gap = 8;            ///< between frames side by side
inline constexpr int frameGap = 24;      ///< between VPCs, or Regions, where one gives way to another
inline constexpr int gatewaySign = 28;   ///< diamond of a gateway endpoint
inline constexpr int endpointSign = 24;  ///< circle of other endpoints
inline constexpr int sign = 24;          ///< square of gateways
inline constexpr int cardHeight = 36;
inline constexpr int cardWidth = 96;       ///< least of a card that is drawn into a narrow subnet
inline constexpr int leastWidth = 48;      ///< of frames and cards
inline constexpr int leastHeight = 24;     ///< of frames and cards
inline constexpr int borderReach = 32;     ///< a sign dropped this far outside a VPC still belongs on its border
inline constexpr int signName = 24;        ///< between signs above each other, for the name and what stops at it
inline constexpr int signNameWidth = 104;  ///< right of a sign on a level border, for its name
inline constexpr int zoneName = 88;        ///< of the name of a zone above a VPC
inline constexpr int frameName = 168;      ///< of the name and range of a VPC in its corner
inline constexpr int besideVpc = 160;      ///< right of a VPC, for the names of endpoints and the lines from them
inline constexpr int fitSlack = 40;        ///< a frame that ends this near to what it holds fits that
inline constexpr int bandAbove = 22;       ///< a zone band starts this far above its highest VPC
inline constexpr int bandBelow = 10;       ///< and ends this far below its lowest one
inline constexpr int interfaceRow = 20;    ///< of dots of interfaces below what stands in a subnet
inline constexpr int bandPadding = 4;      ///< between a band's border and its subnets

struct Padding {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
};
inline constexpr Padding region{20, 56, 20, 20};
inline constexpr Padding vpc{14, 30, 56, 12};
inline constexpr Padding subnet{8, 26, 8, 8};
}  // namespace gw::measure
