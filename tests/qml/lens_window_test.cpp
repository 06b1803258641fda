#include <QAccessible>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "app/views/canvas_item.h"
#include "model/spec/spec.h"
#include "tests/qml/window_harness.h"

namespace gw {

/// Lenses and what-if, asked for by mouse and keys: the picture changes, the design does not.
class LensWindowTest : public WindowHarness {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(open(), qPrintable(warnings_.join('\n'))); }
    void init();
    void cleanup();
    void aClickChangesTheLens();
    void keysChangeTheLens();
    void noLensMovesTheView();
    void theLegendFolds();
    void theMinimapIsForWhatIsNotSeen();
    void aNarrowWindowHasADropDown();
    void theResilienceLensAsksForAZone();
    void theMenuOfAThingAsksWhatIf();
    void aChangedFlowIsTraced();
    void privateDnsIsTurnedInThoughtOnly();
    void aRouteGoesInThoughtOnly();
    void theOutlineAsksToo();
    void anEditEndsIt();

private:
    void clickNamed(const QString& name) const {
        QQuickItem* item = nullptr;
        QTRY_VERIFY2((item = named(name)), qPrintable(name));
        click(item);
    }
    void askWhatIf(const char* thing, const QString& entry) const;
    QString supposed() const { return QString::fromStdString(session_->whatIf()->title); }
    CanvasItem* canvas() const { return window_->findChild<CanvasItem*>("canvas"); }
    QImage picture() const {
        QTest::qWait(50);
        return window_->grabWindow();
    }

    std::string before_;
};

void LensWindowTest::askWhatIf(const char* thing, const QString& entry) const {
    QTest::mouseClick(window_, Qt::RightButton, {}, middleOf(thing));
    QTRY_COMPARE(session_->primaryId(), QString(thing));
    clickNamed(entry);
    QTRY_VERIFY(session_->whatIf());
}

void LensWindowTest::init() {
    window_->resize(1600, 900);
    QVERIFY(document_->openSample("securecart"));
    session_->clearSelection();
    session_->setLensIndex(0);
    session_->fit();
    QTRY_VERIFY(!document_->isJudging());
    before_ = writeSpec(document_->design());
    QTest::qWait(50);
}

/// The law of every look: nothing that is saved, undone or marked as changed comes of it.
void LensWindowTest::cleanup() {
    WindowHarness::cleanup();
    if (!document_->canUndo()) {
        QCOMPARE(writeSpec(document_->design()), before_);
        QVERIFY(!document_->isModified());
    }
    session_->endWhatIf();
    session_->setTracedFlow({});
}

void LensWindowTest::aClickChangesTheLens() {
    const QImage plain = picture();
    clickNamed("Security");
    QCOMPARE(session_->lens(), Lens::Security);
    const QImage security = picture();
    QVERIFY(security != plain);
    clickNamed("Topology");
    QCOMPARE(session_->lens(), Lens::Topology);
    QVERIFY(!document_->canUndo());
}

void LensWindowTest::keysChangeTheLens() {
    press(Qt::Key_5, Qt::AltModifier);
    QCOMPARE(session_->lens(), Lens::Policy);
    press(Qt::Key_7, Qt::AltModifier);
    QCOMPARE(session_->lens(), Lens::Resilience);
    press(Qt::Key_2, Qt::AltModifier);
    QCOMPARE(session_->lens(), Lens::Routing);
    named("Routing")->forceActiveFocus();
    press(Qt::Key_Right);
    QCOMPARE(session_->lens(), Lens::Security);
    QCOMPARE(window_->activeFocusItem(), named("Security"));
    press(Qt::Key_Left);
    QCOMPARE(session_->lens(), Lens::Routing);
}

