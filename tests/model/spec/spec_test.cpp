#include <QtTest>

#include "model/core/visible_text.h"
#include "model/spec/spec.h"

using namespace gw;

/// What the reader takes and refuses, and how the writer lays a document out.
class SpecTest : public QObject {
    Q_OBJECT
private slots:
    void aDocumentIsReadAndWrittenAsItWas();
    void aFileOfVersionOneIsReadForEver();
    void oneEditChangesTheLinesItMust();
    void whatAwsWouldRefuseIsKept();
    void whatIsNotWellFormedIsRefusedWhereItStands_data();
    void whatIsNotWellFormedIsRefusedWhereItStands();
    void theErrorNamesPlacePathAndAdvice();
    void hostileTextsAreRefused_data();
    void hostileTextsAreRefused();
    void errorsRepeatTheTextBriefly_data();
    void errorsRepeatTheTextBriefly();
    void columnsCountCharacters();
    void numbersOutOfRangeAreRefusedWithTheRange_data();
    void numbersOutOfRangeAreRefusedWithTheRange();
    void aWholeNumberIsOneHoweverItIsWritten();
    void policiesMayBeNestedAsDeepAsAnyJson();
    void carriageReturnsAndByteOrderMarksDoNotMatter();
};

namespace {

const std::string shop = R"({
  "format": "gatewright/1",
  "name": "Shop",
  "regions": {
    "region-1": { "code": "us-east-1" }
  },
  "vpcs": {
    "vpc-shop": { "name": "Shop", "region": "region-1", "cidrs": ["10.20.0.0/16"], "dnsHostnames": true }
  },
  "subnets": {
    "app-a": { "name": "app a", "vpc": "vpc-shop", "cidr": "10.20.16.0/22", "intent": "private" },
    "app-b": { "name": "app b", "vpc": "vpc-shop", "cidr": "10.20.20.0/22" }
  },
  "routeTables": {
    "rtb-app": {
      "vpc": "vpc-shop",
      "subnets": ["app-a", "app-b"],
      "routes": [
        { "destination": "pl-s3", "target": "vpce-s3" },
        { "destination": "0.0.0.0/0", "target": "nat-a" }
      ]
    }
  },
  "natGateways": {
    "nat-a": { "vpc": "vpc-shop" }
  },
  "securityGroups": {
    "sg-app": {
      "vpc": "vpc-shop",
      "egress": [
        { "ports": "443", "peer": "pl-s3" }
      ]
    }
  },
  "prefixLists": {
    "pl-s3": { "service": "s3" }
  },
  "endpoints": {
    "vpce-s3": {
      "vpc": "vpc-shop",
      "type": "Gateway",
      "service": "s3",
      "routeTables": ["rtb-app"],
      "policy": {
        "Version": "2012-10-17",
        "Statement": [
          { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }
        ]
      }
    }
  },
  "waivers": {
    "waiver": { "rule": "VPE009", "subject": "vpce-s3", "reason": "For the workshop.", "expires": "2026-12-31" }
  },
  "layout": {
    "app-a": { "x": 80, "y": 120, "width": 300, "height": 200 },
    "vpc-shop": { "x": 40, "y": 40, "width": 1200, "height": 700 }
  }
}
)";

/// The text with one piece replaced; the piece must stand in it.
std::string with(std::string text, const std::string& piece, const std::string& instead) {
    const auto at = text.find(piece);
    if (at == std::string::npos) qFatal("no such piece: %s", piece.c_str());
    return text.replace(at, piece.size(), instead);
}

/// Compares texts line by line: a difference is shown with its line.
void sameText(const std::string& actual, const std::string& expected) {
    const auto lines = [](const std::string& text) { return QString::fromStdString(text).split('\n'); };
    const QStringList is = lines(actual);
    const QStringList should = lines(expected);
    for (qsizetype i = 0; i < std::min(is.size(), should.size()); ++i) QCOMPARE(is[i], should[i]);
    QCOMPARE(is.size(), should.size());
}

