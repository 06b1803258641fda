#include "model/reach/policy_cache.h"

#include <algorithm>

#include "model/policy/read.h"

namespace gw {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::vector<std::string> accountsIn(std::string_view text) {
    constexpr std::size_t length = 12;
    std::vector<std::string> accounts;
    std::size_t digits = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && isDigit(text[i])) {
            ++digits;
            continue;
        }
        if (digits == length) accounts.emplace_back(text.substr(i - length, length));
        digits = 0;
    }
    std::ranges::sort(accounts);
    accounts.erase(std::unique(accounts.begin(), accounts.end()), accounts.end());
    return accounts;
}

/// Reading on where AWS would not: a repeated Sid, a length over the quota, and what endpoints refuse say nothing about
/// what a statement means.
bool isUnderstood(const PolicyProblem& problem) {
    return problem.kind == PolicyProblem::Kind::BadSid || problem.kind == PolicyProblem::Kind::TooLong ||
           problem.isEndpointLimit();
}

/// A policy of an API may leave the API's own ARN away: "execute-api:/prod/GET/orders" (API Gateway Developer Guide,
/// "API Gateway resource policy examples").
void writeOutApiNames(IamPolicy& policy, const std::string& api) {
    constexpr std::string_view shortName = "execute-api:";
    for (PolicyStatement& statement : policy.statements) {
        if (!statement.resource) continue;
        for (PlacedText& pattern : statement.resource->patterns)
            if (pattern.text.starts_with("execute-api:/"))
                pattern.text = api.empty() ? "*" : api + pattern.text.substr(shortName.size());
    }
}

std::unique_ptr<const JudgedPolicy> judged(const PolicyDocument& document, PolicyType type, const std::string& api) {
    PolicyReading reading = readPolicy(document.text(), type);
    writeOutApiNames(reading.policy, api);
    auto made = std::make_unique<JudgedPolicy>();
    made->policy = CompiledPolicy(reading.policy);
    made->isValid = std::ranges::all_of(reading.problems, isUnderstood);
    made->accounts = accountsIn(document.text());
    return made;
}

}  // namespace

const JudgedPolicy& PolicyCache::of(const PolicyDocument& document, PolicyType type, const std::string& api) {
    const std::string key = static_cast<char>('a' + static_cast<int>(type)) + api + document.text();
    {
        const std::lock_guard lock(mutex_);
        if (const auto at = policies_.find(key); at != policies_.end()) return *at->second;
    }
    auto made = judged(document, type, api);
    const std::lock_guard lock(mutex_);
    return *policies_.try_emplace(key, std::move(made)).first->second;
}

std::size_t PolicyCache::size() const {
    const std::lock_guard lock(mutex_);
    return policies_.size();
}

}  // namespace gw
