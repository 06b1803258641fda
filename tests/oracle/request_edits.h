#pragma once
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/oracle/policy_oracle_values.h"

/// Changes to the JSON of a request with its policies (resources/schema/policy-request.schema.json).
namespace gw::oracle {

/// What became of a request; none where it is as it was.
std::optional<Json> changedFrom(const Json& before, Json after);

using OnJson = std::function<void(Json&)>;
using OnText = std::function<void(std::string&)>;

/// The policies of "identityPolicies" and the like.
void eachNamedPolicy(Json& request, const char* list, const OnJson& change);
/// The policies of "serviceControlPolicies" and the like.
void eachLevelPolicy(Json& request, const char* list, const OnJson& change);
void eachPolicy(Json& request, const OnJson& change);
void eachStatementOf(Json& policy, const OnJson& change);
/// Those of every policy.
void eachStatement(Json& request, const OnJson& change);
/// The text, or each text of the list.
void eachText(Json& values, const OnText& change);
/// Each value that an operator with `family` in its name ("Date") asks for.
void eachWanted(Json& request, std::string_view family, const OnText& change);
/// A statement that speaks of no action.
void silence(Json& statement);

/// By keys in lower case.
Context contextOf(const Json& request);
/// At most six; the last one holds the colons that are left.
std::vector<std::string> partsOf(const std::string& arn);
/// Whether a variable of the text, which is in the language of 2012, has neither a value nor a default.
bool lacksValue(const std::string& text, const Context& context);

}  // namespace gw::oracle
