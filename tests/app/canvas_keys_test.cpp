#include <QtTest>

#include "tests/app/canvas_window.h"

using namespace gw;

/// Everything the canvas can do by keys.
class CanvasKeysTest : public QObject {
    Q_OBJECT

private slots:
    void deleteTakesOutWhatIsSelected();
    void arrowsNudgeInOneStep();
    void copyAndPasteMakeNewThings();
    void cutAndPasteAreTwoSteps();
    void duplicateSelectsTheCopy();
    void foreignTextIsRefused();
    void tabGoesThroughEverythingInReadingOrder();
    void controlArrowsGoToTheNeighbour();
    void framesAreLeftAndEntered();
    void escapeGoesOneLevelOut();
    void aFlowIsDrawnByKeys();
    void renameInPlace();
    void fitShowsEverything();
    void eachKeyMeansOneThing();
    void undoneAllIsTheEmptyFile();
    void whatStandsInAFrameFindsTheNearestOne();
    void theMenuKeyAsksForTheMenu();
    void escapeLeavesAChangeThatIsLookedAt();
    void copiesAreTheirOwnByName();
    void whatIsSelectedComesOutFromBelowAPanel();
    void aFurtherVpcStandsInTheSameRegion();
};

void CanvasKeysTest::whatIsSelectedComesOutFromBelowAPanel() {
    CanvasWindow w;
    const Point bucket = w.box("bucket").centre();
    // Near the right edge of the canvas.
    w.session.setView(1, QPointF(bucket.x - 480, bucket.y));
    const QPointF before = w.session.centre();
    w.canvas.setCoveredRight(200);
    QCOMPARE(w.session.centre(), before);
    w.canvas.setCoveredRight(0);
    // Not while it is pressed.
    w.press(w.middleOf("bucket"));
    QCOMPARE(w.session.primaryId(), "bucket");
    w.canvas.setCoveredRight(200);
    QCOMPARE(w.session.centre(), before);
    w.release(w.middleOf("bucket"));
    const double right =
        w.canvas.board().pointAt({static_cast<double>(w.box("bucket").x + w.box("bucket").width), 0}).x();
    QVERIFY(right < 1200 - 200);
    QCOMPARE(w.session.centre().y(), before.y());
    QCOMPARE(w.session.zoom(), 1.0);
}

void CanvasKeysTest::aFurtherVpcStandsInTheSameRegion() {
    CanvasWindow w;
    w.session.select("app");
    const Box before = w.box("vpc");
    w.canvas.addPaletteItem("vpc");
    const Design& after = w.document.design();
    QCOMPARE(after.regions.size(), 1U);
    QCOMPARE(after.vpcs.size(), 2U);
    QCOMPARE(w.box("vpc"), before);
    QVERIFY(w.box(w.session.primaryId().toStdString()).y >= before.bottom());
}

void CanvasKeysTest::whatStandsInAFrameFindsTheNearestOne() {
    CanvasWindow w;
    const auto added = [&](const char* key) {
        w.session.select("bucket");
        w.said.clear();
        w.canvas.addPaletteItem(key);
        return w.session.primaryId().toStdString();
    };
    const Id<Endpoint> door{added("endpoint.gateway")};
    QVERIFY2(w.document.design().endpoints.find(door), qPrintable(w.said));
    QCOMPARE(w.document.design().endpoints.find(door)->vpc.value, std::string("vpc"));
    QVERIFY2(w.box(door.value).centre().x > w.box("right").right(), "on the side of the bucket");
    const Id<Workload> task{added("lambda")};
    QVERIFY2(w.document.design().workloads.find(task), qPrintable(w.said));
    QCOMPARE(w.document.design().workloads.find(task)->subnets.size(), 1U);
    QCOMPARE(w.document.design().workloads.find(task)->subnets.front().value, std::string("right"));
}

void CanvasKeysTest::theMenuKeyAsksForTheMenu() {
    CanvasWindow w;
    QSignalSpy asked(&w.canvas, &CanvasItem::menuRequested);
    w.session.select("app");
    w.key(Qt::Key_Menu);
    w.key(Qt::Key_F10, Qt::ShiftModifier);
    QCOMPARE(asked.count(), 2);
    for (const auto& each : asked) QCOMPARE(each.front().toPointF().toPoint(), w.middleOf("app"));
    w.session.clearSelection();
    w.key(Qt::Key_Menu);
    QCOMPARE(asked.last().front().toPointF(), QPointF(600, 400));
}

void CanvasKeysTest::escapeLeavesAChangeThatIsLookedAt() {
    CanvasWindow w;
    const Design before = w.document.design();
    w.session.select("bucket");
    QVERIFY(w.document.propose(edits::rename(AnyId("bucket"), "images")));
    QVERIFY(w.document.isProposing());
    w.key(Qt::Key_Escape);
    QCOMPARE(w.document.design(), before);
    QVERIFY(!w.document.isProposing());
    QCOMPARE(w.session.selectionIds(), QStringList("bucket"));
    w.key(Qt::Key_Escape);
    QVERIFY(w.session.selectionIds().isEmpty());
}