QByteArray bytes(const std::string& text) {
    return QByteArray::fromStdString(text);
}

}  // namespace

void SpecTest::aDocumentIsReadAndWrittenAsItWas() {
    const auto design = readSpec(shop);
    QVERIFY2(design.has_value(), design ? "" : design.error().text().c_str());
    sameText(writeSpec(*design), shop);
    QCOMPARE(design->subnets.size(), std::size_t{2});
    QCOMPARE(find(*design, Id<Subnet>{"app-a"})->intent, SubnetIntent::Private);
    QCOMPARE(find(*design, Id<Endpoint>{"vpce-s3"})->type, EndpointType::Gateway);
    QCOMPARE(find(*design, Id<Placement>{"vpc-shop"})->width, 1200);
    QCOMPARE(find(*design, Id<RouteTable>{"rtb-app"})->routes[0].destination.index(), std::size_t{1});
    QCOMPARE(bytes(writeSpec(Design{})), QByteArray("{\n  \"format\": \"gatewright/1\"\n}\n"));
}

void SpecTest::aFileOfVersionOneIsReadForEver() {
    // Every field of every kind. A field may be added; one that is renamed or retyped needs a new version and a
    // migration.
    QFile file(SOURCE_DIR "/tests/fixtures/spec/version-1.gatewright.json");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const std::string text = file.readAll().toStdString();
    const auto design = readSpec(text);
    QVERIFY2(design.has_value(), design ? "" : design.error().text().c_str());
    sameText(writeSpec(*design), text);
}

void SpecTest::oneEditChangesTheLinesItMust() {
    const auto changed = [](const Design& design) {
        const QList<QByteArray> before = bytes(shop).split('\n');
        const QList<QByteArray> after = bytes(writeSpec(design)).split('\n');
        const QSet<QByteArray> old(before.begin(), before.end());
        return std::count_if(after.begin(), after.end(), [&](const QByteArray& line) { return !old.contains(line); });
    };
    Design design = *readSpec(shop);
    Placement placement = *find(design, Id<Placement>{"app-a"});
    placement.x = 90;
    design.placements.put(placement);
    QCOMPARE(changed(design), 1);
    RouteTable table = *find(design, Id<RouteTable>{"rtb-app"});
    table.routes.push_back({Cidr::literal("10.0.0.0/8"), Id<NatGateway>{"nat-a"}});
    design.routeTables.put(table);
    QCOMPARE(changed(design), 3);  // the new route, and the comma behind the one before
}

void SpecTest::whatAwsWouldRefuseIsKept() {
    for (const auto& [piece, instead] :
         std::vector<std::pair<std::string, std::string>>{{"10.20.0.0/16", "10.0.0.0/8"},      // AWS takes /16 to /28
                                                          {"10.20.20.0/22", "10.20.16.0/22"},  // overlaps its neighbour
                                                          {"10.20.16.0/22", "10.20.16.1/22"},  // host bits
                                                          {"\"type\": \"Gateway\"", "\"type\": \"Tunnel\""},
                                                          {"\"service\": \"s3\",", "\"service\": \"no-such-service\","},
                                                          {"us-east-1", "mars-1"}}) {
        const std::string text = with(shop, piece, instead);
        const auto design = readSpec(text);
        QVERIFY2(design.has_value(), design ? "" : design.error().text().c_str());
        sameText(writeSpec(*design), text);
    }
}

