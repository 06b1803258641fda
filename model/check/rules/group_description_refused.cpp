#include <algorithm>

#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

constexpr std::size_t longest = 255;

bool isTaken(char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') ||
           std::string_view(" ._-:/()#,@[]+=&;{}!$*").find(c) != std::string_view::npos;
}

void lookAt(const Facts& facts, const SecurityGroup& group, std::vector<Finding>& found) {
    const std::string name = facts.name(group.id);
    const auto report = [&](const std::string& what, std::string after) {
        Finding finding{group.id, "The description of " + name + " " + what + ".", Severity::Error};
        if (!after.empty())
            finding.fixes.push_back(reviewedFix("Shorten the description of " + name,
                                                edits::setField(group.id, "description", std::move(after))));
        found.push_back(std::move(finding));
    };
    if (!std::ranges::all_of(group.description, isTaken)) {
        std::string after;
        std::ranges::copy_if(group.description, std::back_inserter(after), isTaken);
        report("has characters that AWS does not take", after.substr(0, longest));
    } else if (group.description.size() > longest) {
        report("is over " + std::to_string(longest) + " characters long", group.description.substr(0, longest));
    }
}

}  // namespace

extern const Rule groupDescriptionRefused = {
    .code = "SGR027",
    .name = "group-description-refused",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Descriptions of security groups are as AWS takes them",
    .why =
        "AWS takes up to 255 characters in the description of a security group: Latin letters without accents, digits, "
        "spaces and ._-:/()#,@[]+=&;{}!$*. It cannot be changed later.",
    .howToFix = "Write it with those characters.",
    .source = "Amazon EC2 API, CreateSecurityGroup, GroupDescription (F-249, F-257)",
    .check = each<&Design::securityGroups, lookAt>(),
};

}  // namespace gw::rules
