#pragma once
#include <string_view>

/// Accounts of AWS that policies of customers name, because AWS's guides say so.
namespace gw {

/// The account from which Elastic Load Balancing writes access logs to buckets of the Region, twelve digits. Empty for
/// Regions that are not known and for those from August 2022 on: these have a service principal alone (User Guide for
/// Application Load Balancers, "Enable access logs for your Application Load Balancer", Step 2).
std::string_view loadBalancerLogAccountOf(std::string_view region);
/// Whether it is that of any Region.
bool isLoadBalancerLogAccount(std::string_view account);

}  // namespace gw
