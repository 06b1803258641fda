#include "tests/model/policy/proof/proof_questions.h"

#include <QtGlobal>

#include <nlohmann/json.hpp>

#include "model/policy/evaluation_request.h"
#include "model/report/proof.h"

namespace gw {

std::string policyOf(const std::string& statements) {
    using Json = nlohmann::json;
    Json written = Json::parse(statements);
    if (!written.is_array()) written = Json::array({written});
    for (Json& each : written) {
        if (!each.contains("Effect")) each["Effect"] = "Allow";
        for (const char* part : {"Action", "Resource"})
            if (!each.contains(part) && !each.contains(std::string("Not") + part)) each[part] = "*";
    }
    return Json{{"Version", "2012-10-17"}, {"Statement", written}}.dump();
}

ProofAnswer answerTo(const std::string& question) {
    const auto read = readProofQuestion(question);
    if (!read) qFatal("%s\n%s", read.error().message.c_str(), question.c_str());
    return prove(*read);
}

ProofAnswer noMorePermissive(const std::string& policy, const std::string& than) {
    return answerTo(R"({"ask":"noMorePermissive","policy":)" + policy + R"(,"than":)" + than + "}");
}

ProofAnswer changed(const std::string& before, const std::string& after) {
    return answerTo(R"({"ask":"changed","before":)" + before + R"(,"after":)" + after + "}");
}

ProofAnswer dead(const std::string& policy) {
    return answerTo(R"({"ask":"dead","policy":)" + policy + "}");
}

AccessResult judged(const std::string& request) {
    const auto read = readEvaluationRequest(request);
    if (!read) qFatal("%s\n%s", placedMessage(request, read.error()).c_str(), request.c_str());
    return decide(read->request, read->grants);
}

AccessResult judged(const CounterExample& example) {
    return judged(prettyJson(requestJson(example)));
}

}  // namespace gw
