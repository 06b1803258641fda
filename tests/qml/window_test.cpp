#include <QtTest>

#include <algorithm>

#include "app/views/problems_model.h"
#include "model/edit/edits.h"
#include "tests/qml/window_harness.h"

namespace gw {

/// The window worked by keys and mouse, as a user does.
class WindowTest : public WindowHarness {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(open(), qPrintable(warnings_.join('\n'))); }
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
    void theFocusOfAFixGoesToTheNextFinding();
    void aProblemIsAcceptedWithAReason();
    void theRightButtonOnAProblemAsksWhyItIsAccepted();
    void theRightButtonBesideAllThingsIsAboutTheCanvas();
    void aFindingIsShownWhateverTabWasOpen();
    void theRightButtonAddsNothingFromThePalette();
    void theDraftOfAPolicySaysWhomItLocksOut();
    void outlineFollowsTheSelection();
    void f6GoesThroughTheRegions();
    void panelsFold();
};

static QAbstractItemModel* modelOf(QQuickItem* list) {
    return list->property("model").value<QAbstractItemModel*>();
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
    press(Qt::Key_Slash);
    type("vpc");
    press(Qt::Key_Return);
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
    QVERIFY(namedBelow(named("Status"), "Problems") == nullptr);
    click(named("Open SecureCart"));
    QTRY_VERIFY(!document_->isEmpty());
    QTRY_VERIFY(namedBelow(named("Status"), "Problems"));
}

