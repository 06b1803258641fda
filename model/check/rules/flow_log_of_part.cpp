#include <map>

#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// What all logs of one thing record together.
struct Recorded {
    bool accepted = false;
    bool rejected = false;
};

std::map<std::string, Recorded> recorded(const Design& design) {
    std::map<std::string, Recorded> things;
    for (const FlowLog& log : design.flowLogs) {
        Recorded& thing = things[log.resource.value];
        thing.accepted = thing.accepted || log.traffic != TrafficType::Reject;
        thing.rejected = thing.rejected || log.traffic != TrafficType::Accept;
    }
    return things;
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    const auto things = recorded(facts.design());
    for (const FlowLog& log : facts.design().flowLogs) {
        const Recorded& thing = things.at(log.resource.value);
        if (thing.accepted && thing.rejected) continue;
        const std::string name = facts.name(log.id);
        found.push_back({log.id,
                         name + " records " + (thing.accepted ? "accepted" : "rejected") + " traffic of " +
                             facts.name(log.resource) + " alone.",
                         Severity::Hint,
                         {safeFix("Record all traffic in " + name, edits::setField(log.id, "traffic", "ALL"))}});
    }
    return found;
}

}  // namespace

extern const Rule flowLogOfPart = {
    .code = "OBS002",
    .name = "flow-log-of-part",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "Flow logs record accepted and rejected traffic",
    .why =
        "Rejected packets show what a security group or network ACL stops, accepted ones who still takes the way to "
        "the internet: each answers a question that the other leaves open.",
    .howToFix = "Record all traffic.",
    .source = "Amazon VPC User Guide, Flow logs (F-276)",
    .check = look,
};

}  // namespace gw::rules
