#include <QtTest>

#include "model/scene/measures.h"
#include "tests/app/canvas_window.h"
#include "tests/bench/large_design.h"

using namespace gw;

/// Gestures with real mouse events on a window off screen: each is one step, or nothing.
class GesturesTest : public QObject {
    Q_OBJECT

private slots:
    void clicksSelect();
    void theBandSelectsWhatStandsInIt();
    void aDragMovesOnTheGridInOneStep();
    void altLeavesTheGrid();
    void shiftKeepsToOneAxis();
    void escapeRestores();
    void aFrameCarriesWhatStandsInIt();
    void aCardMovesIntoAnotherSubnet();
    void aRefusedDropSaysWhyAndChangesNothing();
    void controlDragsACopy();
    void aHandleResizesInOneStep();
    void aFlowIsDrawnByTwoClicks();
    void aFlowIsDrawnByDragging();
    void aFlowFromItsHandle();
    void whatIsNoEndOfAFlowSaysWhy();
    void escapeEndsAFlow();
    void thePaletteShowsWhereAThingWillStand();
    void thePaletteSaysWhatDoesNotFit();
    void theMiddleButtonAndSpacePan();
    void theWheelScrollsAndZoomsAtThePointer();
    void aPreviewIsSeenWhileItLasts();
    void outlinesFollowWhereMuchIsDragged();
    void nothingElseMovesUntilTheDrop();
    void aCardDraggedPastItsRegionMakesItGrow();
    void aSignIsDroppedNearTheBorder();
    void aRefusalIsReadableAtTheEdge();
};

void GesturesTest::nothingElseMovesUntilTheDrop() {
    CanvasWindow w;
    const Design before = w.document.design();
    const Box vpc = w.box("vpc");
    const QPoint edge = w.at(Point{vpc.right() - 6, vpc.centre().y});
    w.canvas.hoverPaletteItem("availabilityZone", edge - QPoint(40, 0));
    w.canvas.hoverPaletteItem("availabilityZone", edge);
    QCOMPARE(w.document.design(), before);
    // Outlines show where the zone will be, and the VPC around it.
    const auto ghosts = w.canvas.board().shown.ghosts;
    QVERIFY(std::ranges::any_of(
        ghosts, [&](const GhostMark& ghost) { return ghost.area.x == vpc.x && ghost.area.right() > vpc.right(); }));
    w.canvas.dropPaletteItem("availabilityZone", edge);
    const Box zone = w.box(w.session.primaryId().toStdString());
    QVERIFY(w.box("vpc").right() > zone.right());
    QVERIFY(w.box("bucket").x > boxOf(before, "bucket").x);
    QVERIFY(w.canvas.board().shown.ghosts.empty());
    w.document.undo();
    QCOMPARE(w.document.design(), before);
    QVERIFY(!w.document.canUndo());

    // A card that is too wide for its subnet sticks out of it while it is dragged.
    const Box wide = w.box("right");
    QVERIFY(w.document.apply(edits::resizeThing(AnyId("right"), {wide.x, wide.y, 110, wide.height})));
    const Design narrow = w.document.design();
    const Box right = w.box("right");
    const QPoint end = w.at(Point{right.right() - 10, right.centre().y});
    w.press(w.middleOf("app"));
    w.move(end - QPoint(8, 0));
    w.move(end);
    QCOMPARE(w.box("right"), right);
    QCOMPARE(w.box("vpc"), vpc);
    w.release(end);
    QVERIFY(w.box("right").contains(w.box("app")));
    QVERIFY(w.box("right").right() > right.right());
    w.document.undo();
    QCOMPARE(w.document.design(), narrow);
    // One that has room is drawn inside when it is dropped over the side.
    w.document.undo();
    w.press(w.middleOf("app"));
    w.move(w.at(Point{wide.right() - 18, wide.centre().y}));
    w.move(w.at(Point{wide.right() - 10, wide.centre().y}));
    w.release(w.at(Point{wide.right() - 10, wide.centre().y}));
    QCOMPARE(w.box("right"), wide);
    QVERIFY(wide.contains(w.box("app")));
    w.document.undo();
    QCOMPARE(w.document.design(), before);
}

