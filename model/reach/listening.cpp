#include "model/reach/listening.h"

#include "model/catalog/catalog.h"

namespace gw {
namespace {

PacketSet heardOn(const std::vector<PortRange>& ports, const PacketSet& packets) {
    PacketSet heard;
    for (const PortRange& each : ports) heard.add(packets.within(calledOn(each)));
    return heard;
}

/// S3 answers on port 80 at its public names, which lead to gateway endpoints too; not at its FIPS names.
bool speaksHttp(const ServiceResource& target, const Flow& flow, const Branch& branch) {
    return target.service == "s3" && branch.road != Road::Interface && flow.hostStyle != HostStyle::Fips;
}

}  // namespace

PacketRange calledOn(const PortRange& ports) {
    PacketRange range;
    range[CalledPort] = spanOf(ports);
    return range;
}

std::optional<Ruling> judgeListening(const ServiceResource& target, const Flow& flow, const Call& call,
                                     const Branch& branch) {
    const Service* service = Catalog::builtIn().service(target.service);
    // The name says that nothing is known of the service.
    if (!service) return std::nullopt;
    if (call.protocol != Protocol::tcp()) {
        if (branch.endpoint) return std::nullopt;
        return judgedAtService(target, Code::PortNotListening, Outcome::Blocked);
    }
    std::vector<PortRange> ports = service->ports;
    if (speaksHttp(target, flow, branch)) ports.push_back(PortRange::single(80));
    PacketSet heard = heardOn(ports, branch.packets);
    if (heard.contains(branch.packets)) return std::nullopt;
    if (branch.packets.without(heard).isWithin(calledOn(PortRange::single(80)))) {
        Ruling ruling = judgedAtService(target, Code::PortNotKnown, Outcome::Unknown);
        ruling.note = "Whether " + std::string(labelOf(target)) + " answers on port 80: the catalogue lists " +
                      Call{Protocol::tcp(), call.family, service->ports}.text() + " alone.";
        return ruling;
    }
    Ruling ruling = judgedAtService(target, Code::PortNotListening, Outcome::Blocked);
    ruling.part = std::move(heard);
    return ruling;
}

std::optional<Ruling> judgeListening(const Workload& target, const Call& call, const PacketSet& packets) {
    if (!call.protocol.hasPorts() || target.ports == Workload{}.ports) return std::nullopt;
    PacketSet heard = heardOn({target.ports}, packets);
    if (heard.contains(packets)) return std::nullopt;
    Ruling ruling = judgedAtService(target, Code::PortNotListening, Outcome::Blocked);
    ruling.part = std::move(heard);
    return ruling;
}

}  // namespace gw
