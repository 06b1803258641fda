#include "model/lockout/service_uses.h"

#include <algorithm>
#include <array>

namespace gw {
namespace {

using Words = std::string_view;

constexpr Words vpcGuide = "Amazon VPC User Guide, Publish flow logs to Amazon S3";
constexpr Words s3Logs = "Amazon S3 User Guide, Enabling Amazon S3 server access logging";
constexpr Words s3Reports =
    "Amazon S3 User Guide, Granting permissions for Amazon S3 Inventory and Storage Class Analysis";
constexpr Words s3Events =
    "Amazon S3 User Guide, Granting permissions to publish event notification messages to a destination";
constexpr Words trailGuide = "AWS CloudTrail User Guide, Amazon S3 bucket policy for CloudTrail";
constexpr Words configGuide = "AWS Config Developer Guide, Permissions for the Amazon S3 bucket";
constexpr Words balancerGuide = "Elastic Load Balancing, Access logs for your Application Load Balancer";
constexpr Words frontGuide = "Amazon CloudFront Developer Guide, Restrict access to an Amazon S3 origin";
constexpr Words topicGuide = "Amazon SNS Developer Guide, Fanout to Amazon SQS queues";
constexpr Words eventsGuide = "Amazon EventBridge User Guide, Using resource-based policies for Amazon EventBridge";
constexpr Words alarmGuide = "Amazon SNS Developer Guide, Example cases for Amazon SNS access control";
constexpr Words lambdaGuide = "AWS Lambda Developer Guide, Granting Lambda function access to AWS services";

constexpr Words ownerControls = "bucket-owner-full-control";

constexpr std::array<Words, 5> bucketActions{"s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket",
                                             "s3:GetBucketPolicy"};
constexpr std::array<Words, 2> bucketManaging{"s3:PutBucketPolicy", "s3:DeleteBucketPolicy"};
constexpr std::array<Words, 1> putObject{"s3:PutObject"};
constexpr std::array<Words, 1> getObject{"s3:GetObject"};
constexpr std::array<Words, 2> deliverLogs{"s3:GetBucketAcl", "s3:PutObject"};
constexpr std::array<Words, 3> deliverConfig{"s3:GetBucketAcl", "s3:ListBucket", "s3:PutObject"};
constexpr std::array<Words, 3> query{"s3:GetObject", "s3:ListBucket", "s3:PutObject"};

constexpr std::array<Deliverer, 7> toBuckets{
    {{"delivery.logs.amazonaws.com", "delivers flow logs and other logs", deliverLogs, ownerControls, vpcGuide},
     {"logging.s3.amazonaws.com", "delivers server access logs", putObject, {}, s3Logs},
     {"cloudtrail.amazonaws.com", "delivers trails", deliverLogs, ownerControls, trailGuide},
     {"config.amazonaws.com", "delivers configuration histories", deliverConfig, ownerControls, configGuide},
     {"logdelivery.elasticloadbalancing.amazonaws.com", "delivers access logs", putObject, {}, balancerGuide},
     {"s3.amazonaws.com", "delivers inventories and analyses", putObject, ownerControls, s3Reports},
     {"cloudfront.amazonaws.com", "reads what a distribution serves", getObject, {}, frontGuide}}};

constexpr std::array<Words, 2> secretActions{"secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue"};
constexpr std::array<Words, 2> secretManaging{"secretsmanager:PutResourcePolicy",
                                              "secretsmanager:DeleteResourcePolicy"};
constexpr std::array<Words, 1> secretRead{"secretsmanager:GetSecretValue"};

constexpr std::array<Words, 3> keyActions{"kms:Decrypt", "kms:GenerateDataKey", "kms:DescribeKey"};
constexpr std::array<Words, 1> keyManaging{"kms:PutKeyPolicy"};

constexpr std::array<Words, 3> queueActions{"sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage"};
constexpr std::array<Words, 1> queueManaging{"sqs:SetQueueAttributes"};
constexpr std::array<Words, 1> sendMessage{"sqs:SendMessage"};
constexpr std::array<Deliverer, 3> toQueues{
    {{"sns.amazonaws.com", "hands on what a topic gets", sendMessage, {}, topicGuide},
     {"events.amazonaws.com", "hands on events", sendMessage, {}, eventsGuide},
     {"s3.amazonaws.com", "tells what happens in a bucket", sendMessage, {}, s3Events}}};

constexpr std::array<Words, 2> topicActions{"sns:Publish", "sns:Subscribe"};
constexpr std::array<Words, 1> topicManaging{"sns:SetTopicAttributes"};
constexpr std::array<Words, 1> publish{"sns:Publish"};
constexpr std::array<Deliverer, 3> toTopics{
    {{"cloudwatch.amazonaws.com", "tells of alarms", publish, {}, alarmGuide},
     {"events.amazonaws.com", "hands on events", publish, {}, eventsGuide},
     {"s3.amazonaws.com", "tells what happens in a bucket", publish, {}, s3Events}}};

constexpr std::array<Words, 3> tableActions{"dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"};
constexpr std::array<Words, 2> tableManaging{"dynamodb:PutResourcePolicy", "dynamodb:DeleteResourcePolicy"};

constexpr std::array<Words, 3> imageActions{"ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:PutImage"};
constexpr std::array<Words, 2> imageManaging{"ecr:SetRepositoryPolicy", "ecr:DeleteRepositoryPolicy"};

constexpr std::array<Words, 1> functionActions{"lambda:InvokeFunction"};
constexpr std::array<Words, 2> functionManaging{"lambda:AddPermission", "lambda:RemovePermission"};
constexpr std::array<Deliverer, 4> toFunctions{
    {{"apigateway.amazonaws.com", "hands on calls of an API", functionActions, {}, lambdaGuide},
     {"events.amazonaws.com", "hands on events", functionActions, {}, lambdaGuide},
     {"s3.amazonaws.com", "tells what happens in a bucket", functionActions, {}, lambdaGuide},
     {"sns.amazonaws.com", "hands on what a topic gets", functionActions, {}, lambdaGuide}}};

constexpr std::array<Words, 1> apiActions{"execute-api:Invoke"};

// What aws:CalledVia names among others (F-320): queries run as who starts them, and so do stacks.
constexpr std::array<ForwardingService, 2> forBuckets{
    {{"athena.amazonaws.com", "Amazon Athena", query},
     {"cloudformation.amazonaws.com", "AWS CloudFormation", bucketManaging}}};
constexpr std::array<ForwardingService, 1> forSecrets{
    {{"cloudformation.amazonaws.com", "AWS CloudFormation", secretRead}}};
constexpr std::array<ForwardingService, 1> forQueues{
    {{"cloudformation.amazonaws.com", "AWS CloudFormation", queueManaging}}};
constexpr std::array<ForwardingService, 1> forTopics{
    {{"cloudformation.amazonaws.com", "AWS CloudFormation", topicManaging}}};
constexpr std::array<ForwardingService, 1> forTables{
    {{"cloudformation.amazonaws.com", "AWS CloudFormation", tableManaging}}};
constexpr std::array<ForwardingService, 1> forImages{
    {{"cloudformation.amazonaws.com", "AWS CloudFormation", imageManaging}}};
constexpr std::array<ForwardingService, 1> forKeys{
    {{"cloudformation.amazonaws.com", "AWS CloudFormation", keyManaging}}};

constexpr std::array<ServiceUse, 9> uses{{{"s3", bucketActions, bucketManaging, toBuckets, forBuckets},
                                          {"secretsmanager", secretActions, secretManaging, {}, forSecrets},
                                          {"kms", keyActions, keyManaging, {}, forKeys},
                                          {"sqs", queueActions, queueManaging, toQueues, forQueues},
                                          {"sns", topicActions, topicManaging, toTopics, forTopics},
                                          {"dynamodb", tableActions, tableManaging, {}, forTables},
                                          {"ecr", imageActions, imageManaging, {}, forImages},
                                          {"lambda", functionActions, functionManaging, toFunctions, {}},
                                          {"execute-api", apiActions, {}, {}, {}}}};

}  // namespace

std::span<const ServiceUse> serviceUses() {
    return uses;
}

const ServiceUse* useOf(std::string_view prefix) {
    const auto* at = std::ranges::find(uses, prefix, &ServiceUse::prefix);
    return at == uses.end() ? nullptr : &*at;
}

}  // namespace gw
