#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/reach/codes.h"
#include "model/reach/network.h"
#include "model/reach/packets.h"
#include "model/reach/trace.h"

namespace gw {

/// The name people gave a thing, or its id where it has none. Lives as long as the design.
template <class Row>
std::string_view labelOf(const Row& row) {
    return row.name.empty() ? std::string_view(row.id.value) : std::string_view(row.name);
}

/// Whether both stand in one zone. Zones are the same where their ids are: names differ between accounts (FACTS F-283).
bool sameZone(const Design& design, const Subnet& a, const Subnet& b);

/// What is called, below the name: one protocol, one address family, and the ports called.
struct Call {
    Protocol protocol = Protocol::tcp();
    IpFamily family = IpFamily::V4;
    std::vector<PortRange> ports{};

    /// "443/tcp"
    std::string text() const;
};

/// One end of a path: a network interface in a subnet, or addresses outside every VPC.
struct End {
    std::string_view id{};
    std::string_view name{};
    const Vpc* vpc = nullptr;
    const Subnet* subnet = nullptr;
    std::vector<const SecurityGroup*> groups{};
    /// Whether security groups filter it; with no `groups` then it has AWS's default group, which the design does not
    /// show.
    bool filtered = false;
    bool publicIp = false;
    /// Every address it may have.
    std::vector<Span> addresses{};
    /// The real addresses are some of `addresses`, and the design does not say which (those of an AWS service).
    bool isFrame = false;
    /// The AWS service at these public addresses, and its Region; empty for all else.
    std::string_view service{};
    std::string_view region{};
};

/// The interface as an end of the family; without addresses where its subnet has none. `id` and `name` are those of its
/// owner, and must live as long as the design.
End endOf(const NetworkInterface& interface, std::string_view id, std::string_view name, const Vpc* vpc,
          IpFamily family, const std::optional<IpAddress>& fixed = std::nullopt);
/// All public addresses of the family.
const std::vector<Span>& publicAddresses(IpFamily family);
/// Every packet of the call between the two ends.
PacketSet packetsOf(const Call& call, const End& source, const End& target);

/// What a stage found, before it is put in words. Points into the design.
struct Ruling {
    Stage stage = Stage::Dns;
    Code code{};
    Outcome outcome = Outcome::Passed;
    std::string_view hop{};      ///< id of the thing at which it happens
    std::string_view subject{};  ///< id of what decided
    std::string_view subjectName{};
    std::string_view other{};  ///< name of the second thing of the sentence
    const SecurityGroupRule* rule = nullptr;
    const NetworkAclEntry* entry = nullptr;
    const Route* route = nullptr;
    std::string note{};                  ///< what the sentence must say beyond its code; of policies the whole sentence
    std::string decided{};               ///< of policies: the statement that decides
    std::vector<std::string> actions{};  ///< of policies: those that are spoken of
    /// What passes where not everything does; empty where all or nothing does.
    PacketSet part{};

    bool sameAs(const Ruling& other) const;
};

}  // namespace gw
