#include "model/policy/lint/linted_policy.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "model/policy/lint/policy_check.h"
#include "model/policy/lint/text_edits.h"

namespace gw {

LintedPolicy::LintedPolicy(std::string_view text, PolicyPlace place) : text_(text), place_(std::move(place)) {
    reading_ = readPolicy(text, place_.type);
    if (text.size() > maxPolicyBytes) return;
    if (auto root = parseJson(text)) root_ = *std::move(root);
    compiled_ = CompiledPolicy(reading_.policy);
}

const JsonNode* LintedPolicy::nodeOf(const PolicyStatement& statement) const {
    const JsonNode* statements = root_ ? root_->find("Statement") : nullptr;
    if (!statements || statements->offset == statement.offset) return statements;
    for (const auto& [none, child] : statements->children)
        if (child.offset == statement.offset) return &child;
    return nullptr;
}

const JsonNode* LintedPolicy::entryAt(std::size_t offset) const {
    const JsonNode* node = root();
    while (node && node->keyOffset != offset) {
        const auto behind = std::ranges::upper_bound(node->children, offset, {},
                                                     [](const auto& child) { return child.second.keyOffset; });
        node = behind == node->children.begin() ? nullptr : &std::prev(behind)->second;
    }
    return node;
}

std::string LintedPolicy::nameOf(const PolicyStatement& statement) const {
    if (statement.sid.find(' ') != std::string::npos) return "Statement \"" + statement.sid + "\"";
    if (!statement.sid.empty()) return "Statement " + statement.sid;
    return "Statement " + std::to_string(&statement - statements().data() + 1);
}

PolicyFinding& PolicyFindings::add(std::size_t offset, std::string message) {
    return add(offset, check_->severity, std::move(message));
}

PolicyFinding& PolicyFindings::add(std::size_t offset, Severity severity, std::string message) {
    const std::size_t begin = std::min(offset, text_.size());
    return all_.emplace_back(PolicyFinding{check_, severity, begin, endOfToken(text_, begin), std::move(message), {}});
}

std::vector<PolicyFinding> PolicyFindings::take() {
    std::ranges::stable_sort(all_, [](const PolicyFinding& a, const PolicyFinding& b) {
        return std::tuple(a.begin, b.severity, a.check->code) < std::tuple(b.begin, a.severity, b.check->code);
    });
    return std::move(all_);
}

}  // namespace gw
