#include "model/reach/key_use.h"

#include <algorithm>
#include <array>
#include <string>

namespace gw {
namespace {

using Words = std::string_view;

constexpr std::array<Words, 1> reads{"kms:Decrypt"};
constexpr std::array<Words, 1> writes{"kms:GenerateDataKey"};
constexpr std::array<Words, 2> writesAndReads{"kms:GenerateDataKey", "kms:Decrypt"};
constexpr std::array<Words, 1> encrypts{"kms:Encrypt"};

struct KeyUse {
    Words action;
    std::span<const Words> needs;
};

// Amazon S3 User Guide, Using server-side encryption with AWS KMS keys; AWS Secrets Manager User Guide, Secret
// encryption and decryption; Amazon SQS Developer Guide, Key management; Amazon SNS Developer Guide, Managing Amazon
// SNS encryption keys; AWS Systems Manager User Guide, How Parameter Store uses AWS KMS; Amazon Kinesis Data Streams
// Developer Guide, Permissions to use user-generated KMS keys.
constexpr KeyUse uses[] = {
    {"kinesis:GetRecords", reads},
    {"kinesis:PutRecord", writes},
    {"kinesis:PutRecords", writes},
    {"kinesis:SubscribeToShard", reads},
    {"s3:GetObject", reads},
    {"s3:GetObjectVersion", reads},
    {"s3:PutObject", writes},
    {"secretsmanager:BatchGetSecretValue", reads},
    {"secretsmanager:CreateSecret", writesAndReads},
    {"secretsmanager:GetSecretValue", reads},
    {"secretsmanager:PutSecretValue", writesAndReads},
    {"secretsmanager:UpdateSecret", writesAndReads},
    {"sns:Publish", writesAndReads},
    {"sqs:ReceiveMessage", reads},
    {"sqs:SendMessage", writesAndReads},
    {"ssm:GetParameter", reads},
    {"ssm:GetParameters", reads},
    {"ssm:GetParametersByPath", reads},
    {"ssm:PutParameter", encrypts},
};

bool isSame(Words a, Words b) {
    const auto lower = [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(a, b, {}, lower, lower);
}

}  // namespace

std::span<const Words> keyActionsFor(Words action) {
    const auto* at = std::ranges::find_if(uses, [&](const KeyUse& use) { return isSame(use.action, action); });
    return at == std::end(uses) ? std::span<const Words>{} : at->needs;
}

RequestContext forwardedContext(RequestContext context, Words service, Words region) {
    const std::string principal = std::string(service) + ".amazonaws.com";
    context.set("aws:ViaAWSService", "true");
    for (const Words key : {"aws:CalledVia", "aws:CalledViaFirst", "aws:CalledViaLast"}) context.set(key, principal);
    for (const Words key : {"aws:SourceVpce", "aws:SourceVpc", "aws:VpcSourceIp", "aws:SourceVpcArn", "aws:VpceAccount",
                            "aws:VpceOrgID", "aws:VpceOrgPaths"})
        context.setAbsent(key);
    context.setUnknown("aws:SourceIp");
    if (region.empty())
        context.setUnknown("kms:ViaService");
    else
        context.set("kms:ViaService", std::string(service) + "." + std::string(region) + ".amazonaws.com");
    return context;
}

}  // namespace gw
