#include <set>

#include "model/check/rule.h"

namespace gw::rules {
namespace {

/// Finds the lists of other Regions that one row of the VPC names.
class Named {
public:
    Named(const Facts& facts, AnyId row, const Id<Vpc>& vpc, std::vector<Finding>& found)
        : facts_(&facts), row_(std::move(row)), found_(&found) {
        const Vpc* home = find(facts.design(), vpc);
        region_ = home ? find(facts.design(), home->region) : nullptr;
    }

    void lookAt(const Id<PrefixList>& id) {
        const PrefixList* list = find(facts_->design(), id);
        const Region* its = list ? find(facts_->design(), list->region) : nullptr;
        if (!region_ || !its || its->code == region_->code || !seen_.insert(id).second) return;
        found_->push_back(
            {row_,
             facts_->name(row_) + " in " + region_->code + " names " + facts_->name(id) + " of " + its->code + ".",
             Severity::Error});
    }

private:
    const Facts* facts_;
    AnyId row_;
    const Region* region_ = nullptr;
    std::vector<Finding>* found_;
    std::set<Id<PrefixList>> seen_{};
};

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const RouteTable& table : facts.design().routeTables) {
        Named named(facts, table.id, table.vpc, found);
        for (const Route& route : table.routes)
            if (const auto* list = std::get_if<1>(&route.destination)) named.lookAt({list->value});
    }
    for (const SecurityGroup& group : facts.design().securityGroups) {
        Named named(facts, group.id, group.vpc, found);
        for (const auto* rules : {&group.ingress, &group.egress})
            for (const SecurityGroupRule& rule : *rules)
                if (const auto* peer = std::get_if<1>(&rule.peer)) named.lookAt({peer->value});
    }
    return found;
}

}  // namespace

extern const Rule prefixListOfAnotherRegion = {
    .code = "NET045",
    .name = "prefix-list-of-another-region",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Routes and rules name prefix lists of their own Region",
    .why = "A prefix list exists in one Region: in another one AWS does not find its id.",
    .howToFix = "Make a list with the same blocks in the Region, or name the blocks.",
    .source = "Amazon VPC User Guide, Prefix lists concepts and rules",
    .check = look,
};

}  // namespace gw::rules
