#include <QtTest>

#include "app/views/change_marks.h"
#include "model/edit/fields.h"
#include "model/scene/look.h"
#include "tests/app/canvas_window.h"

using namespace gw;

/// What the canvas shows of where the user is: the view, a trace, what was added, what was deleted.
class CanvasViewTest : public QObject {
    Q_OBJECT

private slots:
    void aLensLeavesTheViewAlone();
    void whoLooksElsewhereIsNotFlownBack();
    void aPressOnSomethingElseEndsATrace();
    void whatIsDroppedComesIntoView();
    void whatIsNotDrawnIsShownAtItsTarget();
    void deletingSaysHowMuch();
    void aCopyTakesAFreePlace();
    void pastedIntoWhatIsSelected();
    void theFieldForANameLeavesThePictogram();
    void theFieldForTheNameOfASignLiesOnIt();
    void theLegendLiesAboveWhatIsSelected();
    void aCardThatLosesAZoneSaysSo();
    void aProposalOutlinesWhatIsDifferent();
};

namespace {

Design withFlow() {
    Design design = example();
    auto next = apply(edits::connect(AnyId("app"), AnyId("bucket"), "flow"), design);
    if (!next) qFatal("%s", next.error().message.c_str());
    return *std::move(next);
}

}  // namespace

void CanvasViewTest::aLensLeavesTheViewAlone() {
    // So wide that a legend of a lens would leave it less room.
    CanvasWindow w(withFlow());
    w.canvas.setSize({700, 420});
    w.session.fit();
    const View before = w.canvas.board().view();
    for (int lens = 1; lens < Session::lensNames().size(); ++lens) {
        w.session.setLensIndex(lens);
        QVERIFY2(w.canvas.board().view() == before, qPrintable(Session::lensNames()[lens]));
    }
}

void CanvasViewTest::whoLooksElsewhereIsNotFlownBack() {
    CanvasWindow w(withFlow());
    w.canvas.setReducedMotion(false);
    w.session.setView(0.3, {4000, 3000});
    w.session.fit();
    QTRY_VERIFY(w.session.zoom() != 0.3);
    const View elsewhere{0.5, {-700, 90}};
    w.session.setView(elsewhere.zoom, elsewhere.centre);
    QTest::qWait(2 * static_cast<int>(numberToken("motion.cameraFly")));
    QVERIFY(w.canvas.board().view() == elsewhere);
    w.session.fit();
    QTRY_VERIFY(w.canvas.seesAll());
}

void CanvasViewTest::aPressOnSomethingElseEndsATrace() {
    CanvasWindow w(withFlow());
    w.session.attempt(edits::addThing("service.sqs", "queue", AnyId(w.document.design().regions.begin()->id),
                                      {w.box("bucket").centre().x, w.box("bucket").bottom() + 80}));
    w.session.setTracedFlow("flow");
    QVERIFY(w.session.tracedName().contains("app"));
    w.canvas.board().picture();
    // What it passes is looked at within the trace.
    w.click(w.middleOf("bucket"));
    QCOMPARE(w.session.tracedFlow(), QString("flow"));
    w.click(w.middleOf("queue"));
    QCOMPARE(w.session.tracedFlow(), QString());
    QCOMPARE(w.session.primaryId(), QString("queue"));
    QCOMPARE(w.session.tracedName(), QString());
}

void CanvasViewTest::whatIsDroppedComesIntoView() {
    CanvasWindow w{Design{}};
    w.canvas.dropPaletteItem("vpc", QPointF(20, 20));
    const std::string vpc = w.session.primaryId().toStdString();
    QVERIFY(w.document.design().vpcs.find({vpc}));
    QVERIFY(w.canvas.board().visible().contains(Area(w.box(vpc))));
}

void CanvasViewTest::whatIsNotDrawnIsShownAtItsTarget() {
    Design design = example();
    Client outsider;
    outsider.id = {"outsider"};
    outsider.name = "Outsider";
    design.clients.put(outsider);
    Flow flow;
    flow.id = {"flow"};
    flow.from.value = "outsider";
    flow.to.value = "bucket";
    design.flows.put(flow);
    CanvasWindow w(design);
    w.session.setView(1, {-3000, -3000});
    QVERIFY(!w.canvas.board().visible().contains(Area(w.box("bucket"))));
    w.session.flyTo("flow");
    QVERIFY(w.canvas.board().visible().contains(Area(w.box("bucket"))));
    // Where nothing stands for it, it is said.
    w.session.flyTo("outsider");
    QVERIFY2(w.said.contains("Outsider is not drawn"), qPrintable(w.said));
}

