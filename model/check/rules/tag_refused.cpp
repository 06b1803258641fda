#include <algorithm>
#include <set>

#include "model/check/rule.h"
#include "model/core/utf8.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

constexpr std::size_t mostTags = 50;
constexpr std::size_t longestKey = 128;
constexpr std::size_t longestValue = 256;

/// Characters of a text in UTF-8, which is what AWS counts.
std::size_t lengthOf(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) at += std::max<std::size_t>(utf8Length(text, at), 1);
    return count;
}

/// What AWS refuses in the tag of that number; empty where nothing. A key cut short may mean another: no fix for it.
struct Fault {
    std::string what{};
    bool mayGo = false;
};

Fault faultOf(const Tags& tags, std::size_t number, const std::set<std::string>& before) {
    const Tag& tag = tags[number];
    if (tag.key.empty()) return {"has a tag without a key", true};
    if (tag.key.starts_with("aws:")) return {"has the tag " + tag.key + ": AWS alone sets keys with aws:", true};
    if (before.contains(tag.key)) return {"has the tag " + tag.key + " twice", true};
    if (lengthOf(tag.key) > longestKey)
        return {"has a tag whose key is over " + std::to_string(longestKey) + " characters long"};
    if (lengthOf(tag.value) > longestValue)
        return {"has a tag " + tag.key + " whose value is over " + std::to_string(longestValue) + " characters long"};
    return {};
}

template <class Row>
void lookAt(const Facts& facts, const Row& row, std::vector<Finding>& found) {
    std::set<std::string> before;
    for (std::size_t number = 0; number < row.tags.size(); ++number) {
        const Fault fault = faultOf(row.tags, number, before);
        before.insert(row.tags[number].key);
        if (fault.what.empty()) continue;
        const std::string name = facts.name(row.id);
        Finding finding{row.id, name + " " + fault.what + ".", Severity::Error};
        if (fault.mayGo)
            finding.fixes.push_back(reviewedFix("Take the tag " + row.tags[number].key + " off " + name,
                                                edits::removeTableRow(row.id, "tags", number)));
        found.push_back(std::move(finding));
    }
    if (row.tags.size() > mostTags)
        found.push_back({row.id,
                         facts.name(row.id) + " has " + std::to_string(row.tags.size()) + " tags: AWS takes " +
                             std::to_string(mostTags) + ".",
                         Severity::Error});
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        // The tags of a flow are our own: AWS has nothing like it.
        if constexpr (requires(const Row& row) { row.tags; } && !std::is_same_v<Row, Flow>)
            for (const Row& row : facts.design().*table)
                if (!row.tags.empty()) lookAt(facts, row, found);
    });
    return found;
}

}  // namespace

extern const Rule tagRefused = {
    .code = "NET046",
    .name = "tag-refused",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Tags are as AWS takes them",
    .why =
        "AWS takes up to 50 tags on a resource, each key once, keys of 1 to 128 characters and values of up to 256. "
        "Keys "
        "that begin with aws: are set by AWS alone.",
    .howToFix = "Take the tag off, or shorten it.",
    .source = "Amazon EC2 User Guide, Tag your Amazon EC2 resources: tag restrictions",
    .check = look,
};

}  // namespace gw::rules
