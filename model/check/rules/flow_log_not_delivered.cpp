#include <algorithm>

#include "model/check/rule.h"
#include "model/design/references.h"
#include "model/edit/fields.h"
#include "model/edit/records.h"

namespace gw::rules {
namespace {

constexpr std::string_view deliverer = "vpc-flow-logs.amazonaws.com";

bool trustsDeliverer(const Role& role) {
    return role.trustPolicy && role.trustPolicy->text().find(deliverer) != std::string::npos;
}

/// What keeps the role from writing the log; empty where nothing drawn does. A role without a trust policy is not told.
std::string refusalOf(const Facts& facts, const FlowLog& log) {
    const std::string name = facts.name(log.id);
    const Role* role = find(facts.design(), log.role);
    if (!role) return log.destination.empty() ? std::string() : name + " has no role to write to CloudWatch Logs with.";
    if (role->trustPolicy && !trustsDeliverer(*role))
        return facts.name(role->id) + " does not trust the flow log service, so " + name + " stays empty.";
    return {};
}

Role writerFor(const Design& design) {
    Role role;
    role.id = {freeId(design, "flow-log-writer")};
    role.trustPolicy = PolicyDocument::literal(
        R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"vpc-flow-logs.amazonaws.com"},"Action":"sts:AssumeRole"}]})");
    role.policies = {
        {.name = "write-flow-logs",
         .document = PolicyDocument::literal(
             R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["logs:CreateLogStream","logs:PutLogEvents","logs:DescribeLogGroups","logs:DescribeLogStreams"],"Resource":"*"}]})")}};
    return role;
}

Fix roleFor(const Facts& facts, const FlowLog& log) {
    const auto writer = std::ranges::find_if(facts.design().roles, trustsDeliverer);
    if (writer != facts.design().roles.end())
        return safeFix("Let " + facts.name(writer->id) + " write " + facts.name(log.id),
                       edits::setField(log.id, "role", writer->id.value));
    const Role role = writerFor(facts.design());
    return safeFix("Add a role that writes " + facts.name(log.id),
                   inOrder({}, {edits::addRole(role), edits::setField(log.id, "role", role.id.value)}));
}

void lookAt(const Facts& facts, const FlowLog& log, std::vector<Finding>& found) {
    if (log.destinationType != LogDestination::CloudWatchLogs) return;
    if (std::string refusal = refusalOf(facts, log); !refusal.empty())
        found.push_back({log.id, std::move(refusal), Severity::Error, {roleFor(facts, log)}});
}

}  // namespace

extern const Rule flowLogNotDelivered = {
    .code = "OBS005",
    .name = "flow-log-not-delivered",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "A flow log has a role that may write to its log group",
    .why =
        "Records reach CloudWatch Logs by a role that the flow log service assumes. Without one that trusts it, "
        "nothing is written, and nothing says so but an empty log group.",
    .howToFix = "Give the flow log a role that trusts vpc-flow-logs.amazonaws.com and may put log events.",
    .source = "Amazon VPC User Guide, Publish flow logs to CloudWatch Logs (F-276)",
    .check = each<&Design::flowLogs, lookAt>(),
};

}  // namespace gw::rules