void CanvasViewTest::deletingSaysHowMuch() {
    CanvasWindow w;
    const auto things = w.document.design().placements.size();
    w.session.select("bucket");
    w.key(Qt::Key_Delete);
    QCOMPARE(w.said, QString("Deleted bucket."));
    w.document.undo();
    w.session.select("vpc");
    w.key(Qt::Key_Delete);
    const auto gone = things - w.document.design().placements.size();
    QCOMPARE(w.said, QString("Deleted vpc and %1 things in it.").arg(gone - 1));
    // No zone is left that crosses nothing.
    QVERIFY(w.document.design().availabilityZones.empty());
    w.document.undo();
    QCOMPARE(w.document.design().placements.size(), things);
}

void CanvasViewTest::aCopyTakesAFreePlace() {
    CanvasWindow w;
    const Design before = w.document.design();
    w.session.select("app");
    for (int i = 0; i < 2; ++i) w.key(Qt::Key_D, Qt::ControlModifier);
    const Design after = w.document.design();
    QCOMPARE(after.workloads.size(), std::size_t{3});
    for (const char* id : {"left", "right", "vpc", "bucket"}) QCOMPARE(w.box(id), boxOf(before, id));
    for (const Workload& each : after.workloads) {
        QVERIFY(w.box("left").contains(w.box(each.id.value)));
        for (const Workload& other : after.workloads)
            QVERIFY(each.id == other.id || !w.box(each.id.value).overlaps(w.box(other.id.value)));
    }
    // Once the subnet is full, it grows downwards, and the one level with it stays level.
    for (int i = 0; i < 6; ++i) w.key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(w.box("left").width, boxOf(before, "left").width);
    QVERIFY(w.box("left").height > boxOf(before, "left").height);
    const Box right = boxOf(before, "right");
    QCOMPARE(w.box("right"), (Box{right.x, right.y, right.width, w.box("left").height}));
}

void CanvasViewTest::pastedIntoWhatIsSelected() {
    CanvasWindow w;
    const Design before = w.document.design();
    w.session.select("app");
    w.key(Qt::Key_C, Qt::ControlModifier);
    w.session.select("right");
    w.key(Qt::Key_V, Qt::ControlModifier);
    const std::string copy = w.session.primaryId().toStdString();
    QVERIFY(copy != "app");
    QCOMPARE(w.document.design().workloads.find({copy})->subnets, std::vector{Id<Subnet>{"right"}});
    QVERIFY(w.box("right").contains(w.box(copy)));
    QCOMPARE(w.box("right"), boxOf(before, "right"));
    // Nothing selected: beside what was copied.
    w.session.clearSelection();
    w.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(w.document.design().workloads.find({w.session.primary().value})->subnets, std::vector{Id<Subnet>{"left"}});
}

void CanvasViewTest::theFieldForANameLeavesThePictogram() {
    CanvasWindow w;
    w.canvas.startRenaming("app");
    const QRectF field = w.canvas.renamingBox();
    const QPointF corner =
        w.canvas.board().pointAt({static_cast<double>(w.box("app").x), static_cast<double>(w.box("app").y)});
    QVERIFY(field.x() >= corner.x() + 32);
    QCOMPARE(field.right(), corner.x() + w.box("app").width);
    w.canvas.cancelRenaming();
    w.canvas.startRenaming("vpc");
    QVERIFY(w.canvas.renamingBox().height() < 40);
}

void CanvasViewTest::theFieldForTheNameOfASignLiesOnIt() {
    CanvasWindow w;
    QVERIFY(w.document.openSample("securecart"));
    QTRY_VERIFY(!w.document.isJudging());
    w.session.setView(1, {1200, 500});
    for (const char* id : {"vpce-s3", "vpce-secrets", "igw-shop"}) {
        const Scene& scene = w.canvas.board().scene();
        const auto label = std::ranges::find_if(scene.items, [&](const Item& item) {
            return item.subject == AnyId(id) && item.part == PicturePart::Label;
        });
        if (label == scene.items.end()) continue;
        w.canvas.startRenaming(id);
        const QRectF field = w.canvas.renamingBox();
        const auto onScreen = [&](const Area& area) {
            return QRectF(w.canvas.board().pointAt({area.x, area.y}), QSizeF(area.width, area.height));
        };
        QVERIFY2(field.contains(onScreen(label->bounds)), id);
        QVERIFY2(!field.intersects(onScreen(scene.bodyOf(AnyId(id))->bounds)), id);
        w.canvas.cancelRenaming();
    }
}