void GesturesTest::aCardDraggedPastItsRegionMakesItGrow() {
    CanvasWindow w;
    const Design before = w.document.design();
    const std::string region = before.regions.begin()->id.value;
    const Box frame = w.box(region);
    const QPoint beyond = w.at(Point{frame.right() + 60, frame.y + 100});
    w.drag(w.middleOf("bucket"), beyond);
    QVERIFY2(w.said.isEmpty(), qPrintable(w.said));
    QVERIFY(w.box("bucket").right() > frame.right());
    QVERIFY(w.box(region).contains(w.box("bucket")));
    w.document.undo();
    QCOMPARE(w.document.design(), before);
    QVERIFY(!w.document.canUndo());
}

void GesturesTest::aSignIsDroppedNearTheBorder() {
    CanvasWindow w;
    const Box vpc = w.box("vpc");
    const QPoint above = w.at(Point{vpc.centre().x, vpc.y - 10});
    w.canvas.hoverPaletteItem("internetGateway", above);
    QCOMPARE(w.canvas.board().shown.dropTarget, AnyId("vpc"));
    w.canvas.dropPaletteItem("internetGateway", above);
    QCOMPARE(w.document.design().internetGateways.size(), std::size_t{1});
    QCOMPARE(w.box(w.session.primaryId().toStdString()).centre(), (Point{vpc.centre().x, vpc.y}));
}

void GesturesTest::aRefusalIsReadableAtTheEdge() {
    CanvasWindow w;
    for (const QPoint corner : {QPoint(1195, 795), QPoint(1195, 3), QPoint(3, 795)}) {
        w.canvas.hoverPaletteItem("subnet", corner);
        const Area seen = w.canvas.board().visible();
        QVERIFY(!w.canvas.board().shown.refusal.empty());
        States shown = w.canvas.board().shown;
        shown.seen = seen;
        shown.covers = w.canvas.board().covered();
        const Scene marks = statesOf(w.canvas.board().scene(), shown, 1);
        int pills = 0;
        for (const Item& item : marks.items)
            for (const Shape& shape : marks.shapesOf(item))
                if (const auto* pill = std::get_if<PillShape>(&shape)) {
                    QVERIFY(seen.contains(areaOf(*pill, growthOf(*pill, 1))));
                    ++pills;
                }
        QCOMPARE(pills, 1);
        w.canvas.leavePaletteItem();
    }
}

void GesturesTest::clicksSelect() {
    CanvasWindow w;
    w.click(w.middleOf("app"));
    QCOMPARE(w.session.selectionIds(), QStringList("app"));
    w.click(w.middleOf("bucket"), Qt::ShiftModifier);
    QCOMPARE(w.session.selectionIds(), (QStringList{"app", "bucket"}));
    w.click(w.middleOf("app"), Qt::ShiftModifier);
    QCOMPARE(w.session.selectionIds(), QStringList("bucket"));
    // A click on one of several leaves just that one.
    w.click(w.middleOf("app"), Qt::ShiftModifier);
    w.click(w.middleOf("app"));
    QCOMPARE(w.session.selectionIds(), QStringList("app"));
    w.click({5, 5});
    QVERIFY(w.session.selectionIds().isEmpty());
    QVERIFY(!w.document.canUndo());
}

void GesturesTest::theBandSelectsWhatStandsInIt() {
    CanvasWindow w;
    const Box left = w.box("left");
    // Shift starts a band on a frame.
    w.drag(w.at(Point{left.x + 4, left.bottom() - 4}), w.at(Point{left.right() - 2, left.y + 28}), Qt::ShiftModifier);
    QCOMPARE(w.session.selectionIds(), QStringList("app"));
    const Box bucket = w.box("bucket");
    w.drag(w.at(Point{bucket.right() + 6, bucket.y - 6}), w.at(Point{bucket.x - 6, bucket.bottom() + 6}),
           Qt::ShiftModifier);
    QStringList selected = w.session.selectionIds();
    selected.sort();
    QCOMPARE(selected, (QStringList{"app", "bucket"}));
    QVERIFY(!w.document.canUndo());
}

void GesturesTest::aDragMovesOnTheGridInOneStep() {
    CanvasWindow w;
    const Design before = w.document.design();
    const Box from = w.box("bucket");
    w.drag(w.middleOf("bucket"), w.middleOf("bucket") + QPoint(37, 50));
    QCOMPARE(w.box("bucket").x % 8, 0);
    QCOMPARE(w.box("bucket").y % 8, 0);
    QVERIFY(std::abs(w.box("bucket").x - from.x - 37) <= 4);
    QVERIFY(std::abs(w.box("bucket").y - from.y - 50) <= 4);
    QCOMPARE(w.session.selectionIds(), QStringList("bucket"));
    w.document.undo();
    QCOMPARE(w.document.design(), before);
    QVERIFY(!w.document.canUndo());
}

