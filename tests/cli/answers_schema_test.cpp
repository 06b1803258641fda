#include <QtTest>

#include <QDir>
#include <QProcess>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

/// What the command line writes as JSON is what its published schemas say.
class AnswersSchemaTest : public QObject {
    Q_OBJECT
private slots:
    void answers_data();
    void answers();
    void schemaRefusesAnotherShape();
    void requestsAreWhatTheirSchemaSays();
    void questionsAreWhatTheirSchemaSays();
    void counterExamplesAreRequests();
};

namespace {

nlohmann::json jsonOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    return nlohmann::json::parse(file.readAll().toStdString(), nullptr, false);
}

bool fits(const char* schemaName, const nlohmann::json& document) {
    const nlohmann::json text = jsonOf(QString(SOURCE_DIR "/resources/schema/") + schemaName + ".schema.json");
    valijson::Schema schema;
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(valijson::adapters::NlohmannJsonAdapter(text), schema);
    const valijson::adapters::NlohmannJsonAdapter adapter(document);
    return valijson::Validator().validate(schema, adapter, nullptr);
}

/// Questions for `policy prove`, of each kind.
QStringList questions() {
    QStringList paths;
    for (const char* folder : {"tests/fixtures/questions/", "tests/cli/policies/"}) {
        const QDir files(QString(SOURCE_DIR "/") + folder, "prove-*.json securecart-*.json");
        for (const QString& name : files.entryList()) paths.append(folder + name);
    }
    paths.removeOne("tests/cli/policies/prove-bad-policy.json");
    return paths;
}

QByteArray ask(const QStringList& arguments) {
    QProcess process;
    process.setWorkingDirectory(QStringLiteral(SOURCE_DIR));
    process.start(QStringLiteral(CLI_PROGRAM), arguments);
    process.waitForFinished(120'000);
    return process.readAllStandardOutput();
}

}  // namespace

void AnswersSchemaTest::answers_data() {
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QStringList>("arguments");
    for (const char* sample : {"securecart", "securecart-broken"}) {
        const QString design = QString("resources/samples/") + sample + ".gatewright.json";
        const auto row = [&](const char* name, const char* schema, const QStringList& arguments) {
            QTest::newRow(qPrintable(QString(name) + " " + sample)) << QString(schema) << arguments;
        };
        row("check", "findings", {"check", design, "--format", "json"});
        row("trace", "traces", {"trace", design, "--format", "json"});
        row("repair", "traces", {"trace", design, "--repair", "--format", "json"});
        row("without", "traces", {"trace", design, "--without", "payment", "--format", "json"});
        row("zone", "traces", {"trace", design, "--zone-down", "us-east-1a", "--format", "json"});
        row("matrix", "matrix", {"matrix", design, "--all-pairs", "--format", "json"});
    }
    const QString withoutRole = "tests/fixtures/rules/caller-without-role/bad.gatewright.json";
    QTest::newRow("trace without a role") << "traces" << QStringList{"trace", withoutRole, "--format", "json"};
    QTest::newRow("matrix without a role") << "matrix" << QStringList{"matrix", withoutRole, "--format", "json"};
    for (const char* request : {"allowed", "denied", "gateway", "implicit", "unknown"})
        QTest::newRow(qPrintable(QString("policy ") + request))
            << "policy-answer" << QStringList{"policy", "evaluate", QString("tests/cli/policies/%1.json").arg(request)};
    for (const char* policy : {"lint", "clean", "gateway-endpoint"})
        QTest::newRow(qPrintable(QString("policy lint ") + policy))
            << "policy-lint"
            << QStringList{"policy", "lint", QString("tests/cli/policies/%1.json").arg(policy), "--format", "json"};
    for (const auto& [draft, row] :
         {std::pair("lockout-endpoint", "bucket-archive"), std::pair("lockout-excepted", "bucket-archive"),
          std::pair("lockout-logs", "bucket-network-logs"), std::pair("gateway-endpoint", "vpce-s3")})
        QTest::newRow(qPrintable(QString("policy lockout ") + draft))
            << "policy-lockout"
            << QStringList{"policy", "lockout",  "resources/samples/securecart.gatewright.json",   "--at",
                           row,      "--policy", QString("tests/cli/policies/%1.json").arg(draft), "--format",
                           "json"};
    for (const QString& question : questions())
        QTest::newRow(qPrintable("policy prove " + question))
            << "policy-proof" << QStringList{"policy", "prove", question};
}

void AnswersSchemaTest::answers() {
    QFETCH(QString, schema);
    QFETCH(QStringList, arguments);
    const nlohmann::json answer = nlohmann::json::parse(ask(arguments).toStdString(), nullptr, false);
    QVERIFY(answer.is_object());
    QVERIFY(fits(qPrintable(schema), answer));
}

void AnswersSchemaTest::schemaRefusesAnotherShape() {
    nlohmann::json answer = nlohmann::json::parse(
        ask({"matrix", "resources/samples/securecart.gatewright.json", "--format", "json"}).toStdString());
    QVERIFY(fits("matrix", answer));
    answer["cells"][0]["verdict"] = "fine";
    QVERIFY(!fits("matrix", answer));
}

void AnswersSchemaTest::requestsAreWhatTheirSchemaSays() {
    const QString folder = QStringLiteral(SOURCE_DIR "/tests/cli/policies/");
    for (const char* request : {"allowed", "denied", "gateway", "implicit", "unknown"})
        QVERIFY(fits("policy-request", jsonOf(folder + request + ".json")));
    nlohmann::json changed = jsonOf(folder + "allowed.json");
    changed["request"]["context"]["aws:SourceVpce"] = 7;
    QVERIFY(!fits("policy-request", changed));
}

void AnswersSchemaTest::questionsAreWhatTheirSchemaSays() {
    QVERIFY(questions().size() > 10);
    for (const QString& question : questions())
        QVERIFY2(fits("policy-question", jsonOf(SOURCE_DIR "/" + question)), qPrintable(question));
    nlohmann::json changed = jsonOf(SOURCE_DIR "/tests/cli/policies/prove-foreign.json");
    changed["accounts"] = {"1111"};
    QVERIFY(!fits("policy-question", changed));
    changed["accounts"] = "111122223333";
    QVERIFY(fits("policy-question", changed));
    changed["ask"] = "dead";
    QVERIFY(!fits("policy-question", changed));
}

void AnswersSchemaTest::counterExamplesAreRequests() {
    int found = 0;
    for (const QString& question : questions()) {
        const auto answer = nlohmann::json::parse(ask({"policy", "prove", question}).toStdString());
        if (!answer.contains("counterExample")) continue;
        ++found;
        QVERIFY2(fits("policy-request", answer["counterExample"]), qPrintable(question));
        QProcess process;
        process.start(QStringLiteral(CLI_PROGRAM), {"policy", "evaluate", "-"});
        process.write(QByteArray::fromStdString(answer["counterExample"].dump()));
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(120'000));
        const auto judged = nlohmann::json::parse(process.readAllStandardOutput().toStdString());
        QCOMPARE(judged["result"].get<std::string>(), std::string("Allowed"));
    }
    QVERIFY(found > 8);
    // An answer without what it rests on is none.
    QVERIFY(fits("policy-proof", {{"answer", "proved"}}));
    QVERIFY(!fits("policy-proof", {{"answer", "refuted"}}));
    QVERIFY(!fits("policy-proof", {{"answer", "unknown"}}));
    QVERIFY(!fits("policy-proof", {{"answer", "proved"}, {"dead", {0}}}));
}

QTEST_GUILESS_MAIN(AnswersSchemaTest)
#include "answers_schema_test.moc"
