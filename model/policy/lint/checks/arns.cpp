#include <array>

#include "model/policy/arn.h"
#include "model/policy/lint/checks/checks.h"
#include "model/policy/lint/checks/refusals.h"
#include "model/policy/lint/globs.h"
#include "model/policy/lint/statement_actions.h"

namespace gw::lint {
namespace {

bool isOpen(std::string_view part) {
    return part.find_first_of("*?$") != std::string_view::npos;
}

bool isLowerWord(std::string_view text) {
    return std::ranges::all_of(text,
                               [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

/// What is wrong with the parts of the ARN; empty where nothing is.
std::string complaintAbout(std::string_view text) {
    const auto arn = Arn::parse(text);
    if (!arn)
        return text.ends_with('*') ? std::string()
                                   : "has fewer than the six parts arn:partition:service:region:account:resource";
    if (!isOpen(arn->partition) && !(arn->partition.starts_with("aws") && isLowerWord(arn->partition)))
        return "names no partition of AWS; aws, aws-cn and aws-us-gov are such";
    if (arn->service.empty()) return "names no service";
    if (!isOpen(arn->service) && !isLowerWord(arn->service)) return "writes its service with other than small letters";
    if (!isOpen(arn->account) && !arn->account.empty() && arn->account != "aws" && !isAccountNumber(arn->account) &&
        arn->account != "cloudfront")
        return "has an account that is not twelve digits";
    if (arn->resource.empty()) return "names no resource";
    return {};
}

template <class Report>
void forEachResource(const LintedPolicy& policy, Report report) {
    for (const PolicyStatement& statement : policy.statements())
        if (statement.resource)
            for (const PlacedText& resource : statement.resource->patterns)
                if (placeholderIn(resource.text).empty()) report(statement, resource);
}

void lookForMalformed(const LintedPolicy& policy, PolicyFindings& found) {
    forEachProblem(policy, {PolicyProblem::Kind::BadResource},
                   [&](const PolicyProblem& problem) { found.add(problem.offset, problem.message); });
    forEachResource(policy, [&](const PolicyStatement&, const PlacedText& resource) {
        if (!resource.text.starts_with("arn:")) return;
        if (std::string complaint = complaintAbout(resource.text); !complaint.empty())
            found.add(resource.offset, "\"" + resource.text + "\" " + std::move(complaint) + ".");
    });
}

/// Region or account of an ARN, as patterns.
struct PlacePart {
    std::string_view word;
    std::string_view Arn::*part;
};
constexpr std::array placeParts{PlacePart{"Region", &Arn::region}, PlacePart{"account", &Arn::account}};

/// A form that the ARN has but for a part that the form leaves empty.
void lookAtFields(const LintedPolicy& policy, const PlacedText& resource, PolicyFindings& found) {
    const auto arn = Arn::parse(resource.text);
    const IamService* service = arn ? IamCatalog::builtIn().service(arn->service) : nullptr;
    if (!service || resource.text.find('$') != std::string::npos) return;
    std::optional<PlacePart> wrong;
    for (const IamResourceType& type : service->types())
        for (const std::string_view form : type.arns) {
            const auto parts = Arn::parse(form);
            if (!parts || !globsMeet(globOf(parts->resource), arn->resource)) continue;
            std::optional<PlacePart> against;
            for (const PlacePart& each : placeParts)
                if (!against && (*parts).*each.part == "" && !((*arn).*each.part).empty() && ((*arn).*each.part) != "*")
                    against = each;
            if (!against) return;
            if (!wrong) wrong = against;
        }
    if (!wrong) return;
    Arn mended = *arn;
    mended.*wrong->part = {};
    const std::string text = "arn:" + std::string(mended.partition) + ":" + std::string(mended.service) + ":" +
                             std::string(mended.region) + ":" + std::string(mended.account) + ":" +
                             std::string(mended.resource);
    found
        .add(resource.offset, "\"" + resource.text + "\" names a " + std::string(wrong->word) + ", which ARNs of " +
                                  std::string(service->title()) + " leave empty; it matches nothing.")
        .fix = PolicyFix{"Write " + text, true, {replaceString(policy.text(), resource.offset, text)}};
}

void lookForFields(const LintedPolicy& policy, PolicyFindings& found) {
    forEachResource(policy,
                    [&](const PolicyStatement&, const PlacedText& resource) { lookAtFields(policy, resource, found); });
}

}  // namespace

constinit const PolicyCheck arnMalformed = {
    .code = "PSY012",
    .name = "arn-malformed",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A resource is * or an ARN",
    .why = "AWS refuses resources that are no ARN, and an ARN with a part that no ARN can have.",
    .howToFix = "Write arn:partition:service:region:account:resource; parts that a service does not use stay empty.",
    .source = "IAM User Guide, IAM JSON policy elements: Resource; IAM Access Analyzer, ARN checks (F-296)",
    .look = lookForMalformed,
};

constinit const PolicyCheck arnFieldUnsupported = {
    .code = "PSY013",
    .name = "arn-field-unsupported",
    .severity = Severity::Warning,
    .category = Category::Traffic,
    .title = "An ARN leaves empty what its service leaves empty",
    .why =
        "The ARNs of buckets, of IAM and of some other services name no Region or no account. A pattern that names one "
        "matches no resource.",
    .howToFix = "Leave the part empty.",
    .source =
        "AWS Service Authorization Reference; IAM Access Analyzer, ARN Region not allowed, ARN account not allowed",
    .look = lookForFields,
};

}  // namespace gw::lint