void GesturesTest::altLeavesTheGrid() {
    CanvasWindow w;
    const Box from = w.box("bucket");
    w.drag(w.middleOf("bucket"), w.middleOf("bucket") + QPoint(37, 51), Qt::AltModifier);
    QCOMPARE(w.box("bucket"), from.moved(37, 51));
}

void GesturesTest::shiftKeepsToOneAxis() {
    CanvasWindow w;
    const Box from = w.box("bucket");
    w.drag(w.middleOf("bucket"), w.middleOf("bucket") + QPoint(6, 64), Qt::ShiftModifier);
    QCOMPARE(w.box("bucket").x, from.x);
    QVERIFY(w.box("bucket").y > from.y);
}

void GesturesTest::escapeRestores() {
    CanvasWindow w;
    const Design before = w.document.design();
    const QPoint from = w.middleOf("vpc");
    w.press(from);
    w.move(from + QPoint(60, 60));
    QVERIFY(w.document.design() != before);
    w.key(Qt::Key_Escape);
    QCOMPARE(w.document.design(), before);
    w.release(from + QPoint(60, 60));
    QCOMPARE(w.document.design(), before);
    QVERIFY(!w.document.canUndo());
}

void GesturesTest::aFrameCarriesWhatStandsInIt() {
    CanvasWindow w;
    const Box app = w.box("app");
    const Box vpc = w.box("vpc");
    const QPoint grip = w.at(Point{vpc.x + 300, vpc.y + 10});
    w.drag(grip, grip + QPoint(0, 80));
    const int dy = w.box("vpc").y - vpc.y;
    QVERIFY(dy > 0);
    QCOMPARE(w.box("app"), app.moved(0, dy));
}

void GesturesTest::aCardMovesIntoAnotherSubnet() {
    CanvasWindow w;
    const Design before = w.document.design();
    w.press(w.middleOf("app"));
    w.move(w.middleOf("right") - QPoint(10, 0));
    w.move(w.middleOf("right"));
    // What takes it is outlined before the release.
    QCOMPARE(w.canvas.board().shown.dropTarget, AnyId("right"));
    w.release(w.middleOf("right"));
    QCOMPARE(w.document.design().workloads.find({"app"})->subnets, std::vector{Id<Subnet>{"right"}});
    QVERIFY(w.box("right").contains(w.box("app")));
    QVERIFY(!w.canvas.board().shown.dropTarget);
    w.document.undo();
    QCOMPARE(w.document.design(), before);
}

void GesturesTest::aRefusedDropSaysWhyAndChangesNothing() {
    CanvasWindow w;
    const Design before = w.document.design();
    const QPoint outside = w.at(Point{w.box("vpc").x + 40, w.box("vpc").bottom() + 120});
    w.press(w.middleOf("app"));
    w.move(outside - QPoint(4, 0));
    w.move(outside);
    QVERIFY(!w.canvas.board().shown.refusal.empty());
    QCOMPARE(w.document.design(), before);
    w.release(outside);
    QVERIFY(w.said.contains("subnet"));
    QCOMPARE(w.document.design(), before);
    QVERIFY(!w.document.canUndo());
    QVERIFY(w.canvas.board().shown.refusal.empty());
}

void GesturesTest::controlDragsACopy() {
    CanvasWindow w;
    const Design before = w.document.design();
    w.drag(w.middleOf("bucket"), w.middleOf("bucket") + QPoint(0, 160), Qt::ControlModifier);
    QCOMPARE(w.document.design().resources.size(), std::size_t{2});
    QCOMPARE(w.box("bucket"), boxOf(before, "bucket"));
    QCOMPARE(w.session.selectionIds(), QStringList("bucket-2"));
    w.document.undo();
    QCOMPARE(w.document.design(), before);
}

