#include "tests/random/random_policy_request.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "model/policy/policy_type.h"
#include "model/report/json_value.h"
#include "tests/random/random.h"

namespace gw {
namespace {

using Texts = std::vector<std::string>;

const std::string near = "111122223333";
const std::string far = "444455556666";

/// A condition key with values that requests have and policies ask for.
struct Key {
    std::string name;
    /// Which operators make sense: "String", "Numeric", "Date", "Bool", "Binary", "Ip", "Arn".
    std::string family;
    Texts given;
    Texts wanted;
    bool multivalued = false;
};

const std::vector<Key>& keys() {
    static const std::vector<Key> all{
        {"aws:SourceVpce", "String", {"vpce-1", "vpce-2", "VPCE-1"}, {"vpce-1", "vpce-2", "vpce-*", "vpce-?", ""}},
        {"aws:PrincipalOrgID", "String", {"o-1", "o-2"}, {"o-1", "o-2", "o-${aws:PrincipalTag/team}", "*"}},
        {"aws:PrincipalTag/team",
         "String",
         {"red", "blue", "1", "r*d"},
         {"red", "b*", "${aws:PrincipalTag/team}", "${s3:prefix, 'red'}", "r${*}d"}},
        {"s3:prefix", "String", {"red/", "home/red/x", ""}, {"home/${aws:PrincipalTag/team}/*", "red/", "*/", "re?/"}},
        {"aws:SourceIp",
         "Ip",
         {"203.0.113.9", "198.51.100.1", "2001:db8::1"},
         {"203.0.113.0/24", "198.51.100.1", "2001:db8::/32", "0.0.0.0/0"}},
        {"aws:CurrentTime",
         "Date",
         {"2026-11-24T08:00:00Z", "2026-11-24T09:00:00+01:00", "1795507200", "soon"},
         {"2026-11-24T08:00:00Z", "2026-11-24", "1795507200", "2027"}},
        {"aws:MultiFactorAuthAge", "Numeric", {"10", "10.0", "300", "-1", "x"}, {"10", "300", "1e1", "0.5"}},
        {"aws:SecureTransport", "Bool", {"true", "false", "TRUE", "maybe"}, {"true", "false"}},
        {"aws:PrincipalArn",
         "Arn",
         {"arn:aws:iam::111122223333:role/app", "arn:aws:iam::111122223333:role/team/app", "no arn"},
         {"arn:aws:iam::111122223333:role/app", "arn:aws:iam::*:role/*", "arn:*:iam::11112222????:role/app", "*",
          "arn:aws:iam::*", "arn:aws:iam:*:role/app"}},
        {"aws:TagKeys", "String", {"cost", "team", "Team", ""}, {"cost", "team", "t*"}, true},
        {"service:Blob", "Binary", {"QUJD", "QUJE", "no"}, {"QUJD", "QUJE"}},
    };
    return all;
}

const std::vector<std::pair<std::string, std::string>>& operations() {
    static const std::vector<std::pair<std::string, std::string>> all{
        {"s3:GetObject", "arn:aws:s3:::shop/red/a:b.txt"},
        {"s3:GetObject", "arn:aws:s3:::shop/blue/x"},
        {"s3:PutBucketPolicy", "arn:aws:s3:::shop"},
        {"s3:ListAllMyBuckets", "*"},
        {"sqs:SendMessage", "arn:aws:sqs:eu-west-1:111122223333:orders"},
        {"sqs:SendMessage", "arn:aws:sqs:us-east-1:444455556666:orders"},
        {"kms:Decrypt", "arn:aws:kms:eu-west-1:111122223333:key/1"},
        {"kms:RetireGrant", "arn:aws:kms:eu-west-1:111122223333:key/1"},
        {"sts:AssumeRole", "arn:aws:iam::111122223333:role/target"},
        {"sts:GetCallerIdentity", "*"},
        {"lambda:InvokeFunction", "arn:aws:lambda:eu-west-1:111122223333:function:pay:live"},
    };
    return all;
}

class Maker {
public:
    Maker(std::uint64_t seed, RandomPolicyShape shape) : random_(seed), shape_(shape) {}

