#include "tests/oracle/corpus_requests.h"

#include <QDir>
#include <QFile>

#include <array>

#include "model/catalog/iam.h"
#include "model/policy/read.h"
#include "tests/oracle/policy_oracle_values.h"
#include "tests/random/random.h"

namespace gw {
namespace {

using oracle::Json;
using oracle::like;
using oracle::listOf;
using oracle::lowered;

const std::string near = "111122223333";
const std::string far = "444455556666";

PolicyType typeNamed(const QString& file) {
    constexpr std::array types{std::pair{"-endpoint-policy-", PolicyType::Endpoint},
                               std::pair{"-identity-policy-", PolicyType::Identity},
                               std::pair{"-service-control-policy-", PolicyType::ServiceControl},
                               std::pair{"-resource-control-policy-", PolicyType::ResourceControl}};
    for (const auto& [part, type] : types)
        if (file.contains(part)) return type;
    return PolicyType::Resource;
}

const Json& fullAccess() {
    static const Json all{{"Version", "2012-10-17"},
                          {"Statement", {{"Effect", "Allow"}, {"Action", "*"}, {"Resource", "*"}}}};
    return all;
}

Json named(const Json& policy) {
    return Json::array({{{"name", "p"}, {"policy", policy}}});
}

Json level(const Json& policy) {
    return Json::array({{{"orgIdentifier", "r-1"}, {"policies", named(policy)}}});
}

class Aim {
public:
    Aim(const CorpusPolicy& policy, std::uint64_t seed) : policy_(policy), random_(seed) {
        const Json& statements = policy.document.at("Statement");
        statements_ = statements.is_array() ? statements : Json::array({statements});
        statement_ = statements_[random_.below(statements_.size())];
    }

    Json request() {
        const std::string action = chosenAction();
        const std::string resource = chosenResource(action);
        Json of{{"arn", resource}, {"accountId", random_.chance(80) ? near : far}};
        Json all{{"identityPolicies", named(fullAccess())}};
        switch (policy_.type) {
            case PolicyType::Endpoint:
                all["vpcEndpointPolicies"] = named(policy_.document);
                break;
            case PolicyType::ServiceControl:
                all["serviceControlPolicies"] = level(fullAccess());
                all["serviceControlPolicies"][0]["policies"].push_back({{"name", "q"}, {"policy", policy_.document}});
                break;
            case PolicyType::ResourceControl:
                all["resourceControlPolicies"] = level(policy_.document);
                break;
            case PolicyType::Identity:
                all["identityPolicies"] = named(policy_.document);
                break;
            default:
                of["policy"] = policy_.document;
                if (random_.chance(50)) all.erase("identityPolicies");
        }
        all["request"] = {
            {"action", action}, {"resource", of}, {"principal", chosenPrincipal()}, {"context", context()}};
        return all;
    }

private:
    std::string element(const char* name) {
        for (const std::string& key : {std::string(name), std::string("Not") + name})
            if (statement_.contains(key)) return random_.of(listOf(statement_[key]));
        return "*";
    }

    std::string chosenAction() {
        const std::string pattern = lowered(element("Action"));
        const std::size_t colon = pattern.find(':');
        static const std::vector<std::string> usual{"s3", "sqs", "kms", "secretsmanager", "dynamodb", "ec2", "lambda"};
        const std::string prefix = colon == std::string::npos ? random_.of(usual) : pattern.substr(0, colon);
        const IamService* service = IamCatalog::builtIn().service(prefix);
        if (!service) return "s3:GetObject";
        std::vector<std::string> matching;
        for (const IamAction& each : service->actions()) {
            const std::string name = prefix + ":" + std::string(each.name);
            if (colon == std::string::npos || like(pattern, lowered(name), oracle::Wild::Free, false, {}))
                matching.push_back(name);
        }
        return matching.empty() ? prefix + ":" + std::string(service->actions().front().name) : random_.of(matching);
    }

