#include <algorithm>

#include "model/edit/change.h"
#include "model/reach/reach.h"
#include "model/repair/situation.h"

namespace gw {
namespace {

bool hears(const Listener& listener, const Situation& situation) {
    return std::ranges::any_of(situation.ports, [&](const PortRange& called) {
        return called.from <= listener.port.to && listener.port.from <= called.to;
    });
}

/// What it sends to on another port, on the one that is called, too.
std::vector<Candidate> listen(const Situation& situation, const LoadBalancer& balancer) {
    if (situation.ports.size() != 1 || balancer.listeners.empty()) return {};
    const PortRange port = situation.ports.front();
    if (port.from != port.to || hears(balancer.listeners.front(), situation)) return {};
    const std::string label = "Let " + situation.name(balancer.id) + " listen on " + situation.call() + ", too";
    return {{Edit(label,
                  [id = balancer.id, port](Design& design) {
                      return edits::change(design.loadBalancers, id, [&](LoadBalancer& row) {
                          Listener made = row.listeners.front();
                          made.port = port;
                          row.listeners.push_back(std::move(made));
                      });
                  }),
             2}};
}

/// Targets of a Network Load Balancer may see who calls: their groups let in those addresses as well.
std::vector<Candidate> admitCallers(const Situation& situation, const Flow& onward) {
    const Workload* target = find(situation.design(), Id<Workload>{onward.to.value});
    const auto blocks = situation.callerBlocks();
    if (!target || target->securityGroups.empty() || blocks.empty()) return {};
    const SecurityGroup* own = find(situation.design(), target->securityGroups.front());
    // The default group is not opened: whatever names no group has it.
    if (!own || own->isDefault) return {};
    std::vector<Edit> steps;
    for (const Cidr& block : blocks) {
        SecurityGroupRule rule;
        rule.protocol = onward.protocol;
        rule.ports = *onward.port;
        rule.peer = block;
        steps.push_back(edits::allowInSecurityGroup(own->id, Direction::In, rule));
    }
    return {{inOrder("Let the addresses of " + std::string(situation.caller.name) + " into " + situation.name(own->id) +
                         " on " + onward.port->text() + "/" + onward.protocol.text(),
                     std::move(steps)),
             1}};
}

/// What lets the call of the load balancer to one of its targets pass.
std::vector<Candidate> reach(const Situation& situation, const LoadBalancer& balancer, const Listener& listener,
                             const std::string& target) {
    Flow onward;
    onward.from = FlowSource{balancer.id.value};
    onward.to = FlowTarget{target};
    onward.protocol = situation.flow.protocol;
    onward.port = listener.targetPort;
    const Trace told = trace(situation.network, onward);
    if (!told.networkAsWanted) return passFirstStop(Situation(situation.network, onward, told));
    const bool keepsAddresses = balancer.loadBalancerKind == LoadBalancerKind::Network && !situation.endpoint;
    return keepsAddresses ? admitCallers(situation, onward) : std::vector<Candidate>{};
}

}  // namespace

std::vector<Candidate> passBalancers(const Situation& situation, const Step& step) {
    const LoadBalancer* balancer = find(situation.design(), Id<LoadBalancer>{step.subject.value});
    if (!balancer) return {};
    if (step.code == nameOf(Code::BalancerNoListener)) return listen(situation, *balancer);
    if (step.code != nameOf(Code::BalancerNoTarget) && step.code != nameOf(Code::BalancerNotKnown)) return {};
    std::vector<Candidate> found;
    for (const Listener& listener : balancer->listeners)
        if (hears(listener, situation))
            for (const auto& target : listener.targets)
                for (Candidate& each : reach(situation, *balancer, listener, target.value))
                    found.push_back(std::move(each));
    return found;
}

}  // namespace gw
