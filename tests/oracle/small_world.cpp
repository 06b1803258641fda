#include "tests/oracle/small_world.h"

#include <QtGlobal>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "model/policy/evaluation_request.h"

namespace gw {
namespace {

using Json = nlohmann::json;
using Texts = std::vector<std::string>;

const Texts actionsOfPolicies{"s3:GetObject", "s3:Get*",         "S3:getobject", "s3:*", "*",
                              "s3:?utObject", "sqs:SendMessage", "*:*Object"};
const Texts actions{"s3:GetObject", "s3:PutObject", "s3:GetBucketPolicy", "sqs:SendMessage"};
const Texts resourcesOfPolicies{"*",
                                "arn:aws:s3:::a",
                                "arn:aws:s3:::a/*",
                                "arn:aws:s3:::a*",
                                "arn:aws:s3:::?/x",
                                "arn:aws:s3:::*/x",
                                "arn:aws:sqs:*:111122223333:q",
                                "arn:aws:sqs:eu-*-1:*:q*",
                                "arn:aws:*:q",
                                "arn:aws:s3:::${aws:PrincipalTag/team}/*"};
const Texts resources{"arn:aws:s3:::a",
                      "arn:aws:s3:::a/x",
                      "arn:aws:s3:::a/y",
                      "arn:aws:s3:::b/x",
                      "arn:aws:s3:::ab",
                      "arn:aws:sqs:eu-west-1:111122223333:q",
                      "arn:aws:sqs:us-east-1:444455556666:q2"};
const Texts principalsOfPolicies{R"("*")",
                                 R"({"AWS":"111122223333"})",
                                 R"({"AWS":"arn:aws:iam::111122223333:role/app"})",
                                 R"({"AWS":["arn:aws:iam::444455556666:user/ann","111122223333"]})",
                                 R"({"AWS":"arn:aws:sts::111122223333:assumed-role/app/s1"})",
                                 R"({"Service":"events.amazonaws.com"})"};
const Texts principals{"arn:aws:iam::111122223333:user/ann",
                       "arn:aws:iam::444455556666:user/ann",
                       "arn:aws:iam::777788889999:user/ann",
                       "arn:aws:iam::111122223333:role/app",
                       "arn:aws:sts::111122223333:assumed-role/app/s1",
                       "arn:aws:sts::111122223333:assumed-role/app/s2",
                       "arn:aws:sts::444455556666:assumed-role/app/s1",
                       "events.amazonaws.com",
                       "*"};

struct WorldKey {
    std::string name;
    Texts operators;
    Texts wanted;
    /// What requests may have; null for absent.
    std::vector<Json> given;
};

const std::vector<WorldKey>& worldKeys() {
    static const std::vector<WorldKey> all{
        {"aws:SourceVpce",
         {"StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "StringNotEqualsIfExists",
          "StringEqualsIfExists", "StringEqualsIgnoreCase", "Null"},
         {"vpce-1", "vpce-2", "vpce-*", "VPCE-1", "*", "", "vpce-?"},
         {nullptr, "vpce-1", "vpce-2", "vpce-22", "VPCE-1", ""}},
        {"aws:SourceIp",
         {"IpAddress", "NotIpAddress", "NotIpAddressIfExists", "Null"},
         {"10.0.0.0/8", "10.1.0.0/16", "0.0.0.0/0", "203.0.113.9", "2001:db8::/32"},
         {nullptr, "10.0.0.1", "10.1.0.1", "203.0.113.9", "192.0.2.1", "2001:db8::1", "::1"}},
        {"aws:MultiFactorAuthAge",
         {"NumericLessThan", "NumericGreaterThanEquals", "NumericEquals", "NumericNotEquals",
          "NumericLessThanIfExists"},
         {"10", "10.5", "300", "-1", "1e1"},
         {nullptr, "10", "10.5", "10.2", "300", "-1", "11"}},
        {"aws:CurrentTime",
         {"DateLessThan", "DateGreaterThanEquals", "DateEquals", "DateNotEquals"},
         {"2026-11-24T08:00:00Z", "2026-11-24", "1795507200", "2027"},
         {nullptr, "2026-11-24T08:00:00Z", "2026-11-24T00:00:00Z", "2026-11-24T07:59:59.999Z", "2028"}},
        {"aws:SecureTransport", {"Bool", "BoolIfExists", "Null"}, {"true", "false"}, {nullptr, "true", "false"}},
        {"aws:PrincipalArn",
         {"ArnLike", "ArnNotLike", "ArnEquals", "StringLike", "ArnNotLikeIfExists"},
         {"arn:aws:iam::111122223333:role/app", "arn:aws:iam::*:role/*", "arn:aws:iam::*", "arn:*:role/app"},
         {nullptr, "arn:aws:iam::111122223333:role/app", "arn:aws:iam::444455556666:role/x",
          "arn:aws:iam::111122223333:user/role/app", "no arn"}},
        {"aws:TagKeys",
         {"ForAllValues:StringEquals", "ForAnyValue:StringEquals", "ForAllValues:StringNotEquals",
          "ForAnyValue:StringLike", "ForAnyValue:StringNotLike", "StringEquals", "StringNotLike", "Null"},
         {"cost", "team", "t*", ""},
         {nullptr, "cost", "team", "tee", "x", "", Json::array({"cost", "team"}), Json::array({"cost", "x"}),
          Json::array({"", "team"}), Json::array({"cost", "team", "x"})}},
        {"service:Blob", {"BinaryEquals"}, {"QUJD", "QUJE"}, {nullptr, "QUJD", "QUJE", "AAAA"}},
        {"aws:PrincipalTag/team",
         {"StringEquals", "StringLike"},
         {"a", "b", "${aws:PrincipalTag/other}"},
         {nullptr, "a", "b"}},
    };
    return all;
}

/// The keys that the text mentions, with every value.
class Contexts {
public:
    explicit Contexts(const std::string& text) {
        for (const WorldKey& key : worldKeys())
            if (text.find(key.name) != std::string::npos) asked_.push_back(&key);
    }

