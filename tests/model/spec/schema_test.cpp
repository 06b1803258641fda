#include <QtTest>

#include <cmath>
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
#include "tests/random/rounds.h"

using namespace gw;
using nlohmann::json;

namespace {

/// One value of each type at least.
constexpr const char* wholeDocument = R"({
    "format": "gatewright/1", "accounts": {"a": {"number": "111122223333"}},
    "regions": {"r": {"code": "us-east-1"}}, "vpcs": {"v": {"region": "r", "cidrs": ["10.0.0.0/16"]}},
    "securityGroups": {"s": {"vpc": "v", "ingress": [{"peer": "10.0.0.0/8"}]}},
    "networkAcls": {"n": {"vpc": "v", "ingress": [{"number": 100, "action": "allow", "cidr": "::/0"}]}},
    "prefixLists": {"l": {"maxEntries": 10}}, "flowLogs": {"g": {"resource": "v", "aggregationSeconds": 60}},
    "endpoints": {"e": {"vpc": "v", "type": "Gateway", "service": "s3"}},
    "workloads": {"w": {"kind": "ec2", "vpc": "v", "ports": "443", "count": 2, "privateIp": "10.0.0.9"}},
    "resources": {"b": {"service": "s3"}}, "flows": {"f": {"from": "w", "to": "b", "gbPerMonth": 1.5, "port": "443"}},
    "waivers": {"x": {"rule": "OBS001", "subject": "v", "reason": "known", "expires": "2026-12-31"}},
    "priceOverrides": {"p": {"item": "nat", "usd": 0.045}}, "layout": {"v": {"x": 1, "y": 2, "width": 3, "height": 4}}})";

}  // namespace

namespace {

/// The document with 2 in place of 2.0. To JSON Schema they are one whole number (draft-06, 4.2.2), to valijson two.
json inWholeNumbers(json document) {
    if (document.is_structured()) {
        for (json& child : document) child = inWholeNumbers(child);
    } else if (document.is_number_float()) {
        const auto value = document.get<double>();
        if (value == std::trunc(value) && std::abs(value) < 1e15) return static_cast<long long>(value);
    }
    return document;
}

}  // namespace

/// Holds the published schema against the reader: what the reader takes is valid, so what is not valid is refused; and
/// what is valid is taken, but for what no schema can say (spec.h lists it).
class SchemaTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void thePublishedSchemaIsTheGeneratedOne();
    void documentsAreValid();
    void samplesAreValidAndAsTheyWouldBeSaved();
    void mistakesThatTheSchemaCanKnowAreInvalid_data();
    void mistakesThatTheSchemaCanKnowAreInvalid();
    void schemaAndReaderAgreeOnEachClass_data();
    void schemaAndReaderAgreeOnEachClass();
    void schemaAndReaderAgreeOnTextsNearToGoodOnes_data();
    void schemaAndReaderAgreeOnTextsNearToGoodOnes();
    void schemaAndReaderAgreeOnIds();
    void whatTheReaderTakesIsValidHoweverItWasChanged();

private:
    /// Whether the schema, and the reader, take the whole document with that value (as JSON) in that place.
    std::pair<bool, bool> taken(const std::string& pointer, const std::string& value) const {
        json document = json::parse(wholeDocument);
        document[json::json_pointer(pointer)] = "@@";
        std::string text = document.dump();
        text.replace(text.find("\"@@\""), 4, value);
        return {isValid(inWholeNumbers(json::parse(text))), readSpec(text).has_value()};
    }

    bool isValid(const json& document) const {
        const valijson::adapters::NlohmannJsonAdapter adapter(document);
        return validator_.validate(schema_, adapter, nullptr);
    }

    valijson::Schema schema_;
    mutable valijson::Validator validator_;  // keeps the patterns it has compiled
};

namespace {

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream content;
    content << file.rdbuf();
    return content.str();
}

/// What the reader says of what no schema can know.
constexpr const char* beyondSchema[] = {" has the id ", " is the id of ", "is already the id of", "nothing has the id"};

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

