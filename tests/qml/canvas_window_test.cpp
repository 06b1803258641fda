#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QtTest>

#include "app/views/problems_model.h"
#include "model/reach/what_if.h"
#include "tests/qml/window_harness.h"

namespace gw {

/// What is said beside the canvas and asked of it, by mouse and keys.
class CanvasWindowTest : public WindowHarness {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(open(), qPrintable(warnings_.join('\n'))); }
    void init();
    void wordsCoverNothingOfTheCanvas();
    void theNameOfATracedFlowIsCut();
    void whatIsSupposedIsSaidOnce();
    void theKeysOpenTheQuickFixes();
    void theMenuOfAThingHasItsQuickFixes();
    void pastingHereComesToThePointer();

private:
    QQuickItem* canvas() const { return window_->findChild<QQuickItem*>("canvas"); }
    static QRectF placeOf(const QQuickItem* item) {
        return item->mapRectToScene({0, 0, item->width(), item->height()});
    }
    bool coversCanvas(const QQuickItem* item) const { return placeOf(item).intersects(placeOf(canvas())); }
    QQuickItem* object(const QString& name) const {
        return firstThat([&](QQuickItem* item) { return item->objectName() == name; });
    }
    /// Of the design, where a point of the window lies on the canvas.
    QPointF spotAt(QPoint point) const {
        const QPointF middle(canvas()->width() / 2, canvas()->height() / 2);
        return session_->centre() + (canvas()->mapFromScene(point) - middle) / session_->zoom();
    }
    const ProblemsModel& problems() const {
        const auto* list = window_->findChild<QQuickItem*>("problemList");
        return *qobject_cast<ProblemsModel*>(list->property("model").value<QAbstractItemModel*>());
    }
};

void CanvasWindowTest::init() {
    window_->resize(1280, 800);
    QVERIFY(document_->openSample("securecart-broken"));
    session_->clearSelection();
    session_->setTracedFlow({});
    session_->setProperty("bottomTab", "problems");
    QTRY_VERIFY(!document_->isJudging());
    session_->fit();
}

void CanvasWindowTest::wordsCoverNothingOfTheCanvas() {
    session_->setTracedFlow("order-archive");
    QTRY_VERIFY(saying("Tracing order-service"));
    QVERIFY(!coversCanvas(saying("Tracing order-service")));
    session_->setTracedFlow({});
    QTRY_VERIFY(!object("statusMode"));

    int row = 0;
    while (problems().row(row).fixes.isEmpty()) ++row;
    session_->lookAtFix(problems().row(row).key, 0);
    QTRY_VERIFY(saying("Preview: nothing is changed yet."));
    QVERIFY(!coversCanvas(saying("Preview: nothing is changed yet.")));
    document_->undo();
    QTRY_VERIFY(!object("statusMode"));

    for (const char* tab : {"problems", "paths", "ask", "spec"}) {
        session_->setProperty("bottomTab", tab);
        session_->suppose({Supposition::Kind::ThingGone, AnyId("vpce-secrets")});
        QTRY_VERIFY(session_->whatIf());
        QTRY_VERIFY(named("What if"));
        standStill(named("What if"));
        QVERIFY2(!coversCanvas(named("What if")), tab);
        for (const char* beside : {"Spec", "Fold the panel"})
            QVERIFY2(!placeOf(named("What if")).intersects(placeOf(named(beside))), beside);
        session_->endWhatIf();
    }
}

void CanvasWindowTest::theNameOfATracedFlowIsCut() {
    session_->setTracedFlow("order-archive");
    QTRY_VERIFY(object("statusMode"));
    QVERIFY(document_->apply(Edit("Rename", [](Design& design) {
        Workload row = *design.workloads.find({"order"});
        row.name = std::string(200, 'n');
        design.workloads.put(row);
        return Status{};
    })));
    QTRY_VERIFY(saying("Tracing nnn"));
    standStill(object("statusMode"));
    QVERIFY(QRectF(QPointF(), window_->size()).contains(placeOf(object("statusMode"))));
    click(object("endTrace"));
    QTRY_COMPARE(session_->tracedFlow(), QString());
    QVERIFY(!object("statusMode"));
}