    std::size_t count() const {
        std::size_t all = 1;
        for (const WorldKey* key : asked_) all *= key->given.size();
        return all;
    }
    void fill(std::size_t index, WorldRequest& request) const {
        for (const WorldKey* key : asked_) {
            const Json& value = key->given[index % key->given.size()];
            index /= key->given.size();
            if (value.is_string()) request.context.push_back({key->name, {value}});
            if (value.is_array()) request.context.emplace_back(key->name, value);
        }
    }

private:
    std::vector<const WorldKey*> asked_;
};

/// Every index below the product of the counts, or as many at random as a test has the time for.
void forSome(Random& random, std::size_t all, const std::function<void(std::size_t)>& visit) {
    constexpr std::size_t enough = 600;
    if (all <= enough)
        for (std::size_t i = 0; i < all; ++i) visit(i);
    else
        for (std::size_t i = 0; i < enough; ++i) visit(random.below(all));
}

const Json everything =
    Json::parse(R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]})");
const Json everythingForAll = Json::parse(
    R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]})");

Json named(const Json& policy) {
    return {{"name", "p"}, {"policy", policy}};
}

/// The policies of a document that `policy evaluate` takes, "resourcePolicy" apart.
Grants grantsOf(Json document, const Json& resourcePolicy = nullptr) {
    document["request"] = {{"action", "s3:GetObject"},
                           {"resource", {{"arn", "arn:aws:s3:::a"}, {"policy", resourcePolicy}}},
                           {"principal", "*"}};
    const std::string text = document.dump();
    auto read = readEvaluationRequest(text);
    if (!read) qFatal("%s\n%s", placedMessage(text, read.error()).c_str(), text.c_str());
    return std::move(read->grants);
}