    /// The pattern with something in the place of each wildcard and variable.
    static std::string filled(const std::string& pattern) {
        std::string text;
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            const std::size_t end = pattern.compare(i, 2, "${") == 0 ? pattern.find('}', i) : std::string::npos;
            if (end != std::string::npos) {
                const std::string variable = pattern.substr(i + 2, end - i - 2);
                text += variable == "Partition" ? "aws"
                        : variable == "Region"  ? "eu-west-1"
                        : variable == "Account" ? near
                                                : "x1";
                i = end;
            } else {
                text += pattern[i] == '*' ? 'x' : pattern[i] == '?' ? 'y' : pattern[i];
            }
        }
        return text;
    }

    std::string chosenResource(const std::string& action) {
        const std::size_t colon = action.find(':');
        const IamService* service = IamCatalog::builtIn().service(action.substr(0, colon));
        const IamAction* known = service ? service->action(action.substr(colon + 1)) : nullptr;
        if (known && known->types.empty()) return "*";
        if (!known) return "arn:aws:s3:::x1/x1";
        const std::string usual = filled(std::string(random_.of(service->types()[random_.of(known->types)].arns)));
        const std::string wanted = filled(element("Resource"));
        // One of the same service: "arn:aws:sqs:".
        const std::size_t end = usual.find(':', usual.find(':', 4) + 1) + 1;
        return wanted.compare(0, end, usual, 0, end) == 0 && random_.chance(60) ? wanted : usual;
    }

    std::string chosenPrincipal() {
        std::vector<std::string> some{"arn:aws:iam::" + near + ":user/ann",
                                      "arn:aws:sts::" + near + ":assumed-role/app/s1",
                                      "arn:aws:sts::" + far + ":assumed-role/app/s1",
                                      "arn:aws:iam::" + near + ":role/app",
                                      "logging.s3.amazonaws.com",
                                      "*"};
        if (statement_.contains("Principal") && statement_["Principal"].is_object())
            for (const auto& [kind, entries] : statement_["Principal"].items())
                for (const std::string& each : listOf(entries))
                    if (each.ends_with(".amazonaws.com") || each.find(":role/") != std::string::npos ||
                        each.find(":user/") != std::string::npos)
                        some.push_back(each);
        return random_.of(some);
    }

    /// A value that the policy asks for, or one that it does not.
    std::string valueFor(const std::vector<std::string>& wanted) {
        static const std::vector<std::string> others{"vpce-0", "o-2", "true", "false", "203.0.113.9", far};
        const std::string value = random_.chance(70) ? filled(random_.of(wanted)) : random_.of(others);
        const std::size_t slash = value.find('/');
        // Of a range of addresses one address.
        return value.find_first_not_of("0123456789./") == std::string::npos ? value.substr(0, slash) : value;
    }

    Json context() {
        Json context = Json::object();
        for (const Json& statement : statements_) {
            if (!statement.contains("Condition")) continue;
            for (const auto& [op, keyed] : statement["Condition"].items())
                for (const auto& [key, values] : keyed.items()) {
                    const std::vector<std::string> wanted = listOf(values);
                    if (wanted.empty() || random_.chance(30) || op.starts_with("Null")) continue;
                    const std::string value = valueFor(wanted);
                    if (op.starts_with("For"))
                        context[key] = Json::array({value});
                    else
                        context[key] = value;
                }
        }
        return context;
    }

    const CorpusPolicy& policy_;
    Random random_;
    Json statements_;
    Json statement_;
};

}  // namespace

Corpus corpus() {
    const QDir folder(SOURCE_DIR "/../shared/corpus/policies");
    Corpus all;
    for (const QString& name : folder.entryList({"0*.json"}, QDir::Files)) {
        ++all.files;
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) continue;
        const std::string text = file.readAll().toStdString();
        const PolicyType type = typeNamed(name);
        if (!readPolicy(text, type).problems.empty()) continue;
        all.policies.push_back({name.toStdString(), type, Json::parse(text)});
    }
    return all;
}

Json requestAimedAt(const CorpusPolicy& policy, std::uint64_t seed) {
    return Aim(policy, seed).request();
}

}  // namespace gw
