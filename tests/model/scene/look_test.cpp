#include <QtTest>

#include <set>

#include "model/scene/look.h"
#include "model/scene/measures.h"
#include "model/scene/metrics.h"

using namespace gw;

class LookTest : public QObject {
    Q_OBJECT

private slots:
    void everyInkHasAValueInEveryTheme();
    void tokensAreFoundByName();
    void statesDifferByMoreThanColour();
    void textIsMeasuredAndCut();
    void wordsWithoutRoomAreSaidInBrief();
    void tagsGrowOffTheirThing();
};

void LookTest::everyInkHasAValueInEveryTheme() {
    for (int i = 1; i <= static_cast<int>(lastInk); ++i) {
        const auto ink = static_cast<Ink>(i);
        QVERIFY(!tokenOf(ink).empty());
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast})
            QCOMPARE(colourOf(ink, theme), colourToken(tokenOf(ink), theme));
    }
    QCOMPARE(colourOf(Ink::None, Theme::Dark).alpha, 0);
    QCOMPARE(colourOf(Ink::Vpc, Theme::Light).text(), std::string("#8C4FFF"));
}

void LookTest::tokensAreFoundByName() {
    QCOMPARE(numberToken("space.4"), 8.0);
    QCOMPARE(numberToken("panel.left.default"), 232.0);
    QCOMPARE(fontFamilies("ui").front(), std::string("Inter"));
    QCOMPARE(colourToken("scrim", Theme::Light).alpha, 0x66);
    QVERIFY(colourTokens().size() > 60);
}

void LookTest::statesDifferByMoreThanColour() {
    std::set<std::pair<Dash, double>> seen;
    for (const LineState state : {LineState::Private, LineState::Public, LineState::Blocked, LineState::Unknown,
                                  LineState::Wanted, LineState::Inbound, LineState::Refused, LineState::Intruding}) {
        const Stroke stroke = strokeOf(state);
        QVERIFY(seen.emplace(stroke.dash, stroke.width).second);
        QVERIFY(!wordsOf(state).empty());
    }
}

void LookTest::textIsMeasuredAndCut() {
    const TextStyle style{10, Weight::Regular};
    QCOMPARE(widthOf("", style), 0.0);
    QVERIFY(widthOf("WW", style) > widthOf("ii", style));
    QCOMPARE(widthOf("abc", TextStyle{20, Weight::Regular}), 2 * widthOf("abc", style));
    QVERIFY(widthOf("abc", TextStyle{10, Weight::SemiBold}) > widthOf("abc", style));
    QCOMPARE(widthOf("ab", TextStyle{10, Weight::Regular, false, Family::Mono}), 12.0);
    const std::string text = "database-service of the shop";
    QCOMPARE(fitted(text, style, 1000), text);
    const std::string cut = fitted(text, style, 60);
    QVERIFY(cut.ends_with("\u2026"));
    QVERIFY(widthOf(cut, style) <= 60);
    QCOMPARE(fitted(text, style, 3), std::string());
    // In the middle, both ends stay.
    const std::string pinched = fitted(text, style, 60, Cut::Middle);
    QVERIFY(pinched.starts_with("data") && pinched.ends_with("shop"));
    QVERIFY(widthOf(pinched, style) <= 60 && widthOf(pinched, style) > 48);
    QCOMPARE(fitted(text, style, 1000, Cut::Middle), text);
    QCOMPARE(fitted(text, style, 3, Cut::Middle), std::string());
    // Half a character is never kept, nor read past the end.
    QCOMPARE(fitted("\xE2\x82", style, 1000), std::string("\xE2\x82"));
    QCOMPARE(fitted("\u00E4\u00E4\u00E4\u00E4\u00E4\u00E4", style, 25), std::string("\u00E4\u00E4\u2026"));
}

void LookTest::wordsWithoutRoomAreSaidInBrief() {
    PillShape pill{{}, "stops: sg in"};
    pill.room = 80;
    pill.brief = "sg in";
    QCOMPARE(fittedAt(pill, 1).text, pill.text);
    QCOMPARE(fittedAt(pill, 0.5).text, pill.brief);
    QVERIFY(growthOf(fittedAt(pill, 0.5), 0.5) > growthOf(pill, 0.5));
    pill.room = 0;
    QCOMPARE(fittedAt(pill, 0.5).text, pill.text);
}

void LookTest::tagsGrowOffTheirThing() {
    const TagShape tag{{100, 100}, "A"};
    QCOMPARE(areaOf(tag, 2).bottom(), areaOf(tag).bottom());
    QCOMPARE(areaOf(tag, 2).height, 2 * areaOf(tag).height);
}

QTEST_APPLESS_MAIN(LookTest)
#include "look_test.moc"