/// Those of the question that have a say over callers of the resource's account or another, through the endpoint whose
/// policy is known or not.
Grants grantsOf(const SmallWorld::Exclusive& asked, bool own, bool throughEndpoint) {
    Json all = Json::object();
    Json resourcePolicy;
    if (!own) all["identityPolicies"] = Json::array({named(everything)});
    for (const auto& [type, text] : asked.grants) {
        const Json policy = Json::parse(text);
        const Json level = Json::array({{{"orgIdentifier", "o"}, {"policies", Json::array({named(policy)})}}});
        if (type == "resource") resourcePolicy = policy;
        if (type == "resourceControl") all["resourceControlPolicies"] = level;
        if (type == "vpcEndpoint" && throughEndpoint) all["vpcEndpointPolicies"] = Json::array({named(policy)});
        if (!own) continue;
        if (type == "identity") all["identityPolicies"] = Json::array({named(policy)});
        if (type == "permissionBoundary") all["permissionBoundaries"] = Json::array({named(policy)});
        if (type == "session") all["sessionPolicy"] = policy;
        if (type == "serviceControl") all["serviceControlPolicies"] = level;
    }
    return grantsOf(all, resourcePolicy);
}

}  // namespace

std::string WorldRequest::valueOf(std::string_view key) const {
    const auto at = std::ranges::find(context, key, [](const auto& each) { return std::string_view(each.first); });
    return at == context.end() ? std::string() : at->second.front();
}

std::string WorldRequest::text() const {
    Json all{{"action", action}, {"resource", resource}, {"owner", owner}, {"principal", principal}};
    for (const auto& [key, values] : context) all["context"][key] = values;
    return all.dump();
}

AccessResult WorldRequest::judgedBy(const Grants& grants) const {
    RequestContext keys;
    for (const auto& [key, values] : context) keys.set(key, values);
    return decide(AccessRequest(action, {resource, owner}, RequestPrincipal::of(principal), std::move(keys)), grants);
}

std::string SmallWorld::listOf(const Texts& choices) {
    Json list = Json::array();
    for (int i = random_.between(1, 2); i > 0; --i) list.push_back(random_.of(choices));
    return list.size() == 1 ? list.front().dump() : list.dump();
}

std::string SmallWorld::condition() {
    Json operators = Json::object();
    for (int i = random_.between(1, 2); i > 0; --i) {
        const WorldKey& key = random_.of(worldKeys());
        const std::string word = random_.of(key.operators);
        operators[word][key.name] = Json::parse(listOf(word == "Null" ? Texts{"true", "false"} : key.wanted));
    }
    return operators.dump();
}

std::string SmallWorld::statement(bool withPrincipals, bool allows) {
    std::string text = std::string(R"({"Effect":")") + (allows ? "Allow" : "Deny") + "\"";
    text += std::string(",\"") + (chance(15) ? "NotAction" : "Action") + "\":" + listOf(actionsOfPolicies);
    text += std::string(",\"") + (chance(15) ? "NotResource" : "Resource") + "\":" + listOf(resourcesOfPolicies);
    if (withPrincipals)
        text +=
            std::string(",\"") + (chance(15) ? "NotPrincipal" : "Principal") + "\":" + random_.of(principalsOfPolicies);
    if (chance(55)) text += ",\"Condition\":" + condition();
    text += "}";
    // Nobody but "*" cannot be named.
    if (text.find(R"("NotPrincipal":"*")") != std::string::npos) return statement(withPrincipals, allows);
    return text;
}

std::string SmallWorld::policy(bool withPrincipals) {
    std::string statements;
    const bool denialsAlone = chance(8);
    for (int i = random_.between(1, 3); i > 0; --i)
        statements += (statements.empty() ? "" : ",") + statement(withPrincipals, !denialsAlone && chance(65));
    return R"({"Version":"2012-10-17","Statement":[)" + statements + "]}";
}

std::string SmallWorld::variantOf(const std::string& policy) {
    Json changed = Json::parse(policy);
    Json& statements = changed["Statement"];
    const bool withPrincipals = policy.find("Principal\":") != std::string::npos;
    if (chance(50)) {
        statements.push_back(Json::parse(statement(withPrincipals, chance(60))));
    } else {
        Json& one = statements[random_.below(statements.size())];
        if (chance(50) && one.contains("Condition"))
            one.erase("Condition");
        else if (one.contains("Action"))
            one["Action"] = Json::parse(listOf(actionsOfPolicies));
    }
    return changed.dump();
}

