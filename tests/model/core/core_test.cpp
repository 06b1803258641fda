#include <QtTest>

#include "model/core/ip.h"
#include "model/core/json.h"
#include "model/core/ports.h"
#include "model/core/text_places.h"
#include "model/core/visible_text.h"
#include "model/core/words.h"

using namespace gw;

class CoreTest : public QObject {
    Q_OBJECT
private slots:
    void aCidrKeepsWhatWasWritten();
    void whatIsNoCidrIsRefused();
    void blocksContainAndOverlapAsSetsOfAddresses();
    void portsAndProtocolsReadWhatTheyWrite();
    void everyJsonNodeKnowsItsPlace();
    void brokenJsonIsRefusedWithItsPlace();
    void columnsCountCharacters();
    void messagesRepeatTextBrieflyAndInTheOpen();
    void whatCannotBeSeenIsShown();
    void deepNestingIsRefused();
    void wordsAreListedAsPeopleDo();
};

void CoreTest::wordsAreListedAsPeopleDo() {
    QCOMPARE(listedWords({}), std::string());
    QCOMPARE(listedWords({"a"}), std::string("a"));
    QCOMPARE(listedWords({"a", "b"}), std::string("a and b"));
    QCOMPARE(listedWords({"a", "b", "c"}), std::string("a, b and c"));
}

void CoreTest::aCidrKeepsWhatWasWritten() {
    for (const char* text : {"10.0.0.0/16", "10.0.0.1/16", "0.0.0.0/0", "255.255.255.255/32", "fd00::/8", "::/0"})
        QCOMPARE(Cidr::literal(text).text(), std::string(text));
    QVERIFY(Cidr::literal("10.0.0.1/16").hasHostBits());
    QCOMPARE(Cidr::literal("10.0.0.1/16").canonical().text(), std::string("10.0.0.0/16"));
}

void CoreTest::whatIsNoCidrIsRefused() {
    for (const char* text : {"10.0.0.0/99", "10.0.0.0/33", "10.0.0.0", "10.0.0/8", "10.0.0.256/8", "a/8", "fd00::/129",
                             "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/08", "10.0.0.0/8x", "", "/"})
        QVERIFY2(!Cidr::parse(text), text);
}

void CoreTest::blocksContainAndOverlapAsSetsOfAddresses() {
    const Cidr vpc = Cidr::literal("10.20.0.0/16");
    QVERIFY(vpc.contains(Cidr::literal("10.20.64.0/26")));
    QVERIFY(!vpc.contains(Cidr::literal("10.0.0.0/8")));
    QVERIFY(vpc.overlaps(Cidr::literal("10.0.0.0/8")));
    QVERIFY(!vpc.overlaps(Cidr::literal("10.21.0.0/16")));
    QVERIFY(!Cidr::literal("0.0.0.0/0").overlaps(Cidr::literal("::/0")));
    QCOMPARE(vpc.last().text(), std::string("10.20.255.255"));
}

void CoreTest::portsAndProtocolsReadWhatTheyWrite() {
    for (const char* text : {"443", "1024-65535", "all", "0"})
        QCOMPARE(PortRange::parse(text)->text(), std::string(text));
    for (const char* text : {"65536", "-1", "9-1", "", "443-", "https"}) QVERIFY2(!PortRange::parse(text), text);
    for (const char* text : {"tcp", "udp", "icmp", "icmpv6", "all", "50"})
        QCOMPARE(Protocol::parse(text)->text(), std::string(text));
    QVERIFY(!Protocol::parse("256"));
}

void CoreTest::everyJsonNodeKnowsItsPlace() {
    const std::string text = "{\n  \"a\": 12.50,\n  \"b\" : [ true, \"x\", null , -3e2],\n  \"c\": {\"d\": \"é\"} }";
    const auto root = parseJson(text);
    QVERIFY(root.has_value());
    const JsonNode& b = *root->find("b");
    QCOMPARE(root->find("a")->text, std::string("12.50"));
    QCOMPARE(text.substr(root->find("a")->offset, 5), std::string("12.50"));
    QCOMPARE(text.substr(b.keyOffset, 3), std::string("\"b\""));
    QCOMPARE(text[b.offset], '[');
    QCOMPARE(text.substr(b.children[0].second.offset, 4), std::string("true"));
    QCOMPARE(text.substr(b.children[1].second.offset, 3), std::string("\"x\""));
    QCOMPARE(text.substr(b.children[2].second.offset, 4), std::string("null"));
    QCOMPARE(text.substr(b.children[3].second.offset, 4), std::string("-3e2"));
    QCOMPARE(text.substr(root->find("c")->find("d")->offset, 4), std::string("\"é\""));
    QCOMPARE(positionAt(text, b.offset), (TextPosition{3, 9}));
}

