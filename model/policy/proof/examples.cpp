#include "model/policy/proof/examples.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "model/catalog/iam.h"
#include "model/policy/arn.h"

namespace gw {
namespace {

/// As many patterns as examples are made of; what lies beyond is found without.
constexpr std::size_t mostPatterns = 200;

/// The pattern's text with `run` in the place of each run.
std::string filled(const Pattern& pattern, std::string_view run) {
    std::string text;
    for (const PatternToken token : pattern.outline()) {
        if (isRunToken(token))
            text += run;
        else if (token >= anyOneToken)
            text += !text.empty() && text.back() >= '0' && text.back() <= '9' ? '0' : 'x';
        else
            text += static_cast<char>(token);
    }
    return text;
}

/// An ARN pattern's text with what usually stands in each part in the place of the runs; an ARN of S3 seldom has Region
/// and account.
std::string filledArn(const Pattern& pattern, std::string_view name) {
    constexpr std::array<std::string_view, 5> usual{"arn", "aws", "s3", "us-east-1", "444455556666"};
    std::string text;
    std::size_t part = 0;
    std::size_t partStart = 0;
    bool ofS3 = false;
    for (const PatternToken token : pattern.outline()) {
        if (isRunToken(token))
            text += part >= usual.size() ? name : ofS3 && part >= 3 ? std::string_view() : usual.at(part);
        else if (token >= anyOneToken)
            text += 'x';
        else
            text += static_cast<char>(token);
        if (token != literalToken(':')) continue;
        if (part == 2) ofS3 = std::string_view(text).substr(partStart) == "s3:";
        partStart = text.size();
        ++part;
    }
    return text;
}

/// What services are asked for most.
constexpr std::array<std::string_view, 32> usualActions{"s3:GetObject",
                                                        "s3:PutObject",
                                                        "s3:DeleteObject",
                                                        "s3:ListBucket",
                                                        "s3:GetBucketPolicy",
                                                        "s3:PutBucketPolicy",
                                                        "dynamodb:GetItem",
                                                        "dynamodb:PutItem",
                                                        "dynamodb:Query",
                                                        "dynamodb:DeleteTable",
                                                        "ec2:DescribeInstances",
                                                        "ec2:RunInstances",
                                                        "ecr:BatchGetImage",
                                                        "ecr:PutImage",
                                                        "execute-api:Invoke",
                                                        "iam:GetRole",
                                                        "iam:PassRole",
                                                        "kms:Decrypt",
                                                        "kms:Encrypt",
                                                        "lambda:InvokeFunction",
                                                        "lambda:GetFunction",
                                                        "logs:PutLogEvents",
                                                        "secretsmanager:GetSecretValue",
                                                        "secretsmanager:PutSecretValue",
                                                        "sns:Publish",
                                                        "sns:Subscribe",
                                                        "sqs:SendMessage",
                                                        "sqs:ReceiveMessage",
                                                        "ssm:GetParameter",
                                                        "ssm:PutParameter",
                                                        "sts:AssumeRole",
                                                        "sts:GetCallerIdentity"};

std::string_view usualValueOf(std::string_view lowerKey) {
    using namespace std::string_view_literals;
    constexpr std::array values{std::pair{"aws:principalaccount"sv, "999988887777"sv},
                                std::pair{"aws:principalarn"sv, "arn:aws:iam::999988887777:role/other"sv},
                                std::pair{"aws:principalorgid"sv, "o-0therorgan"sv},
                                std::pair{"aws:requestedregion"sv, "eu-west-1"sv},
                                std::pair{"aws:resourceaccount"sv, "999988887777"sv},
                                std::pair{"aws:resourceorgid"sv, "o-0therorgan"sv},
                                std::pair{"aws:sourceaccount"sv, "999988887777"sv},
                                std::pair{"aws:sourceorgid"sv, "o-0therorgan"sv},
                                std::pair{"aws:sourcevpc"sv, "vpc-0fedcba9876543210"sv},
                                std::pair{"aws:sourcevpce"sv, "vpce-0fedcba9876543210"sv},
                                std::pair{"aws:vpceorgid"sv, "o-0therorgan"sv},
                                std::pair{"s3:resourceaccount"sv, "999988887777"sv}};
    const auto* at = std::ranges::find(values, lowerKey, &std::pair<std::string_view, std::string_view>::first);
    return at == values.end() ? "other"sv : at->second;
}

}  // namespace

std::vector<std::string_view> usualActionsOf(std::string_view service) {
    std::vector<std::string_view> found;
    for (const std::string_view action : usualActions)
        if (servicePrefixOf(action) == service) found.push_back(action);
    return found;
}

std::vector<std::string> examplesOfKey(const std::vector<const CompiledCondition*>& conditions) {
    std::vector<std::string> texts{std::string(usualValueOf(conditions.front()->lowerKey()))};
    for (const CompiledCondition* condition : conditions)
        for (const CompiledCondition::Value& value : condition->values()) {
            const auto* pattern = std::get_if<Pattern>(&value);
            if (!pattern || pattern->isLiteral() || texts.size() > mostPatterns) continue;
            for (const char* run : {"x", "other", ""}) texts.push_back(filled(*pattern, run));
        }
    return texts;
}

std::vector<std::string> examplesOfResources(const std::vector<const Pattern*>& patterns) {
    std::set<std::string> services;
    std::vector<std::string> texts;
    for (const Pattern* pattern : patterns) {
        if (texts.size() > 4 * mostPatterns) break;
        const std::string text = filledArn(*pattern, "example");
        if (const auto arn = Arn::parse(text)) services.emplace(arn->service);
        texts.push_back(text);
        texts.push_back(filledArn(*pattern, ""));
        if (pattern->isLiteral()) texts.push_back(text + "/example");
    }
    if (services.empty()) services.insert("s3");
    for (const std::string& service : services) {
        const std::string start = "arn:aws:" + service + (service == "s3" ? ":::" : ":us-east-1:444455556666:");
        texts.insert(texts.end(), {start + "other/example", start + "other"});
    }
    return texts;
}

std::vector<std::string> examplesOfActions(const std::vector<const Pattern*>& patterns) {
    std::vector<std::string> texts;
    std::set<std::string, std::less<>> services;
    for (const Pattern* pattern : patterns) {
        const std::string text = filled(*pattern, "Example");
        services.insert(lowerCase(servicePrefixOf(text)));
        if (texts.size() < 4 * mostPatterns && text.find(':') != std::string::npos) texts.push_back(text);
    }
    std::vector<std::string> found;
    for (const std::string& service : services)
        for (const std::string_view action : usualActionsOf(service)) found.emplace_back(action);
    found.insert(found.end(), texts.begin(), texts.end());
    return found;
}

}  // namespace gw