std::string SmallWorld::accountPolicy() {
    const std::vector<std::pair<Texts, Texts>> asks{
        {{"aws:PrincipalAccount", "StringEquals"}, {"111122223333"}},
        {{"aws:PrincipalAccount", "StringLike"}, {"1111*"}},
        {{"aws:ResourceAccount", "StringEquals"}, {"111122223333"}},
        {{"aws:ResourceAccount", "StringEqualsIfExists"}, {"111122223333"}},
        {{"aws:PrincipalArn", "ArnLike"}, {"arn:aws:iam::111122223333:*"}},
        {{"aws:PrincipalIsAWSService", "Bool"}, {"true"}},
        {{"aws:PrincipalAccount", "StringNotEquals"}, {"111122223333"}},
        {{"aws:ResourceAccount", "StringNotEquals"}, {"111122223333", "444455556666"}}};
    Json statements = Json::array();
    for (int i = random_.between(1, 3); i > 0; --i) {
        Json one{{"Effect", chance(70) ? "Allow" : "Deny"}, {"Action", "*"}};
        one["Resource"] = random_.of(Texts{"*", "*", "arn:aws:s3:::a/*", "arn:aws:sqs:*:111122223333:*"});
        one["Principal"] = Json::parse(random_.of(Texts{R"("*")", R"("*")", R"({"AWS":"111122223333"})"}));
        for (int j = random_.between(0, 3); j > 0; --j) {
            const auto& [ask, values] = random_.of(asks);
            one["Condition"][ask[1]][ask[0]] = values;
        }
        statements.push_back(one);
    }
    return Json{{"Version", "2012-10-17"}, {"Statement", statements}}.dump();
}

std::string SmallWorld::without(const std::string& policy, const std::vector<std::size_t>& statements) {
    Json less = Json::parse(policy);
    Json kept = Json::array();
    for (std::size_t i = 0; i < less["Statement"].size(); ++i)
        if (std::ranges::find(statements, i) == statements.end()) kept.push_back(less["Statement"][i]);
    if (kept.empty()) return {};
    less["Statement"] = kept;
    return less.dump();
}

void SmallWorld::forEachRequest(const Texts& policies, bool withPrincipals, const Visit& visit) {
    std::string all;
    for (const std::string& policy : policies) all += policy;
    const Contexts contexts(all);
    const Texts callers = withPrincipals ? principals : Texts{principals.front()};
    forSome(random_, contexts.count() * actions.size() * resources.size() * callers.size(), [&](std::size_t index) {
        const auto next = [&](const Texts& texts) {
            const std::size_t at = index % texts.size();
            index /= texts.size();
            return texts[at];
        };
        WorldRequest request;
        request.action = next(actions);
        request.resource = next(resources);
        request.principal = next(callers);
        if (!withPrincipals) request.owner = "111122223333";
        contexts.fill(index, request);
        visit(request);
    });
}

Grants SmallWorld::alone(const std::string& policy, bool withPrincipals, bool beside) {
    Json all;
    if (!withPrincipals) {
        all["identityPolicies"] = Json::array({named(Json::parse(policy))});
        if (beside) all["identityPolicies"].push_back(named(everything));
        return grantsOf(all);
    }
    // An endpoint's policy decides alone where everybody else allows everything.
    all["identityPolicies"] = Json::array({named(everything)});
    all["vpcEndpointPolicies"] = Json::array({named(Json::parse(policy))});
    if (beside) all["vpcEndpointPolicies"].push_back(named(everythingForAll));
    return grantsOf(all, everythingForAll);
}

std::vector<Grants> SmallWorld::besideOthers(const std::string& policy) {
    const Json little = Json::parse(
        R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:GetCallerIdentity","Resource":"*"}]})");
    std::vector<Grants> all;
    for (const Json& identity : {Json(), everything})
        for (const Json& session : {Json(), little})
            for (const Json& boundary : {Json(), everything, little}) {
                Json made = Json::object();
                if (!identity.is_null()) made["identityPolicies"] = Json::array({named(identity)});
                if (!boundary.is_null()) made["permissionBoundaries"] = Json::array({named(boundary)});
                if (!session.is_null()) made["sessionPolicy"] = session;
                all.push_back(grantsOf(made, Json::parse(policy)));
            }
    return all;
}

