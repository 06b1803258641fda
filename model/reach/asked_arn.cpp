#include "model/reach/asked_arn.h"

#include <algorithm>
#include <optional>

#include "model/catalog/iam.h"
#include "model/policy/arn.h"
#include "model/policy/pattern.h"

namespace gw {
namespace {

using std::string;
using std::string_view;

constexpr string_view anyName = "any-of-them";
constexpr string_view wildcards = "*?";

AskedArn exactly(string text) {
    AskedArn asked{std::move(text), 0, {}};
    asked.sure = asked.text.size();
    asked.pattern = asked.text;
    return asked;
}

/// Any that starts so, and goes on.
AskedArn under(const string& start) {
    return {start + string(anyName), start.size(), start + "?*"};
}

/// Any that the pattern matches.
AskedArn anyOf(const string& pattern) {
    AskedArn asked{{}, pattern.find_first_of(wildcards), pattern};
    for (const char letter : pattern)
        if (letter == '*')
            asked.text += anyName;
        else
            asked.text += letter == '?' ? 'x' : letter;
    return asked;
}

struct Catalogued {
    const IamService* service = nullptr;
    const IamAction* action = nullptr;
};

Catalogued catalogued(string_view action) {
    const std::size_t colon = action.find(':');
    if (colon == string_view::npos) return {};
    const IamService* service = IamCatalog::builtIn().service(action.substr(0, colon));
    return {service, service ? service->action(action.substr(colon + 1)) : nullptr};
}

bool names(const Catalogued& known, string_view type) {
    return std::ranges::any_of(known.action->types,
                               [&](std::uint16_t at) { return known.service->types()[at].name == type; });
}

/// The form of an ARN as a pattern: what stands for a name is at least one character.
string patternOf(string_view form) {
    string pattern;
    while (!form.empty()) {
        const std::size_t open = form.find("${");
        pattern += form.substr(0, open);
        if (open == string_view::npos) break;
        pattern += "?*";
        const std::size_t close = form.find('}', open);
        form.remove_prefix(close == string_view::npos ? form.size() : close + 1);
    }
    return pattern;
}

/// How the names of those start that have this form and lie within what the ARN names: "arn:...:stream/" for
/// "arn:...". None where no such one does.
std::optional<string> startWithin(string_view form, const string& arn) {
    for (std::size_t open = form.find("${"); open != string_view::npos; open = form.find("${", open + 2)) {
        const std::size_t before = form.substr(0, open).rfind('}');
        if (before == string_view::npos) continue;
        const string_view parent = form.substr(0, before + 1);
        const string_view between = form.substr(before + 1, open - before - 1);
        // The parts of an ARN are none that lie within each other.
        const bool isWithinResource = std::ranges::count(parent, ':') >= 5;
        if (isWithinResource && !between.empty() && matchesWildcard(patternOf(parent), arn))
            return arn + string(between);
    }
    return std::nullopt;
}

/// Names of buckets and keys share a form that patterns cannot tell apart: "arn:aws:s3:::" and a name, which holds no
/// slash unless a key follows.
bool isOfBucket(const string& arn) {
    const auto parts = Arn::parse(arn);
    return parts && parts->service == "s3" && parts->region.empty() && parts->account.empty();
}

AskedArn inBucket(const Catalogued& known, const string& stated) {
    const std::size_t slash = stated.find('/');
    const bool forObjects = names(known, "object");
    const bool forBuckets = names(known, "bucket");
    if (forBuckets && !forObjects && slash != string::npos) return askedArn({}, stated.substr(0, slash));
    const bool isPattern = stated.find_first_of(wildcards) != string::npos;
    if (forObjects && !forBuckets && slash == string::npos && !isPattern) return under(stated + "/");
    return isPattern ? anyOf(stated) : exactly(stated);
}

}  // namespace

AskedArn askedArn(string_view action, const string& stated) {
    const Catalogued known = catalogued(action);
    if ((known.action && known.action->types.empty()) || stated == "*") return exactly("*");
    if (stated.empty()) return under({});
    if (known.action && known.service->prefix() == "s3" && isOfBucket(stated)) return inBucket(known, stated);
    // A key is used, whatever its alias (KMS Developer Guide, "Use aliases to control access to KMS keys").
    const std::size_t alias = stated.find(":alias/");
    if (alias != string::npos && known.action && names(known, "key") && !names(known, "alias"))
        return under(stated.substr(0, alias) + ":key/");
    if (stated.find_first_of(wildcards) != string::npos) return anyOf(stated);
    if (!known.action) return exactly(stated);
    std::optional<string> within;
    for (const std::uint16_t at : known.action->types)
        for (const string_view form : known.service->types()[at].arns) {
            if (matchesWildcard(patternOf(form), stated)) return exactly(stated);
            if (!within) within = startWithin(form, stated);
        }
    return within ? under(*within) : exactly(stated);
}

std::string_view apiIdIn(std::string_view arn) {
    const auto parts = Arn::parse(arn);
    if (!parts) return {};
    string_view name = parts->resource;
    if (parts->service == "apigateway") {
        const std::size_t kind = name.starts_with("/restapis/") ? 10 : name.starts_with("/apis/") ? 6 : name.size();
        name.remove_prefix(kind);
    } else if (parts->service != "execute-api") {
        return {};
    }
    return name.substr(0, name.find('/'));
}

string calledArn(const string& stated, string_view account) {
    const auto parts = Arn::parse(stated);
    const string_view id = apiIdIn(stated);
    if (!parts || parts->service != "apigateway" || id.empty()) return stated;
    const string start = "arn:" + string(parts->partition) + ":execute-api:" + string(parts->region) + ":";
    return account.empty() ? start + "*:" + string(id) + "/*" : start + string(account) + ":" + string(id);
}

}  // namespace gw
