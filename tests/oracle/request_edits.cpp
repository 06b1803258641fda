#include "tests/oracle/request_edits.h"

#include <utility>

namespace gw::oracle {

std::optional<Json> changedFrom(const Json& before, Json after) {
    return after == before ? std::nullopt : std::optional(std::move(after));
}

void eachNamedPolicy(Json& request, const char* list, const OnJson& change) {
    if (!request.contains(list)) return;
    for (Json& each : request[list]) change(each["policy"]);
}

void eachLevelPolicy(Json& request, const char* list, const OnJson& change) {
    if (!request.contains(list)) return;
    for (Json& level : request[list])
        for (Json& each : level["policies"]) change(each["policy"]);
}

void eachPolicy(Json& request, const OnJson& change) {
    for (const char* list : {"identityPolicies", "permissionBoundaries", "vpcEndpointPolicies"})
        eachNamedPolicy(request, list, change);
    for (const char* list : {"serviceControlPolicies", "resourceControlPolicies"})
        eachLevelPolicy(request, list, change);
    if (request.contains("sessionPolicy")) change(request["sessionPolicy"]);
    if (request["request"]["resource"].contains("policy")) change(request["request"]["resource"]["policy"]);
}

void eachStatementOf(Json& policy, const OnJson& change) {
    Json& statements = policy["Statement"];
    if (statements.is_object()) return change(statements);
    for (Json& each : statements) change(each);
}

void eachStatement(Json& request, const OnJson& change) {
    eachPolicy(request, [&](Json& policy) { eachStatementOf(policy, change); });
}

void eachText(Json& values, const OnText& change) {
    if (values.is_string()) return change(values.get_ref<std::string&>());
    for (Json& each : values)
        if (each.is_string()) change(each.get_ref<std::string&>());
}

void eachWanted(Json& request, std::string_view family, const OnText& change) {
    eachStatement(request, [&](Json& statement) {
        if (!statement.contains("Condition")) return;
        for (auto& [name, keyed] : statement["Condition"].items())
            if (name.find(family) != std::string::npos)
                for (auto& [key, values] : keyed.items()) eachText(values, change);
    });
}

void silence(Json& statement) {
    statement.erase("NotAction");
    statement["Action"] = "none:None";
}

Context contextOf(const Json& request) {
    Context context;
    for (const auto& [key, values] : request["request"]["context"].items()) context[lowered(key)] = listOf(values);
    return context;
}

std::vector<std::string> partsOf(const std::string& arn) {
    std::vector<std::string> parts{""};
    for (const char c : arn)
        if (c == ':' && parts.size() < 6)
            parts.emplace_back();
        else
            parts.back() += c;
    return parts;
}

bool lacksValue(const std::string& text, const oracle::Context& context) {
    for (auto at = text.find("${"); at != std::string::npos; at = text.find("${", at + 2)) {
        const std::string variable = text.substr(at + 2, text.find('}', at) - at - 2);
        if (variable == "*" || variable == "?" || variable == "$" || variable.find(',') != std::string::npos) continue;
        const auto value = context.find(lowered(variable));
        if (value == context.end() || value->second.size() != 1) return true;
    }
    return false;
}

}  // namespace gw::oracle