void CanvasKeysTest::copiesAreTheirOwnByName() {
    CanvasWindow w;
    w.session.attempt(edits::rename(AnyId("app"), "Payment API"));
    w.session.attempt(edits::rename(AnyId("bucket"), "images-7"));
    w.session.setSelection({AnyId("app"), AnyId("bucket")});
    const auto names = [&] {
        std::set<std::string> all;
        for (const Workload& each : w.document.design().workloads) all.insert(each.name);
        for (const ServiceResource& each : w.document.design().resources) all.insert(each.name);
        return all;
    };
    w.key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(names(), (std::set<std::string>{"Payment API", "Payment API 2", "images-2", "images-7"}));
    w.key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(names(), (std::set<std::string>{"Payment API", "Payment API 2", "Payment API 3", "images-2", "images-3",
                                             "images-7"}));
}

void CanvasKeysTest::deleteTakesOutWhatIsSelected() {
    CanvasWindow w;
    const Design before = w.document.design();
    w.session.select("vpc");
    w.key(Qt::Key_Delete);
    QVERIFY(w.document.design().vpcs.empty());
    QVERIFY(w.document.design().workloads.empty());
    QVERIFY(w.session.selectionIds().isEmpty());
    w.document.undo();
    QCOMPARE(w.document.design(), before);
}

void CanvasKeysTest::arrowsNudgeInOneStep() {
    CanvasWindow w;
    const Design before = w.document.design();
    const Box from = w.box("bucket");
    w.session.select("bucket");
    for (int i = 0; i < 3; ++i) w.key(Qt::Key_Down);
    w.key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(w.box("bucket"), from.moved(8, 3));
    w.document.undo();
    QCOMPARE(w.document.design(), before);
    // Another thing is another step.
    w.key(Qt::Key_Down);
    w.session.select("vpc");
    w.key(Qt::Key_Down);
    w.document.undo();
    QCOMPARE(w.box("bucket"), from.moved(0, 1));
}

void CanvasKeysTest::copyAndPasteMakeNewThings() {
    CanvasWindow w;
    const Design before = w.document.design();
    w.session.select("app");
    w.key(Qt::Key_C, Qt::ControlModifier);
    QVERIFY(w.commands.named("edit.paste")->isEnabled());
    w.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(w.document.design().workloads.size(), std::size_t{2});
    QCOMPARE(w.session.selectionIds(), QStringList("app-2"));
    QCOMPARE(w.document.design().workloads.find({"app-2"})->subnets, std::vector{Id<Subnet>{"left"}});
    QVERIFY(!w.box("app-2").overlaps(w.box("app")));
    w.document.undo();
    QCOMPARE(w.document.design(), before);
}

void CanvasKeysTest::cutAndPasteAreTwoSteps() {
    CanvasWindow w;
    w.session.select("bucket");
    w.key(Qt::Key_X, Qt::ControlModifier);
    QVERIFY(w.document.design().resources.empty());
    w.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(w.document.design().resources.size(), std::size_t{1});
    QCOMPARE(w.session.selectionIds(), QStringList("bucket"));
}

void CanvasKeysTest::duplicateSelectsTheCopy() {
    CanvasWindow w;
    w.session.select("bucket");
    w.key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(w.session.selectionIds(), QStringList("bucket-2"));
    QCOMPARE(w.document.undoLabel(), QString("Duplicate"));
}

