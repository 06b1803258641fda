#include <algorithm>
#include <array>
#include <set>

#include "model/check/rule.h"
#include "model/design/text_form.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

bool isTaken(LoadBalancerKind kind, std::string_view protocol) {
    constexpr auto application = std::to_array<std::string_view>({"HTTP", "HTTPS"});
    constexpr auto network = std::to_array<std::string_view>({"TCP", "TLS", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC"});
    return kind == LoadBalancerKind::Application ? std::ranges::count(application, protocol) > 0
                                                 : std::ranges::count(network, protocol) > 0;
}

std::string_view nameOf(LoadBalancerKind kind) {
    return kind == LoadBalancerKind::Application ? "an Application Load Balancer" : "a Network Load Balancer";
}

void lookAt(const Facts& facts, const LoadBalancer& balancer, std::vector<Finding>& found) {
    // AWS gives the listener of a Gateway Load Balancer no port and protocol to choose.
    if (balancer.loadBalancerKind == LoadBalancerKind::Gateway) return;
    std::set<int> ports;
    for (std::size_t number = 0; number < balancer.listeners.size(); ++number) {
        const Listener& listener = balancer.listeners[number];
        const std::string port = textOf(listener.port);
        const auto report = [&](const std::string& what, std::vector<Fix> fixes) {
            found.push_back(
                {balancer.id, facts.name(balancer.id) + " " + what + ".", Severity::Error, std::move(fixes)});
        };
        if (listener.port.from != listener.port.to)
            report("listens on " + port + ": a listener has one port", {});
        else if (!ports.insert(listener.port.from).second)
            report("has two listeners on port " + port,
                   {reviewedFix("Remove the second listener on port " + port + " of " + facts.name(balancer.id),
                                edits::removeTableRow(balancer.id, "listeners", number))});
        for (const auto& target : listener.targets) {
            const LoadBalancer* behind = find(facts.design(), Id<LoadBalancer>{target.value});
            if (!behind || (balancer.loadBalancerKind == LoadBalancerKind::Network &&
                            behind->loadBalancerKind == LoadBalancerKind::Application))
                continue;
            report("has the load balancer " + facts.name(target) + " as a target on port " + port, {});
        }
        if (!isTaken(balancer.loadBalancerKind, listener.protocol))
            report("speaks " + listener.protocol + " on port " + port + ", which " +
                       std::string(nameOf(balancer.loadBalancerKind)) + " does not",
                   {});
    }
}

}  // namespace

extern const Rule listenerRefused = {
    .code = "RES011",
    .name = "listener-refused",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Each listener has a port of its own and a protocol that its load balancer speaks",
    .why =
        "AWS takes HTTP and HTTPS on an Application Load Balancer and TCP, TLS, UDP, TCP_UDP, QUIC and TCP_QUIC on a "
        "Network Load Balancer, and refuses a second listener on the same port with DuplicateListener. Of load "
        "balancers only an "
        "Application Load Balancer is a target, of a Network Load Balancer.",
    .howToFix = "Choose a protocol that the load balancer speaks; for TCP and UDP on one port take TCP_UDP.",
    .source = "Elastic Load Balancing API, CreateListener, Protocol and Port; CreateTargetGroup, TargetType",
    .check = each<&Design::loadBalancers, lookAt>(),
};

}  // namespace gw::rules
