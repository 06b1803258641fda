#pragma once
#include <string>
#include <vector>

#include "model/check/facts.h"
#include "model/edit/edit.h"

/// Elastic IPs and what they are associated with.
namespace gw {

/// A NAT gateway or workload that names Elastic IPs. Points into the design.
struct AddressHolder {
    AnyId id{};
    const Vpc* vpc = nullptr;  ///< nullptr where it stands in none
    const std::vector<Id<ElasticIp>>* elasticIps = nullptr;
};

/// All of them, NAT gateways first, sorted by id.
std::vector<AddressHolder> addressHolders(const Facts& facts);

/// Allocates an Elastic IP in the Region of the holder and associates it in the place of `before`. The holder stands in
/// a VPC.
Edit withNewAddress(const Design& design, const AddressHolder& holder, const Id<ElasticIp>& before);

}  // namespace gw