void WindowTest::f8WalksTheProblems() {
    press(Qt::Key_F8);
    const QString first = session_->primaryId();
    QVERIFY(!first.isEmpty());
    QStringList seen{first};
    for (int step = 0; step < 6; ++step) {
        press(Qt::Key_F8);
        seen << session_->primaryId();
    }
    seen.removeDuplicates();
    QVERIFY(seen.size() > 1);
    for (int step = 0; step < 6; ++step) press(Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(session_->primaryId(), first);
}

void WindowTest::quickFixIsOneStep() {
    const Design before = document_->design();
    for (int step = 0; step < 60 && !document_->canUndo(); ++step) {
        press(Qt::Key_F8);
        press(Qt::Key_Period, Qt::ControlModifier);
        const auto isEntry = [](QQuickItem* item) { return item->inherits("QQuickMenuItem"); };
        if (QTest::qWaitFor([&] { return firstThat(isEntry) != nullptr; }, 200)) press(Qt::Key_Return);
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
    press(Qt::Key_A, Qt::ControlModifier);
    type("10.0.0.0/99");
    press(Qt::Key_Return);
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
    press(Qt::Key_A, Qt::ControlModifier);
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
    press(Qt::Key_Escape);
    QTRY_COMPARE(field->property("text").toString(), QString::fromStdString(subnet.cidr->text()));
    QVERIFY(field->property("error").toString().isEmpty());
}

void WindowTest::aCellOfTheMatrixIsInspectedAndEscapeLeadsOut() {
    session_->setProperty("bottomTab", "paths");
    QQuickItem* matrix = nullptr;
    QTRY_VERIFY((matrix = named("Private-path matrix")));
    const auto boxOf = [&](const QQuickItem* item) {
        return item->mapRectToItem(matrix, QRectF(0, 0, item->width(), item->height()));
    };
    const auto inSight = [&](const QQuickItem* item) {
        return QRectF(0, 0, matrix->width(), matrix->height()).contains(boxOf(item));
    };
    // The one farthest to the right: what is told of a flow takes that room from the matrix.
    const auto farthestCell = [&]() -> QQuickItem* {
        const QList<QQuickItem*> cells = allBelow(matrix, [&](QQuickItem* item) {
            return !item->property("flow").toString().isEmpty() && item->property("way").isValid() && inSight(item);
        });
        const auto farthest = std::ranges::max_element(cells, {}, [&](QQuickItem* each) { return boxOf(each).x(); });
        return farthest == cells.end() ? nullptr : *farthest;
    };
    const QQuickItem* cell = nullptr;
    QTRY_VERIFY((cell = farthestCell()));
    const double widthBefore = matrix->width();
    const QString flow = cell->property("flow").toString();
    click(cell);
    QCOMPARE(session_->tracedFlow(), flow);
    QCOMPARE(session_->primaryId(), flow);
    QTRY_VERIFY(matrix->width() < widthBefore);
    QTRY_VERIFY(inSight(cell));
    press(Qt::Key_Escape);
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
        press(Qt::Key_Tab);
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
    QQuickItem* strip = nullptr;
    QTRY_VERIFY((strip = named("Stages of the trace")));
    const auto stopInSight = [&] {
        const QQuickItem* found = firstBelow(strip, [](QQuickItem* item) { return item->property("stops").toBool(); });
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
    press(Qt::Key_F8);
    // The row of the problem is the last one in sight where the list was scrolled to it.
    const QString explain = "Explain, and every fix with its preview";
    QTRY_VERIFY(named(explain));
    const QList<QQuickItem*> rows =
        allBelow(window_->contentItem(), [&](QQuickItem* item) { return spokenName(item) == explain; });
    for (auto row = rows.rbegin(); row != rows.rend() && !named("Preview"); ++row) {
        click(*row);
        static_cast<void>(QTest::qWaitFor([&] { return named("Preview") != nullptr; }, 500));
    }
    QVERIFY(named("Preview"));
    click(named("Preview"));
    QVERIFY(document_->isProposing());
    QVERIFY(document_->design() != before);
    QTRY_VERIFY(named("Leave as it is"));
    QVERIFY(named("Preview: nothing is changed yet. Esc leaves it."));
    press(Qt::Key_Escape);
    QVERIFY(!document_->isProposing());
    QVERIFY(document_->design() == before);
    QTRY_VERIFY(!named("Leave as it is"));

    // Undo ends the looking and no step, and the finding that is told of is the one chosen.
    const auto* list = window_->findChild<QQuickItem*>("problemList");
    QVERIFY(list);
    const auto chosen = [&] {
        const auto* row = list->property("currentItem").value<QQuickItem*>();
        return row ? row->property("key").toString() : QString();
    };
    QTRY_VERIFY(!document_->isJudging());
    const QString finding = chosen();
    QTRY_VERIFY(named("Preview"));
    click(named("Preview"));
    QVERIFY(document_->isProposing());
    QTRY_VERIFY(!document_->isJudging());
    QTest::keyClick(window_, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!document_->isProposing());
    QVERIFY(document_->design() == before);
    QTRY_COMPARE(chosen(), finding);
}

void WindowTest::theFocusOfAFixGoesToTheNextFinding() {
    QTRY_VERIFY(!document_->isJudging());
    QQuickItem* list = firstThat([](QQuickItem* item) {
        return item->property("currentIndex").isValid() && qobject_cast<ProblemsModel*>(modelOf(item));
    });
    QVERIFY(list);
    auto* problems = qobject_cast<ProblemsModel*>(modelOf(list));
    const auto chooseOneToFix = [&] {
        int row = 0;
        while (problems->row(row).fixes.isEmpty() || !problems->harmOf(row, 0).isEmpty()) ++row;
        list->forceActiveFocus();
        list->setProperty("currentIndex", row);
        list->parentItem()->setProperty("explaining", true);
        return row;
    };
    const auto pressButton = [&](const QString& name) {
        QQuickItem* button = nullptr;
        QTRY_VERIFY((button = namedBelow(named("Explanation"), name)));
        button->forceActiveFocus(Qt::TabFocusReason);
        press(Qt::Key_Return);
    };
    // Done at once.
    const int first = chooseOneToFix();
    const int count = problems->rowCount();
    pressButton(problems->row(first).fixes.first());
    QVERIFY(document_->canUndo());
    QTRY_VERIFY(!document_->isJudging());
    QVERIFY(problems->rowCount() < count);
    QTRY_VERIFY(list->hasActiveFocus());
    QVERIFY(list->property("currentIndex").toInt() >= 0);
    // Looked at, and left.
    chooseOneToFix();
    pressButton("Preview");
    QVERIFY(document_->isProposing());
    QTRY_COMPARE(window_->activeFocusItem(), named("Apply"));
    press(Qt::Key_Escape);
    QVERIFY(!document_->isProposing());
    QTRY_VERIFY(list->hasActiveFocus());
    // Looked at, and done.
    chooseOneToFix();
    pressButton("Preview");
    QTRY_COMPARE(window_->activeFocusItem(), named("Apply"));
    const QSignalSpy told(session_, &Session::told);
    press(Qt::Key_Return);
    QVERIFY(!document_->isProposing());
    QCOMPARE(told.size(), 1);
    QVERIFY2(told.first().at(1).toBool(), "it can be undone");
    QTRY_VERIFY(list->hasActiveFocus());
    document_->undo();
    document_->undo();
    QVERIFY(!document_->canUndo());
}

void WindowTest::aProblemIsAcceptedWithAReason() {
    QTRY_VERIFY(!document_->isJudging());
    const Design before = document_->design();
    QVERIFY(before.waivers.empty());
    press(Qt::Key_F8);
    press(Qt::Key_Period, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(named("Reason") && named("Reason")->hasActiveFocus());
    // What scrolls begins below the cross.
    const QQuickItem* view = named("Reason");
    while (view && !view->property("contentY").isValid()) view = view->parentItem();
    const QQuickItem* cross = named("Close the explanation");
    QVERIFY(view && view->clip() && cross);
    QVERIFY(view->mapToScene({}).y() >= cross->mapToScene({0, cross->height()}).y());
    type("Seen by the");
    press(Qt::Key_Tab);
    type("2026-02-30");
    press(Qt::Key_Return);
    QVERIFY(document_->design() == before);
    QVERIFY(named("Until")->property("wrong").toBool());
    press(Qt::Key_A, Qt::ControlModifier);
    type("2999-12-31");
    press(Qt::Key_Return);
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
    press(Qt::Key_F8);
    QTest::qWait(400);
    const QPointF centre = session_->centre();
    // Another row than that of the problem, wherever the list stands.
    const auto isOtherRow = [](QQuickItem* item) {
        const bool isRow = item->property("howToFix").isValid() && item->property("where").isValid();
        const double top = item->mapToScene({}).y();
        return isRow && !item->property("highlighted").toBool() && top > 730 && top + item->height() < 870;
    };
    const QQuickItem* row = nullptr;
    QTRY_VERIFY((row = firstThat(isOtherRow)));
    const QString subject = row->property("subject").toString();
    click(row, Qt::RightButton);
    QTRY_VERIFY(named("Reason") && named("Reason")->hasActiveFocus());
    QTest::qWait(50);
    QVERIFY(named("Reason")->hasActiveFocus());
    // The inspector shows what is asked about, and the view stays.
    QCOMPARE(session_->primaryId(), subject);
    QCOMPARE(session_->centre(), centre);
}

void WindowTest::theRightButtonBesideAllThingsIsAboutTheCanvas() {
    session_->select("order");
    auto* canvas = window_->findChild<QQuickItem*>("canvas");
    standStill(canvas);
    const QPoint corner = canvas->mapToScene({4, 4}).toPoint();
    QTest::mouseClick(window_, Qt::RightButton, {}, corner);
    QTRY_VERIFY(named("Add from the palette…"));
    QVERIFY(session_->selection().empty());
    QVERIFY(!named("Rename"));
    QVERIFY(!named("Delete"));
    QVERIFY(named("Select all"));
    click(named("Add from the palette…"));
    QTRY_VERIFY(!named("Add from the palette…"));
    QTRY_VERIFY(isEditor(window_->activeFocusItem()));
    QTest::mouseClick(window_, Qt::RightButton, {}, middleOf("order"));
    QTRY_VERIFY(named("Rename"));
    QCOMPARE(session_->primaryId(), QString("order"));
    QVERIFY(!named("Add from the palette…"));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!named("Rename"));
}

void WindowTest::aFindingIsShownWhateverTabWasOpen() {
    QQuickItem* inspector = named("Inspector");
    const auto cards = [&] {
        return allBelow(inspector, [](QQuickItem* item) {
            return item->metaObject()->className() == QByteArray("FindingCard_QMLTYPE") ||
                   QByteArray(item->metaObject()->className()).startsWith("FindingCard");
        });
    };
    for (const char* tab : {"notes", "flows"}) {
        inspector->setProperty("tab", tab);
        press(Qt::Key_F8);
        QTRY_COMPARE(inspector->property("tab").toString(), QString("fields"));
        QTRY_VERIFY(!cards().isEmpty());
    }
    // Going to a thing without a finding in mind leaves the tab.
    inspector->setProperty("tab", "notes");
    session_->flyTo("order");
    QCOMPARE(inspector->property("tab").toString(), QString("notes"));
    inspector->setProperty("tab", "fields");
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
        return firstThat([&](QQuickItem* item) { return item->property("headline").toString().startsWith(start); });
    };
    QQuickItem* editor = nullptr;
    QTRY_VERIFY((editor = editorNamed("Resource policy")));
    QVERIFY(!told("Would lock out"));
    // Nobody comes through that endpoint.
    editor->forceActiveFocus();
    editor->setProperty("text", R"({"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*",
        "Action": "s3:*", "Resource": "*",
        "Condition": {"StringNotEquals": {"aws:SourceVpce": "vpce-0123456789abcdef0"}}}]})");
    QTRY_VERIFY(told("Would lock out"));
    QVERIFY(!told("Would lock out")->property("lines").toStringList().isEmpty());
    QVERIFY(document_->design() == before);
    press(Qt::Key_Escape);
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
        press(Qt::Key_F6);
        QVERIFY(window_->activeFocusItem());
        stops << window_->activeFocusItem();
    }
    QCOMPARE(QSet<QQuickItem*>(stops.begin(), stops.end()).size(), 5);
}

void WindowTest::panelsFold() {
    const auto widthOf = [&](const QString& name) { return named(name) ? named(name)->width() : 0; };
    QVERIFY(widthOf("Inspector") >= 272);
    press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(widthOf("Inspector"), 0);
    press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(widthOf("Inspector") >= 272);
}

}  // namespace gw

QTEST_MAIN(gw::WindowTest)
#include "window_test.moc"
