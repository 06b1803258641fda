#include "model/check/needs.h"
#include "model/check/pathless.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    return pathlessFindings(facts, PathlessKind::Messaging, [&](const PathlessCall& call) {
        return facts.name(call.caller->id) + " sends to " + facts.name(call.target->id) + " and has no way to " +
               titleOf(call.target->service) + ".";
    });
}

}  // namespace

extern const Rule messagingWithoutPath = {
    .code = "DEP016",
    .name = "messaging-without-path",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Who sends messages has a way to the queue, topic, bus or stream",
    .why =
        "Queues, topics, event buses, streams and state machines are called at the public addresses of their "
        "service unless an endpoint stands in the VPC.",
    .howToFix = "Add an interface endpoint for the service.",
    .source = "AWS PrivateLink Guide, AWS services that integrate (F-016)",
    .check = look,
};

}  // namespace gw::rules
