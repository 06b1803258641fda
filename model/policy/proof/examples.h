#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/policy/compiled_policy.h"

/// Texts that read well in a counter-example. They only decide which request of many is shown, never what is proved.
namespace gw {

/// "s3:GetObject": what a service is asked for most, the best known first; none for most services.
std::vector<std::string_view> usualActionsOf(std::string_view service);
/// Values of a key: what AWS would write there, and what the conditions' patterns take.
std::vector<std::string> examplesOfKey(const std::vector<const CompiledCondition*>& conditions);
/// ARNs that the patterns take, and others of the same services.
std::vector<std::string> examplesOfResources(const std::vector<const Pattern*>& patterns);
/// Actions that the patterns take, and others of the same services; case does not count.
std::vector<std::string> examplesOfActions(const std::vector<const Pattern*>& patterns);

}  // namespace gw
