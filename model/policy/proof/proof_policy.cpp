#include "model/policy/proof/proof_policy.h"

#include <algorithm>
#include <array>
#include <utility>

#include "model/policy/read.h"

namespace gw {
namespace {

SharedPolicy policyOfText(std::string name, const std::string& statement, PolicyType type) {
    return proofPolicyOf(std::move(name), *parseJson(R"({"Version": "2012-10-17", "Statement": [)" + statement + "]}"),
                         type);
}

}  // namespace

bool ProofPolicy::hasAllowance() const {
    return std::ranges::any_of(policy.statements, &PolicyStatement::allows);
}

SharedPolicy proofPolicyOf(std::string name, const JsonNode& document, PolicyType type) {
    IamPolicy policy = readPolicy(document, type).policy;
    CompiledPolicy compiled(policy);
    return std::make_shared<const ProofPolicy>(
        ProofPolicy{std::move(name), document, std::move(policy), std::move(compiled)});
}

SharedPolicy withoutStatement(const ProofPolicy& policy, std::size_t index) {
    JsonNode document = policy.document;
    for (auto& [key, child] : document.children)
        if (key == "Statement" && child.is(JsonNode::Kind::Array))
            child.children.erase(child.children.begin() + static_cast<std::ptrdiff_t>(index));
    ProofPolicy less{policy.name, std::move(document), policy.policy, {}};
    less.policy.statements.erase(less.policy.statements.begin() + static_cast<std::ptrdiff_t>(index));
    less.compiled = CompiledPolicy(less.policy);
    return std::make_shared<const ProofPolicy>(std::move(less));
}

const SharedPolicy& everythingPolicy(PolicyType type) {
    using Part = PolicyTypeInfo::Part;
    static const std::vector<SharedPolicy> all = [] {
        std::vector<SharedPolicy> made;
        for (const PolicyTypeInfo& info : policyTypes()) {
            std::string statement = R"({"Effect": "Allow", "Action": "*")";
            if (info.principal == Part::Required) statement += R"(, "Principal": "*")";
            // A resource policy without Resource speaks of what it is attached to, as a role's trust policy must.
            if (info.resource == Part::Required) statement += R"(, "Resource": "*")";
            made.push_back(policyOfText("Everything", statement + "}", info.type));
        }
        return made;
    }();
    return all.at(static_cast<std::size_t>(type));
}

SharedPolicy narrowSession(const std::string& action) {
    const char* usual = "sts:GetCallerIdentity";
    const char* other = "ec2:DescribeRegions";
    return policyOfText("Session",
                        R"({"Effect": "Allow", "Action": )" +
                            quotedJson(lowerCase(action) == lowerCase(usual) ? other : usual) + R"(, "Resource": "*"})",
                        PolicyType::Session);
}

SharedPolicy delegatingPolicy(const std::string& account) {
    return policyOfText("Delegation",
                        R"({"Effect": "Allow", "Action": "*", "Principal": {"AWS": )" + quotedJson(account) + "}}",
                        PolicyType::Resource);
}

}  // namespace gw