    std::string make() {
        std::tie(action_, resource_) = random_.of(operations());
        const Texts principals{"arn:aws:iam::" + near + ":user/ann",
                               "arn:aws:iam::" + far + ":user/ann",
                               "arn:aws:sts::" + near + ":assumed-role/app/s1",
                               "arn:aws:sts::" + far + ":assumed-role/app/s1",
                               "arn:aws:iam::" + near + ":role/team/app",
                               "arn:aws:iam::" + near + ":root",
                               "arn:aws:iam::" + far + ":root",
                               "arn:aws:sts::" + near + ":federated-user/bob",
                               "arn:aws:sts::" + near + ":assumed-role/AWSServiceRoleForX/s",
                               "events.amazonaws.com",
                               "*"};
        principal_ = random_.of(principals);
        json::Object resource;
        resource.add("arn", resource_);
        if (random_.chance(80)) resource.add("accountId", random_.chance(80) ? near : far);
        if (random_.chance(70))
            resource.add("policy", policy(action_.starts_with("sts:") ? PolicyType::Trust : PolicyType::Resource));
        if (random_.chance(20)) resource.add("restrictPublicBuckets", json::boolean(random_.chance(50)));
        json::Object request;
        request.add("action", random_.chance(10) ? swapped(action_) : action_)
            .add("resource", JsonNode(resource))
            .add("principal", principal_)
            .add("context", context());
        json::Object all;
        all.add("request", JsonNode(request));
        all.add("identityPolicies", named(PolicyType::Identity, random_.between(0, 2)));
        if (random_.chance(30)) all.add("permissionBoundaries", named(PolicyType::Boundary, random_.between(1, 2)));
        if (random_.chance(25)) all.add("sessionPolicy", policy(PolicyType::Session));
        if (random_.chance(35)) all.add("vpcEndpointPolicies", named(PolicyType::Endpoint, 1));
        if (random_.chance(30)) all.add("serviceControlPolicies", levels(PolicyType::ServiceControl));
        if (random_.chance(30)) all.add("resourceControlPolicies", levels(PolicyType::ResourceControl));
        return prettyJson(all, 0, 120);
    }

private:
    static JsonNode listOf(const Texts& texts) {
        return texts.size() == 1 ? json::string(texts.front())
                                 : json::array(texts, [](const std::string& text) { return json::string(text); });
    }

    static std::string swapped(std::string text) {
        for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        return text;
    }

    JsonNode named(PolicyType type, int count) {
        std::vector<JsonNode> policies;
        for (int i = 0; i < count; ++i)
            policies.push_back(json::Object().add("name", "p" + std::to_string(i)).add("policy", policy(type)));
        return json::array(policies, [](const JsonNode& each) { return each; });
    }

    JsonNode levels(PolicyType type) {
        std::vector<JsonNode> all;
        for (int i = random_.between(0, 2); i >= 0; --i)
            all.push_back(json::Object()
                              .add("orgIdentifier", "ou-" + std::to_string(i))
                              .add("policies", named(type, random_.between(random_.chance(5) ? 0 : 1, 2))));
        return json::array(all, [](const JsonNode& each) { return each; });
    }

    JsonNode context() {
        json::Object context;
        for (const Key& key : keys()) {
            if (random_.chance(35)) continue;
            const std::string name = random_.chance(10) ? swapped(key.name) : key.name;
            if (shape_.unknownKeys && random_.chance(30)) {
                context.add(name, json::null());
                continue;
            }
            Texts values;
            const int count = key.multivalued ? random_.between(0, 3) : random_.chance(4) ? 2 : 1;
            for (int i = 0; i < count; ++i) values.push_back(random_.of(key.given));
            context.add(name, listOf(values));
        }
        return context;
    }

    JsonNode policy(PolicyType type) {
        json::Object all;
        if (random_.chance(85))
            all.add("Version", "2012-10-17");
        else if (random_.chance(50))
            all.add("Version", "2008-10-17");
        std::vector<JsonNode> statements;
        const bool guard = type == PolicyType::ServiceControl || type == PolicyType::Endpoint;
        if (guard && random_.chance(60)) statements.push_back(fullAccess(type));
        const int least = statements.empty() ? 1 : 0;
        for (int i = random_.between(least, 3); i > 0; --i) statements.push_back(statement(type));
        if (statements.size() == 1 && random_.chance(50))
            all.add("Statement", statements.front());
        else
            all.add("Statement", json::array(statements, [](const JsonNode& each) { return each; }));
        return all;
    }

    static JsonNode fullAccess(PolicyType type) {
        json::Object all;
        all.add("Effect", "Allow").add("Action", "*").add("Resource", "*");
        if (type == PolicyType::Endpoint) all.add("Principal", "*");
        return all;
    }

    JsonNode statement(PolicyType type) {
        const PolicyTypeInfo& info = infoOf(type);
        using Part = PolicyTypeInfo::Part;
        json::Object all;
        const bool allow = type == PolicyType::ResourceControl ? random_.chance(10) : random_.chance(70);
        if (random_.chance(30)) all.add("Sid", "S" + std::to_string(sid_++));
        all.add("Effect", allow ? "Allow" : "Deny");
        all.add(random_.chance(12) ? "NotAction" : "Action", actions());
        if (info.resource == Part::Required || (info.resource == Part::Optional && random_.chance(80)))
            all.add(random_.chance(10) ? "NotResource" : "Resource", resources());
        if (type == PolicyType::ResourceControl)
            all.add("Principal", "*");
        else if (info.principal == Part::Required)
            all.add(info.notPrincipal && random_.chance(15) ? "NotPrincipal" : "Principal", principals());
        if (random_.chance(allow ? 40 : 75)) all.add("Condition", conditions());
        return all;
    }

