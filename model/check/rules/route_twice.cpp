#include "model/check/routes.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

bool sameDestination(const Destination& a, const Destination& b) {
    const Cidr* block = std::get_if<Cidr>(&a);
    const Cidr* other = std::get_if<Cidr>(&b);
    return block && other ? block->canonical() == other->canonical() : a == b;
}

/// Takes out of the table what comes after the first, or before the last.
Fix keeping(const Facts& facts, const RouteTable& table, const Route& kept, const Route& dropped) {
    return reviewedFix(
        "Keep the route to " + (kept.target ? facts.name(kept.target) : "nowhere") + " in " + facts.name(table.id),
        edits::removeRoute(table.id, dropped));
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const RouteTable& table : facts.design().routeTables)
        for (std::size_t later = 1; later < table.routes.size(); ++later)
            for (std::size_t first = 0; first < later; ++first) {
                const Route& one = table.routes[first];
                const Route& other = table.routes[later];
                // A propagated route may stand beside a static one, which wins.
                if (one.propagated || other.propagated || !sameDestination(one.destination, other.destination))
                    continue;
                Finding finding{table.id,
                                facts.name(table.id) + " has two routes for " + nameOf(facts, one.destination) + ".",
                                Severity::Error};
                if (one == other) {
                    finding.fixes.push_back(
                        safeFix("Keep one of the routes in " + facts.name(table.id),
                                inOrder({}, {edits::removeRoute(table.id, one), edits::addRoute(table.id, one)})));
                } else {
                    finding.fixes.push_back(keeping(facts, table, one, other));
                    finding.fixes.push_back(keeping(facts, table, other, one));
                }
                found.push_back(std::move(finding));
                break;
            }
    return found;
}

}  // namespace

extern const Rule routeTwice = {
    .code = "RTE003",
    .name = "route-twice",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A route table has one static route for each destination",
    .why = "AWS refuses the second with RouteAlreadyExists.",
    .howToFix = "Keep the route whose target is meant.",
    .source = "Amazon EC2 API, CreateRoute (F-228)",
    .check = look,
};

}  // namespace gw::rules
