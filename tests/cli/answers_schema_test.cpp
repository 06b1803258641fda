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

QTEST_GUILESS_MAIN(AnswersSchemaTest)
#include "answers_schema_test.moc"
