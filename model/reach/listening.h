#pragma once
#include <optional>
#include <string>

#include "model/reach/pipeline.h"

namespace gw {

/// What the last stage of the network says of a thing, at the hop of that.
template <class Row>
Ruling judgedAtService(const Row& row, Code code, Outcome outcome, std::string note = {}) {
    Ruling ruling;
    ruling.stage = Stage::Service;
    ruling.code = code;
    ruling.outcome = outcome;
    ruling.hop = ruling.subject = row.id.value;
    ruling.subjectName = labelOf(row);
    ruling.note = std::move(note);
    return ruling;
}

/// Every packet to those ports.
PacketRange calledOn(const PortRange& ports);

/// Whether what is called answers on the port at all, told at the hop of what is called; nullopt where it does, or
/// where the way says of itself that it carries no such call. Of a service the catalogue's ports count, which are TCP
/// ports; port 80 beside them is not known, as AWS gives some services HTTP as well (S3's public names: AWS General
/// Reference, Amazon S3 endpoints and quotas).
std::optional<Ruling> judgeListening(const ServiceResource& target, const Flow& flow, const Call& call,
                                     const Branch& branch);

/// Of a workload those that it declares: one that is left at the default declares none.
std::optional<Ruling> judgeListening(const Workload& target, const Call& call, const PacketSet& packets);

}  // namespace gw
