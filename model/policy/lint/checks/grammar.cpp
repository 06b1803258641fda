#include <array>
#include <string>

#include "model/policy/lint/checks/checks.h"
#include "model/policy/lint/checks/refusals.h"
#include "model/policy/lint/statement_actions.h"

// What IAM's grammar asks for: the reader of policies finds it, and what can be mended without a guess is mended here.
namespace gw::lint {
namespace {

using Kind = PolicyProblem::Kind;

void lookAtVersion(const LintedPolicy& policy, PolicyFindings& found) {
    forEachProblem(policy, {Kind::BadVersion}, [&](const PolicyProblem& problem) {
        found.add(problem.offset, problem.message).fix =
            PolicyFix{"Write version 2012-10-17", true, {replaceString(policy.text(), problem.offset, "2012-10-17")}};
    });
}

/// The element that the key was meant to be; empty where it stands there already or none is near.
std::string_view elementMeant(std::string_view key) {
    static const std::vector<std::string_view> elements = {"Version",   "Id",        "Statement",    "Sid",
                                                           "Effect",    "Principal", "NotPrincipal", "Action",
                                                           "NotAction", "Resource",  "NotResource",  "Condition"};
    const std::string_view near = nearestTo(key, elements);
    // One that is right as it is stands in the wrong place.
    return near == key ? std::string_view() : near;
}

void lookAtElements(const LintedPolicy& policy, PolicyFindings& found) {
    forEachProblem(policy, {Kind::UnknownElement, Kind::DuplicateKey}, [&](const PolicyProblem& problem) {
        PolicyFinding& finding = found.add(problem.offset, problem.message);
        if (problem.kind == Kind::DuplicateKey) return;
        const auto key = parseJson(policy.text().substr(finding.begin, finding.end - finding.begin));
        const std::string_view meant = key ? elementMeant(key->text) : std::string_view();
        if (!meant.empty())
            finding.fix = PolicyFix{"Write " + std::string(meant),
                                    lowerCase(meant) == lowerCase(key->text),
                                    {replaceString(policy.text(), problem.offset, meant)}};
    });
}

void lookAtEffect(const LintedPolicy& policy, PolicyFindings& found) {
    forEachProblem(policy, {Kind::BadEffect}, [&](const PolicyProblem& problem) {
        PolicyFinding& finding = found.add(problem.offset, problem.message);
        const std::string_view text = policy.text().substr(finding.begin, finding.end - finding.begin);
        for (const std::string_view effect : {"Allow", "Deny"})
            if (lowerCase(text) == lowerCase("\"" + std::string(effect) + "\""))
                finding.fix = PolicyFix{
                    "Write " + std::string(effect), true, {replaceString(policy.text(), problem.offset, effect)}};
    });
}

void lookAtPrincipal(const LintedPolicy& policy, PolicyFindings& found) {
    forEachProblem(policy, {Kind::MisplacedPrincipal}, [&](const PolicyProblem& problem) {
        PolicyFinding& finding = found.add(problem.offset, problem.message);
        const JsonNode* entry = policy.entryAt(problem.offset);
        if (!entry) return;
        if (infoOf(policy.type()).principal == PolicyTypeInfo::Part::Refused)
            finding.fix = PolicyFix{"Take the principal out", false, {removeEntry(policy.text(), *entry)}};
        else if (policy.type() == PolicyType::Endpoint && entry->is(JsonNode::Kind::Object) && !entry->children.empty())
            finding.fix =
                PolicyFix{"Let it speak of everyone",
                          false,
                          {insertBefore(policy.text(), entry->children[0].second.keyOffset, R"("Principal": "*")")}};
    });
}

void lookAtOperators(const LintedPolicy& policy, PolicyFindings& found) {
    static const std::vector<std::string_view> operators = conditionOperatorNames();
    forEachProblem(policy, {Kind::BadOperator}, [&](const PolicyProblem& problem) {
        PolicyFinding& finding = found.add(problem.offset, problem.message);
        const auto written = parseJson(policy.text().substr(finding.begin, finding.end - finding.begin));
        const std::string_view meant = written ? nearestTo(written->text, operators) : std::string_view();
        if (!meant.empty())
            finding.fix = PolicyFix{"Write " + std::string(meant),
                                    lowerCase(meant) == lowerCase(written->text),
                                    {replaceString(policy.text(), problem.offset, meant)}};
    });
}

/// Characters of the text without the white space between its parts.
std::size_t charactersWithoutLayout(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = endOfToken(text, at);
        const bool space = text[at] == ' ' || text[at] == '\n';
        for (; at < end; ++at) count += !space && (text[at] & 0xC0) != 0x80 ? 1 : 0;
    }
    return count;
}

void lookAtLength(const LintedPolicy& policy, PolicyFindings& found) {
    // The sizes of identity policies, boundaries and session policies are from memory (F-304, F-405).
    const bool sure = policy.type() != PolicyType::Identity && policy.type() != PolicyType::Boundary &&
                      policy.type() != PolicyType::Session;
    forEachProblem(policy, {Kind::TooLong}, [&](const PolicyProblem& problem) {
        // A design keeps policies in its own layout; what is written from it need not have any.
        if (policy.place().inDesign && charactersWithoutLayout(policy.text()) <= infoOf(policy.type()).characters)
            return;
        found.add(problem.offset, sure ? Severity::Error : Severity::Warning, problem.message);
    });
}

constexpr std::string_view grammar = "IAM User Guide, Grammar of the IAM JSON policy language (F-291)";

}  // namespace

