#include <algorithm>
#include <iterator>

#include "model/check/rule.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

constexpr std::size_t longest = 255;
/// Beside letters and digits; a rule's description may have no & (IpRange in Amazon's API, FACTS F-249).
constexpr std::string_view ofGroup = " ._-:/()#,@[]+=&;{}!$*";
constexpr std::string_view ofRule = " ._-:/()#,@[]+=;{}!$*";

bool isTaken(char c, std::string_view signs) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') ||
           signs.find(c) != std::string_view::npos;
}

/// The text with what AWS takes of it.
std::string taken(const std::string& text, std::string_view signs) {
    std::string after;
    std::ranges::copy_if(text, std::back_inserter(after), [&](char c) { return isTaken(c, signs); });
    return after.substr(0, longest);
}

struct Fault {
    std::string words;
    std::string mend;  ///< what a fix does to the description
};

/// What is wrong with a text that AWS does not take.
Fault faultOf(const std::string& text, std::string_view signs) {
    if (std::ranges::all_of(text, [&](char c) { return isTaken(c, signs); }))
        return {"is over " + std::to_string(longest) + " characters long", "Shorten"};
    return {"has characters that AWS does not take", "Clean"};
}

void lookAt(const Facts& facts, const SecurityGroup& group, std::vector<Finding>& found) {
    if (const std::string after = taken(group.description, ofGroup); after != group.description) {
        const std::string name = facts.name(group.id);
        const Fault fault = faultOf(group.description, ofGroup);
        Finding finding{group.id, "The description of " + name + " " + fault.words + ".", Severity::Error};
        // A group without any description would be refused as well.
        if (!after.empty())
            finding.fixes.push_back(reviewedFix(fault.mend + " the description of " + name,
                                                edits::setField(group.id, "description", after)));
        found.push_back(std::move(finding));
    }
    const auto lookAtRules = [&](const std::vector<SecurityGroupRule>& rules, Direction direction) {
        for (const SecurityGroupRule& rule : rules) {
            SecurityGroupRule after = rule;
            after.description = taken(rule.description, ofRule);
            if (after == rule) continue;
            const std::string name = facts.name(group.id);
            const Fault fault = faultOf(rule.description, ofRule);
            found.push_back({group.id,
                             "The description of a rule of " + name + " " + fault.words + ".",
                             Severity::Error,
                             {reviewedFix(fault.mend + " the description of a rule of " + name,
                                          edits::replaceSecurityGroupRule(group.id, direction, rule, after))}});
        }
    };
    lookAtRules(group.ingress, Direction::In);
    lookAtRules(group.egress, Direction::Out);
}

}  // namespace

extern const Rule groupDescriptionRefused = {
    .code = "SGR027",
    .name = "group-description-refused",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Descriptions of security groups and their rules are as AWS takes them",
    .why =
        "AWS takes up to 255 characters in the description of a security group or rule: Latin letters without accents, "
        "digits, spaces and ._-:/()#,@[]+=;{}!$*, for a group & as well. That of a group cannot be changed later.",
    .howToFix = "Write it with those characters.",
    .source = "Amazon EC2 API, CreateSecurityGroup, GroupDescription; IpRange, Description (F-249, F-257)",
    .check = each<&Design::securityGroups, lookAt>(),
};

}  // namespace gw::rules
