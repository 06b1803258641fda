#include "model/check/needs.h"
#include "model/check/pathless.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    return pathlessFindings(facts, PathlessKind::Keys, [&](const PathlessCall& call) {
        return facts.name(call.caller->id) + " calls KMS itself and has no way there.";
    });
}

}  // namespace

extern const Rule keysWithoutPath = {
    .code = "DEP012",
    .name = "keys-without-path",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Who calls KMS itself has a way there",
    .why =
        "Services that encrypt for you call KMS themselves. Code that encrypts on its own calls it from "
        "where it runs, and fails there when no way leads to KMS.",
    .howToFix = "Add an interface endpoint for kms.",
    .source = "AWS Key Management Service Developer Guide, Connect through a VPC endpoint (F-185)",
    .check = look,
};

}  // namespace gw::rules