constinit const PolicyCheck policyNotJson = {
    .code = "PSY001",
    .name = "policy-not-json",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A policy is JSON",
    .why = "AWS refuses a policy that is no JSON with MalformedPolicyDocument or InvalidPolicyDocument.",
    .howToFix = "Repair the text at the place that is named.",
    .source = "IAM User Guide, Grammar of the IAM JSON policy language; EC2 error codes (F-291, F-325)",
    .look = refusals<Kind::NotJson>,
};

constinit const PolicyCheck versionUnknown = {
    .code = "PSY003",
    .name = "version-unknown",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "The version is one of the policy language",
    .why = "The language has two versions, 2008-10-17 and 2012-10-17; AWS refuses every other.",
    .howToFix = "Write 2012-10-17.",
    .source = grammar,
    .look = lookAtVersion,
};

constinit const PolicyCheck policyWithoutStatement = {
    .code = "PSY004",
    .name = "policy-without-statement",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A policy has a statement",
    .why = "Without a statement a policy says nothing, and AWS refuses it.",
    .howToFix = "Write a statement, or take the policy away.",
    .source = grammar,
    .look = refusals<Kind::NoStatement>,
};

constinit const PolicyCheck elementUnknown = {
    .code = "PSY005",
    .name = "element-unknown",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A policy holds the elements of the language, each once",
    .why = "AWS refuses elements it does not know, letter case included, and an element that stands twice.",
    .howToFix = "Write the element as the language has it, once.",
    .source = grammar,
    .look = lookAtElements,
};

constinit const PolicyCheck effectUnknown = {
    .code = "PSY006",
    .name = "effect-unknown",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Each statement allows or denies",
    .why = "Effect has no default and is Allow or Deny in this case; AWS refuses everything else.",
    .howToFix = "Write Allow or Deny.",
    .source = grammar,
    .look = lookAtEffect,
};

constinit const PolicyCheck elementPairBroken = {
    .code = "PSY007",
    .name = "element-pair-broken",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A statement has one of an element and its negation",
    .why =
        "Action and NotAction, Resource and NotResource, Principal and NotPrincipal exclude each other. An action is "
        "always needed, a resource in all but resource and trust policies.",
    .howToFix = "Keep one of the two, or add the one that is missing.",
    .source = grammar,
    .look = refusals<Kind::BadPair>,
};

constinit const PolicyCheck principalMisplaced = {
    .code = "PSY008",
    .name = "principal-misplaced",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Policies of resources and endpoints name principals, those of identities do not",
    .why =
        "An identity policy speaks of whoever it hangs on; a policy on a resource, a role's trust or an endpoint "
        "speaks "
        "of nobody until it says of whom. AWS refuses the one with a principal and the others without.",
    .howToFix = "Take Principal out of an identity policy; add it to each statement of the others.",
    .source = "IAM User Guide, Grammar; AWS PrivateLink Guide, Endpoint policies (F-292, F-293)",
    .look = lookAtPrincipal,
};