void SchemaTest::schemaAndReaderAgreeOnEachClass_data() {
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QStringList>("good");
    QTest::addColumn<QStringList>("bad");
    const auto row = [](const char* pointer, const QStringList& good, const QStringList& bad) {
        QTest::newRow(pointer) << pointer << good << bad;
    };
    const auto texts = [](const QStringList& plain) {
        QStringList quoted;
        for (const QString& each : plain) quoted += "\"" + each + "\"";
        return quoted;
    };
    const QStringList notText{"1", "null", "true", "[]", "{}"};
    const QStringList notNumber{R"("1")", "null", "true", "[]", "{}"};
    row("/vpcs/v/cidrs/0",
        texts({"0.0.0.0/0", "10.0.0.0/32", "255.255.255.255/9", "::/0", "::1/128", "1::/99", "1:2:3:4:5:6:7:8/64",
               "1:2:3:4:5:6:7::/64", "::2:3:4:5:6:7:8/64", "FD00::ab/8", "::ffff:10.0.0.1/96", "1:2:3:4:5:6:1.2.3.4/1",
               "1::3:1.2.3.4/1"}),
        texts({"",
               "/",
               "10.0.0.0",
               "10.0.0.0/33",
               "10.0.0.0/99",
               "10.0.0.0/08",
               "10.0.0.0/-1",
               "10.0.0.0/+8",
               "10.0.0/16",
               "256.0.0.0/8",
               "010.0.0.0/8",
               " 10.0.0.0/8",
               "10.0.0.0/8 ",
               "10.0.0.0/8/8",
               "10.0.0.0/",
               "::/129",
               "::/064",
               ":::/64",
               "1::2::3/64",
               "1:2:3:4:5:6:7/64",
               "1:2:3:4:5:6:7:8:9/64",
               "1:/64",
               ":1/64",
               "1:2:3:4:5:6:7:8::/64",
               "::1:2:3:4:5:6:7:8/64",
               "12345::/64",
               "g::/64",
               "1.2.3.4::/64",
               "::1.2.3/64",
               "1:2:3:4:5:6:7:1.2.3.4/64",
               "1:2:3:4:5:1.2.3.4/64",
               "::1.2.3.4:5/64",
               "fe80::%1/64"}) +
            notText);
    row("/workloads/w/privateIp", texts({"0.0.0.0", "10.1.2.3", "::", "::1", "1::"}),
        texts({"", "10.0.0.0/8", "10.1.2", "10.1.2.300", "1:2", ":", "localhost"}) + notText);
    row("/workloads/w/ports", texts({"0", "443", "65535", "1024-65535", "0-0", "all"}),
        texts({"", "65536", "99999", "443-", "-443", "443-65536", "0443", "00", " 443", "443,80", "ALL", "https"}) +
            notText);
    row("/securityGroups/s/ingress/0/protocol", texts({"all", "-1", "tcp", "udp", "icmp", "icmpv6", "0", "6", "255"}),
        texts({"", "256", "-2", "06", "TCP", "sctp", "icmp6", " tcp"}) + notText);
    row("/securityGroups/s/ingress/0/peer", texts({"10.0.0.0/8", "::/0", "s"}),
        texts({"", "10.0.0.0/33", "a/b", "/8", "s "}) + notText);
    row("/waivers/x/expires", texts({"", "2026-12-31", "2024-02-29", "2000-02-29", "0000-02-29", "9999-01-01"}),
        texts({"2026-02-30", "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
               "2026-1-1", "20260101", "2026-01-32", "2026-01-01 ", "soon"}) +
            notText);
    row("/accounts/a/number", texts({"", "000000000000", "111122223333"}),
        texts({"1", "1111222233334", "11112222333a", "1111 2222 3333"}) + notText);
    row("/workloads/w/count", {"0", "1", "1.0", "1e2", "100000", "-0", "2.50e1"},
        QStringList{"-1", "1.5", "100001", "1e308", "-1e308", "1e-9"} + notNumber);
    row("/networkAcls/n/ingress/0/number", {"0", "-5", "40000", "100000000", "1.0e8"},
        QStringList{"0.5", "100000001", "-100000001", "99999999999999999999", "1e308"} + notNumber);
    row("/prefixLists/l/maxEntries", {"0", "1000"}, QStringList{"-1", "1.5", "1e6"} + notNumber);
    row("/flowLogs/g/aggregationSeconds", {"60", "600", "1"}, QStringList{"0", "-60", "86401"} + notNumber);
    row("/flows/f/gbPerMonth", {"0", "0.0", "-0.0", "1e-300", "1e9", "1000000000", "17.25"},
        QStringList{"-1", "-1e-9", "1000000001", "1e308"} + notNumber);
    row("/priceOverrides/p/usd", {"0", "0.045", "1e6"}, QStringList{"-0.01", "1e7"} + notNumber);
    row("/layout/v/x", {"-100000000", "100000000", "7.0"}, QStringList{"0.5", "100000001", "3000000000"} + notNumber);
    row("/layout/v/width", {"0", "100000000"}, QStringList{"-1", "0.5"} + notNumber);
    row("/vpcs/v/dnsSupport", {"true", "false"}, {"1", "0", R"("true")", "null", "[]"});
    row("/vpcs/v/name", texts({"", " ", "\\u0000", "\\u202e"}), notText);
    row("/endpoints/e/type", texts({"Gateway", "Interface"}), texts({"", "gateway", "Gateway "}) + notText);
    row("/endpoints/e/policy", {"{}", R"({"Statement": 7})"}, {"[]", "null", R"("{}")", "1"});
    row("/vpcs/v/region", texts({"r"}), texts({"", " r", "r ", "-r", "r/", "\u00e9"}) + notText);
    row("/vpcs/v/cidrs", {"[]", R"(["10.0.0.0/8", "10.0.0.0/8"])"},
        {R"("10.0.0.0/8")", "{}", "null", "[1]", R"([["10.0.0.0/8"]])", "[null]"});
    row("/vpcs/v", {R"({"region": "r"})"}, {"{}", "[]", "null", R"({"region": "r", "regions": "r"})"});
    row("/vpcs", {"{}"}, {"[]", "null", R"([{"region": "r"}])"});
    row("/format", texts({"gatewright/1"}), texts({"", "gatewright/2", "gatewright/01", "gatewright/1 "}) + notText);
}

