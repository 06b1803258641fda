#include <algorithm>
#include <array>

#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// What tells which AWS service a packet went to, and by which way.
constexpr auto wanted = std::to_array<std::string_view>(
    {"vpc-id", "pkt-srcaddr", "pkt-dstaddr", "pkt-dst-aws-service", "flow-direction", "traffic-path"});

/// "pkt-dstaddr" of "${pkt-dstaddr}": Terraform and CloudFormation write fields so.
std::string_view fieldOf(std::string_view text) {
    if (text.starts_with("${") && text.ends_with("}")) return text.substr(2, text.size() - 3);
    return text;
}

void lookAt(const Facts& facts, const FlowLog& log, std::vector<Finding>& found) {
    // AWS's default format is nobody's choice.
    if (log.format.empty()) return;
    std::vector<std::string> missing;
    for (const std::string_view field : wanted)
        if (std::ranges::none_of(log.format, [&](const std::string& text) { return fieldOf(text) == field; }))
            missing.emplace_back(field);
    if (missing.empty()) return;
    const bool isDollared = log.format.front().starts_with("${");
    std::string fields;
    for (const std::string& field : log.format) fields += field + ", ";
    for (const std::string& field : missing)
        fields += (isDollared ? "${" + field + "}" : field) + (&field == &missing.back() ? "" : ", ");
    const std::string name = facts.name(log.id);
    found.push_back(
        {log.id,
         "Records of " + name + " lack " + listOf(missing) + ".",
         Severity::Hint,
         {safeFix("Add what is missing to records of " + name, edits::setField(log.id, "format", fields))}});
}

}  // namespace

extern const Rule flowLogWithoutServiceFields = {
    .code = "OBS004",
    .name = "flow-log-without-service-fields",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "Flow log records show which AWS service was called, and by which way",
    .why =
        "Behind an endpoint or NAT gateway the addresses of a record are those of the hop. Only the pkt- fields, the "
        "direction and the traffic path tell whether calls to a service stay private.",
    .howToFix = "Add the fields to the format.",
    .source = "Amazon VPC User Guide, Flow log records, Available fields (F-276)",
    .check = each<&Design::flowLogs, lookAt>(),
};

}  // namespace gw::rules
