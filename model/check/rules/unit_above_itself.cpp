#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

using Circle = std::vector<const OrganizationalUnit*>;

/// Each circle that parents make, from a unit upwards; linear in the units.
std::vector<Circle> circlesOf(const Design& design) {
    std::vector<Circle> circles;
    std::unordered_map<std::string_view, const OrganizationalUnit*> firstSeenFrom;
    for (const OrganizationalUnit& start : design.organizationalUnits) {
        const OrganizationalUnit* at = &start;
        while (at && firstSeenFrom.emplace(at->id.value, &start).second) at = gw::find(design, at->parent);
        if (!at || firstSeenFrom.at(at->id.value) != &start) continue;
        Circle& circle = circles.emplace_back();
        for (const OrganizationalUnit* each = at; circle.empty() || each != at; each = gw::find(design, each->parent))
            circle.push_back(each);
    }
    return circles;
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (Circle& circle : circlesOf(facts.design())) {
        // clang 14 cannot parse std::ranges::rotate.
        std::rotate(circle.begin(), std::ranges::min_element(circle, {}, [](const auto* unit) { return unit->id; }),
                    circle.end());
        const OrganizationalUnit& unit = *circle.front();
        const std::string name = facts.name(unit.id);
        std::string message = name + " stands above itself";
        if (circle.size() > 1) message += ", by way of " + facts.name(circle[1]->id);
        Finding finding{unit.id, message + ".", Severity::Error};
        finding.fixes.push_back(
            reviewedFix("Put " + name + " right below the root", edits::setField(unit.id, "parent", "")));
        found.push_back(std::move(finding));
    }
    return found;
}

}  // namespace

extern const Rule unitAboveItself = {
    .code = "ORG001",
    .name = "unit-above-itself",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Organisational units are a tree below the root",
    .why =
        "A unit has one parent, which is the root or another unit (AWS Organizations). Units in a circle hang below no "
        "root, so no account in them exists, and which policies reach it cannot be said.",
    .howToFix = "Give one of the units another parent, or none: it then stands right below the root.",
    .source = "AWS Organizations API Reference, CreateOrganizationalUnit (ParentId)",
    .check = look,
};

}  // namespace gw::rules
