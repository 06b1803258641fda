#include <algorithm>
#include <cctype>
#include <map>

#include "model/check/rule.h"
#include "model/check/words.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// The name as DNS compares it.
std::string folded(std::string name) {
    std::ranges::transform(name, name.begin(),
                           [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    if (name.ends_with('.')) name.pop_back();
    return name;
}

/// Finds rows of the table that are associated with a VPC where another row has the name already.
template <class Row>
void lookAt(const Facts& facts, const Table<Row>& table, std::string Row::*domain, const std::string& what,
            std::vector<Finding>& found) {
    std::map<std::pair<Id<Vpc>, std::string>, Id<Row>> first;
    for (const Row& row : table) {
        if constexpr (requires { row.isPrivate; })
            if (!row.isPrivate) continue;
        for (const Id<Vpc>& vpc : row.vpcs) {
            const auto [at, isFirst] = first.try_emplace({vpc, folded(row.*domain)}, row.id);
            if (isFirst || at->second == row.id) continue;
            const std::string rest = idsOf(row.vpcs, vpc);
            Finding finding{row.id, facts.name(vpc) + " has two " + what + " for " + row.*domain + ".",
                            Severity::Error};
            // A private zone is one of at least one VPC.
            if (!rest.empty() || std::is_same_v<Row, ResolverRule>)
                finding.fixes.push_back(reviewedFix("Take " + facts.name(vpc) + " off " + row.id.value,
                                                    edits::setField(row.id, "vpcs", rest)));
            found.push_back(std::move(finding));
        }
    }
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    lookAt(facts, facts.design().hostedZones, &HostedZone::name, "private hosted zones", found);
    lookAt(facts, facts.design().resolverRules, &ResolverRule::domain, "Resolver rules", found);
    return found;
}

}  // namespace

extern const Rule nameTwiceInVpc = {
    .code = "DNS017",
    .name = "name-twice-in-vpc",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A VPC has one private hosted zone and one Resolver rule for a name",
    .why =
        "AWS refuses to associate a VPC with a second private hosted zone of the same name (ConflictingDomainExists), "
        "or "
        "with a second Resolver rule for the same domain: which of them answers would not be clear.",
    .howToFix = "Put the records into one zone, or name the servers in one rule.",
    .source =
        "Amazon Route 53 API, CreateHostedZone: ConflictingDomainExists; AssociateResolverRule: "
        "InvalidRequestException",
    .check = look,
};

}  // namespace gw::rules
