#include "tests/oracle/known_differences.h"

#include <algorithm>
#include <array>
#include <string>

#include "tests/oracle/request_edits.h"

namespace gw {
namespace {

using namespace oracle;
using Changed = std::optional<Json>;

Changed variablesInEveryVersion(const Json& request) {
    Json changed = request;
    eachPolicy(changed, [](Json& policy) { policy["Version"] = "2012-10-17"; });
    return changedFrom(request, std::move(changed));
}

Changed anyAddressAsOne(const Json& request) {
    Json changed = request;
    eachWanted(changed, "IpAddress", [](std::string& value) {
        if (value == "0.0.0.0/0") value = "0.0.0.0/32";
    });
    return changedFrom(request, std::move(changed));
}

Changed digitsBeforeTheLetter(const Json& request) {
    Json changed = request;
    eachWanted(changed, "Numeric", [](std::string& value) { value = value.substr(0, value.find('e')); });
    return changedFrom(request, std::move(changed));
}

/// What the key holds stands for what has no value: nothing of it is other than that.
Changed nothingIsOtherThanNoValue(const Json& request) {
    const Context context = contextOf(request);
    Json changed = request;
    const auto inStatement = [&](Json& statement) {
        if (!statement.contains("Condition")) return;
        for (auto& [name, keyed] : statement["Condition"].items()) {
            if (name.find("Not") == std::string::npos) continue;
            for (auto& [key, values] : keyed.items()) {
                const auto given = context.find(lowered(key));
                const auto wanted = listOf(values);
                const bool unread =
                    std::ranges::any_of(wanted, [&](const std::string& each) { return lacksValue(each, context); });
                if (unread && given != context.end() && !given->second.empty()) values = given->second;
            }
        }
    };
    eachStatement(changed, inStatement);
    return changedFrom(request, std::move(changed));
}

Changed listsNeedASetOperator(const Json& request) {
    Json changed = request;
    const Json& context = request["request"]["context"];
    const auto isList = [&](const std::string& key) {
        for (const auto& [name, value] : context.items())
            if (lowered(name) == lowered(key)) return value.is_array();
        return false;
    };
    eachStatement(changed, [&](Json& statement) {
        if (!statement.contains("Condition")) return;
        for (const auto& [name, keyed] : statement["Condition"].items())
            for (const auto& [key, values] : keyed.items())
                if (!name.starts_with("For") && name != "Null" && isList(key)) {
                    silence(statement);
                }
    });
    return changedFrom(request, std::move(changed));
}

/// As the milliseconds that they are taken for.
Changed dateNumbersAreMilliseconds(const Json& request) {
    Json changed = request;
    const auto change = [](std::string& value) {
        if (value == "1795507200") value = "1970-01-21T18:45:07.200Z";
        if (value == "2027") value = "1970-01-01T00:00:02.027Z";
    };
    eachWanted(changed, "Date", change);
    for (auto& [key, value] : changed["request"]["context"].items())
        if (lowered(key) == "aws:currenttime") eachText(value, change);
    return changedFrom(request, std::move(changed));
}

/// A range of all addresses denies the condition as well.
Changed onlyRangesKnowOtherFamilies(const Json& request) {
    const Context context = contextOf(request);
    const auto given = context.find("aws:sourceip");
    if (given == context.end() || given->second.empty() || given->second[0].find(':') == std::string::npos)
        return std::nullopt;
    Json changed = request;
    eachWanted(changed, "NotIpAddress", [](std::string& value) {
        if (value.find('/') == std::string::npos && value.find(':') == std::string::npos) value = "::/0";
    });
    return changedFrom(request, std::move(changed));
}

Changed conditionsNeedWholeArns(const Json& request) {
    Json changed = request;
    for (const char* family : {"ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"})
        eachWanted(changed, family, [&](std::string& value) {
            const bool negated = std::string_view(family).starts_with("ArnNot");
            if (std::ranges::count(value, ':') < 5 && (!negated || value != "*")) value = "arn:aws:none:::none";
        });
    return changedFrom(request, std::move(changed));
}

Changed starOfAVariableIsText(const Json& request) {
    Json changed = request;
    eachWanted(changed, "Equals", [](std::string& value) {
        for (auto at = value.find("${*}"); at != std::string::npos; at = value.find("${*}"))
            value.replace(at, 4, "(*)");
    });
    return changedFrom(request, std::move(changed));
}

Changed emptyValuesGiveWayToDefaults(const Json& request) {
    const Context context = contextOf(request);
    const auto prefix = context.find("s3:prefix");
    if (prefix == context.end() || prefix->second != std::vector<std::string>{""}) return std::nullopt;
    Json changed = request;
    eachWanted(changed, "", [](std::string& value) {
        if (value == "${s3:prefix, 'red'}") value = "red";
    });
    return changedFrom(request, std::move(changed));
}

/// A text that no policy asks for stands for the empty one.
Changed emptyTextsAreValues(const Json& request) {
    Json changed = request;
    for (auto& [key, values] : changed["request"]["context"].items())
        eachText(values, [](std::string& value) {
            if (value.empty()) value = "0";
        });
    return changedFrom(request, std::move(changed));
}

Changed anyValueHasToExist(const Json& request) {
    Json changed = request;
    eachStatement(changed, [](Json& statement) {
        if (!statement.contains("Condition")) return;
        Json conditions = Json::object();
        for (const auto& [name, keyed] : statement["Condition"].items()) {
            const bool any = name.starts_with("ForAnyValue:") && name.ends_with("IfExists");
            conditions[any ? name.substr(0, name.size() - 8) : name].update(keyed);
        }
        statement["Condition"] = conditions;
    });
    return changedFrom(request, std::move(changed));
}

/// In an order in which one leaves the next what it looks for.
constexpr std::array all{
    KnownDifference{"policies of 2008 have variables", "F-294; IAM User Guide, JSON policy elements: Version",
                    variablesInEveryVersion},
    KnownDifference{"an empty value gives way to a variable's default",
                    "AWS does not say: a default is for a key that is not in the request; of an empty value it is "
                    "silent",
                    emptyValuesGiveWayToDefaults},
    KnownDifference{"an empty text is a value of a list",
                    "F-328; IAM User Guide, Multivalued context keys: a null data set, such as an empty string",
                    emptyTextsAreValues},
    KnownDifference{"no value is other than a variable without value",
                    "IAM User Guide, Policy variables with no value: StringNotEquals and StringNotLike match then",
                    nothingIsOtherThanNoValue},
    KnownDifference{"a condition without set operator never holds for a list",
                    "AWS does not say: what holds for a list without the set operator that F-329 requires",
                    listsNeedASetOperator},
    KnownDifference{"numbers as dates are milliseconds",
                    "IAM User Guide, Date condition operators: epoch (Unix) time, which is in seconds",
                    dateNumbersAreMilliseconds},
    KnownDifference{"no single IPv4 address is other than an IPv6 one",
                    "IAM User Guide, IP address condition operators: NotIpAddress holds for all addresses except those",
                    onlyRangesKnowOtherFamilies},
    KnownDifference{"an ARN of a condition matches nothing unless it has all six parts",
                    "AWS does not say: what a * covers after fewer than the six components of F-300",
                    conditionsNeedWholeArns},
    KnownDifference{"IfExists changes nothing with ForAnyValue", "F-303", anyValueHasToExist},
    KnownDifference{"${*} is a * in patterns alone",
                    "IAM User Guide, Policy variables: special characters that have a special meaning otherwise",
                    starOfAVariableIsText},
    KnownDifference{"0.0.0.0/0 holds no address",
                    "IAM User Guide, IP address condition operators: ranges are CIDR (RFC 4632)", anyAddressAsOne},
    KnownDifference{"numbers have no exponent",
                    "AWS does not say: whether an integer or decimal value may have an exponent",
                    digitsBeforeTheLetter},
};

}  // namespace

std::span<const KnownDifference> differencesInConditions() {
    return all;
}

}  // namespace gw