constinit const PolicyCheck principalMalformed = {
    .code = "PSY009",
    .name = "principal-malformed",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A principal is everyone, an account, a user, a role, a session or a service",
    .why = "AWS refuses principals of another form, wildcards inside an ARN, groups and accounts that are no number.",
    .howToFix = "Name the account and narrow it with aws:PrincipalArn, or name the role in full.",
    .source = "IAM User Guide, IAM JSON policy elements: Principal (F-295)",
    .look = refusals<Kind::BadPrincipal>,
};

constinit const PolicyCheck operatorUnknown = {
    .code = "PSY015",
    .name = "operator-unknown",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Conditions compare with operators that IAM has",
    .why = "AWS refuses operators it does not know, letter case included, and IfExists behind Null.",
    .howToFix = "Write the operator as IAM has it.",
    .source = "IAM User Guide, IAM JSON policy elements: Condition operators (F-299)",
    .look = lookAtOperators,
};

constinit const PolicyCheck policyTooLong = {
    .code = "PSY023",
    .name = "policy-too-long",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A policy is no longer than its type may be",
    .why =
        "An endpoint policy may have 20,480 characters with white space, an SCP 10,240, an RCP 5,120, a trust policy "
        "at "
        "most 4,096; AWS refuses a longer one.",
    .howToFix = "Take out white space, join statements, or use wildcards for what belongs together.",
    .source = "AWS PrivateLink quotas; AWS Organizations quotas; IAM quotas (F-304)",
    .look = lookAtLength,
};

constinit const PolicyCheck endpointPolicyIdentifier = {
    .code = "PSY027",
    .name = "endpoint-policy-identifier",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "An endpoint policy lists ids whole",
    .why =
        "For global keys that hold ids which AWS makes, such as aws:PrincipalAccount or aws:SourceVpc, an endpoint "
        "policy takes neither wildcards nor numeric operators.",
    .howToFix = "List the ids that are meant.",
    .source = "AWS PrivateLink Guide, Control access using endpoint policies, Considerations (F-298)",
    .look = refusals<Kind::EndpointIdentifier>,
};

constinit const PolicyCheck endpointPolicyWildcard = {
    .code = "PSY028",
    .name = "endpoint-policy-wildcard",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "In an endpoint policy six characters stand beside a wildcard",
    .why =
        "In a string condition of an endpoint policy at least six consecutive characters stand before or behind each "
        "wildcard.",
    .howToFix = "Write more of the value out.",
    .source = "AWS PrivateLink Guide, Control access using endpoint policies, Considerations (F-298)",
    .look = refusals<Kind::EndpointWildcard>,
};

constinit const PolicyCheck endpointPolicyAccount = {
    .code = "PSY029",
    .name = "endpoint-policy-account",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "In an endpoint policy the account of an ARN is a number or a wildcard",
    .why = "An endpoint policy takes no ARN whose account is part number and part wildcard.",
    .howToFix = "Write the account's twelve digits, or * alone.",
    .source = "AWS PrivateLink Guide, Control access using endpoint policies, Considerations (F-297)",
    .look = refusals<Kind::EndpointAccount>,
};

constinit const PolicyCheck elementOfWrongType = {
    .code = "PSY034",
    .name = "element-of-wrong-type",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Each element holds texts, lists or objects as the language has it",
    .why = "AWS refuses a number where a text stands, or a list where an object stands.",
    .howToFix = "Write the value in the form that is named.",
    .source = grammar,
    .look = refusals<Kind::WrongType>,
};

constinit const PolicyCheck characterRefused = {
    .code = "PSY036",
    .name = "character-refused",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A policy holds characters up to U+00FF",
    .why = "IAM refuses every character but tab, line feed, carriage return and U+0020 to U+00FF.",
    .howToFix = "Replace the character that is named, often a quotation mark or dash that a word processor made.",
    .source = "IAM User Guide, IAM and AWS STS quotas (F-327)",
    .look = refusals<Kind::BadCharacter>,
};

}  // namespace gw::lint
