#pragma once
#include <string>
#include <string_view>

#include "model/design/design.h"
#include "model/scene/overlay.h"
#include "model/scene/shape.h"

/// Which pictogram, colour and words each kind of thing has.
namespace gw {

struct Appearance {
    std::string_view icon{};
    Ink ink = Ink::Generic;
};

Appearance appearanceOf(WorkloadKind kind);
Appearance appearanceOf(WayOut way);
/// Colour of its subnets' tint.
Ink tintOf(WayOut way);

/// How a service of AWS is shown on its card.
struct ServiceLook {
    std::string title{};  ///< short enough for a card: "Secrets Mgr"
    Appearance appearance{};
};
/// By the catalogue's key: "s3", "ecr.api".
ServiceLook lookOf(std::string_view service);

std::string_view iconOf(EndpointType type);
std::string_view iconOf(ClientKind kind);
std::string_view wordOf(ClientKind kind);

/// "Fargate · sg-order": what runs it and its security groups.
std::string secondLineOf(const Design& design, const Workload& workload);
std::string secondLineOf(const Design& design, const LoadBalancer& balancer);
/// "1 task": what stands in each further zone.
std::string shareOf(const Workload& workload);

/// The block of a subnet without the octets that all blocks of its VPC share: ".64.0/26".
std::string shortBlockOf(const Design& design, const Subnet& subnet);
/// "1111-2222-3333"
std::string groupedNumber(const AccountNumber& number);

}  // namespace gw