void CanvasViewTest::theLegendLiesAboveWhatIsSelected() {
    CanvasWindow w;
    QVERIFY(w.document.openSample("securecart"));
    QTRY_VERIFY(!w.document.isJudging());
    const Area legend = w.canvas.board().legend().area;
    QVERIFY(legend.width > 0);
    // The border of the VPC runs through the legend.
    const Box vpc = w.box("vpc-shop");
    const QPointF middle(vpc.x + 600 - legend.centre().x, vpc.y + vpc.height / 2.0 + 400 - legend.centre().y);
    w.session.setView(1, middle);
    const auto seen = [&] {
        const QImage all = w.window.grabWindow();
        const double ratio = all.devicePixelRatio();
        return all.copy(QRectF((legend.x + 6) * ratio, (legend.y + 6) * ratio, (legend.width - 12) * ratio,
                               (legend.height - 12) * ratio)
                            .toRect());
    };
    const QImage before = seen();
    w.session.select("vpc-shop");
    QVERIFY(w.canvas.board().pointAt({static_cast<double>(vpc.x), 0}).x() > legend.x);
    QVERIFY(w.canvas.board().pointAt({static_cast<double>(vpc.x), 0}).x() < legend.right());
    QCOMPARE(seen(), before);
    w.session.clearSelection();
}

void CanvasViewTest::aProposalOutlinesWhatIsDifferent() {
    CanvasWindow w(withFlow());
    const auto outlined = [&] {
        QStringList things;
        for (const GhostMark& mark : changeMarks(w.document.kept(), w.document.design())) {
            for (const Placement& each : w.document.design().placements)
                if (Area(each.box()).grown(7) == mark.area) things << QString::fromStdString(each.id.value);
            if (!mark.label.empty()) things << QString::fromStdString(mark.label);
        }
        return things;
    };
    const QImage plain = w.window.grabWindow();
    QVERIFY(w.document.propose(edits::setField(AnyId("app"), "name", "renamed")));
    QCOMPARE(outlined(), QStringList{"app"});
    QVERIFY(w.window.grabWindow() != plain);
    w.document.dropPreview();
    QCOMPARE(outlined(), QStringList{});
    QCOMPARE(w.window.grabWindow(), plain);

    QVERIFY(w.document.propose(edits::removeThings({"bucket"})));
    QCOMPARE(outlined(), QStringList{"without bucket"});
    QVERIFY(w.document.propose(edits::moveThings({"app"}, 8, 0)));
    QCOMPARE(outlined(), QStringList{});
    // What moves is no other thing, though it could name the new group.
    SecurityGroup group;
    group.id = {"sg-new"};
    group.vpc = {"vpc"};
    QVERIFY(w.document.propose(inOrder("", {edits::addSecurityGroup(group), edits::moveThings({"app"}, 8, 0)})));
    QVERIFY2(!outlined().contains("app"), qPrintable(outlined().join(' ')));
    QVERIFY(w.document.propose(edits::addThing("service.sqs", "queue", AnyId(w.document.design().regions.begin()->id),
                                               {w.box("bucket").centre().x, w.box("bucket").bottom() + 80})));
    QCOMPARE(outlined(), QStringList{"queue"});
    w.document.dropPreview();
}

void CanvasViewTest::aCardThatLosesAZoneSaysSo() {
    Design design = example();
    const auto edit = [&](const Edit& each) {
        auto next = apply(each, design);
        if (!next) qFatal("%s: %s", each.label.c_str(), next.error().message.c_str());
        design = *std::move(next);
    };
    const Box left = boxOf(design, "left");
    edit(edits::addThing("subnet", "below", AnyId("vpc"), {left.centre().x, left.bottom() + 60}));
    edit(edits::setField(AnyId("app"), "subnets", "left, right"));
    CanvasWindow w(design);
    const QPoint grip = w.at(Point{w.box("app").x + 20, w.box("app").centre().y});
    w.drag(grip, w.at(Point{w.box("app").x + 20, w.box("below").centre().y}));
    QCOMPARE(w.document.design().workloads.find({"app"})->subnets, std::vector{Id<Subnet>{"below"}});
    QVERIFY2(w.said.contains("no subnet level with below"), qPrintable(w.said));
}

QTEST_MAIN(CanvasViewTest)
#include "canvas_view_test.moc"