SmallWorld::Exclusive SmallWorld::exclusive() {
    Exclusive made;
    const auto add = [&](const std::string& type, const std::string& policy) {
        made.grants.emplace_back(type, policy);
    };
    const std::string guard =
        R"({"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":")" +
        random_.of(Texts{"s3:*", "*", "s3:Get*"}) + R"(","Resource":)" +
        random_.of(Texts{R"(["arn:aws:s3:::a","arn:aws:s3:::a/*"])", R"("*")", R"("arn:aws:s3:::a/*")"}) +
        R"(,"Condition":{")" + random_.of(Texts{"StringNotEquals", "StringNotEquals", "StringNotLike"}) +
        R"(":{"aws:SourceVpce":"vpce-1"}}}]})";
    if (chance(70)) add("identity", policy(false));
    add("resource", chance(50) ? guard : policy(true));
    if (chance(25)) add("permissionBoundary", policy(false));
    if (chance(15)) add("session", policy(false));
    if (chance(25)) add("serviceControl", policy(false));
    if (chance(25)) add("resourceControl", guard);
    if (chance(25)) add("vpcEndpoint", policy(true));
    Json grants = Json::array();
    for (const auto& [type, text] : made.grants)
        grants.push_back(
            {{"policyType", type}, {"name", type == "vpcEndpoint" ? "vpce-2" : type}, {"policy", Json::parse(text)}});
    made.question = Json{
        {"ask", "exclusive"},
        {"resource", bucket},
        {"except", {{"aws:SourceVpce", {excepted}}}},
        {"grants",
         grants}}.dump();
    return made;
}

void SmallWorld::forEachExclusiveRequest(const Exclusive& asked, const VisitGranted& visit) {
    Texts policies{"aws:SourceVpce"};
    for (const auto& [type, policy] : asked.grants) policies.push_back(policy);
    // By whether the caller is of the account, and whether the request passes the endpoint with the policy.
    const Grants grants[2][2] = {{grantsOf(asked, false, false), grantsOf(asked, false, true)},
                                 {grantsOf(asked, true, false), grantsOf(asked, true, true)}};
    forEachRequest(policies, true, [&](const WorldRequest& each) {
        const bool isBucket = each.resource == bucket || each.resource.starts_with(std::string(bucket) + "/");
        const std::string endpoint = each.valueOf("aws:SourceVpce");
        if (!isBucket || !each.action.starts_with("s3:") || endpoint == excepted) return;
        for (const bool own : {true, false}) {
            WorldRequest request = each;
            const auto colon = each.principal.find("::");
            request.owner = own && colon != std::string::npos ? each.principal.substr(colon + 2, 12) : "123412341234";
            visit(request, grants[own ? 1 : 0][endpoint == "vpce-2" ? 1 : 0]);
        }
    });
}

void SmallWorld::forEachForeignRequest(const std::string& policy, const std::string& account,
                                       const VisitGranted& visit) {
    const Grants grants = alone(policy, true, false);
    const Texts accounts{"111122223333", "444455556666", "111199998888"};
    for (const std::string& caller : accounts)
        for (const std::string& owner : accounts)
            for (const std::string& resource :
                 Texts{"arn:aws:s3:::a/x", "arn:aws:s3:::c", "arn:aws:sqs:eu-west-1:" + owner + ":q"})
                for (const bool ownerIsTold : {true, false}) {
                    if (caller == account && owner == account) continue;
                    WorldRequest request{"s3:GetObject", resource, owner, "arn:aws:iam::" + caller + ":user/ann"};
                    request.context = {{"aws:PrincipalAccount", {caller}},
                                       {"aws:PrincipalArn", {request.principal}},
                                       {"aws:PrincipalIsAWSService", {"false"}}};
                    if (ownerIsTold) request.context.push_back({"aws:ResourceAccount", {owner}});
                    visit(request, grants);
                }
}

}  // namespace gw
