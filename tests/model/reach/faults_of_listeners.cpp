#include "tests/model/reach/faults.h"
#include "tests/model/reach/surroundings.h"

namespace gw::faults {

using shop::block;
using shop::change;
using shop::group;
using shop::rule;

namespace {

/// The flow calls that port, and every filter of the shop lets it.
void callOn(Design& d, const char* flow, int port, Protocol protocol = Protocol::tcp()) {
    change<Flow>(d, flow, [&](Flow& f) {
        f.port = PortRange::single(static_cast<std::uint16_t>(port));
        f.protocol = protocol;
    });
    SecurityGroupRule in = rule(port, group("sg-app"));
    SecurityGroupRule out = rule(port, block("0.0.0.0/0"));
    in.protocol = out.protocol = protocol;
    change<SecurityGroup>(d, "sg-app", [&](SecurityGroup& g) { g.egress.push_back(out); });
    for (const char* id : {"sg-door", "sg-peer"})
        if (find(d, Id<SecurityGroup>{id}))
            change<SecurityGroup>(d, id, [&](SecurityGroup& g) { g.ingress.push_back(in); });
}

Listener listening(int port, IdOf<Workload, LoadBalancer> target, int targetPort = 443) {
    Listener made;
    made.port = PortRange::single(static_cast<std::uint16_t>(port));
    made.protocol = "TCP";
    made.targets = {std::move(target)};
    made.targetPort = PortRange::single(static_cast<std::uint16_t>(targetPort));
    return made;
}

/// The workload of the second VPC behind the Network Load Balancer "nlb".
void addBalancer(Design& d) {
    LoadBalancer balancer;
    balancer.id = {"nlb"};
    balancer.name = "nlb";
    balancer.loadBalancerKind = LoadBalancerKind::Network;
    balancer.vpc = {"vpc-far"};
    balancer.subnets = {{"far-a"}};
    balancer.listeners = {listening(443, Id<Workload>{"far"})};
    d.loadBalancers.put(balancer);
    change<SecurityGroup>(d, "sg-far", [](SecurityGroup& g) { g.ingress.push_back(rule(443, block("10.1.0.0/16"))); });
}

/// The endpoint service "partner" of that load balancer, which "partner-flow" calls through "vpce-partner".
void addPartner(Design& d) {
    addFarVpc(d);
    addBalancer(d);
    EndpointService service;
    service.id = {"partner"};
    service.name = "partner";
    service.region = {"region"};
    service.loadBalancers = {{"nlb"}};
    d.endpointServices.put(service);
    Endpoint door = *find(d, Id<Endpoint>{"vpce-secrets"});
    door.id = {"vpce-partner"};
    door.name = "vpce-partner";
    door.service.clear();
    door.privateDns = false;
    door.target = Id<EndpointService>{"partner"};
    door.subnets = {{"door-a"}};
    d.endpoints.put(door);
    d.flows.put(shop::flow("partner-flow", Id<Workload>{"app"}, Id<EndpointService>{"partner"}));
}

/// The load balancer itself, called over a peering connection by "lb-flow".
void addBalancerOverPeering(Design& d) {
    addPeering(d, true);
    addBalancer(d);
    d.flows.put(shop::flow("lb-flow", Id<Workload>{"app"}, Id<LoadBalancer>{"nlb"}));
}

void admit(Design& d, const char* from) {
    change<SecurityGroup>(d, "sg-far", [&](SecurityGroup& g) { g.ingress = {rule(443, block(from))}; });
}

Fault partner(const char* name, std::function<void(Design&)> then, Verdict verdict, const char* blockers) {
    return {name,
            [then = std::move(then)](Design& d) {
                addPartner(d);
                then(d);
            },
            "partner-flow", verdict, blockers};
}

Fault balancer(const char* name, std::function<void(Design&)> then, Verdict verdict, const char* blockers) {
    return {name,
            [then = std::move(then)](Design& d) {
                addBalancerOverPeering(d);
                then(d);
            },
            "lb-flow", verdict, blockers};
}

void changeBalancer(Design& d, const std::function<void(LoadBalancer&)>& how) {
    change<LoadBalancer>(d, "nlb", how);
}

/// The load balancer, its flow and the groups of its target speak UDP; `ports` are those that the target answers on.
void speakUdp(Design& d, int ports = 443) {
    callOn(d, "lb-flow", 443, Protocol::udp());
    changeBalancer(d, [](LoadBalancer& l) { l.listeners.front().protocol = "UDP"; });
    SecurityGroupRule in = rule(443, block("10.0.0.0/15"));
    in.protocol = Protocol::udp();
    change<SecurityGroup>(d, "sg-far", [&](SecurityGroup& g) { g.ingress = {in}; });
    change<Workload>(d, "far", [&](Workload& w) { w.ports = PortRange::single(static_cast<std::uint16_t>(ports)); });
}

/// The target stands in a VPC to which nothing leads; its group lets everybody in.
void moveTargetAway(Design& d) {
    Vpc vpc = *find(d, Id<Vpc>{"vpc-far"});
    vpc.id = {"vpc-third"};
    vpc.cidrs = {Cidr::literal("10.9.0.0/16")};
    d.vpcs.put(vpc);
    Subnet subnet = shop::subnet("third-a", "zone-a", "10.9.1.0/24");
    subnet.vpc = {"vpc-third"};
    d.subnets.put(subnet);
    SecurityGroup group;
    group.id = {"sg-third"};
    group.vpc = {"vpc-third"};
    group.ingress = {rule(443, block("0.0.0.0/0"))};
    group.ingress.front().protocol = Protocol::all();
    d.securityGroups.put(group);
    change<Workload>(d, "far", [](Workload& w) {
        w.vpc = {"vpc-third"};
        w.subnets = {{"third-a"}};
        w.securityGroups = {{"sg-third"}};
    });
}

/// The load balancer has a group, and its target lets in that group alone.
void admitByGroup(Design& d, Protocol protocol) {
    SecurityGroupRule in = rule(443, block("10.0.0.0/8"));
    SecurityGroupRule out = rule(443, block("10.0.0.0/8"));
    SecurityGroupRule byGroup = rule(443, group("sg-nlb"));
    in.protocol = out.protocol = byGroup.protocol = protocol;
    SecurityGroup own;
    own.id = {"sg-nlb"};
    own.vpc = {"vpc-far"};
    own.ingress = {in};
    own.egress = {out};
    d.securityGroups.put(own);
    changeBalancer(d, [](LoadBalancer& l) { l.securityGroups = {{"sg-nlb"}}; });
    change<SecurityGroup>(d, "sg-far", [&](SecurityGroup& g) { g.ingress = {byGroup}; });
}

/// The load balancer has a group that lets it out, and in by those rules.
void guard(Design& d, std::vector<SecurityGroupRule> ingress) {
    SecurityGroup own;
    own.id = {"sg-nlb"};
    own.vpc = {"vpc-far"};
    own.ingress = std::move(ingress);
    own.egress = {rule(443, block("10.0.0.0/8"))};
    d.securityGroups.put(own);
    changeBalancer(d, [](LoadBalancer& l) { l.securityGroups = {{"sg-nlb"}}; });
}

/// Calls to the second VPC go through a private NAT gateway in "public-a", 10.0.21.0/24; needs the shop with NAT.
void translate(Design& d) {
    change<NatGateway>(d, "nat", [](NatGateway& n) { n.connectivity = NatConnectivity::Private; });
    for (const char* id : {"rt-a", "rt-b"})
        change<RouteTable>(d, id, [](RouteTable& t) {
            for (Route& each : t.routes)
                if (each.destination == Destination(Cidr::literal("10.1.0.0/16")))
                    each.target = RouteTarget(Id<NatGateway>{"nat"});
        });
    change<RouteTable>(d, "rt-public", [](RouteTable& t) {
        t.routes.push_back(shop::route("10.1.0.0/16", Id<PeeringConnection>{"pcx"}));
    });
    callOn(d, "lb-flow", 443);
}

/// "lb-flow" calls a Network Load Balancer of the shop, whose target stands behind a transit gateway.
void addBalancerBeforeTransitGateway(Design& d) {
    addTransitGateway(d);
    addBalancer(d);
    changeBalancer(d, [](LoadBalancer& l) {
        l.vpc = {"vpc"};
        l.subnets = {{"app-a"}};
    });
    d.flows.put(shop::flow("lb-flow", Id<Workload>{"app"}, Id<LoadBalancer>{"nlb"}));
    callOn(d, "lb-flow", 443);
}

/// A second load balancer of that kind before the target, which the first one sends to.
void addInner(Design& d, LoadBalancerKind kind) {
    LoadBalancer inner = *find(d, Id<LoadBalancer>{"nlb"});
    inner.id = {"inner"};
    inner.name = "inner";
    inner.loadBalancerKind = kind;
    d.loadBalancers.put(inner);
    changeBalancer(d, [](LoadBalancer& l) { l.listeners = {listening(443, Id<LoadBalancer>{"inner"})}; });
}

}  // namespace

std::vector<Fault> ofListeners() {
    const auto keys = "keys-flow";
    const auto images = "images-flow";
    const Verdict open = Verdict::PrivateInterface;
    const Verdict closed = Verdict::Blocked;
    const Verdict unknown = Verdict::Unknown;
    return {
        // Ports of services and workloads
        {"secret-on-22", [](Design& d) { callOn(d, "keys-flow", 22); }, keys, closed, "PORT_NOT_LISTENING"},
        {"secret-on-80", [](Design& d) { callOn(d, "keys-flow", 80); }, keys, unknown, ""},
        {"bucket-on-22", [](Design& d) { callOn(d, "images-flow", 22); }, images, closed, "PORT_NOT_LISTENING"},
        {"bucket-on-80", [](Design& d) { callOn(d, "images-flow", 80); }, images, Verdict::PrivateGateway, ""},
        {"bucket-by-udp",
         [](Design& d) {
             d.endpoints.erase({"vpce-s3"});
             callOn(d, "images-flow", 443, Protocol::udp());
         },
         images, closed, "PORT_NOT_LISTENING", true},
        {"neighbour-on-another-port",
         [](Design& d) {
             addPeer(d, "door-a", true);
             callOn(d, "peer-flow", 443);
         },
         "peer-flow", closed, "PORT_NOT_LISTENING"},
        {"neighbour-that-declares-no-port",
         [](Design& d) {
             addPeer(d, "door-a", true);
             change<Workload>(d, "peer", [](Workload& w) { w.ports = Workload{}.ports; });
             callOn(d, "peer-flow", 22);
         },
         "peer-flow", open, ""},

        // Behind an endpoint service
        partner(
            "partner", [](Design&) {}, open, ""),
        partner(
            "partner-not-drawn",
            [](Design& d) {
                change<EndpointService>(d, "partner", [](EndpointService& s) { s.loadBalancers.clear(); });
            },
            unknown, ""),
        partner(
            "partner-assumed",
            [](Design& d) {
                change<EndpointService>(d, "partner", [](EndpointService& s) { s.loadBalancers.clear(); });
                Assumption answers;
                answers.id = {"assume"};
                answers.statement = "The partner answers.";
                answers.key = "passes";
                answers.value = "yes";
                answers.subject = Id<EndpointService>{"partner"};
                d.assumptions.put(answers);
            },
            open, ""),
        partner(
            "partner-without-listener",
            [](Design& d) { changeBalancer(d, [](LoadBalancer& l) { l.listeners.clear(); }); }, unknown, ""),
        partner(
            "partner-without-target",
            [](Design& d) { changeBalancer(d, [](LoadBalancer& l) { l.listeners.front().targets.clear(); }); }, unknown,
            ""),
        partner(
            "partner-listens-elsewhere",
            [](Design& d) {
                changeBalancer(d, [](LoadBalancer& l) { l.listeners = {listening(8443, Id<Workload>{"far"})}; });
                callOn(d, "partner-flow", 443);
            },
            closed, "LB_NO_LISTENER"),
        partner(
            "partner-on-its-own-port",
            [](Design& d) {
                callOn(d, "keys-flow", 8443);
                changeBalancer(d, [](LoadBalancer& l) { l.listeners = {listening(8443, Id<Workload>{"far"})}; });
            },
            open, ""),
        partner(
            "partner-target-closed",
            [](Design& d) { change<SecurityGroup>(d, "sg-far", [](SecurityGroup& g) { g.ingress.clear(); }); }, closed,
            "LB_NO_TARGET"),
        // Targets see the load balancer, not who calls through an endpoint.
        partner(
            "partner-target-lets-callers-in-alone", [](Design& d) { admit(d, "10.0.0.0/16"); }, closed, "LB_NO_TARGET"),
        partner(
            "partner-target-lets-the-balancer-in-alone", [](Design& d) { admit(d, "10.1.0.0/16"); }, open, ""),
        partner(
            "partner-target-on-another-port",
            [](Design& d) { change<Workload>(d, "far", [](Workload& w) { w.ports = PortRange::single(8080); }); },
            closed, "LB_NO_TARGET"),
        // The groups of the load balancer see who calls, by address alone.
        partner(
            "partner-balancer-lets-callers-in", [](Design& d) { guard(d, {rule(443, block("10.0.0.0/16"))}); }, open,
            ""),
        partner(
            "partner-balancer-lets-its-own-network-in", [](Design& d) { guard(d, {rule(443, block("10.1.0.0/16"))}); },
            closed, "SG_IN_NO_MATCH"),
        partner(
            "partner-balancer-lets-nobody-in", [](Design& d) { guard(d, {}); }, closed, "SG_NO_RULES"),
        partner(
            "partner-balancer-names-the-callers-group", [](Design& d) { guard(d, {rule(443, group("sg-app"))}); },
            closed, "SG_REF_LOST"),
        partner(
            "partner-balancer-does-not-ask",
            [](Design& d) {
                guard(d, {});
                changeBalancer(d, [](LoadBalancer& l) { l.enforcePrivateLinkRules = false; });
            },
            open, ""),
        // What stands behind the groups is asked about what they let in, and told where they let nothing in.
        partner(
            "partner-balancer-lets-a-part-in-to-nothing",
            [](Design& d) {
                guard(d, {rule(443, block("10.0.1.0/25"))});
                change<SecurityGroup>(d, "sg-far", [](SecurityGroup& g) { g.ingress.clear(); });
            },
            closed, "SG_IN_NO_MATCH SG_IN_NO_MATCH LB_NO_TARGET"),
        partner(
            "partner-balancer-closed-twice",
            [](Design& d) {
                guard(d, {});
                changeBalancer(d, [](LoadBalancer& l) { l.listeners = {listening(8443, Id<Workload>{"far"})}; });
                callOn(d, "partner-flow", 443);
            },
            closed, "SG_NO_RULES LB_NO_LISTENER"),
        // Those of an Application Load Balancer behind it see the Network Load Balancer, and its group.
        partner(
            "partner-balancer-before-a-balancer",
            [](Design& d) {
                guard(d, {rule(443, block("10.0.0.0/16"))});
                addInner(d, LoadBalancerKind::Application);
                changeBalancer(d, [](LoadBalancer& l) { l.enforcePrivateLinkRules = true; });
                SecurityGroup inner = *find(d, Id<SecurityGroup>{"sg-nlb"});
                inner.id = {"sg-inner"};
                inner.ingress = {rule(443, group("sg-nlb"))};
                d.securityGroups.put(inner);
                change<LoadBalancer>(d, "inner", [](LoadBalancer& l) { l.securityGroups = {{"sg-inner"}}; });
            },
            open, ""),
        partner(
            "partner-is-an-application-balancer",
            [](Design& d) {
                changeBalancer(d, [](LoadBalancer& l) { l.loadBalancerKind = LoadBalancerKind::Application; });
            },
            closed, "LB_KIND"),

        // A load balancer itself
        balancer(
            "balancer", [](Design&) {}, open, ""),
        balancer(
            "balancer-without-listener",
            [](Design& d) { changeBalancer(d, [](LoadBalancer& l) { l.listeners.clear(); }); }, unknown, ""),
        balancer(
            "balancer-on-another-port",
            [](Design& d) {
                changeBalancer(d, [](LoadBalancer& l) { l.listeners = {listening(8443, Id<Workload>{"far"})}; });
                callOn(d, "lb-flow", 443);
            },
            closed, "LB_NO_LISTENER"),
        balancer(
            "balancer-target-closed",
            [](Design& d) { change<SecurityGroup>(d, "sg-far", [](SecurityGroup& g) { g.ingress.clear(); }); }, closed,
            "LB_NO_TARGET"),
        // Whether the target sees the caller or the load balancer depends on the kind of target, which is not drawn.
        balancer(
            "balancer-target-lets-callers-in-alone", [](Design& d) { admit(d, "10.0.0.0/16"); }, unknown, ""),
        balancer(
            "balancer-target-in-another-zone",
            [](Design& d) {
                Subnet other = shop::subnet("far-b", "zone-b", "10.1.2.0/24");
                other.vpc = {"vpc-far"};
                d.subnets.put(other);
                change<Workload>(d, "far", [](Workload& w) { w.subnets = {{"far-b"}}; });
                changeBalancer(d, [](LoadBalancer& l) { l.crossZone = false; });
            },
            closed, "LB_NO_TARGET"),
        balancer(
            "balancer-without-zones",
            [](Design& d) {
                change<Subnet>(d, "far-a", [](Subnet& row) { row.zone = {}; });
                changeBalancer(d, [](LoadBalancer& l) { l.crossZone = false; });
            },
            open, ""),
        balancer(
            "balancer-whose-target-names-no-zone",
            [](Design& d) {
                Subnet other = shop::subnet("far-b", "zone-b", "10.1.2.0/24");
                other.vpc = {"vpc-far"};
                other.zone = {};
                d.subnets.put(other);
                change<Workload>(d, "far", [](Workload& w) { w.subnets = {{"far-b"}}; });
                changeBalancer(d, [](LoadBalancer& l) { l.crossZone = false; });
            },
            unknown, ""),
        balancer(
            "balancer-with-two-listeners",
            [](Design& d) {
                changeBalancer(d, [](LoadBalancer& l) {
                    l.listeners.push_back(listening(8443, Id<Workload>{"far"}, 8443));
                    l.listeners.push_back(l.listeners.front());
                });
                callOn(d, "keys-flow", 8443);
            },
            Verdict::Partial, "LB_NO_TARGET"),
        balancer(
            "balancer-called-beside-its-listener",
            [](Design& d) {
                callOn(d, "lb-flow", 443);
                change<Flow>(d, "lb-flow", [](Flow& f) { f.port = PortRange{443, 444}; });
                for (const char* id : {"sg-app", "sg-far"})
                    change<SecurityGroup>(d, id, [](SecurityGroup& g) {
                        for (auto* rules : {&g.ingress, &g.egress})
                            for (SecurityGroupRule& each : *rules) each.ports = PortRange{443, 444};
                    });
            },
            Verdict::Partial, "LB_NO_LISTENER"),
        balancer(
            "balancer-called-by-every-protocol", [](Design& d) { callOn(d, "lb-flow", 443, Protocol::all()); }, unknown,
            ""),
        balancer("balancer-whose-target-is-nowhere", moveTargetAway, closed, "LB_NO_TARGET"),
        balancer(
            "balancer-that-is-its-own-target",
            [](Design& d) {
                changeBalancer(d, [](LoadBalancer& l) { l.listeners = {listening(443, Id<LoadBalancer>{"nlb"})}; });
            },
            closed, "LB_NO_TARGET"),
        balancer(
            "balancers-that-are-each-other's-targets",
            [](Design& d) {
                addInner(d, LoadBalancerKind::Application);
                change<LoadBalancer>(d, "inner", [](LoadBalancer& l) {
                    l.listeners = {listening(443, Id<LoadBalancer>{"nlb"})};
                    l.securityGroups = {{"sg-far"}};
                });
            },
            closed, "LB_NO_TARGET"),
        // Behind a private NAT gateway nobody sees who calls.
        {"balancer-behind-nat",
         [](Design& d) {
             addBalancerOverPeering(d);
             translate(d);
             change<SecurityGroup>(d, "sg-far", [](SecurityGroup& g) {
                 g.ingress = {rule(443, block("10.1.0.0/16")), rule(443, block("10.0.21.0/24"))};
             });
         },
         "lb-flow", open, "", true},
        {"balancer-behind-nat-whose-target-lets-callers-in",
         [](Design& d) {
             addBalancerOverPeering(d);
             translate(d);
             change<SecurityGroup>(d, "sg-far", [](SecurityGroup& g) {
                 g.ingress = {rule(443, block("10.1.0.0/16")), rule(443, block("10.0.1.0/24")),
                              rule(443, block("10.0.2.0/24"))};
             });
         },
         "lb-flow", unknown, "", true},
        // Over a transit gateway targets see the load balancer.
        {"balancer-before-a-transit-gateway",
         [](Design& d) {
             addBalancerBeforeTransitGateway(d);
             admit(d, "10.0.1.0/24");
         },
         "lb-flow", open, ""},

        // Of UDP, targets always see who calls.
        balancer(
            "udp", [](Design& d) { speakUdp(d); }, open, ""),
        balancer(
            "udp-on-a-port-that-nothing-hears", [](Design& d) { speakUdp(d, 8080); }, closed, "LB_NO_TARGET"),
        balancer(
            "udp-without-a-way",
            [](Design& d) {
                speakUdp(d);
                moveTargetAway(d);
            },
            closed, "LB_NO_TARGET"),
        balancer(
            "udp-let-in-by-group",
            [](Design& d) {
                speakUdp(d);
                admitByGroup(d, Protocol::udp());
            },
            open, ""),
        balancer(
            "balancer-let-in-by-group", [](Design& d) { admitByGroup(d, Protocol::tcp()); }, open, ""),
        balancer(
            "balancer-before-its-like", [](Design& d) { addInner(d, LoadBalancerKind::Network); }, closed,
            "LB_NO_TARGET"),
        balancer(
            "balancer-before-a-balancer",
            [](Design& d) {
                LoadBalancer inner = *find(d, Id<LoadBalancer>{"nlb"});
                inner.id = {"alb"};
                inner.name = "alb";
                inner.loadBalancerKind = LoadBalancerKind::Application;
                inner.securityGroups = {{"sg-alb"}};
                d.loadBalancers.put(inner);
                SecurityGroup own;
                own.id = {"sg-alb"};
                own.vpc = {"vpc-far"};
                own.ingress = {rule(443, block("10.0.0.0/8"))};
                d.securityGroups.put(own);
                changeBalancer(d, [](LoadBalancer& l) { l.listeners = {listening(443, Id<LoadBalancer>{"alb"})}; });
            },
            closed, "LB_NO_TARGET"),
    };
}

}  // namespace gw::faults
