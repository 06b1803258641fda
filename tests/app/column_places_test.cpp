#include <QtTest>

#include <algorithm>

#include "app/views/column_places.h"

using namespace gw;

/// Which cell of a table stands where, and how wide.
class ColumnPlacesTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsLeftGoesToAll();
    void whatHasNoRoomStandsOnAFurtherLine();
    void whatStandsAloneComesLast();
    void aColumnWiderThanItsLineIsCut();
};

void ColumnPlacesTest::whatIsLeftGoesToAll() {
    QVERIFY((placesOf({{60}, {30}}, 180, 200) == std::vector<ColumnPlace>{{0, 0, 120}, {0, 120, 60}}));
    // Whole pixels, and never more than there is.
    const auto places = placesOf({{10}, {10}, {10}}, 100, 100);
    for (const ColumnPlace& place : places) QCOMPARE(place.width, 33.0);
    QCOMPARE(places.back().x, 66.0);
    QVERIFY(placesOf({}, 100, 100).empty());
}

void ColumnPlacesTest::whatHasNoRoomStandsOnAFurtherLine() {
    // What fits exactly stays.
    QVERIFY((placesOf({{60}, {40}, {50}}, 100, 100) == std::vector<ColumnPlace>{{0, 0, 60}, {0, 60, 40}, {1, 0, 100}}));
    QVERIFY((placesOf({{60}, {41}, {50}}, 100, 100) == std::vector<ColumnPlace>{{0, 0, 100}, {1, 0, 45}, {1, 45, 54}}));
}

void ColumnPlacesTest::whatStandsAloneComesLast() {
    QVERIFY((placesOf({{60}, {300, true}, {30}, {5, true}}, 90, 120) ==
             std::vector<ColumnPlace>{{0, 0, 60}, {1, 0, 120}, {0, 60, 30}, {2, 0, 120}}));
    QVERIFY((placesOf({{5, true}}, 90, 120) == std::vector<ColumnPlace>{{0, 0, 120}}));
}

void ColumnPlacesTest::aColumnWiderThanItsLineIsCut() {
    QVERIFY(
        (placesOf({{30}, {250}, {30}}, 100, 100) == std::vector<ColumnPlace>{{0, 0, 100}, {1, 0, 100}, {2, 0, 100}}));
}

QTEST_APPLESS_MAIN(ColumnPlacesTest)
#include "column_places_test.moc"