void GesturesTest::aHandleResizesInOneStep() {
    CanvasWindow w;
    const Box before = w.box("right");
    w.click(w.at(Point{before.x + 100, before.bottom() - 20}));
    QCOMPARE(w.session.selectionIds(), QStringList("right"));
    const auto handles = handlesOf(w.canvas.board().scene(), AnyId("right"), 1);
    const auto bottom = std::ranges::find_if(handles, [](const Handle& h) { return h.dx == 0 && h.dy == 1; });
    QVERIFY(bottom != handles.end());
    const QPoint grip = w.at(bottom->area.centre());
    w.drag(grip, grip + QPoint(30, 40));
    QCOMPARE(w.box("right").x, before.x);
    QCOMPARE(w.box("right").width, before.width);
    QVERIFY(std::abs(w.box("right").bottom() - before.bottom() - 40) <= 4);
    w.document.undo();
    QCOMPARE(w.box("right"), before);
    QVERIFY(!w.document.canUndo());
}

void GesturesTest::aFlowIsDrawnByTwoClicks() {
    CanvasWindow w;
    const Design before = w.document.design();
    w.key(Qt::Key_C);
    QCOMPARE(w.session.tool(), Session::Tool::Connect);
    w.click(w.middleOf("app"));
    QTest::mouseMove(&w.window, w.at(Point{w.box("vpc").right() + 40, w.box("vpc").y + 200}));
    QVERIFY(w.canvas.board().ghostLine);
    QTest::mouseMove(&w.window, w.middleOf("bucket"));
    // The flow is there, and judged, before the second click.
    QCOMPARE(w.document.design().flows.size(), std::size_t{1});
    w.click(w.middleOf("bucket"));
    QCOMPARE(w.document.design().flows.size(), std::size_t{1});
    const Flow& flow = *w.document.design().flows.begin();
    QCOMPARE(flow.from.value, std::string("app"));
    QCOMPARE(flow.to.value, std::string("bucket"));
    QCOMPARE(w.session.tool(), Session::Tool::Select);
    w.document.undo();
    QCOMPARE(w.document.design(), before);
}

void GesturesTest::aFlowIsDrawnByDragging() {
    CanvasWindow w;
    w.key(Qt::Key_C);
    w.drag(w.middleOf("app"), w.middleOf("bucket"));
    QCOMPARE(w.document.design().flows.size(), std::size_t{1});
    QCOMPARE(w.document.undoLabel(), QString("Add flow"));
}

void GesturesTest::aFlowFromItsHandle() {
    CanvasWindow w;
    w.click(w.middleOf("app"));
    const auto handle = connectHandleOf(w.canvas.board().scene(), AnyId("app"), 1);
    QVERIFY(handle);
    w.drag(w.at(handle->centre()), w.middleOf("bucket"));
    QCOMPARE(w.document.design().flows.size(), std::size_t{1});
}

void GesturesTest::whatIsNoEndOfAFlowSaysWhy() {
    CanvasWindow w;
    w.key(Qt::Key_C);
    w.click(w.middleOf("bucket"));
    QVERIFY(w.said.contains("starts at"));
    w.drag(w.middleOf("app"), w.middleOf("bucket"));
    w.key(Qt::Key_C);
    w.drag(w.middleOf("app"), w.middleOf("bucket"));
    QVERIFY2(w.said.contains("already"), qPrintable(w.said));
    QCOMPARE(w.document.design().flows.size(), std::size_t{1});
}

void GesturesTest::escapeEndsAFlow() {
    CanvasWindow w;
    w.key(Qt::Key_C);
    w.click(w.middleOf("app"));
    QTest::mouseMove(&w.window, w.middleOf("bucket"));
    w.key(Qt::Key_Escape);
    QCOMPARE(w.document.design().flows.size(), std::size_t{0});
    QVERIFY(!w.document.canUndo());
}

void GesturesTest::thePaletteShowsWhereAThingWillStand() {
    CanvasWindow w;
    const Design before = w.document.design();
    w.canvas.hoverPaletteItem("ec2", w.middleOf("right"));
    QCOMPARE(w.canvas.board().shown.dropTarget, AnyId("right"));
    QCOMPARE(w.document.design().workloads.size(), std::size_t{2});
    QVERIFY(!w.document.canUndo());
    w.canvas.leavePaletteItem();
    QCOMPARE(w.document.design(), before);
    w.canvas.hoverPaletteItem("ec2", w.middleOf("left"));
    w.canvas.dropPaletteItem("ec2", w.middleOf("right"));
    QCOMPARE(w.document.design().workloads.size(), std::size_t{2});
    const Workload* added = w.document.design().workloads.find({w.session.primary().value});
    QVERIFY(added);
    QCOMPARE(added->subnets, std::vector{Id<Subnet>{"right"}});
    w.document.undo();
    QCOMPARE(w.document.design(), before);
}

