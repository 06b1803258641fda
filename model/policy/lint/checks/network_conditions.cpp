#include <array>

#include "model/policy/condition_value.h"
#include "model/policy/lint/checks/checks.h"
#include "model/policy/lint/conditions.h"
#include "model/policy/lint/statement_actions.h"
#include "model/policy/lint/text_edits.h"

// Conditions on the network that a request comes from.
namespace gw::lint {
namespace {

/// Prefix of the service that the policy hangs on: as it is known, else as its first action says.
std::string serviceOf(const LintedPolicy& policy) {
    if (!policy.place().service.empty()) return policy.place().service;
    for (const PolicyStatement& statement : policy.statements())
        for (const PlacedText& action : statement.action.patterns)
            if (const ActionPattern parts = ActionPattern::of(action.text); parts.namesOneService())
                return lowerCase(parts.service);
    return {};
}

bool namesAccounts(const PolicyStatement& statement) {
    return statement.principal && std::ranges::any_of(statement.principal->entries, [](const PrincipalEntry& entry) {
               return entry.kind == PrincipalEntry::Kind::Everyone || entry.kind == PrincipalEntry::Kind::Aws;
           });
}

void lookForAllows(const LintedPolicy& policy, PolicyFindings& found) {
    if (policy.type() != PolicyType::Resource) return;
    // A key's policy decides alone (F-309), and so does an API's where methods ask for no signature (F-326).
    const std::string service = serviceOf(policy);
    if (service == "execute-api" || service == "kms" || service == "vpc-lattice-svcs") return;
    const auto enforces = [](const PolicyStatement& statement) {
        return !statement.allows() && std::ranges::any_of(statement.conditions, isOnNetwork);
    };
    if (std::ranges::any_of(policy.statements(), enforces)) return;
    for (const PolicyStatement& statement : policy.statements()) {
        if (!statement.allows() || !namesAccounts(statement)) continue;
        const auto at = std::ranges::find_if(statement.conditions, [](const PolicyCondition& condition) {
            return isOnNetwork(condition) && asksForKey(condition);
        });
        if (at != statement.conditions.end())
            found.add(at->key.offset, policy.nameOf(statement) +
                                          " keeps nobody out of another network whom an identity "
                                          "policy of the same account lets in.");
    }
}

/// Whether the condition lets somebody pass a Deny: an AWS service, a principal, another way in.
bool isException(const PolicyCondition& condition) {
    const std::string key = lowerCase(condition.key.text);
    return !isOnNetwork(condition) &&
           (key.starts_with("aws:principal") || key.starts_with("aws:calledvia") || key.starts_with("aws:source") ||
            key == "aws:viaawsservice" || key == "aws:userid" || key == "aws:username");
}

void lookForExceptions(const LintedPolicy& policy, PolicyFindings& found) {
    if (policy.type() != PolicyType::Resource || serviceOf(policy) == "execute-api") return;
    for (const PolicyStatement& statement : policy.statements()) {
        if (statement.allows() || !isForEveryone(statement)) continue;
        const auto at = std::ranges::find_if(statement.conditions, [](const PolicyCondition& condition) {
            return isOnNetwork(condition) && condition.compares.negated;
        });
        if (at == statement.conditions.end() || std::ranges::any_of(statement.conditions, isException)) continue;
        PolicyFinding& finding =
            found.add(at->key.offset, policy.nameOf(statement) +
                                          " denies the console, pipelines and AWS services acting for you as well.");
        const JsonNode* node = policy.nodeOf(statement);
        const JsonNode* condition = node ? node->find("Condition") : nullptr;
        if (condition && !condition->find("BoolIfExists"))
            finding.fix = PolicyFix{
                "Except AWS services",
                false,
                {insertBefore(
                    policy.text(), condition->children.front().second.keyOffset,
                    R"("BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"})")}};
    }
}

bool isPrivate(const Cidr& block) {
    static const std::array blocks{Cidr::literal("10.0.0.0/8"), Cidr::literal("172.16.0.0/12"),
                                   Cidr::literal("192.168.0.0/16"), Cidr::literal("100.64.0.0/10"),
                                   Cidr::literal("fc00::/7")};
    return std::ranges::any_of(blocks, [&](const Cidr& each) { return each.contains(block.canonical()); });
}

void lookAtSourceIp(const LintedPolicy& policy, const PolicyStatement& statement, const PolicyCondition& condition,
                    PolicyFindings& found) {
    std::size_t blocks = 0;
    std::size_t privates = 0;
    for (const PlacedText& value : condition.values)
        if (const auto block = addressBlockOf(value.text)) {
            ++blocks;
            if (isPrivate(*block)) ++privates;
        }
    const std::string name = policy.nameOf(statement);
    PolicyFinding* finding = nullptr;
    if (policy.type() == PolicyType::Endpoint)
        finding = &found.add(condition.key.offset,
                             name + " asks for aws:SourceIp, which no request through an endpoint carries.");
    else if (privates > 0 && privates == blocks)
        finding = &found.add(condition.key.offset,
                             name + " compares aws:SourceIp with private addresses; it is always public.");
    else if (privates > 0)
        found.add(condition.key.offset, Severity::Hint,
                  name + " compares aws:SourceIp with private addresses among others; those never match.");
    if (finding && privates > 0 && privates == blocks)
        finding->fix = PolicyFix{
            "Compare aws:VpcSourceIp", false, {replaceString(policy.text(), condition.key.offset, "aws:VpcSourceIp")}};
}

void lookForSourceIp(const LintedPolicy& policy, PolicyFindings& found) {
    for (const PolicyStatement& statement : policy.statements())
        for (const PolicyCondition& condition : statement.conditions)
            if (isOn(condition, "aws:sourceip") && condition.compares.family == ConditionOperator::Family::Ip)
                lookAtSourceIp(policy, statement, condition, found);
}

void lookForPrivateIp(const LintedPolicy& policy, PolicyFindings& found) {
    // An endpoint stands in one VPC: behind it private addresses are unique.
    if (policy.type() == PolicyType::Endpoint) return;
    for (const PolicyStatement& statement : policy.statements()) {
        const auto has = [&](std::string_view key) {
            return std::ranges::any_of(statement.conditions,
                                       [&](const PolicyCondition& condition) { return isOn(condition, key); });
        };
        const auto at = std::ranges::find_if(statement.conditions, [](const PolicyCondition& condition) {
            return isOn(condition, "aws:vpcsourceip") && condition.compares.family == ConditionOperator::Family::Ip;
        });
        if (at == statement.conditions.end() || has("aws:sourcevpc") || has("aws:sourcevpce") ||
            has("aws:sourcevpcarn"))
            continue;
        found.add(at->key.offset,
                  policy.nameOf(statement) +
                      " tells private addresses, which another VPC may have too, without saying of which VPC.");
    }
}

void lookForUnsent(const LintedPolicy& policy, PolicyFindings& found) {
    for (const PolicyStatement& statement : policy.statements())
        for (const PolicyCondition& condition : statement.conditions) {
            const IamConditionKey* key = IamCatalog::builtIn().globalKey(condition.key.text);
            if (!key || key->services.empty() || statement.action.negated) continue;
            for (const PlacedText& action : statement.action.patterns) {
                const ActionPattern parts = ActionPattern::of(action.text);
                const std::string service = lowerCase(parts.service);
                if (!parts.namesOneService() || !IamCatalog::builtIn().service(service) ||
                    std::ranges::binary_search(key->services, std::string_view(service)))
                    continue;
                found.add(condition.key.offset, policy.nameOf(statement) + ": " + service +
                                                    " is not among the services that send " + std::string(key->name) +
                                                    ".");
                break;
            }
        }
}

}  // namespace

constinit const PolicyCheck networkConditionOnAllow = {
    .code = "PSE009",
    .name = "network-condition-on-allow",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "What keeps a resource inside a network is a Deny",
    .why =
        "Within an account an identity policy is enough: who has one reads the resource from anywhere, whatever an "
        "Allow "
        "of the resource's own policy asks of the network.",
    .howToFix = "Deny where aws:SourceVpce is not the endpoint, and leave the Allow as it is.",
    .source =
        "IAM User Guide, Policy evaluation logic (F-309); Amazon S3 User Guide, Controlling access from VPC endpoints",
    .look = lookForAllows,
};

constinit const PolicyCheck networkDenyWithoutExceptions = {
    .code = "PSE010",
    .name = "network-deny-without-exceptions",
    .severity = Severity::Hint,
    .category = Category::Security,
    .title = "A Deny for other networks leaves a way for those who cannot come through the endpoint",
    .why =
        "Requests of the console, of pipelines and of AWS services acting for you come through no endpoint of yours: "
        "they "
        "carry no aws:SourceVpce, and a Deny unless it is the endpoint shuts them out, administrators included.",
    .howToFix =
        "Add BoolIfExists aws:PrincipalIsAWSService and aws:ViaAWSService false, and ArnNotLike aws:PrincipalArn for a "
        "role that may come from elsewhere.",
    .source = "Amazon S3 User Guide; IAM User Guide, aws:ViaAWSService (F-117, F-118, F-322)",
    .look = lookForExceptions,
};

constinit const PolicyCheck sourceIpBehindEndpoint = {
    .code = "PSE013",
    .name = "source-ip-behind-endpoint",
    .severity = Severity::Warning,
    .category = Category::Traffic,
    .title = "aws:SourceIp is compared with public addresses of calls that pass no endpoint",
    .why =
        "A request through a VPC endpoint carries no aws:SourceIp, and one that passes none carries a public one: an "
        "Allow for a private address never holds, and a Deny unless it is one always does.",
    .howToFix = "Compare aws:VpcSourceIp with private addresses, together with aws:SourceVpc or aws:SourceVpce.",
    .source = "AWS PrivateLink Guide, Amazon S3 (F-116, F-316); IAM Access Analyzer, Private IP address",
    .look = lookForSourceIp,
};

constinit const PolicyCheck privateIpWithoutVpc = {
    .code = "PSE014",
    .name = "private-ip-without-vpc",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "Private addresses are told together with their VPC",
    .why = "Every VPC may use the same private addresses; alone they say nothing about who calls.",
    .howToFix = "Add a condition on aws:SourceVpc or aws:SourceVpce.",
    .source = "IAM User Guide, aws:VpcSourceIp (F-316)",
    .look = lookForPrivateIp,
};

constinit const PolicyCheck perimeterKeyNotSent = {
    .code = "PSE032",
    .name = "perimeter-key-not-sent",
    .severity = Severity::Warning,
    .category = Category::Traffic,
    .title = "aws:SourceVpcArn stands beside services that send it",
    .why =
        "aws:SourceVpcArn is sent by some services alone. For the others a plain condition is "
        "false "
        "and a negated one true, so that a Deny shuts out those it was to let in.",
    .howToFix = "Use aws:SourceVpc or aws:SourceVpce, or name only actions of services that send the key.",
    .source = "IAM User Guide, AWS global condition context keys (F-313, F-315, F-378)",
    .look = lookForUnsent,
};

}  // namespace gw::lint
