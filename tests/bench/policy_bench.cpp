#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "model/policy/evaluation_request.h"
#include "tests/oracle/iam_simulate.h"
#include "tests/random/random_policy_request.h"

/// How many requests the judge of policies decides in a second on one thread: with the policies of SecureCart's payment
/// service, and with random ones of every kind; beside it the pace of iam-simulate's bare core on the same requests,
/// where GATEWRIGHT_IAM_SIMULATE names a folder that has it. Prints medians of the processor's time; judges nothing.
namespace {

/// Milliseconds of processor time, which other programs do not lengthen.
template <class Work>
double medianOfNine(Work work) {
    std::vector<double> each;
    for (int i = 0; i < 9; ++i) {
        const std::clock_t start = std::clock();
        work();
        each.push_back(1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    std::nth_element(each.begin(), each.begin() + 4, each.end());
    return each[4];
}

const char* const paymentRequest = R"({
  "request": {
    "action": "secretsmanager:GetSecretValue",
    "resource": {
      "arn": "arn:aws:secretsmanager:us-east-1:111122223333:secret:payment-AbCdEf", "accountId": "111122223333",
      "policy": { "Version": "2012-10-17", "Statement": [{
        "Sid": "OnlyThroughTheEndpoint", "Effect": "Deny", "Principal": "*", "Action": "secretsmanager:*",
        "Resource": "*", "Condition": { "StringNotEquals": { "aws:SourceVpce": "vpce-0123456789abcdef0" } } }] } },
    "principal": "arn:aws:sts::111122223333:assumed-role/payment/i-0123456789abcdef0",
    "context": {
      "aws:SourceVpce": "vpce-0123456789abcdef0", "aws:SourceVpc": "vpc-0123456789abcdef0",
      "aws:PrincipalArn": "arn:aws:iam::111122223333:role/payment", "aws:PrincipalOrgID": "o-1234567890",
      "aws:ResourceOrgID": "o-1234567890", "aws:SecureTransport": "true" } },
  "identityPolicies": [{ "name": "payment", "policy": { "Version": "2012-10-17", "Statement": [
    { "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::orders/*" },
    { "Effect": "Allow", "Action": "secretsmanager:GetSecretValue",
      "Resource": "arn:aws:secretsmanager:*:111122223333:secret:payment-??????" }] } }],
  "vpcEndpointPolicies": [{ "name": "vpce-secrets", "policy": { "Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*", "Condition": { "StringEquals": {
      "aws:PrincipalOrgID": "o-1234567890", "aws:ResourceOrgID": "o-1234567890" } } }] } }],
  "serviceControlPolicies": [{ "orgIdentifier": "r-root", "policies": [{ "name": "full", "policy": {
    "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }] } }] }]
})";

std::vector<gw::EvaluationRequest> readOf(const std::vector<std::string>& texts) {
    std::vector<gw::EvaluationRequest> all;
    for (const std::string& text : texts)
        if (auto read = gw::readEvaluationRequest(text)) all.push_back(*std::move(read));
    return all;
}

template <class Decide>
double measure(const char* what, const std::vector<gw::EvaluationRequest>& requests, int times, Decide decide) {
    std::size_t allowed = 0;
    const double milliseconds = medianOfNine([&] {
        for (int i = 0; i < times; ++i)
            for (const gw::EvaluationRequest& each : requests)
                allowed += decide(each) == gw::AccessResult::Allowed ? 1U : 0U;
    });
    const double decided = static_cast<double>(requests.size()) * times;
    std::printf("%-36s %10.0f a second, %7.3f us each (%zu allowed)\n", what, 1000 * decided / milliseconds,
                1000 * milliseconds / decided, allowed);
    return 1000 * decided / milliseconds;
}

/// The pace of iam-simulate's core on the same requests beside ours; nothing where it is not there.
void measureOther(const std::vector<std::string>& texts, double ours) {
    const auto folder = gw::IamSimulate::folder();
    if (!folder) return;
    std::vector<nlohmann::json> requests;
    for (const std::string& text : texts) requests.push_back(nlohmann::json::parse(text));
    if (const auto pace = gw::IamSimulate::pace(*folder, requests))
        std::printf("%-36s %10.0f a second, ours is %.1f times that\n", "  iam-simulate's core", *pace, ours / *pace);
}

}  // namespace

int main() {
    const auto payment = gw::readEvaluationRequest(paymentRequest);
    if (!payment) {
        std::printf("%s\n", payment.error().message.c_str());
        return 1;
    }
    const auto decided = [](const gw::EvaluationRequest& each) { return gw::decide(each.request, each.grants); };
    const auto told = [](const gw::EvaluationRequest& each) { return gw::evaluate(each.request, each.grants).result; };
    std::vector<std::string> texts;
    for (std::uint64_t seed = 0; seed < 2000; ++seed) texts.push_back(gw::randomPolicyRequest(seed));
    const auto random = readOf(texts);
    measureOther({paymentRequest}, measure("payment, result alone", {*payment}, 100'000, decided));
    measure("payment, with reasons", {*payment}, 20'000, told);
    measureOther(texts, measure("2,000 random, result alone", random, 50, decided));
    measure("2,000 random, with reasons", random, 10, told);
    const std::string text(paymentRequest);
    const double milliseconds = medianOfNine([&] {
        for (int i = 0; i < 1000; ++i) static_cast<void>(gw::readEvaluationRequest(text));
    });
    std::printf("%-36s %10.0f a second\n", "payment, read from JSON", 1e6 / milliseconds);
    return 0;
}