void SpecTest::whatIsNotWellFormedIsRefusedWhereItStands_data() {
    QTest::addColumn<QString>("piece");
    QTest::addColumn<QString>("instead");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* piece, const char* instead, const char* path,
                        const char* message) { QTest::newRow(name) << piece << instead << path << message; };
    row("unknown section", "\"subnets\": {", "\"subnet\": {", "subnet", "did you mean \"subnets\"?");
    row("unknown key", "\"intent\"", "\"intend\"", "subnets/app-a/intend", "did you mean \"intent\"?");
    row("unknown key, nothing near", "\"intent\"", "\"zzzzzz\"", "subnets/app-a/zzzzzz", "use one of: name, vpc, zone");
    row("id inside", "\"code\": \"us-east-1\"", "\"id\": \"a\", \"code\": \"x\"", "regions/region-1/id", "is unknown");
    row("wrong type", "\"dnsHostnames\": true", "\"dnsHostnames\": \"yes\"", "vpcs/vpc-shop/dnsHostnames",
        "write true or false");
    row("row is no object", "{ \"code\": \"us-east-1\" }", "[]", "regions/region-1", "write an object");
    row("section is no object", "{ \"x\": 80, \"y\": 120, \"width\": 300, \"height\": 200 }", "7", "layout/app-a",
        "write an object");
    row("list is no list", "[\"app-a\", \"app-b\"]", "\"app-a\"", "routeTables/rtb-app/subnets", "write a list");
    row("null", "\"intent\": \"private\"", "\"intent\": null", "subnets/app-a/intent", "leave the member out");
    row("bad block", "10.20.16.0/22", "10.0.0.0/99", "subnets/app-a/cidr", "10.0.0.0/99");
    row("bad block in a list", "10.20.0.0/16", "10.20.0.0", "vpcs/vpc-shop/cidrs/0", "10.20.0.0");
    row("bad choice", "\"intent\": \"private\"", "\"intent\": \"secret\"", "subnets/app-a/intent",
        "unstated, public, private");
    row("bad port", "\"ports\": \"443\"", "\"ports\": \"65536\"", "securityGroups/sg-app/egress/0/ports", "65536");
    row("bad peer", "\"peer\": \"pl-s3\"", "\"peer\": \"10.0.0.0/40\"", "securityGroups/sg-app/egress/0/peer",
        "10.0.0.0/40");
    row("bad date", "2026-12-31", "2026-02-30", "waivers/waiver/expires", "2026-02-30");
    row("missing owner", "\"vpc\": \"vpc-shop\", \"cidr\": \"10.20.20.0/22\"", "\"cidr\": \"10.20.20.0/22\"",
        "subnets/app-b", "\"vpc\" is missing");
    row("missing in a list", "\"destination\": \"0.0.0.0/0\", ", "", "routeTables/rtb-app/routes/1",
        "\"destination\" is missing");
    row("dangling id", "\"vpc\": \"vpc-shop\", \"cidr\"", "\"vpc\": \"vpc-shoq\", \"cidr\"", "subnets/app-a/vpc",
        "did you mean \"vpc-shop\"?");
    row("dangling id, nothing near", "\"target\": \"nat-a\"", "\"target\": \"elsewhere\"",
        "routeTables/rtb-app/routes/1/target", "name one of the document");
    row("id of a wrong kind", "\"target\": \"nat-a\"", "\"target\": \"app-a\"", "routeTables/rtb-app/routes/1/target",
        "\"app-a\" is the id of a subnet");
    row("waiver of nothing", "\"subject\": \"vpce-s3\"", "\"subject\": \"vpce-s4\"", "waivers/waiver/subject",
        "did you mean \"vpce-s3\"?");
    row("placement of nothing", "\"app-a\": { \"x\"", "\"app-z\": { \"x\"", "layout/app-z", "cannot be placed");
    row("placed twice", "\"app-a\": { \"x\"", "\"vpc-shop\": { \"x\"", "layout/vpc-shop", "given twice");
    row("id twice in a table", "\"app-b\": {", "\"app-a\": {", "subnets/app-a", "already the id of a subnet");
    row("id twice in the document", "\"app-b\": {", "\"vpc-shop\": {", "subnets/vpc-shop", "already the id of a VPC");
    row("key twice", "\"intent\": \"private\"", "\"vpc\": \"vpc-shop\"", "subnets/app-a/vpc", "given twice");
    row("section twice", "\"natGateways\"", "\"subnets\"", "subnets", "given twice");
    row("empty id", "\"nat-a\": {", "\"\": {", "natGateways/\"\"", "the id is empty");
    row("id with a space", "\"nat-a\": {", "\"nat a\": {", "natGateways/\"nat a\"", "cannot be an id");
    row("id with a slash", "\"nat-a\": {", "\"10.0.0.0/8\": {", "natGateways/\"10.0.0.0/8\"", "cannot be an id");
    row("id with a control character", "\"nat-a\": {", "\"nat\\u0001\": {", "natGateways/\"nat\\u0001\"",
        "cannot be an id");
    row("empty reference", "\"target\": \"nat-a\"", "\"target\": \"\"", "routeTables/rtb-app/routes/1/target",
        "the id is empty");
    row("fraction", "\"x\": 80", "\"x\": 80.5", "layout/app-a/x", "no whole number");
    row("negative exponent", "\"x\": 80", "\"x\": 8e-1", "layout/app-a/x", "no whole number");
    row("overflow", "\"x\": 80", "\"x\": 100000001", "layout/app-a/x", "write one from -100000000 to 100000000.");
    row("negative width", "\"width\": 300", "\"width\": -1", "layout/app-a/width", "write one from 0 to 100000000.");
    row("number in quotes", "\"x\": 80", "\"x\": \"80\"", "layout/app-a/x", "write a number");
    row("policy as a text", "\"policy\": {", "\"policy\": \"{}\", \"tags\": {", "endpoints/vpce-s3/policy",
        "write an object");
    row("no format", "\"format\": \"gatewright/1\",", "", "", "\"format\": \"gatewright/1\"");
    row("newer format", "gatewright/1", "gatewright/2", "format", "a newer Gatewright wrote this");
    row("format with a zero in front", "gatewright/1", "gatewright/01", "format", "no format of Gatewright");
    row("foreign format", "gatewright/1", "lesson-draft/1", "format", "no format of Gatewright");
    row("version zero", "gatewright/1", "gatewright/0", "format", "no format of Gatewright");
}