void LensWindowTest::noLensMovesTheView() {
    QTest::qWait(300);
    const double zoom = session_->zoom();
    const QPointF centre = session_->centre();
    // Legends are of different sizes, one lens has a bar of its own; nothing jumps all the same.
    for (const QString& lens : Session::lensNames() + Session::lensNames().first(1)) {
        clickNamed(lens);
        picture();
        QCOMPARE(session_->zoom(), zoom);
        QCOMPARE(session_->centre(), centre);
    }
    session_->setLensIndex(6);
    QQuickItem* zones = nullptr;
    QTRY_VERIFY((zones = named("Zone that is down")));
    // Its bar lies over nothing of the canvas.
    const auto placeOf = [](QQuickItem* item) { return item->mapRectToScene(QRectF({}, item->size())); };
    QVERIFY(!placeOf(named("What if")).intersects(placeOf(canvas())));
    // Where the window has no room for it elsewhere, nothing of a view fitted while it is there lies under it.
    window_->resize(1130, 800);
    session_->setProperty("bottomTab", "paths");
    QTRY_VERIFY(placeOf(named("What if")).intersects(placeOf(canvas())));
    session_->fit();
    QTRY_VERIFY(!placeOf(named("What if")).contains(middleOf("orders-db")));
    const Placement* region = document_->design().placements.find({document_->design().regions.begin()->id.value});
    const auto corner = [&] {
        return canvas()->mapToScene(canvas()->board().pointAt(
            {static_cast<double>(region->box().x), static_cast<double>(region->box().bottom())}));
    };
    QTRY_VERIFY(!placeOf(named("What if")).contains(corner()));
    session_->setProperty("bottomTab", "problems");
}

void LensWindowTest::theLegendFolds() {
    const auto fold = [&] { return firstThat([](QQuickItem* item) { return item->objectName() == "legendFold"; }); };
    QVERIFY2(!fold(), "a legend of one line");
    window_->resize(1280, 800);
    session_->fit();
    QTest::qWait(400);
    session_->setLensIndex(2);
    QTRY_VERIFY(fold());
    // It would lie over cards: it is folded from the start.
    const auto liesOnCards = [&] {
        return std::ranges::any_of(document_->design().workloads, [&](const Workload& each) {
            const Area card(document_->design().placements.find({each.id.value})->box());
            const QPointF corner = canvas()->board().pointAt({card.x, card.y});
            return canvas()->legend().intersects(
                QRectF(corner, QSizeF(card.width, card.height) * canvas()->board().zoom()));
        });
    };
    QTRY_VERIFY(canvas()->legendFolded());
    QVERIFY(!liesOnCards());
    click(fold());
    QTRY_VERIFY(!canvas()->legendFolded());
    QTRY_VERIFY(liesOnCards());
    window_->resize(1600, 900);
    QTRY_VERIFY(named("Routing"));
    QTRY_VERIFY(canvas()->legend().height() > 28);
    const QRectF open = canvas()->legend();
    QVERIFY(open.contains(canvas()->mapFromScene(fold()->mapToScene(QPointF(12, 12)))));
    click(fold());
    QTRY_COMPARE(canvas()->legend().height(), 28.0);
    QCOMPARE(canvas()->legend().bottom(), open.bottom());
    QVERIFY(canvas()->legend().contains(canvas()->mapFromScene(fold()->mapToScene(QPointF(12, 12)))));
    // Whoever folded one wants none open.
    clickNamed("Routing");
    QTRY_COMPARE(canvas()->legend().height(), 28.0);
    click(fold());
    QTRY_VERIFY(canvas()->legend().height() > 28);
}

void LensWindowTest::theMinimapIsForWhatIsNotSeen() {
    const auto minimap = [&] { return firstThat([](QQuickItem* item) { return item->inherits("gw::MinimapItem"); }); };
    QTRY_VERIFY(canvas()->seesAll());
    QTRY_VERIFY(!minimap());
    for (int i = 0; i < 4; ++i) press(Qt::Key_Plus, Qt::ControlModifier);
    QTRY_VERIFY(minimap());
    const QPointF centre = session_->centre();
    QTest::mouseClick(window_, Qt::LeftButton, {}, minimap()->mapToScene(QPointF(20, 20)).toPoint());
    QTRY_VERIFY(session_->centre() != centre);
    session_->fit();
    QTRY_VERIFY(!minimap());
}

void LensWindowTest::aNarrowWindowHasADropDown() {
    window_->resize(1280, 800);
    QTRY_VERIFY(!named("Security"));
    QQuickItem* choice = named("Lens");
    QVERIFY(choice);
    click(choice);
    QTRY_VERIFY(named("DNS"));
    QTRY_VERIFY(named("DNS")->mapToScene({0, 0}).y() > 0);
    QTest::qWait(100);
    click(named("DNS"));
    QTRY_COMPARE(session_->lens(), Lens::Dns);
}

