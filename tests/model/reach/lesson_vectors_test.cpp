#include <QtTest>

#include <filesystem>
#include <fstream>
#include <map>

#include "model/reach/reach.h"
#include "tests/model/reach/lesson_design.h"

using namespace gw;
using nlohmann::json;

namespace {

std::filesystem::path lessonsFolder() {
    return std::filesystem::path(SOURCE_DIR).parent_path() / "shared" / "lessons";
}

json read(const std::filesystem::path& path) {
    std::ifstream file(path);
    return json::parse(file);
}

/// The design that a vector names: "reference", "before", "06-silent-timeout/wrong/nat".
json modelNamed(const std::string& name) {
    if (name == "reference" || name == "before") return read(lessonsFolder() / ("securecart-" + name + ".json"));
    const auto slash = name.find('/');
    const json exercise = read(lessonsFolder() / "exercises" / (name.substr(0, slash) + ".json"));
    const std::string rest = name.substr(slash + 1);
    if (rest == "start") return exercise.at("start");
    if (rest == "solution") return lessons::applied(exercise.at("start"), exercise.at("solution"));
    for (const char* list : {"wrong", "faults"})
        if (exercise.contains(list))
            for (const auto& each : exercise.at(list))
                if (each.at("id") == rest.substr(rest.rfind('/') + 1))
                    return lessons::applied(exercise.at("start"), each.at("ops"));
    return {};
}

/// Verdicts that agree with the vector, by the network and by policies.
bool agrees(const json& vector, const Trace& trace) {
    const auto stopped = vector.at("stoppedAt");
    const std::string path = vector.at("path").is_string() ? vector.at("path").get<std::string>() : "";
    const std::string stage = stopped.is_string() ? stopped.get<std::string>() : "";
    const bool byNetwork = stage == "sg-out" || stage == "sg-in" || stage == "route" || stage == "nacl" ||
                           stage == "dns" || stage == "api-type";
    const auto has = [&](std::initializer_list<Stage> stages) {
        return std::ranges::any_of(trace.blockers, [&](const Blocker& blocker) {
            return std::ranges::find(stages, blocker.stage) != stages.end();
        });
    };
    if (!byNetwork) {
        const Verdict way = path == "gateway-endpoint"     ? Verdict::PrivateGateway
                            : path == "interface-endpoint" ? Verdict::PrivateInterface
                                                           : Verdict::Public;
        if (path.empty() ? trace.network == Verdict::Blocked : trace.network != way) return false;
        if (stage.empty()) return trace.verdict == trace.network;
        if (trace.verdict != Verdict::Blocked) return false;
        if (stage == "endpoint-policy") return has({Stage::EndpointPolicy});
        if (stage == "identity-policy") return has({Stage::IdentityPolicy});
        // Lessons decide by the role's and the resource's policy together, and name the one that decided last.
        return has({Stage::ResourcePolicy, Stage::IdentityPolicy});
    }
    if (trace.network == Verdict::Partial && stage == "nacl") return true;
    if (trace.network != Verdict::Blocked && trace.network != Verdict::Unknown) return false;
    if (trace.network == Verdict::Unknown) return stage == "sg-out";
    // Where private DNS would lead to an endpoint, the tracer names the name, and not what stops the public way.
    if (stage == "sg-out") return has({Stage::SecurityGroupOut, Stage::Dns});
    if (stage == "route") return has({Stage::Route, Stage::Middle, Stage::Dns});
    if (stage == "sg-in") return has({Stage::SecurityGroupIn});
    if (stage == "nacl") return has({Stage::AclOut, Stage::AclIn, Stage::Response});
    if (stage == "dns") return has({Stage::Dns});
    return has({Stage::Service, Stage::Dns});
}

}  // namespace

/// The worked lessons of SecureCart, whole: network and policies.
class LessonVectorsTest : public QObject {
    Q_OBJECT
private slots:
    void everyVectorAgrees();
};

void LessonVectorsTest::everyVectorAgrees() {
    const auto path = lessonsFolder() / "trace-vectors.json";
    if (!std::filesystem::exists(path)) QSKIP("The lessons are not beside the source folder.");
    const json vectors = read(path);
    std::map<std::string, json> models;
    int compared = 0;
    QStringList differences;
    for (const auto& vector : vectors) {
        const std::string name = vector.at("model");
        auto at = models.find(name);
        if (at == models.end()) at = models.emplace(name, modelNamed(name)).first;
        QVERIFY2(!at->second.is_null(), name.c_str());
        const std::string subnet = vector.at("subnet").is_string() ? vector.at("subnet").get<std::string>() : "";
        const Design design = lessons::designOf(at->second, subnet);
        const Network network(design);
        const Flow* flow = find(design, Id<Flow>{"flow-" + vector.at("flow").get<std::string>()});
        QVERIFY2(flow, vector.dump().c_str());
        const Trace found = trace(network, *flow);
        ++compared;
        if (!agrees(vector, found)) differences << QString::fromStdString(vector.dump() + " <> " + found.summary);
    }
    qInfo() << "compared" << compared << "vectors," << differences.size() << "differ";
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join('\n')));
}

QTEST_APPLESS_MAIN(LessonVectorsTest)
#include "lesson_vectors_test.moc"
