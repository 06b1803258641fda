#include "model/check/needs.h"
#include "model/check/pathless.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    return pathlessFindings(facts, PathlessKind::TaskSecrets, [&](const PathlessCall& call) {
        return facts.name(call.caller->id) + " cannot start: there is no way to its secrets in " +
               titleOf(call.target->service) + ".";
    });
}

}  // namespace

extern const Rule taskSecretsWithoutPath = {
    .code = "DEP005",
    .name = "task-secrets-without-path",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Tasks reach the secrets that are injected into them",
    .why =
        "Secrets and parameters named in a task definition are fetched by the execution role before the "
        "container starts. Without a way to them the task stops at once.",
    .howToFix = "Add an interface endpoint for Secrets Manager, or for Systems Manager where they are parameters.",
    .source = "Amazon ECS Developer Guide, Pass sensitive data to a container (F-172)",
    .check = look,
};

}  // namespace gw::rules