void SpecTest::whatIsNotWellFormedIsRefusedWhereItStands() {
    QFETCH(QString, piece);
    QFETCH(QString, instead);
    QFETCH(QString, path);
    QFETCH(QString, message);
    const std::string text = with(shop, piece.toStdString(), instead.toStdString());
    const auto design = readSpec(text);
    QVERIFY(!design);
    QCOMPARE(QString::fromStdString(design.error().path), path);
    QVERIFY2(design.error().message.find(message.toStdString()) != std::string::npos, design.error().message.c_str());
    // The place lies within the piece that is new, or at the object that lacks it.
    const QList<QByteArray> lines = bytes(text).split('\n');
    QVERIFY(design.error().at.line >= 1 && design.error().at.line <= static_cast<std::size_t>(lines.size()));
    QVERIFY(design.error().message.find('\n') == std::string::npos);
}

void SpecTest::theErrorNamesPlacePathAndAdvice() {
    const auto design = readSpec(with(shop, "\"target\": \"nat-a\"", "\"target\": \"nat-b\""));
    QVERIFY(!design);
    QCOMPARE(
        QString::fromStdString(design.error().text()),
        QStringLiteral("20:49: routeTables/rtb-app/routes/1/target: no internet gateway, egress-only internet gateway, "
                       "NAT gateway, transit gateway, VPC peering connection, virtual private gateway, VPC endpoint or "
                       "workload has the id \"nat-b\"; did you mean \"nat-a\"?"));
}

