#include <QtQml/qqmlextensionplugin.h>
#include <QAccessible>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QtTest>

#include "app/views/session.h"
#include "model/edit/edits.h"

Q_IMPORT_QML_PLUGIN(Gatewright_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_ViewsPlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_CanvasPlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_PanelsPlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_MainPlugin)

namespace gw {

/// The window worked by keys and mouse, as a user does.
class WindowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void paletteAddsByEnterAndUndoTakesItBack();
    void anEmptyDesignSaysHowToBegin();
    void f8WalksTheProblems();
    void quickFixIsOneStep();
    void badBlockIsMarkedAndNotApplied();
    void refusedTextWaitsUntilItIsPutRight();
    void aCellOfTheMatrixIsInspectedAndEscapeLeadsOut();
    void nothingStaleIsLeftWhereTheMatrixScrolls();
    void theInspectorFollowsTheFocus();
    void theStageThatStopsAFlowIsInSight();
    void aChangeLookedAtSaysSo();
    void aProblemIsAcceptedWithAReason();
    void theRightButtonOnAProblemAsksWhyItIsAccepted();
    void theRightButtonAddsNothingFromThePalette();
    void theDraftOfAPolicySaysWhomItLocksOut();
    void outlineFollowsTheSelection();
    void f6GoesThroughTheRegions();
    void panelsFold();

private:
    QQuickItem* named(const QString& name) const;
    void type(const QString& text) const {
        for (const QChar letter : text) QTest::keyClick(window_, letter.toLatin1());
    }
    /// Once it stands where it will: what was shown just now is laid out with the next frame.
    void click(const QQuickItem* item, Qt::MouseButton button = Qt::LeftButton) const {
        QPointF at;
        do {
            at = item->mapToScene({});
            QTest::qWait(20);
        } while (at != item->mapToScene({}));
        QTest::mouseClick(window_, button, {}, item->mapToScene({item->width() / 2, item->height() / 2}).toPoint());
    }

    QQmlApplicationEngine engine_;
    QQuickWindow* window_ = nullptr;
    Document* document_ = nullptr;
    Session* session_ = nullptr;
};

/// The first visible item below `item` that screen readers know by that name.
static QQuickItem* visibleNamed(QQuickItem* item, const QString& name) {
    if (!item->isVisible()) return nullptr;
    QAccessibleInterface* known = QAccessible::queryAccessibleInterface(item);
    if (known && known->text(QAccessible::Name) == name) return item;
    for (QQuickItem* child : item->childItems())
        if (QQuickItem* found = visibleNamed(child, name)) return found;
    return nullptr;
}

QQuickItem* WindowTest::named(const QString& name) const {
    return visibleNamed(window_->contentItem(), name);
}

void WindowTest::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName("gatewright-test");
    QCoreApplication::setApplicationName(QString::number(QCoreApplication::applicationPid()));
    engine_.addImportPath("qrc:/qt/qml");
    engine_.load(QUrl("qrc:/qt/qml/Gatewright/Main/Main.qml"));
    QVERIFY(!engine_.rootObjects().isEmpty());
    window_ = qobject_cast<QQuickWindow*>(engine_.rootObjects().first());
    // Larger than the screen that is not there.
    window_->resize(1440, 900);
    QVERIFY(QTest::qWaitForWindowActive(window_));
    document_ = window_->property("document").value<Document*>();
    session_ = window_->property("session").value<Session*>();
}

void WindowTest::init() {
    QVERIFY(document_->openSample("securecart-broken"));
    session_->clearSelection();
    session_->setProperty("bottomTab", "problems");
    QTRY_VERIFY(!document_->isJudging());
}

void WindowTest::paletteAddsByEnterAndUndoTakesItBack() {
    document_->reset();
    const Design empty = document_->design();
    QTest::keyClick(window_, Qt::Key_Slash);
    type("vpc");
    QTest::keyClick(window_, Qt::Key_Return);
    QCOMPARE(document_->design().vpcs.size(), 1u);
    document_->undo();
    QVERIFY(document_->design() == empty);
    QVERIFY(!document_->canUndo());
}