void GesturesTest::thePaletteSaysWhatDoesNotFit() {
    CanvasWindow w;
    const Design before = w.document.design();
    const QPoint outside = w.at(Point{w.box("vpc").x + 40, w.box("vpc").bottom() + 120});
    w.canvas.hoverPaletteItem("ec2", outside);
    QVERIFY(!w.canvas.board().shown.refusal.empty());
    QCOMPARE(w.canvas.board().shown.ghosts.size(), std::size_t{1});
    w.canvas.dropPaletteItem("ec2", outside);
    QVERIFY(w.said.contains("subnet"));
    QCOMPARE(w.document.design(), before);
}

void GesturesTest::theMiddleButtonAndSpacePan() {
    CanvasWindow w;
    const QPointF before = w.session.centre();
    QTest::mousePress(&w.window, Qt::MiddleButton, {}, {600, 400});
    QTest::mouseEvent(QTest::MouseMove, &w.window, Qt::MiddleButton, {}, {650, 420});
    QTest::mouseRelease(&w.window, Qt::MiddleButton, {}, {650, 420});
    QCOMPARE(w.session.centre(), before - QPointF(50, 20));
    QTest::keyPress(&w.window, Qt::Key_Space);
    w.drag(w.middleOf("bucket"), w.middleOf("bucket") + QPoint(50, 20));
    QTest::keyRelease(&w.window, Qt::Key_Space);
    QCOMPARE(w.session.centre(), before - QPointF(100, 40));
    QVERIFY(!w.document.canUndo());
}

void GesturesTest::theWheelScrollsAndZoomsAtThePointer() {
    CanvasWindow w;
    const QPointF point(300, 200);
    const auto wheel = [&](int angle, Qt::KeyboardModifiers keys) {
        QWheelEvent event(point, w.window.mapToGlobal(point), {}, {0, angle}, Qt::NoButton, keys, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(&w.window, &event);
    };
    const QPointF centre = w.session.centre();
    wheel(-120, {});
    QVERIFY(w.session.centre().y() > centre.y());
    QCOMPARE(w.session.centre().x(), centre.x());
    wheel(-120, Qt::ShiftModifier);
    QVERIFY(w.session.centre().x() > centre.x());
    const Spot held = w.canvas.board().spotAt(point);
    wheel(120, Qt::ControlModifier);
    QVERIFY(w.session.zoom() > 1.1);
    QVERIFY(std::fabs(w.canvas.board().spotAt(point).x - held.x) < 0.01);
    QVERIFY(std::fabs(w.canvas.board().spotAt(point).y - held.y) < 0.01);
}

void GesturesTest::aPreviewIsSeenWhileItLasts() {
    CanvasWindow w;
    const QImage before = w.window.grabWindow();
    const QPoint from = w.middleOf("bucket");
    w.press(from);
    w.move(from + QPoint(0, 200));
    const QImage during = w.window.grabWindow();
    QVERIFY(during != before);
    w.key(Qt::Key_Escape);
    w.session.clearSelection();
    w.session.setHovered({});
    QCOMPARE(w.window.grabWindow(), before);
}

void GesturesTest::outlinesFollowWhereMuchIsDragged() {
    CanvasWindow w(test::largeDesign(1000));
    const std::string id = w.document.design().vpcs.begin()->id.value;
    QTRY_VERIFY(!w.document.isJudging());
    QTRY_VERIFY(w.canvas.board().scene().bodyOf(AnyId(id)));
    const Design before = w.document.design();
    const Box vpc = w.box(id);
    w.session.setView(1, QPointF(vpc.centre().x, vpc.y + 200));
    const QPoint grip = w.at(Point{vpc.x + 300, vpc.y + 8});
    w.press(grip);
    QCOMPARE(w.session.primary(), AnyId(id));
    w.move(grip + QPoint(0, 16));
    QCOMPARE(w.canvas.board().shown.ghosts.size(), std::size_t{1});
    QCOMPARE(w.document.design(), before);
    // It settles when the pointer rests, and at the release at the latest.
    QTRY_VERIFY(w.document.design() != before);
    w.move(grip + QPoint(0, 24));
    w.release(grip + QPoint(0, 24));
    QVERIFY(std::abs(w.box(id).y - vpc.y - 24) <= 4);
    w.document.undo();
    QCOMPARE(w.document.design(), before);
    QVERIFY(!w.document.canUndo());
}

QTEST_MAIN(GesturesTest)
#include "gestures_test.moc"
