#pragma once
#include <span>
#include <string_view>

/// What is usual with the resources of a service: what people do with them, and which services of AWS call them.
namespace gw {

/// An AWS service that calls a resource by its own principal, where the resource's policy lets it in.
struct Deliverer {
    std::string_view principal{};  ///< "delivery.logs.amazonaws.com"
    std::string_view what{};       ///< "delivers flow logs and other vended logs"
    std::span<const std::string_view> actions{};
    std::string_view acl{};     ///< the value of s3:x-amz-acl that it sends; empty for none
    std::string_view source{};  ///< where AWS says so
};

/// An AWS service that calls on for whoever called it.
struct ForwardingService {
    std::string_view principal{};  ///< "athena.amazonaws.com", as in aws:CalledVia
    std::string_view name{};       ///< "Amazon Athena"
    std::span<const std::string_view> actions{};
};

/// Of one service, by its prefix in actions.
struct ServiceUse {
    std::string_view prefix{};
    std::span<const std::string_view> actions{};   ///< on what it holds
    std::span<const std::string_view> managing{};  ///< on the resource's own policy
    std::span<const Deliverer> deliverers{};
    std::span<const ForwardingService> forwarding{};
};

std::span<const ServiceUse> serviceUses();
/// nullptr where nothing is known of the service.
const ServiceUse* useOf(std::string_view prefix);

}  // namespace gw