void WindowTest::anEmptyDesignSaysHowToBegin() {
    QVERIFY(named("Open SecureCart") == nullptr);
    document_->reset();
    QTRY_VERIFY(named("Add a VPC"));
    QVERIFY(!named("No problems"));
    QTRY_COMPARE(session_->zoom(), 1.0);
    click(named("Add a VPC"));
    QCOMPARE(document_->design().vpcs.size(), 1U);
    QTRY_VERIFY(!named("Add a VPC"));
    // A file that cannot be read is no design without problems.
    document_->reset();
    QVERIFY(!document_->open(QUrl::fromLocalFile("/nowhere/at-all.json")));
    QTRY_VERIFY(named("Open SecureCart"));
    QVERIFY(visibleNamed(named("Status"), "Problems") == nullptr);
    click(named("Open SecureCart"));
    QTRY_VERIFY(!document_->isEmpty());
    QTRY_VERIFY(visibleNamed(named("Status"), "Problems"));
}

void WindowTest::f8WalksTheProblems() {
    QTest::keyClick(window_, Qt::Key_F8);
    const QString first = session_->primaryId();
    QVERIFY(!first.isEmpty());
    QStringList seen{first};
    for (int step = 0; step < 6; ++step) {
        QTest::keyClick(window_, Qt::Key_F8);
        seen << session_->primaryId();
    }
    seen.removeDuplicates();
    QVERIFY(seen.size() > 1);
    for (int step = 0; step < 6; ++step) QTest::keyClick(window_, Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(session_->primaryId(), first);
}

void WindowTest::quickFixIsOneStep() {
    const Design before = document_->design();
    for (int step = 0; step < 60 && !document_->canUndo(); ++step) {
        QTest::keyClick(window_, Qt::Key_F8);
        QTest::keyClick(window_, Qt::Key_Period, Qt::ControlModifier);
    }
    QVERIFY(document_->canUndo());
    document_->undo();
    QVERIFY(document_->design() == before);
    QVERIFY(!document_->canUndo());
}

void WindowTest::badBlockIsMarkedAndNotApplied() {
    const Subnet subnet = *document_->design().subnets.begin();
    session_->select(QString::fromStdString(subnet.id.value));
    QQuickItem* field = nullptr;
    QTRY_VERIFY((field = named("IPv4 block")));
    field->forceActiveFocus();
    QTest::keyClick(window_, Qt::Key_A, Qt::ControlModifier);
    type("10.0.0.0/99");
    QTest::keyClick(window_, Qt::Key_Return);
    QTRY_VERIFY((field = named("IPv4 block")));
    QVERIFY(!field->property("error").toString().isEmpty());
    QCOMPARE(field->property("text").toString(), "10.0.0.0/99");
    QVERIFY(!document_->canUndo());
}

void WindowTest::refusedTextWaitsUntilItIsPutRight() {
    const Subnet subnet = *document_->design().subnets.begin();
    const QString id = QString::fromStdString(subnet.id.value);
    session_->select(id);
    QQuickItem* field = nullptr;
    QTRY_VERIFY((field = named("IPv4 block")));
    click(field);
    QTest::keyClick(window_, Qt::Key_A, Qt::ControlModifier);
    type("10.0.0.0/99");
    // It is left by a click on the canvas, which selects something else.
    QTest::mouseClick(window_, Qt::LeftButton, {}, named("Canvas")->mapToScene({4, 4}).toPoint());
    QVERIFY(session_->primaryId() != id);
    session_->select(id);
    QTRY_VERIFY((field = named("IPv4 block")));
    QCOMPARE(field->property("text").toString(), "10.0.0.0/99");
    QVERIFY(!field->property("error").toString().isEmpty());
    QVERIFY(!document_->canUndo());
    click(field);
    QTest::keyClick(window_, Qt::Key_Escape);
    QTRY_COMPARE(field->property("text").toString(), QString::fromStdString(subnet.cidr->text()));
    QVERIFY(field->property("error").toString().isEmpty());
}

void WindowTest::aCellOfTheMatrixIsInspectedAndEscapeLeadsOut() {
    session_->setProperty("bottomTab", "paths");
    const QQuickItem* matrix = nullptr;
    QTRY_VERIFY((matrix = named("Private-path matrix")));
    const auto boxOf = [&](const QQuickItem* item) {
        return item->mapRectToItem(matrix, QRectF(0, 0, item->width(), item->height()));
    };
    const auto inSight = [&](const QQuickItem* item) {
        return QRectF(0, 0, matrix->width(), matrix->height()).contains(boxOf(item));
    };
    // The one farthest to the right: what is told of a flow takes that room from the matrix.
    QQuickItem* cell = nullptr;
    const std::function<void(QQuickItem*)> look = [&](QQuickItem* item) {
        const bool isCell = !item->property("flow").toString().isEmpty() && item->property("way").isValid();
        if (isCell && inSight(item) && (!cell || boxOf(cell).x() < boxOf(item).x())) cell = item;
        for (QQuickItem* child : item->childItems()) look(child);
    };
    QTRY_VERIFY((look(named("Private-path matrix")), cell));
    const double widthBefore = matrix->width();
    const QString flow = cell->property("flow").toString();
    click(cell);
    QCOMPARE(session_->tracedFlow(), flow);
    QCOMPARE(session_->primaryId(), flow);
    QTRY_VERIFY(matrix->width() < widthBefore);
    QTRY_VERIFY(inSight(cell));
    QTest::keyClick(window_, Qt::Key_Escape);
    QVERIFY(session_->tracedFlow().isEmpty());
}

void WindowTest::nothingStaleIsLeftWhereTheMatrixScrolls() {
    session_->setProperty("bottomTab", "paths");
    QQuickItem* matrix = nullptr;
    QTRY_VERIFY((matrix = named("Private-path matrix")));
    QTest::qWait(200);
    for (const int x : {40, 80, 120, 160, 118}) {
        matrix->setProperty("contentX", x);
        QTest::qWait(60);
    }
    const QRect area = matrix->mapRectToScene(QRectF(0, 0, matrix->width(), matrix->height())).toRect();
    const QImage scrolled = window_->grabWindow().copy(area);
    // Shown anew, it is painted as a whole.
    session_->setProperty("bottomTab", "spec");
    QTest::qWait(100);
    session_->setProperty("bottomTab", "paths");
    QTest::qWait(100);
    QCOMPARE(matrix->property("contentX").toInt(), 118);
    QCOMPARE(scrolled, window_->grabWindow().copy(area));
}

void WindowTest::theInspectorFollowsTheFocus() {
    session_->select("vpce-secrets");
    QQuickItem* field = nullptr;
    QTRY_VERIFY((field = named("Name")));
    const QQuickItem* inspector = named("Inspector");
    field->forceActiveFocus(Qt::TabFocusReason);
    const QRectF window(0, 0, window_->width(), window_->height());
    int low = 0;
    for (int step = 0; step < 30; ++step) {
        QTest::keyClick(window_, Qt::Key_Tab);
        const QQuickItem* at = window_->activeFocusItem();
        QVERIFY(at);
        if (!inspector->isAncestorOf(at)) break;
        const QRectF box = at->mapRectToScene(QRectF(0, 0, at->width(), std::min(at->height(), 40.0)));
        QVERIFY2(window.contains(box), at->metaObject()->className());
        low += at->mapToItem(inspector, QPointF()).y() > inspector->height() / 2 ? 1 : 0;
    }
    QVERIFY(low > 3);
}

void WindowTest::theStageThatStopsAFlowIsInSight() {
    QVERIFY(document_->openSample("securecart"));
    // Nobody may use the key: that is asked after all others.
    const Status encrypted = document_->apply(Edit("Encrypt", [](Design& design) -> Status {
        ServiceResource key;
        key.id = {"key"};
        key.service = "kms";
        key.region = {"us-east-1"};
        key.arn = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        design.resources.put(key);
        ServiceResource bucket = *design.resources.find({"bucket-images"});
        bucket.encryptionKey = {"key"};
        design.resources.put(bucket);
        return {};
    }));
    QVERIFY(encrypted);
    QTRY_VERIFY(!document_->isJudging());
    QString stopped;
    for (const Flow& flow : document_->design().flows)
        if (flow.to.value == "bucket-images" && flow.from.value == "product")
            stopped = QString::fromStdString(flow.id.value);
    QVERIFY(!stopped.isEmpty());
    session_->setProperty("bottomTab", "paths");
    session_->setTracedFlow(stopped);
    const QQuickItem* strip = nullptr;
    QTRY_VERIFY((strip = named("Stages of the trace")));
    const auto stopInSight = [&] {
        const std::function<const QQuickItem*(const QQuickItem*)> stop = [&](const QQuickItem* item) {
            if (item->property("stops").toBool()) return item;
            for (const QQuickItem* child : item->childItems())
                if (const QQuickItem* found = stop(child)) return found;
            return static_cast<const QQuickItem*>(nullptr);
        };
        const QQuickItem* found = stop(strip);
        return found && QRectF(0, 0, strip->width(), strip->height())
                            .contains(found->mapRectToItem(strip, QRectF(0, 0, found->width(), found->height())));
    };
    QTRY_VERIFY(stopInSight());
}

void WindowTest::aChangeLookedAtSaysSo() {
    // What resource policies alone would keep out has no fix to look at.
    std::set<std::string> keptOut;
    for (const Flow& flow : document_->design().flows)
        if (flow.intent == FlowIntent::Blocked) keptOut.insert(flow.id.value);
    QVERIFY(document_->apply(edits::removeThings(keptOut)));
    QTRY_VERIFY(!document_->isJudging());
    const Design before = document_->design();
    QTest::keyClick(window_, Qt::Key_F8);
    // The row of the problem is the last one in sight where the list was scrolled to it.
    QList<QQuickItem*> rows;
    const std::function<void(QQuickItem*)> gather = [&](QQuickItem* item) {
        if (!item->isVisible()) return;
        if (visibleNamed(item, "Explain, and every fix with its preview") == item) rows.prepend(item);
        for (QQuickItem* child : item->childItems()) gather(child);
    };
    QTRY_VERIFY(named("Explain, and every fix with its preview"));
    gather(window_->contentItem());
    for (qsizetype i = 0; i < rows.size() && !named("Preview"); ++i) {
        click(rows.at(i));
        static_cast<void>(QTest::qWaitFor([&] { return named("Preview") != nullptr; }, 500));
    }
    QVERIFY(named("Preview"));
    click(named("Preview"));
    QVERIFY(document_->isProposing());
    QVERIFY(document_->design() != before);
    QTRY_VERIFY(named("Leave as it is"));
    QVERIFY(named("Preview: nothing is changed yet. Esc leaves it."));
    QTest::keyClick(window_, Qt::Key_Escape);
    QVERIFY(!document_->isProposing());
    QVERIFY(document_->design() == before);
    QTRY_VERIFY(!named("Leave as it is"));
}

void WindowTest::aProblemIsAcceptedWithAReason() {
    QTRY_VERIFY(!document_->isJudging());
    const Design before = document_->design();
    QVERIFY(before.waivers.empty());
    QTest::keyClick(window_, Qt::Key_F8);
    QTest::keyClick(window_, Qt::Key_Period, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(named("Reason") && named("Reason")->hasActiveFocus());
    // What scrolls begins below the cross.
    const QQuickItem* view = named("Reason");
    while (view && !view->property("contentY").isValid()) view = view->parentItem();
    const QQuickItem* cross = named("Close the explanation");
    QVERIFY(view && view->clip() && cross);
    QVERIFY(view->mapToScene({}).y() >= cross->mapToScene({0, cross->height()}).y());
    type("Seen by the");
    QTest::keyClick(window_, Qt::Key_Tab);
    type("2026-02-30");
    QTest::keyClick(window_, Qt::Key_Return);
    QVERIFY(document_->design() == before);
    QVERIFY(named("Until")->property("wrong").toBool());
    QTest::keyClick(window_, Qt::Key_A, Qt::ControlModifier);
    type("2999-12-31");
    QTest::keyClick(window_, Qt::Key_Return);
    QCOMPARE(document_->design().waivers.size(), 1U);
    const Waiver accepted = *document_->design().waivers.begin();
    QCOMPARE(accepted.reason, "Seen by the");
    QCOMPARE(accepted.expires.text(), "2999-12-31");
    QTRY_VERIFY(!document_->isJudging());
    QVERIFY(std::ranges::any_of(document_->judgement()->diagnostics(), [&](const Diagnostic& each) {
        return each.waiver && each.rule->code == accepted.rule;
    }));
    QTRY_VERIFY(named("Take back"));
    click(named("Take back"));
    QVERIFY(document_->design() == before);
    QTRY_VERIFY(named("Reason"));
    document_->undo();
    document_->undo();
    QVERIFY(document_->design() == before);
}

void WindowTest::theRightButtonOnAProblemAsksWhyItIsAccepted() {
    QTest::keyClick(window_, Qt::Key_F8);
    const QString before = session_->primaryId();
    // Another row than that of the problem, wherever the list stands.
    const std::function<QQuickItem*(QQuickItem*)> otherRow = [&](QQuickItem* item) -> QQuickItem* {
        const bool isRow = item->property("howToFix").isValid() && item->property("where").isValid();
        const double top = item->mapToScene({}).y();
        if (isRow && !item->property("highlighted").toBool() && top > 730 && top + item->height() < 870) return item;
        for (QQuickItem* child : item->childItems())
            if (QQuickItem* found = otherRow(child)) return found;
        return nullptr;
    };
    const QQuickItem* row = nullptr;
    QTRY_VERIFY((row = otherRow(window_->contentItem())));
    click(row, Qt::RightButton);
    QTRY_VERIFY(named("Reason") && named("Reason")->hasActiveFocus());
    QTest::qWait(50);
    QVERIFY(named("Reason")->hasActiveFocus());
    QCOMPARE(session_->primaryId(), before);
}

void WindowTest::theRightButtonAddsNothingFromThePalette() {
    QTRY_VERIFY(named("VPC"));
    const Design before = document_->design();
    click(named("VPC"), Qt::RightButton);
    QVERIFY(document_->design() == before);
    click(named("VPC"));
    QCOMPARE(document_->design().vpcs.size(), before.vpcs.size() + 1);
}

void WindowTest::theDraftOfAPolicySaysWhomItLocksOut() {
    QVERIFY(document_->openSample("securecart"));
    QTRY_VERIFY(!document_->isJudging());
    const Design before = document_->design();
    session_->select("bucket-archive");
    const auto told = [&](const QString& start) {
        const std::function<QQuickItem*(QQuickItem*)> below = [&](QQuickItem* item) -> QQuickItem* {
            if (!item->isVisible()) return nullptr;
            if (item->property("headline").toString().startsWith(start)) return item;
            for (QQuickItem* child : item->childItems())
                if (QQuickItem* found = below(child)) return found;
            return nullptr;
        };
        return below(window_->contentItem());
    };
    // Its label has the same name.
    const std::function<QQuickItem*(QQuickItem*)> editorBelow = [&](QQuickItem* item) -> QQuickItem* {
        QAccessibleInterface* known = QAccessible::queryAccessibleInterface(item);
        if (item->isVisible() && known && known->role() == QAccessible::EditableText &&
            known->text(QAccessible::Name) == "Resource policy")
            return item;
        for (QQuickItem* child : item->childItems())
            if (QQuickItem* found = editorBelow(child)) return found;
        return nullptr;
    };
    QTRY_VERIFY(editorBelow(window_->contentItem()));
    QQuickItem* editor = editorBelow(window_->contentItem());
    QVERIFY(!told("Would lock out"));
    // Nobody comes through that endpoint.
    editor->forceActiveFocus();
    editor->setProperty("text", R"({"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*",
        "Action": "s3:*", "Resource": "*",
        "Condition": {"StringNotEquals": {"aws:SourceVpce": "vpce-0123456789abcdef0"}}}]})");
    QTRY_VERIFY(told("Would lock out"));
    QVERIFY(!told("Would lock out")->property("lines").toStringList().isEmpty());
    QVERIFY(document_->design() == before);
    QTest::keyClick(window_, Qt::Key_Escape);
    QTRY_VERIFY(!told("Would lock out"));
    QVERIFY(document_->design() == before);
}

void WindowTest::outlineFollowsTheSelection() {
    session_->select("vpce-secrets");
    QTRY_VERIFY(named("vpce-secrets"));
    const QQuickItem* row = named("vpce-secrets");
    QVERIFY(row->property("highlighted").toBool());
}

void WindowTest::f6GoesThroughTheRegions() {
    session_->select("vpc-shop");
    QList<QQuickItem*> stops;
    for (int step = 0; step < 5; ++step) {
        QTest::keyClick(window_, Qt::Key_F6);
        QVERIFY(window_->activeFocusItem());
        stops << window_->activeFocusItem();
    }
    QCOMPARE(QSet<QQuickItem*>(stops.begin(), stops.end()).size(), 5);
}

void WindowTest::panelsFold() {
    const auto widthOf = [&](const QString& name) { return named(name) ? named(name)->width() : 0; };
    QVERIFY(widthOf("Inspector") >= 272);
    QTest::keyClick(window_, Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(widthOf("Inspector"), 0);
    QTest::keyClick(window_, Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(widthOf("Inspector") >= 272);
}

}  // namespace gw

QTEST_MAIN(gw::WindowTest)
#include "window_test.moc"
