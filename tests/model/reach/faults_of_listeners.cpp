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
    };
}

}  // namespace gw::faults
