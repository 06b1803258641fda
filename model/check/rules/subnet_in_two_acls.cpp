#include "model/check/associated_twice.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    return associatedTwice(facts, facts.design().networkAcls, edits::setNetworkAcl);
}

}  // namespace

extern const Rule subnetInTwoAcls = {
    .code = "ACL001",
    .name = "subnet-in-two-acls",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A subnet is associated with one network ACL",
    .why =
        "AWS keeps exactly one network ACL for each subnet; a further association takes the place of the first without "
        "a word.",
    .howToFix = "Keep one of the associations.",
    .source = "Amazon VPC User Guide, Network ACLs (F-261)",
    .check = look,
};

}  // namespace gw::rules