void CanvasKeysTest::foreignTextIsRefused() {
    CanvasWindow w;
    QGuiApplication::clipboard()->setText("not a design");
    w.key(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(!w.said.isEmpty());
    QVERIFY(!w.document.canUndo());
}

void CanvasKeysTest::tabGoesThroughEverythingInReadingOrder() {
    CanvasWindow w;
    QStringList seen;
    for (std::size_t i = 0; i < w.document.design().placements.size(); ++i) {
        w.key(Qt::Key_Tab);
        seen.append(w.session.primaryId());
    }
    QCOMPARE(QSet(seen.begin(), seen.end()).size(), seen.size());
    QVERIFY(seen.indexOf("vpc") < seen.indexOf("left"));
    QVERIFY(seen.indexOf("left") < seen.indexOf("app"));
    QVERIFY(seen.indexOf("app") < seen.indexOf("right"));
    QVERIFY(seen.indexOf("right") < seen.indexOf("bucket"));
    const QString last = w.session.primaryId();
    w.key(Qt::Key_Tab);
    QCOMPARE(w.session.primaryId(), seen.first());
    w.key(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(w.session.primaryId(), last);
}

void CanvasKeysTest::controlArrowsGoToTheNeighbour() {
    CanvasWindow w;
    w.session.select("left");
    w.key(Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(w.session.primaryId(), QString("right"));
    w.key(Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(w.session.primaryId(), QString("left"));
}

void CanvasKeysTest::framesAreLeftAndEntered() {
    CanvasWindow w;
    w.session.select("app");
    w.key(Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(w.session.primaryId(), QString("left"));
    w.key(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(w.session.primaryId(), QString("app"));
}

void CanvasKeysTest::escapeGoesOneLevelOut() {
    CanvasWindow w;
    w.session.select("app");
    w.key(Qt::Key_C);
    w.key(Qt::Key_Escape);
    QCOMPARE(w.session.tool(), Session::Tool::Select);
    QCOMPARE(w.session.selectionIds(), QStringList("app"));
    w.key(Qt::Key_Escape);
    QVERIFY(w.session.selectionIds().isEmpty());
}

void CanvasKeysTest::aFlowIsDrawnByKeys() {
    CanvasWindow w;
    w.session.select("app");
    w.key(Qt::Key_C);
    while (w.session.primaryId() != "bucket") w.key(Qt::Key_Tab);
    w.key(Qt::Key_C);
    QCOMPARE(w.document.design().flows.size(), std::size_t{1});
    QCOMPARE(w.session.tool(), Session::Tool::Select);
    QCOMPARE(w.session.primary(), AnyId(w.document.design().flows.begin()->id));
    // Where there can be no flow, it is said why, and the start is kept for another try.
    w.session.select("app");
    w.key(Qt::Key_C);
    w.session.select("left");
    w.key(Qt::Key_C);
    QVERIFY(w.said.contains("leads to"));
    QCOMPARE(w.session.flowFrom(), AnyId("app"));
    w.key(Qt::Key_Escape);
    QVERIFY(!w.session.flowFrom());
}

void CanvasKeysTest::renameInPlace() {
    CanvasWindow w;
    w.session.select("app");
    w.key(Qt::Key_F2);
    QCOMPARE(w.canvas.renaming(), QString("app"));
    QCOMPARE(w.canvas.renamingText(), QString("app"));
    w.canvas.finishRenaming("payment");
    QCOMPARE(w.document.design().workloads.find({"app"})->name, std::string("payment"));
    w.key(Qt::Key_Return);
    QCOMPARE(w.canvas.renamingText(), QString("payment"));
    w.canvas.cancelRenaming();
    QCOMPARE(w.document.design().workloads.find({"app"})->name, std::string("payment"));
    QTest::mouseDClick(&w.window, Qt::LeftButton, {}, w.middleOf("app"));
    QCOMPARE(w.canvas.renaming(), QString("app"));
}

void CanvasKeysTest::fitShowsEverything() {
    CanvasWindow w;
    w.session.setView(3, {5000, 5000});
    w.key(Qt::Key_Home);
    QVERIFY(w.canvas.board().visible().contains(w.canvas.board().scene().bounds));
    w.session.select("app");
    w.key(Qt::Key_2, Qt::ShiftModifier);
    QVERIFY(w.session.zoom() > 1);
    QVERIFY(w.canvas.board().visible().contains(Area(w.box("app"))));
}

void CanvasKeysTest::eachKeyMeansOneThing() {
    const Commands commands;
    QMap<QString, QString> owner;
    QSet<QString> names;
    for (const Command* command : commands.all()) {
        QVERIFY2(!names.contains(command->name()), qPrintable(command->name()));
        names.insert(command->name());
        QVERIFY2(!command->label().isEmpty(), qPrintable(command->name()));
        for (const QString& key : command->shortcuts()) {
            QVERIFY2(!QKeySequence(key).isEmpty(), qPrintable(key));
            QVERIFY2(!owner.contains(key), qPrintable(key + " is both " + owner[key] + " and " + command->name()));
            owner.insert(key, command->name());
        }
    }
    QVERIFY(names.size() > 40);
}

void CanvasKeysTest::undoneAllIsTheEmptyFile() {
    CanvasWindow w{Design{}};
    // A VPC in its Region, a subnet, an endpoint, a workload, a bucket and a flow, from nothing.
    w.canvas.dropPaletteItem("vpc", {500, 400});
    const std::string vpc = w.session.primary().value;
    w.canvas.dropPaletteItem("subnet", w.middleOf(vpc));
    const std::string subnet = w.session.primary().value;
    w.canvas.dropPaletteItem("endpoint.interface", w.middleOf(subnet));
    w.canvas.dropPaletteItem("fargate", w.middleOf(subnet));
    const std::string workload = w.session.primary().value;
    w.canvas.dropPaletteItem("service.s3", w.at(Point{w.box(vpc).right() + 120, w.box(vpc).y + 60}));
    const std::string bucket = w.session.primary().value;
    w.key(Qt::Key_C);
    w.drag(w.middleOf(workload), w.middleOf(bucket));
    QCOMPARE(w.document.design().vpcs.size(), std::size_t{1});
    QCOMPARE(w.document.design().subnets.size(), std::size_t{1});
    QCOMPARE(w.document.design().endpoints.size(), std::size_t{1});
    QCOMPARE(w.document.design().flows.size(), std::size_t{1});
    QCOMPARE(w.document.judgement()->facts().traces().size(), std::size_t{1});
    int steps = 0;
    for (; w.document.canUndo(); ++steps) w.document.undo();
    QCOMPARE(steps, 6);
    QCOMPARE(w.document.design(), Design{});
}

QTEST_MAIN(CanvasKeysTest)
#include "canvas_keys_test.moc"
