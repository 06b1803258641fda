#include <QtTest>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "model/spec/spec.h"
#include "tests/random/random.h"
#include "tests/random/random_design.h"

using namespace gw;
using nlohmann::json;

/// Holds the published schema against the reader: what the reader takes is valid, so what is not valid is refused.
class SchemaTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void thePublishedSchemaIsTheGeneratedOne();
    void documentsAreValid();
    void samplesAreValidAndAsTheyWouldBeSaved();
    void mistakesThatTheSchemaCanKnowAreInvalid_data();
    void mistakesThatTheSchemaCanKnowAreInvalid();
    void whatTheReaderTakesIsValidHoweverItWasChanged();

private:
    bool isValid(const json& document) const {
        const valijson::adapters::NlohmannJsonAdapter adapter(document);
        return valijson::Validator().validate(schema_, adapter, nullptr);
    }

    valijson::Schema schema_;
};

namespace {

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream content;
    content << file.rdbuf();
    return content.str();
}

void collect(json& node, std::vector<json*>& nodes) {
    nodes.push_back(&node);
    if (node.is_structured())
        for (json& child : node) collect(child, nodes);
}

/// Changes one value somewhere in the document into another that may or may not be good there.
void change(json& document, Random& random) {
    static const std::vector<json> values{nullptr,
                                          true,
                                          -1,
                                          2.5,
                                          1e12,
                                          "",
                                          "10.0.0.0/8",
                                          "sg-1",
                                          "subnet-1",
                                          "a b",
                                          "443",
                                          "tcp",
                                          "private",
                                          "2026-02-30",
                                          json::array(),
                                          json::array({1}),
                                          json::object(),
                                          json::object({{"x", 1}})};
    std::vector<json*> nodes;
    collect(document, nodes);
    json& node = *random.of(nodes);
    if (node.is_object() && !node.empty() && random.chance(60)) {
        auto member = node.begin();
        std::advance(member, static_cast<std::ptrdiff_t>(random.below(node.size())));
        const std::string key = member.key();
        const json value = member.value();
        if (random.chance(60)) node.erase(key);
        if (random.chance(60)) node[key + (random.chance(50) ? "s" : " ")] = value;
    } else {
        node = random.of(values);
    }
}

}  // namespace

void SchemaTest::initTestCase() {
    const json schema = json::parse(schemaText());
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(valijson::adapters::NlohmannJsonAdapter(schema), schema_);
}

void SchemaTest::thePublishedSchemaIsTheGeneratedOne() {
    // Renew it by: gatewright-cli schema > resources/schema/gatewright-1.schema.json
    const std::string published = contentOf(SOURCE_DIR "/resources/schema/gatewright-1.schema.json");
    QCOMPARE(QString::fromStdString(published), QString::fromStdString(schemaText()));
}

void SchemaTest::documentsAreValid() {
    QVERIFY(isValid(json::parse(writeSpec(Design{}))));
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        QVERIFY(isValid(json::parse(writeSpec(randomDesign(seed)))));
        QVERIFY(isValid(json::parse(writeSpec(arbitraryDesign(seed)))));
    }
}

void SchemaTest::samplesAreValidAndAsTheyWouldBeSaved() {
    const std::filesystem::path samples = SOURCE_DIR "/resources/samples";
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(samples)) {
        if (!entry.path().string().ends_with(".gatewright.json")) continue;
        const std::string text = contentOf(entry.path());
        QVERIFY2(isValid(json::parse(text)), entry.path().c_str());
        const auto design = readSpec(text);
        QVERIFY2(design && writeSpec(*design) == text, entry.path().c_str());
        ++count;
    }
    QVERIFY(count > 0);
}

void SchemaTest::mistakesThatTheSchemaCanKnowAreInvalid_data() {
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    const auto row = [](const char* name, const char* pointer, const char* value) {
        QTest::newRow(name) << pointer << value;
    };
    row("wrong format", "/format", R"("gatewright/2")");
    row("unknown section", "/subnet", "{}");
    row("section is a list", "/subnets", "[]");
    row("unknown key", "/vpcs/v/nmae", R"("x")");
    row("wrong type", "/vpcs/v/dnsSupport", R"("yes")");
    row("null", "/vpcs/v/name", "null");
    row("bad block", "/vpcs/v/cidrs", R"(["10.0.0.0"])");
    row("missing owner", "/vpcs/w", R"({"name": "x"})");
    row("bad id", "/vpcs/a b", R"({"region": "r"})");
    row("bad reference", "/vpcs/v/region", R"("")");
    row("bad choice", "/endpoints/e/type", R"("gateway")");
    row("bad port", "/securityGroups/s/ingress/0/ports", R"("https")");
    row("missing in a list", "/securityGroups/s/ingress/0", R"({"ports": "443"})");
    row("fraction", "/layout/v/x", "0.5");
    row("overflow", "/layout/v/x", "3000000000");
    row("policy as a text", "/endpoints/e/policy", R"("{}")");
}

void SchemaTest::mistakesThatTheSchemaCanKnowAreInvalid() {
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    json document = json::parse(R"({
        "format": "gatewright/1", "regions": {"r": {"code": "us-east-1"}}, "vpcs": {"v": {"region": "r"}},
        "securityGroups": {"s": {"vpc": "v", "ingress": [{"peer": "10.0.0.0/8"}]}},
        "endpoints": {"e": {"vpc": "v", "type": "Gateway", "service": "s3"}}, "layout": {"v": {"x": 1, "y": 2}}})");
    QVERIFY(isValid(document));
    QVERIFY(readSpec(document.dump()).has_value());
    document[json::json_pointer(pointer.toStdString())] = json::parse(value.toStdString());
    QVERIFY(!isValid(document));
    QVERIFY(!readSpec(document.dump()));
}

void SchemaTest::whatTheReaderTakesIsValidHoweverItWasChanged() {
    Random random(21);
    int taken = 0;
    int refusedByBoth = 0;
    for (int round = 0; round < 300; ++round) {
        const auto seed = static_cast<std::uint64_t>(round % 10);
        static std::map<std::uint64_t, json> documents;
        if (!documents.contains(seed)) documents[seed] = json::parse(writeSpec(randomDesign(seed, {8})));
        json document = documents[seed];
        change(document, random);
        const bool valid = isValid(document);
        const auto read = readSpec(document.dump());
        QVERIFY2(valid || !read, document.dump().c_str());
        if (read) ++taken;
        if (!valid) ++refusedByBoth;
    }
    QVERIFY(taken > 5);
    QVERIFY(refusedByBoth > 50);
}

QTEST_APPLESS_MAIN(SchemaTest)
#include "schema_test.moc"