void SpecTest::hostileTextsAreRefused_data() {
    QTest::addColumn<QByteArray>("text");
    const auto inName = [](const QByteArray& value) {
        return "{\"format\": \"gatewright/1\", \"name\": " + value + "}";
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("zeros") << QByteArray(4096, '\0');
    QTest::newRow("a zero in a text") << inName(QByteArray("\"a\0b\"", 5));
    QTest::newRow("NaN") << inName("NaN");
    QTest::newRow("Infinity") << inName("-Infinity");
    QTest::newRow("a text without an end") << inName("\"abc");
    QTest::newRow("invalid UTF-8") << inName("\"\xff\xfe\"");
    QTest::newRow("half a surrogate") << inName("\"\\ud800\"");
    QTest::newRow("overlong UTF-8") << inName("\"\xc0\xaf\"");
    QTest::newRow("text behind the end") << inName("\"a\"") + "x";
    QTest::newRow("comment") << QByteArray("// a\n") + inName("\"a\"");
    QTest::newRow("nested 200 deep") << inName(QByteArray(200, '[') + QByteArray(200, ']'));
    QTest::newRow("nested a million deep") << inName(QByteArray(1000000, '['));
    QTest::newRow("objects a million deep") << QByteArray("{\"a\":").repeated(1000000);
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("100 MB of garbage") << QByteArray(100 << 20, 'x');
    QTest::newRow("8 MB of one text") << inName("\"" + QByteArray(8 << 20, 'x'));
    QTest::newRow("a block of 8 MB")
        << QByteArray("{\"format\": \"gatewright/1\", \"onPremisesNetworks\": {\"a\": {\"cidrs\": [\"") +
               QByteArray(8 << 20, '1') + "\"]}}}";
    QTest::newRow("8 MB of zeros in a list") << inName("[" + QByteArray("0,").repeated(4 << 20) + "0]");
}

void SpecTest::hostileTextsAreRefused() {
    QFETCH(QByteArray, text);
    const auto design = readSpec({text.constData(), static_cast<std::size_t>(text.size())});
    QVERIFY(!design);
    QVERIFY(!design.error().message.empty());
    QVERIFY(design.error().message.size() < 1000);
}

void SpecTest::errorsRepeatTheTextBriefly_data() {
    QTest::addColumn<QByteArray>("text");
    const QByteArray start = "{\"format\": \"gatewright/1\", ";
    const QByteArray huge(5'000'000, 'k');
    const QByteArray digits(5'000'000, '1');
    QTest::newRow("a section") << start + "\"" + huge + "\": {}}";
    QTest::newRow("a key") << start + "\"notes\": {\"n\": {\"" + huge + "\": 1}}}";
    QTest::newRow("a key on the way") << start + "\"vpcs\": {\"" + huge + "\": {\"region\": 1}}}";
    QTest::newRow("an id") << start + "\"vpcs\": {\"v " + huge + "\": {}}}";
    QTest::newRow("a reference") << start + "\"vpcs\": {\"v\": {\"region\": \"" + huge + "\"}}}";
    QTest::newRow("a placement") << start + "\"layout\": {\"" + huge + "\": {}}}";
    QTest::newRow("a choice") << start + "\"subnets\": {\"s\": {\"intent\": \"" + huge + "\"}}}";
    QTest::newRow("a fraction") << start + "\"notes\": {\"n\": {\"x\": 0." + digits + "}}}";
    QTest::newRow("a key with commands") << start + "\"vpcs\": {\"v \u202e\u2066\x7f\u0085\": {}}}";
}

void SpecTest::errorsRepeatTheTextBriefly() {
    QFETCH(QByteArray, text);
    const auto design = readSpec({text.constData(), static_cast<std::size_t>(text.size())});
    QVERIFY(!design);
    const std::string line = design.error().text();
    QVERIFY2(line.size() < 1000, std::to_string(line.size()).c_str());
    QCOMPARE(QString::fromStdString(plainText(line)), QString::fromStdString(line));
}

void SpecTest::columnsCountCharacters() {
    const auto design = readSpec("{\"format\": \"gatewright/1\", \"name\": \"\u00e9\u00e9\U0001F600\", \"nmae\": 1}");
    QVERIFY(!design);
    QCOMPARE(design.error().at, (TextPosition{1, 43}));
}

void SpecTest::numbersOutOfRangeAreRefusedWithTheRange_data() {
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("volume") << QByteArray(R"("flows": {"f": {"from": "c", "to": "c", "gbPerMonth": -1}})")
                            << QByteArray(
                                   "1:82: flows/f/gbPerMonth: -1 is out of range; write one from 0 to 1000000000.");
    QTest::newRow("huge") << QByteArray(R"("flows": {"f": {"gbPerMonth": 1e308}})")
                          << QByteArray("1e308 is out of range; write one from 0 to 1000000000.");
    QTest::newRow("count") << QByteArray(R"("workloads": {"w": {"count": -3}})")
                           << QByteArray("-3 is out of range; write one from 0 to 100000.");
    QTest::newRow("fraction") << QByteArray(R"("workloads": {"w": {"count": 1.5}})")
                              << QByteArray("1.5 is no whole number; write one from 0 to 100000.");
    QTest::newRow("price") << QByteArray(R"("priceOverrides": {"p": {"usd": -0.01}})")
                           << QByteArray("-0.01 is out of range; write one from 0 to 1000000.");
    QTest::newRow("port") << QByteArray(R"("workloads": {"w": {"ports": "65536"}})")
                          << QByteArray("\"65536\" is no port; write 443, 1024-65535 or all.");
}

void SpecTest::numbersOutOfRangeAreRefusedWithTheRange() {
    QFETCH(QByteArray, rows);
    QFETCH(QByteArray, words);
    const auto design = readSpec("{\"format\": \"gatewright/1\", " + rows.toStdString() + "}");
    QVERIFY(!design);
    QVERIFY2(design.error().text().find(words.toStdString()) != std::string::npos, design.error().text().c_str());
}

void SpecTest::aWholeNumberIsOneHoweverItIsWritten() {
    const auto design = readSpec(shop);
    QVERIFY(design);
    for (const char* same : {"80.0", "8e1", "0.8E+2", "8000e-2"}) {
        const auto again = readSpec(with(shop, "\"x\": 80", std::string("\"x\": ") + same));
        QVERIFY2(again && *again == *design, same);
    }
}

void SpecTest::policiesMayBeNestedAsDeepAsAnyJson() {
    const auto nested = [](int depth) {
        return "{\"a\": " + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
    };
    const auto document = [&](int depth) {
        return "{\"format\": \"gatewright/1\", \"roles\": {\"r\": {\"policies\": [{\"name\": \"p\", \"document\": " +
               nested(depth) + "}]}}}";
    };
    const auto design = readSpec(document(64));
    QVERIFY2(design.has_value(), design ? "" : design.error().text().c_str());
    QVERIFY(PolicyDocument::parse(nested(64)).has_value());
    QCOMPARE(*readSpec(writeSpec(*design)), *design);
    QVERIFY(!PolicyDocument::parse(nested(65)).has_value());
    QVERIFY(!readSpec(document(65)));
}

void SpecTest::carriageReturnsAndByteOrderMarksDoNotMatter() {
    QByteArray text = bytes(shop);
    text.replace("\n", "\r\n");
    text.prepend("\xEF\xBB\xBF");
    const auto design = readSpec(text.toStdString());
    QVERIFY2(design.has_value(), design ? "" : design.error().text().c_str());
    sameText(writeSpec(*design), shop);
    text.replace("\"private\"", "\"secret\"");
    const auto refused = readSpec(text.toStdString());
    QVERIFY(!refused);
    QCOMPARE(refused.error().at.line, std::size_t{11});
}

QTEST_APPLESS_MAIN(SpecTest)
#include "spec_test.moc"