void CoreTest::brokenJsonIsRefusedWithItsPlace() {
    const auto place = [](std::string_view text) {
        const auto node = parseJson(text);
        return node ? TextPosition{0, 0} : positionAt(text, node.error().offset);
    };
    QCOMPARE(place("{\n \"a\": NaN }"), (TextPosition{2, 7}));
    QCOMPARE(place("{\"a\": 1,}"), (TextPosition{1, 9}));
    QVERIFY(place("[1] 2") != (TextPosition{0, 0}));
    QVERIFY(place("\"\xff\"") != (TextPosition{0, 0}));
    QVERIFY(place("") != (TextPosition{0, 0}));
    QVERIFY(place("[1e999]") != (TextPosition{0, 0}));
}

void CoreTest::columnsCountCharacters() {
    QCOMPARE(positionAt("ab\u00e9\U0001F600x", 8), (TextPosition{1, 5}));
    QCOMPARE(positionAt("\u00e9\n\u20acx", 6), (TextPosition{2, 2}));
    // An editor shows no byte order mark.
    QCOMPARE(positionAt("\uFEFF{x", 4), (TextPosition{1, 2}));
    QCOMPARE(positionAt("\uFEFF", 0), (TextPosition{1, 1}));
    QCOMPARE(positionAt("a\n", 99), (TextPosition{2, 1}));
    std::string text = "\uFEFF";
    for (int i = 0; i < 700; ++i) text += i % 97 == 0 ? "\n" : i % 3 == 0 ? "\U0001F600" : i % 5 == 0 ? "\u00e9" : "x";
    const TextPlaces places(text);
    for (std::size_t at = 0; at <= text.size() + 1; ++at) QCOMPARE(places.of(at), positionAt(text, at));
}

void CoreTest::messagesRepeatTextBrieflyAndInTheOpen() {
    QCOMPARE(quotedBriefly("shop \"a\""), std::string(R"("shop \"a\"")"));
    QCOMPARE(quotedBriefly("a\x01\x7f\u0085\u2028\u202e\u2069z"),
             std::string(R"("a\u0001\u007f\u0085\u2028\u202e\u2069z")"));
    QCOMPARE(quotedBriefly("a\u200b\u00ad\U000E0041z"), std::string(R"("a\u200b\u00ad\udb40\udc41z")"));
    // Text from right to left is no command.
    QCOMPARE(quotedBriefly("\u05e9\u05dc\u05d5\u05dd"), std::string("\"\u05e9\u05dc\u05d5\u05dd\""));
    QCOMPARE(quotedBriefly(std::string(60, 'x')), "\"" + std::string(60, 'x') + "\"");
    QCOMPARE(quotedBriefly(std::string(5'000'000, 'x')), "\"" + std::string(60, 'x') + "\u2026\"");
    QCOMPARE(quotedBriefly(std::string(59, 'x') + "\u20ac"), "\"" + std::string(59, 'x') + "\u2026\"");
}

void CoreTest::whatCannotBeSeenIsShown() {
    for (const char* unseen : {"\n", "\x7f", "\u0085", "\u00ad", "\u061c", "\u200b", "\u200e", "\u200f", "\u202e",
                               "\u2060", "\u2066", "\ufeff", "\u3164", "\U000E0041", "\u200d", "\ufe0f"})
        QCOMPARE(plainText(std::string("a") + unseen + "b"), std::string("a\uFFFDb"));
    // A Persian word, an emoji of three, a heart and a keycap hold together as they are spelled.
    for (const char* joined : {"\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\U0001F469\u200d\U0001F680",
                               "\u2764\ufe0f", "1\ufe0f\u20e3", "\u05e9\u05dc\u05d5\u05dd"})
        QCOMPARE(plainText(joined), std::string(joined));
    QCOMPARE(plainLines("a\tb\nc\r\u202e"), std::string("a\tb\nc\uFFFD\uFFFD"));
}

void CoreTest::deepNestingIsRefused() {
    QVERIFY(parseJson(std::string(60, '[') + std::string(60, ']')));
    QVERIFY(!parseJson(std::string(200, '[') + std::string(200, ']')));
    QVERIFY(!parseJson(std::string(1000000, '[')));
}

QTEST_APPLESS_MAIN(CoreTest)
#include "core_test.moc"
