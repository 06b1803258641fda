#include <QtTest>

#include <set>

#include "model/policy/proof/text_classes.h"
#include "tests/random/random.h"
#include "tests/random/rounds.h"

using namespace gw;

/// Classes of texts, held against every short text there is.
class TextClassesTest : public QObject {
    Q_OBJECT
private slots:
    void everyTextHasItsExample_data();
    void everyTextHasItsExample();
    void examplesStayInTheUniverse();
    void preferredTextsAreTakenWhereTheyFit();
    void whatTakesTooLongIsLeft();
    void bytesOfOneCharacterStayTogether();
};

namespace {

using Colons = PatternStyle::Colons;

struct Group {
    std::vector<Pattern> patterns{};

    bool matches(const std::string& text) const {
        return std::ranges::any_of(patterns, [&](const Pattern& each) { return each.matchesPlain(text); });
    }
};

std::vector<TextPatterns> outlinesOf(const std::vector<Group>& groups) {
    std::vector<TextPatterns> all;
    for (const Group& group : groups) {
        TextPatterns patterns;
        for (const Pattern& each : group.patterns) patterns.push_back({each.outline(), each.ignoresCase()});
        all.push_back(std::move(patterns));
    }
    return all;
}

std::vector<bool> signatureOf(const std::vector<Group>& groups, const std::string& text) {
    std::vector<bool> signature;
    for (const Group& group : groups) signature.push_back(group.matches(text));
    return signature;
}

/// Every text of up to `most` of the letters.
void addTexts(const std::string& start, std::string_view letters, std::size_t most, std::vector<std::string>& texts) {
    texts.push_back(start);
    if (start.size() == most) return;
    for (const char c : letters) addTexts(start + c, letters, most, texts);
}

}  // namespace

void TextClassesTest::everyTextHasItsExample_data() {
    QTest::addColumn<PatternStyle>("style");
    QTest::newRow("free") << PatternStyle{true, false, false, Colons::Free};
    QTest::newRow("case aside") << PatternStyle{true, false, true, Colons::Free};
    QTest::newRow("literal") << PatternStyle{false, false, false, Colons::Free};
    QTest::newRow("arn") << PatternStyle{true, false, false, Colons::Arn};
    QTest::newRow("resource") << PatternStyle{true, false, false, Colons::Resource};
}

void TextClassesTest::everyTextHasItsExample() {
    QFETCH(PatternStyle, style);
    std::vector<std::string> texts;
    addTexts("", "aAb:", 6, texts);
    const std::string letters = "ab:**?A";
    std::size_t most = 0;
    for (int seed = 0; seed < rounds(15); ++seed) {
        Random random(static_cast<std::uint64_t>(seed));
        std::vector<Group> groups(static_cast<std::size_t>(random.between(1, 4)));
        for (Group& group : groups)
            for (int i = random.between(0, 3); i > 0; --i) {
                std::string pattern;
                for (int j = random.between(0, 5); j > 0; --j) pattern += letters[random.below(letters.size())];
                group.patterns.emplace_back(pattern, style);
            }
        const auto examples = textClasses(outlinesOf(groups), {}, {}, 100'000);
        QVERIFY(examples.has_value());
        std::set<std::vector<bool>> known;
        // Each class has one example, by what the patterns themselves say of it.
        for (const std::string& example : *examples) QVERIFY(known.insert(signatureOf(groups, example)).second);
        for (const std::string& text : texts)
            QVERIFY2(known.contains(signatureOf(groups, text)), (std::to_string(seed) + " " + text).c_str());
        most = std::max(most, known.size());
    }
    QVERIFY(most > 3);
}

void TextClassesTest::examplesStayInTheUniverse() {
    TextUniverse accounts;
    accounts.within = {{std::vector<PatternToken>(12, anyOneToken), false}};
    accounts.letters = "9876543210";
    accounts.lettersAlone = true;
    const std::vector<Group> groups{{{Pattern("1111*", {})}}, {{Pattern("*x*", {})}}, {{Pattern("111122223333", {})}}};
    const auto examples = textClasses(outlinesOf(groups), accounts, {}, 10'000);
    QVERIFY(examples.has_value());
    QCOMPARE(examples->size(), std::size_t(3));
    for (const std::string& example : *examples) {
        QCOMPARE(example.size(), std::size_t(12));
        QVERIFY(example.find_first_not_of("0123456789") == std::string::npos);
    }
}

void TextClassesTest::preferredTextsAreTakenWhereTheyFit() {
    const std::vector<Group> groups{{{Pattern("vpce-*", {})}}, {{Pattern("vpce-1", {})}}};
    const auto examples = textClasses(outlinesOf(groups), {}, {"vpce-nice", "vpce-other", "nothing"}, 10'000);
    QVERIFY(examples.has_value());
    QCOMPARE(examples->size(), std::size_t(3));
    for (const char* text : {"vpce-nice", "nothing", "vpce-1"})
        QVERIFY2(std::ranges::find(*examples, text) != examples->end(), text);
}

void TextClassesTest::whatTakesTooLongIsLeft() {
    std::vector<Group> groups;
    for (const char* pattern : {"*a*b*c*d*", "*b*a*d*c*", "*d*c*b*a*", "*c*d*a*b*", "*a??????b*"})
        groups.push_back({{Pattern(pattern, {})}});
    QVERIFY(!textClasses(outlinesOf(groups), {}, {}, 50));
    QVERIFY(textClasses(outlinesOf(groups), {}, {}, 100'000));
}

void TextClassesTest::bytesOfOneCharacterStayTogether() {
    const std::vector<Group> groups{{{Pattern("é", {})}}, {{Pattern("?", {})}}, {{Pattern("??", {})}}};
    const auto examples = textClasses(outlinesOf(groups), {}, {}, 10'000);
    QVERIFY(examples.has_value());
    std::set<std::vector<bool>> known;
    for (const std::string& example : *examples) {
        QVERIFY2(QString::fromUtf8(example.c_str()).toStdString() == example, example.c_str());
        known.insert(signatureOf(groups, example));
    }
    for (const char* text : {"", "é", "ü", "éü", "abc"}) QVERIFY2(known.contains(signatureOf(groups, text)), text);
}

QTEST_APPLESS_MAIN(TextClassesTest)
#include "text_classes_test.moc"