void SchemaTest::schemaAndReaderAgreeOnEachClass() {
    QFETCH(QString, pointer);
    QFETCH(QStringList, good);
    QFETCH(QStringList, bad);
    // Without what names the rows taken away.
    const std::string at = pointer.toStdString();
    for (const QString& value : good) {
        const auto [valid, read] = taken(at, value.toStdString());
        QVERIFY2(valid, qPrintable("the schema refuses " + value));
        QVERIFY2(at == "/vpcs" || read, qPrintable("the reader refuses " + value));
    }
    for (const QString& value : bad) {
        const auto [valid, read] = taken(at, value.toStdString());
        QVERIFY2(!valid, qPrintable("the schema takes " + value));
        QVERIFY2(!read, qPrintable("the reader takes " + value));
    }
}

void SchemaTest::schemaAndReaderAgreeOnTextsNearToGoodOnes_data() {
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("letters");
    QTest::addColumn<QStringList>("starts");
    QTest::newRow("blocks") << "/vpcs/v/cidrs/0" << QByteArray("0123459afF.:/")
                            << QStringList{"10.255.0.0/16", "1:2:3:4:5:6:7:8/64", "fd00::1:2/128", "::1.2.3.4/120"};
    QTest::newRow("addresses") << "/workloads/w/privateIp" << QByteArray("0123459a.:")
                               << QStringList{"10.255.249.1", "1:2::7:8", "::", "1::1.2.3.4"};
    QTest::newRow("ports") << "/flows/f/port" << QByteArray("0123456789-al")
                           << QStringList{"65535", "65499", "6553", "all", "59999"};
    QTest::newRow("protocols") << "/securityGroups/s/ingress/0/protocol" << QByteArray("0123456789-tcpalv")
                               << QStringList{"255", "249", "199", "tcp", "icmpv6", "-1"};
    QTest::newRow("dates") << "/waivers/x/expires" << QByteArray("0123456789-")
                           << QStringList{"2024-02-29", "1900-02-28", "2026-12-31", "2026-04-30"};
    QTest::newRow("accounts") << "/accounts/a/number" << QByteArray("0123456789a") << QStringList{"111122223333"};
}

void SchemaTest::schemaAndReaderAgreeOnTextsNearToGoodOnes() {
    QFETCH(QString, pointer);
    QFETCH(QByteArray, letters);
    QFETCH(QStringList, starts);
    Random random(77);
    int good = 0;
    int bad = 0;
    for (int round = 0; round < rounds(400); ++round) {
        std::string text =
            starts[static_cast<qsizetype>(random.below(static_cast<std::size_t>(starts.size())))].toStdString();
        for (int i = random.between(1, 3); i > 0; --i) {
            const std::size_t at = random.below(text.size() + 1);
            const char letter = letters[static_cast<qsizetype>(random.below(static_cast<std::size_t>(letters.size())))];
            if (at < text.size() && random.chance(50))
                text[at] = letter;
            else if (at < text.size() && random.chance(50))
                text.erase(at, 1);
            else
                text.insert(at, 1, letter);
        }
        const auto [valid, read] = taken(pointer.toStdString(), "\"" + text + "\"");
        // A range that ends before it starts is beyond patterns.
        const bool backwards = valid && !read && text.find('-') != std::string::npos && pointer == "/flows/f/port";
        QVERIFY2(valid == read || backwards, text.c_str());
        ++(read ? good : bad);
    }
    QVERIFY2(good > 10 && bad > 10, qPrintable(QString("%1 good, %2 bad").arg(good).arg(bad)));
}

void SchemaTest::schemaAndReaderAgreeOnIds() {
    const auto takenAs = [&](const std::string& id) {
        json document = json::parse(wholeDocument);
        document["vpcs"][id] = {{"region", "r"}};
        return std::pair(isValid(document), readSpec(document.dump()).has_value());
    };
    for (const std::string& id : {std::string("A"), std::string("0._:-"), std::string(128, 'k')})
        QVERIFY2(takenAs(id) == std::pair(true, true), id.c_str());
    for (const std::string& id :
         {std::string(), std::string(129, 'k'), std::string("-a"), std::string("_a"), std::string("a b"),
          std::string("a/b"), std::string("\u00e9"), std::string("a\u202e")})
        QVERIFY2(takenAs(id) == std::pair(false, false), id.c_str());
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
        if (valid && !read)
            QVERIFY2(std::ranges::any_of(
                         beyondSchema,
                         [&](const char* words) { return read.error().text().find(words) != std::string::npos; }),
                     read.error().text().c_str());
        if (read) ++taken;
        if (!valid) ++refusedByBoth;
    }
    QVERIFY(taken > 5);
    QVERIFY(refusedByBoth > 50);
}

QTEST_APPLESS_MAIN(SchemaTest)
#include "schema_test.moc"
