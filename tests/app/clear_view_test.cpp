#include <QtTest>

#include <array>

#include "app/views/tools/clear_view.h"

namespace gw {

/// Everything is shown as large as it can be, and nothing of it under what lies on the canvas.
class ClearViewTest : public QObject {
    Q_OBJECT

private slots:
    void keepsClearOfWhatLiesOnTheCanvas_data();
    void keepsClearOfWhatLiesOnTheCanvas();
    void goesBelowABarAtTheTop();
    void withoutCoversTheMiddleIsTheMiddle();
    void whereCoversLeaveNoRoomTheyAreIgnored();

private:
    static Area shown(const View& view, const Area& area, QSizeF canvas) {
        return {(area.x - view.centre.x()) * view.zoom + canvas.width() / 2,
                (area.y - view.centre.y()) * view.zoom + canvas.height() / 2, area.width * view.zoom,
                area.height * view.zoom};
    }
};

void ClearViewTest::keepsClearOfWhatLiesOnTheCanvas_data() {
    QTest::addColumn<QSizeF>("canvas");
    QTest::addColumn<QSizeF>("drawing");
    for (const QSizeF canvas : {QSizeF(856, 600), QSizeF(856, 360), QSizeF(1400, 800), QSizeF(480, 700)})
        for (const QSizeF drawing : {QSizeF(1000, 760), QSizeF(3000, 400), QSizeF(300, 2000), QSizeF(40, 40)})
            QTest::addRow("%gx%g in %gx%g", drawing.width(), drawing.height(), canvas.width(), canvas.height())
                << canvas << drawing;
}

void ClearViewTest::keepsClearOfWhatLiesOnTheCanvas() {
    QFETCH(QSizeF, canvas);
    QFETCH(QSizeF, drawing);
    const std::array covers{Area{12, canvas.height() - 112, 200, 100},
                            Area{canvas.width() - 148, canvas.height() - 96, 136, 84}};
    const Area area{-50, 70, drawing.width(), drawing.height()};
    const View view = clearView(area, canvas, covers, 1);
    const Area seen = shown(view, area, canvas);
    QVERIFY(view.zoom <= 1);
    QVERIFY((Area{0, 0, canvas.width(), canvas.height()}.contains(seen)));
    for (const Area& cover : covers) QVERIFY(!cover.overlaps(seen));
}

void ClearViewTest::goesBelowABarAtTheTop() {
    const std::array covers{Area{12, 12, 380, 36}};
    const Area area{0, 0, 900, 500};
    const Area seen = shown(clearView(area, {784, 554}, covers, 1), area, {784, 554});
    QVERIFY(seen.y >= covers[0].bottom());
    QVERIFY(seen.width > 700);
}

void ClearViewTest::withoutCoversTheMiddleIsTheMiddle() {
    const View view = clearView({10, 20, 100, 60}, {800, 600}, {}, 1);
    QCOMPARE(view.zoom, 1.0);
    QCOMPARE(view.centre, QPointF(60, 50));
}

void ClearViewTest::whereCoversLeaveNoRoomTheyAreIgnored() {
    const std::array covers{Area{0, 0, 300, 200}};
    const View view = clearView({0, 0, 600, 100}, {300, 200}, covers, 1);
    QCOMPARE(view.zoom, 0.5);
}

}  // namespace gw

QTEST_APPLESS_MAIN(gw::ClearViewTest)
#include "clear_view_test.moc"
