#include <QtTest>

#include <nlohmann/json.hpp>

#include "model/core/json.h"
#include "tests/random/random.h"

using namespace gw;

/// Holds parseJson() and prettyJson() against another implementation over random texts, most of them broken.
class JsonTest : public QObject {
    Q_OBJECT
private slots:
    void takesWhatIsJsonAndNothingElse();
    void prettyTextMeansTheSameAndIsStable();
    void widthIsKeptWhereItCanBe();
};

namespace {

const std::vector<std::string> texts{
    R"({"a": [1, -2.5e3, true, false, null, "x\u00e9\n\"\\"], "b": {"c": {}, "d": []}, "é": "🦆\ud83e\udd86"})",
    "[]",
    "{}",
    "  [ 1 , 2 ] ",
    " \"a\"",
    "-0.5",
    "0",
    R"([[[[{"a":[]}]]]])"};
const std::vector<std::string> pieces{"{",
                                      "}",
                                      "[",
                                      "]",
                                      ",",
                                      ":",
                                      "\"",
                                      "\\",
                                      "u",
                                      "0",
                                      "00",
                                      "1",
                                      "-",
                                      "+",
                                      ".",
                                      "e",
                                      "E",
                                      " ",
                                      "\n",
                                      "\t",
                                      "\xff",
                                      "\xc3\xa9",
                                      "\xed\xa0\x80",
                                      "\xf4\x90\x80\x80",
                                      "\xc0\xaf",
                                      "\\ud800",
                                      "\\udc00",
                                      "\\u12",
                                      "true",
                                      "nul",
                                      "\x01"};

std::string changed(std::string text, Random& random) {
    for (int i = random.between(1, 4); i > 0; --i) {
        const std::size_t at = random.below(text.size() + 1);
        if (random.chance(50))
            text.insert(at, random.of(pieces));
        else
            text.erase(at, random.below(3));
    }
    return text;
}

}  // namespace

void JsonTest::takesWhatIsJsonAndNothingElse() {
    Random random(41);
    int taken = 0;
    for (int round = 0; round < 60000; ++round) {
        const std::string text = changed(random.of(texts), random);
        const auto read = parseJson(text);
        QVERIFY2(read.has_value() == nlohmann::json::accept(text), text.c_str());
        if (read)
            ++taken;
        else
            QVERIFY2(read.error().offset <= text.size() && !read.error().message.empty(), text.c_str());
    }
    QVERIFY(taken > 1000);
}

void JsonTest::prettyTextMeansTheSameAndIsStable() {
    Random random(42);
    for (int round = 0; round < 20000; ++round) {
        const std::string text = changed(random.of(texts), random);
        const auto read = parseJson(text);
        if (!read) continue;
        const std::size_t width = random.below(60);
        const std::string pretty = prettyJson(*read, 0, width);
        QVERIFY2(nlohmann::json::parse(pretty) == nlohmann::json::parse(text), pretty.c_str());
        QCOMPARE(prettyJson(*parseJson(pretty), 0, width), pretty);
        if (read->is(JsonNode::Kind::String)) QCOMPARE(quotedJson(read->text), nlohmann::json::parse(text).dump());
    }
}

void JsonTest::widthIsKeptWhereItCanBe() {
    const JsonNode node = *parseJson(R"({"a": [1, 2, 3], "b": {"c": "d"}})");
    QCOMPARE(prettyJson(node, 0, 80), std::string(R"({ "a": [1, 2, 3], "b": { "c": "d" } })"));
    QCOMPARE(prettyJson(node, 2, 22), std::string("{\n    \"a\": [1, 2, 3],\n    \"b\": { \"c\": \"d\" }\n  }"));
    QCOMPARE(prettyJson(*parseJson("[\"long enough\", 1]"), 0, 12), std::string("[\n  \"long enough\",\n  1\n]"));
}

QTEST_APPLESS_MAIN(JsonTest)
#include "json_test.moc"