    JsonNode actions() {
        const std::string service = action_.substr(0, action_.find(':'));
        const Texts choices{action_,
                            service + ":*",
                            "*",
                            swapped(action_),
                            service + ":Get*",
                            "ec2:Describe*",
                            service + ":?etObject",
                            action_.substr(0, action_.size() - 3) + "*",
                            "sqs:SendMessage"};
        Texts some;
        for (int i = random_.between(1, 2); i > 0; --i) some.push_back(random_.of(choices));
        return listOf(some);
    }

    JsonNode resources() {
        const Texts choices{"*",
                            resource_,
                            resource_ == "*" ? resource_ : resource_ + "*",
                            "arn:aws:s3:::shop/*",
                            "arn:aws:s3:::shop/${aws:PrincipalTag/team}/*",
                            "arn:aws:s3:::${aws:PrincipalTag/team, 'shop'}*",
                            "arn:aws:s3:::s*p/*/a?b.txt",
                            "arn:aws:sqs:*:111122223333:orders",
                            "arn:aws:sqs:eu-*-1:*:ord*",
                            "arn:aws:*",
                            "arn:aws:lambda:eu-west-1:1111*:pay:live",
                            "arn:aws:kms:*:key/*",
                            "arn:aws:iam::111122223333:role/*",
                            "arn:aws:sqs:${aws:PrincipalTag/team}:111122223333:orders"};
        Texts some;
        for (int i = random_.between(1, 2); i > 0; --i) some.push_back(random_.of(choices));
        return listOf(some);
    }

    JsonNode principals() {
        if (random_.chance(25)) return json::string("*");
        const Texts aws{near,
                        "arn:aws:iam::" + near + ":root",
                        far,
                        "*",
                        "arn:aws:iam::" + near + ":user/ann",
                        "arn:aws:iam::" + far + ":user/ann",
                        "arn:aws:iam::" + near + ":role/app",
                        "arn:aws:iam::" + near + ":role/team/app",
                        "arn:aws:iam::" + far + ":role/team/app",
                        "arn:aws:sts::" + near + ":assumed-role/app/s1",
                        "arn:aws:sts::" + near + ":federated-user/bob",
                        "AROAEXAMPLEEXAMPLE12"};
        Texts some;
        for (int i = random_.between(1, 3); i > 0; --i)
            some.push_back(random_.chance(30) && principal_.starts_with("arn:") ? principal_ : random_.of(aws));
        json::Object all;
        if (random_.chance(80)) all.add("AWS", listOf(some));
        if (random_.chance(20)) all.add("Service", listOf({"events.amazonaws.com", "sns.amazonaws.com"}));
        JsonNode node = all;
        return node.children.empty() ? json::string("*") : node;
    }

    std::string operatorFor(const Key& key) {
        const std::string& family = key.family;
        Texts names;
        if (family == "String")
            names = {"StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase",
                     "StringLike",   "StringNotLike"};
        else if (family == "Numeric" || family == "Date")
            for (const char* end :
                 {"Equals", "NotEquals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"})
                names.push_back(family + end);
        else if (family == "Arn")
            names = {"ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike", "StringLike"};
        else if (family == "Ip")
            names = {"IpAddress", "NotIpAddress"};
        else
            names = {family == "Bool" ? "Bool" : "BinaryEquals"};
        std::string name = random_.of(names);
        if (random_.chance(key.multivalued ? 80 : 10))
            name = (random_.chance(50) ? "ForAnyValue:" : "ForAllValues:") + name;
        return random_.chance(20) ? name + "IfExists" : name;
    }

    JsonNode conditions() {
        std::vector<std::pair<std::string, json::Object>> byOperator;
        for (int i = random_.between(1, 2); i > 0; --i) {
            const Key& key = random_.of(keys());
            const bool null = random_.chance(12);
            const std::string name = null ? std::string("Null") : operatorFor(key);
            if (std::ranges::any_of(byOperator, [&](const auto& each) { return each.first == name; })) continue;
            Texts values;
            for (int n = random_.between(1, 2); n > 0; --n)
                values.push_back(null ? (random_.chance(50) ? "true" : "false") : random_.of(key.wanted));
            byOperator.emplace_back(name, json::Object().add(key.name, listOf(values)));
        }
        json::Object all;
        for (const auto& [name, keyed] : byOperator) all.add(name, JsonNode(keyed));
        return all;
    }

    Random random_;
    RandomPolicyShape shape_;
    std::string action_;
    std::string resource_;
    std::string principal_;
    int sid_ = 0;
};

}  // namespace

std::string randomPolicyRequest(std::uint64_t seed, RandomPolicyShape shape) {
    return Maker(seed, shape).make();
}

}  // namespace gw
