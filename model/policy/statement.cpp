#include "model/policy/statement.h"

#include "model/core/json.h"

namespace gw {
namespace {

std::vector<std::string> stringsOf(const JsonNode* node) {
    std::vector<std::string> found;
    if (!node) return found;
    if (node->is(JsonNode::Kind::String)) found.push_back(node->text);
    if (node->is(JsonNode::Kind::Array))
        for (const auto& [key, child] : node->children)
            if (child.is(JsonNode::Kind::String)) found.push_back(child.text);
    return found;
}

Statement statementOf(const JsonNode& node) {
    Statement statement;
    if (const JsonNode* sid = node.find("Sid")) statement.sid = sid->text;
    if (const JsonNode* effect = node.find("Effect")) statement.allows = effect->text == "Allow";
    statement.actions = stringsOf(node.find("Action"));
    statement.notActions = stringsOf(node.find("NotAction"));
    statement.resources = stringsOf(node.find("Resource"));
    statement.notResources = stringsOf(node.find("NotResource"));
    const JsonNode* condition = node.find("Condition");
    statement.conditional = condition && !condition->children.empty();
    statement.offset = node.offset;
    return statement;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::vector<Statement> statementsOf(std::string_view policy) {
    std::vector<Statement> found;
    const auto root = parseJson(policy);
    if (!root || !root->is(JsonNode::Kind::Object)) return found;
    const JsonNode* statements = root->find("Statement");
    if (!statements) return found;
    if (statements->is(JsonNode::Kind::Object)) found.push_back(statementOf(*statements));
    if (statements->is(JsonNode::Kind::Array))
        for (const auto& [key, child] : statements->children)
            if (child.is(JsonNode::Kind::Object)) found.push_back(statementOf(child));
    return found;
}

bool matchesWildcard(std::string_view pattern, std::string_view text, bool ignoreCase) {
    const auto same = [&](char a, char b) { return a == b || (ignoreCase && lower(a) == lower(b)); };
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t restart = 0;
    while (t < text.size()) {
        if (p < pattern.size() && (pattern[p] == '?' || (pattern[p] != '*' && same(pattern[p], text[t])))) {
            ++p;
            ++t;
        } else if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            restart = t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++restart;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') ++p;
    return p == pattern.size();
}

}  // namespace gw