/// By the legend: the bar beside it has what can be done, and tells those who hear it.
void CanvasWindowTest::whatIsSupposedIsSaidOnce() {
    session_->suppose({Supposition::Kind::ThingGone, AnyId("vpce-secrets")});
    QTRY_VERIFY(session_->whatIf());
    QTRY_VERIFY(named("What if"));
    const QString title = QString::fromStdString(session_->whatIf()->title);
    const QString summary = QString::fromStdString(summaryOf(session_->whatIf()->changes));
    const auto said = allBelow(named("What if"), [&](QQuickItem* item) {
        const QString text = item->property("text").toString();
        return text.contains(title) || text.contains(summary);
    });
    QVERIFY(said.isEmpty());
    QCOMPARE(QAccessible::queryAccessibleInterface(named("What if"))->text(QAccessible::Description),
             title + ": " + summary);
    session_->endWhatIf();
}

void CanvasWindowTest::theKeysOpenTheQuickFixes() {
    press(Qt::Key_Period, Qt::ControlModifier);
    QTRY_VERIFY(saying("Select a thing or a problem"));

    canvas()->forceActiveFocus();
    session_->select("vpce-secrets");
    const QVariantList fixes = problems().fixesOf("vpce-secrets");
    QVERIFY(!fixes.isEmpty());
    press(Qt::Key_Period, Qt::ControlModifier);
    QTRY_VERIFY(named(fixes.front().toMap()["label"].toString()));
    const Design before = document_->design();
    QTest::qWait(50);
    press(Qt::Key_Return);
    QTRY_VERIFY(document_->design() != before);
    document_->undo();
    QTRY_VERIFY(document_->design() == before);

    // Below the row of the problem that is chosen, its own fixes alone: of a thing with several, the last.
    auto* list = window_->findChild<QQuickItem*>("problemList");
    const auto entry = [&](const QVariant& fix) {
        const QString label = fix.toMap()["label"].toString();
        return firstThat(
            [&](QQuickItem* item) { return item->inherits("QQuickMenuItem") && item->property("text") == label; });
    };
    const QVariant worst = fixes.front();
    const QVariant last = fixes.back();
    QVERIFY(worst.toMap()["finding"] != last.toMap()["finding"]);
    QVERIFY(
        QMetaObject::invokeMethod(list, "choose", Q_ARG(int, problems().rowOf(last.toMap()["finding"].toString()))));
    list->forceActiveFocus();
    press(Qt::Key_Period, Qt::ControlModifier);
    QTRY_VERIFY(entry(last));
    QVERIFY(!entry(worst));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!entry(last));
}

void CanvasWindowTest::theMenuOfAThingHasItsQuickFixes() {
    const auto asked = [&](const char* thing) {
        QTest::mouseClick(window_, Qt::RightButton, {}, middleOf(thing));
        return QTest::qWaitFor([&] { return named("Rename") != nullptr; });
    };
    QVERIFY(problems().fixesOf("orders-db").isEmpty());
    QVERIFY(asked("orders-db"));
    QVERIFY(!named("Quick fixes…"));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!named("Rename"));
    QVERIFY(asked("vpce-secrets"));
    clickNamed("Quick fixes…");
    QTRY_VERIFY(named(problems().fixesOf("vpce-secrets").front().toMap()["label"].toString()));
    press(Qt::Key_Escape);
}

void CanvasWindowTest::pastingHereComesToThePointer() {
    canvas()->forceActiveFocus();
    session_->select("shoppers");
    press(Qt::Key_C, Qt::ControlModifier);
    const QPoint free = placeOf(canvas()).topLeft().toPoint() + QPoint(24, 60);
    const auto isAt = [&](QPoint point) {
        const Placement* placed = document_->design().placements.find({session_->primaryId().toStdString()});
        const QPointF spot = spotAt(point);
        return placed && std::abs(placed->x - spot.x()) <= 2 && std::abs(placed->y - spot.y()) <= 2;
    };
    QTest::mouseClick(window_, Qt::RightButton, {}, free);
    clickNamed("Paste here");
    QTRY_VERIFY(session_->primaryId() != "shoppers" && !session_->primaryId().isEmpty());
    QVERIFY(isAt(free));
    document_->undo();
    QCOMPARE(document_->canUndo(), false);

    QTest::mouseMove(window_, free + QPoint(10, 120));
    canvas()->forceActiveFocus();
    press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(isAt(free + QPoint(10, 120)));
    // Into what lies there.
    session_->select("payment");
    press(Qt::Key_C, Qt::ControlModifier);
    QTest::mouseMove(window_, middleOf("data-c"));
    press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    const Workload* pasted = document_->design().workloads.find({session_->primaryId().toStdString()});
    QVERIFY(pasted && pasted->id.value != "payment");
    QVERIFY(std::ranges::find(pasted->subnets, Id<Subnet>{"data-c"}) != pasted->subnets.end());
}

}  // namespace gw

QTEST_MAIN(gw::CanvasWindowTest)
#include "canvas_window_test.moc"
