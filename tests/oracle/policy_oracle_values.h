#pragma once
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

/// The words and values of the second judge of policies.
namespace gw::oracle {

using Json = nlohmann::json;
using Context = std::map<std::string, std::vector<std::string>>;

/// A string or a list of scalars, as texts.
std::vector<std::string> listOf(const Json& node);
std::string lowered(std::string text);

enum class Wild { None, Free, Arn, Resource };
/// A pattern of a policy against a text; `variables`: the language of 2012.
bool like(const std::string& pattern, const std::string& text, Wild wild, bool variables, const Context& context);

/// One condition: operator, key, wanted values.
bool conditionHolds(const std::string& op, const std::string& key, const std::vector<std::string>& wanted,
                    bool variables, const Context& context);

}  // namespace gw::oracle