void LensWindowTest::theResilienceLensAsksForAZone() {
    clickNamed("Resilience");
    QQuickItem* zones = nullptr;
    QTRY_VERIFY((zones = named("Zone that is down")));
    const QImage allUp = picture();
    zones->forceActiveFocus();
    press(Qt::Key_Down);
    QTRY_VERIFY(session_->whatIf());
    QCOMPARE(QString::fromStdString(session_->whatIf()->title), QString("us-east-1a down"));
    QVERIFY(picture() != allUp);
    press(Qt::Key_Up);
    QTRY_VERIFY(!session_->supposes());
}

void LensWindowTest::theMenuOfAThingAsksWhatIf() {
    QTemporaryDir folder;
    const QString path = folder.filePath("design.json");
    QVERIFY(document_->saveAs(QUrl::fromLocalFile(path)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray saved = file.readAll();

    const QImage plain = picture();
    askWhatIf("vpce-s3", "What if this goes?");
    QTRY_COMPARE(QAccessible::queryAccessibleInterface(named("What if"))->text(QAccessible::Description),
                 "Without vpce-s3: " + QString::fromStdString(summaryOf(session_->whatIf()->changes)));
    QVERIFY(picture() != plain);
    // The counts of the status bar are of what is imagined, and say so.
    QTRY_VERIFY(saying("Imagined: Without vpce-s3"));
    QVERIFY(!document_->canUndo());
    QVERIFY(!document_->isModified());
    QVERIFY(document_->save());
    file.seek(0);
    QCOMPARE(file.readAll(), saved);

    press(Qt::Key_Escape);
    QTRY_VERIFY(!session_->supposes());
    QTRY_VERIFY(!saying("Imagined: "));
    askWhatIf("vpce-s3", "What if this goes?");
    clickNamed("End what-if");
    QTRY_VERIFY(!session_->supposes());
}

void LensWindowTest::aChangedFlowIsTraced() {
    askWhatIf("vpce-s3", "What if this goes?");
    clickNamed("Show flows");
    QQuickItem* list = nullptr;
    QTRY_VERIFY((list = named("Flows that change")));
    QTRY_COMPARE(static_cast<std::size_t>(list->property("count").toInt()), session_->whatIf()->changes.size());
    QTRY_VERIFY(list->height() > 0);
    QTest::mouseClick(window_, Qt::LeftButton, {}, list->mapToScene({40, 8}).toPoint());
    QTRY_VERIFY(!session_->tracedFlow().isEmpty());
    // One level out at a time.
    press(Qt::Key_Escape);
    QTRY_VERIFY(session_->tracedFlow().isEmpty());
    QVERIFY(session_->supposes());
    press(Qt::Key_Escape);
    QTRY_VERIFY(!session_->supposes());
}

void LensWindowTest::privateDnsIsTurnedInThoughtOnly() {
    askWhatIf("vpce-secrets", "What if private DNS were off?");
    QCOMPARE(supposed(), QString("Private DNS of vpce-secrets off"));
    QVERIFY(!session_->whatIf()->changes.empty());
    QVERIFY(document_->design().endpoints.find({"vpce-secrets"})->privateDns);
}

void LensWindowTest::aRouteGoesInThoughtOnly() {
    session_->select("rt-public");
    clickNamed("What if this row goes?");
    QTRY_VERIFY(session_->whatIf());
    QCOMPARE(supposed(), QString("Without the route to 0.0.0.0/0 in rt-public"));
    QCOMPARE(document_->design().routeTables.find({"rt-public"})->routes.size(), std::size_t{1});
    // The focus is in the inspector, and Esc leads out of it all the same.
    press(Qt::Key_Escape);
    QVERIFY(!session_->supposes());
}

void LensWindowTest::theOutlineAsksToo() {
    session_->select("rt-app-a");
    QQuickItem* row = nullptr;
    QTRY_VERIFY((row = named("rt-app-a")));
    click(row, Qt::RightButton);
    // A table has no place on the canvas where its name could be written.
    QQuickItem* rename = nullptr;
    QTRY_VERIFY((rename = named("Rename")));
    QVERIFY(!rename->isEnabled());
    clickNamed("What if this goes?");
    QTRY_VERIFY(session_->whatIf());
    QCOMPARE(supposed(), QString("Without rt-app-a"));
}

void LensWindowTest::anEditEndsIt() {
    askWhatIf("vpce-s3", "What if this goes?");
    press(Qt::Key_Delete);
    QTRY_VERIFY(!session_->supposes());
    QVERIFY(document_->canUndo());
}

}  // namespace gw

QTEST_MAIN(gw::LensWindowTest)
#include "lens_window_test.moc"
