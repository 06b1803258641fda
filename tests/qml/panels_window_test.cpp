#include <QAccessible>
#include <QtTest>

#include "app/views/problems_model.h"
#include "model/repair/repair.h"
#include "model/spec/spec.h"
#include "tests/qml/window_harness.h"

namespace gw {

/// What is asked of the panels around the canvas, by mouse and keys.
class PanelsWindowTest : public WindowHarness {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(open(), qPrintable(warnings_.join('\n'))); }
    void init();
    void noTabMovesTheTabs();
    void tabsSayWhatTheyCount();
    void slashReplacesWhatWasFiltered();
    void aFilterThatHoldsNothingIsCleared();
    void f1ExplainsTheChosenProblem();
    void aFindingThatIsDoneIsNotChosenAgain();
    void whatIsWrongHasRoomBesideItsExplanation();
    void paletteNamesAreWhole();
    void theExportKeepsItsSize();
    void aQuestionAboutNothingIsMarked();
    void buttonsOfTheTitleBarStandStill();
    void tablesHaveTheHeadsOfTheConsole();
    void afterAFixListAndInspectorAgree();
    void repairsNeedNoScrolling_data();
    void repairsNeedNoScrolling();

private:
    QString focusedText() const { return window_->activeFocusItem()->property("text").toString(); }
};

void PanelsWindowTest::init() {
    window_->resize(1440, 900);
    QVERIFY(document_->openSample("securecart"));
    session_->clearSelection();
    QTRY_VERIFY(!document_->isJudging());
}

void PanelsWindowTest::noTabMovesTheTabs() {
    session_->fit();
    const QPointF centre = session_->centre();
    const double zoom = session_->zoom();
    const double top = named("Spec")->mapToScene({}).y();
    for (const char* tab : {"Paths", "Ask", "Spec", "Problems"}) {
        for (QQuickItem* each : allBelow(window_->contentItem(), [&](QQuickItem* item) {
                 const QAccessibleInterface* known = QAccessible::queryAccessibleInterface(item);
                 return known && known->role() == QAccessible::PageTab && known->text(QAccessible::Name) == tab;
             }))
            click(each);
        QTRY_COMPARE(session_->property("bottomTab").toString(), QString(tab).toLower());
        QTest::qWait(50);
        QCOMPARE(named("Spec")->mapToScene({}).y(), top);
        QCOMPARE(session_->zoom(), zoom);
        QCOMPARE(session_->centre(), centre);
    }
}

void PanelsWindowTest::tabsSayWhatTheyCount() {
    QVERIFY(document_->openSample("securecart-broken"));
    QTRY_VERIFY(!document_->isJudging());
    const auto told = [&](const char* tab) {
        QQuickItem* item = firstThat([&](QQuickItem* each) {
            const QAccessibleInterface* known = QAccessible::queryAccessibleInterface(each);
            return known && known->role() == QAccessible::PageTab && known->text(QAccessible::Name) == tab;
        });
        return item ? QAccessible::queryAccessibleInterface(item)->text(QAccessible::Description) : QString();
    };
    QTRY_VERIFY(told("Problems").endsWith(" problems open"));
    QVERIFY(told("Paths").endsWith(" flows are not as wanted"));
}

void PanelsWindowTest::slashReplacesWhatWasFiltered() {
    press(Qt::Key_Slash);
    type("vpc");
    session_->select("order");
    named("Canvas")->forceActiveFocus();
    press(Qt::Key_Slash);
    type("s3");
    QCOMPARE(focusedText(), QString("s3"));
    press(Qt::Key_Escape);
    QCOMPARE(focusedText(), QString());
}

void PanelsWindowTest::aFilterThatHoldsNothingIsCleared() {
    QQuickItem* filter = nullptr;
    QTRY_VERIFY((filter = named("Filter problems")));
    filter->forceActiveFocus(Qt::TabFocusReason);
    type("zzz");
    clickNamed("Clear filter");
    QTRY_VERIFY(!named("Clear filter"));
    QCOMPARE(filter->property("text").toString(), QString());
}

void PanelsWindowTest::f1ExplainsTheChosenProblem() {
    QVERIFY(document_->openSample("securecart-broken"));
    QTRY_VERIFY(!document_->isJudging());
    press(Qt::Key_F8);
    QVERIFY(!named("Explanation"));
    press(Qt::Key_F1);
    QTRY_VERIFY(named("Explanation"));
    QVERIFY(!named("Guide"));
    clickNamed("Close the explanation");
    // Another thing is selected: the problem is not what the question is about.
    session_->clearSelection();
    named("Canvas")->forceActiveFocus();
    press(Qt::Key_F1);
    QTRY_VERIFY(named("Guide"));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!named("Guide"));
}

void PanelsWindowTest::aFindingThatIsDoneIsNotChosenAgain() {
    QVERIFY(document_->openSample("securecart-broken"));
    QTRY_VERIFY(!document_->isJudging());
    press(Qt::Key_F8);
    auto* list = window_->findChild<QQuickItem*>("problemList");
    auto* problems = qobject_cast<ProblemsModel*>(list->property("model").value<QAbstractItemModel*>());
    QVERIFY(problems);
    const auto chosen = [&] {
        const auto* row = list->property("currentItem").value<QQuickItem*>();
        return row ? row->property("key").toString() : QString();
    };
    int harmless = 0;
    while (problems->row(harmless).fixes.isEmpty() || !problems->harmOf(harmless, 0).isEmpty()) ++harmless;
    const QString finding = problems->row(harmless).key;
    for (const bool kept : {true, false}) {
        session_->lookAtFix(finding, 0);
        QVERIFY(document_->isProposing());
        QTRY_VERIFY(!document_->isJudging());
        QTRY_VERIFY(problems->rowOf(finding) < 0);
        if (kept) clickNamed("Apply");
        // Another one is chosen: the first may come back, and is only listed.
        list->forceActiveFocus();
        press(Qt::Key_Down);
        const QString other = chosen();
        QVERIFY(!other.isEmpty() && other != finding);
        document_->undo();
        QTRY_VERIFY(!document_->isJudging());
        QTRY_VERIFY(problems->rowOf(finding) >= 0);
        QTest::qWait(50);
        QCOMPARE(chosen(), other);
    }
}

void PanelsWindowTest::whatIsWrongHasRoomBesideItsExplanation() {
    QVERIFY(document_->openSample("securecart-broken"));
    window_->resize(1280, 800);
    QTRY_VERIFY(!document_->isJudging());
    press(Qt::Key_F8);
    press(Qt::Key_F1);
    QTRY_VERIFY(named("Explanation"));
    const auto rows =
        allBelow(window_->contentItem(), [](QQuickItem* item) { return item->property("howToFix").isValid(); });
    QVERIFY(!rows.isEmpty());
    const auto words = allBelow(rows.front(), [&](QQuickItem* item) {
        return item->property("text") == rows.front()->property("message") && item->property("truncated").isValid();
    });
    QCOMPARE(words.size(), 1);
    QVERIFY(words.front()->width() > 220);
    QVERIFY(!words.front()->property("truncated").toBool());
    clickNamed("Close the explanation");
}

void PanelsWindowTest::paletteNamesAreWhole() {
    window_->resize(1280, 800);
    press(Qt::Key_Slash);
    type("e");
    QTest::qWait(100);
    const auto names = allBelow(named("Palette"), [](QQuickItem* item) {
        return item->property("truncated").isValid() && item->property("maximumLineCount").toInt() == 2;
    });
    QVERIFY(names.size() > 10);
    for (const QQuickItem* name : names)
        QVERIFY2(!name->property("truncated").toBool(), qPrintable(name->property("text").toString()));
    press(Qt::Key_Escape);
}

void PanelsWindowTest::theExportKeepsItsSize() {
    clickNamed("Export…");
    const QQuickItem* sheet = nullptr;
    QTRY_VERIFY((sheet = named("Export the design")));
    QTest::qWait(100);
    const double height = sheet->height();
    for (const char* format : {"PNG", "PDF", "SVG"}) {
        clickNamed(format);
        QTest::qWait(50);
        QCOMPARE(sheet->height(), height);
    }
    press(Qt::Key_Escape);
    QTRY_VERIFY(!named("Export the design"));
}

void PanelsWindowTest::aQuestionAboutNothingIsMarked() {
    session_->setProperty("bottomTab", "ask");
    QQuickItem* resource = nullptr;
    QTRY_VERIFY((resource = named("Resource")));
    const auto fields = [&] {
        return allBelow(window_->contentItem(), [](QQuickItem* item) {
            const QAccessibleInterface* known = QAccessible::queryAccessibleInterface(item);
            return known && known->role() == QAccessible::EditableText && known->text(QAccessible::Name) == "Resource";
        });
    };
    QTRY_COMPARE(fields().size(), 1);
    QQuickItem* field = fields().front();
    const auto say = [&](const QString& text) {
        field->forceActiveFocus(Qt::TabFocusReason);
        press(Qt::Key_A, Qt::ControlModifier);
        type(text);
        press(Qt::Key_Return);
    };
    say("order-arch");
    QTRY_VERIFY(!field->property("error").toString().isEmpty());
    const auto told = [&] {
        return allBelow(window_->contentItem(), [](QQuickItem* item) {
            return item->property("text").toString().startsWith("No resource here is called \"order-arch\"");
        });
    };
    QTRY_COMPARE(told().size(), 1);
    say("arn:aws:s3:::somewhere");
    QTRY_VERIFY(field->property("error").toString().isEmpty());
    session_->setProperty("bottomTab", "problems");
}

void PanelsWindowTest::buttonsOfTheTitleBarStandStill() {
    const QQuickItem* undo = nullptr;
    QTRY_VERIFY((undo = named("Undo")));
    const double left = undo->mapToScene({}).x();
    QVERIFY(document_->apply(Edit("Rename", [](Design& design) {
        design.header.name = "a name that is much longer than the one before it was, and then some";
        return Status{};
    })));
    QTest::qWait(50);
    QCOMPARE(undo->mapToScene({}).x(), left);
    document_->reset();
    QTest::qWait(50);
    QCOMPARE(undo->mapToScene({}).x(), left);
}

/// Each cell is named by its column, in the words of AWS's console; the headings stand over the cells.
void PanelsWindowTest::tablesHaveTheHeadsOfTheConsole() {
    const auto heads = [&] {
        QStringList words;
        for (QQuickItem* item : allBelow(window_->contentItem(), [](QQuickItem* each) {
                 const QAccessibleInterface* known = QAccessible::queryAccessibleInterface(each);
                 return known && known->role() == QAccessible::ColumnHeader && each->height() > 0;
             }))
            words << spokenName(item);
        return words;
    };
    session_->select("sg-order");
    QTRY_VERIFY(heads().contains("Source"));
    for (const char* head : {"Protocol", "Port range", "Destination"}) QVERIFY2(heads().contains(head), head);
    QVERIFY(!heads().contains("Peer"));
    const auto named = [&](const char* name, bool head) {
        return firstThat([&](QQuickItem* item) {
            const QAccessibleInterface* known = QAccessible::queryAccessibleInterface(item);
            return known && known->text(QAccessible::Name) == name &&
                   known->role() == (head ? QAccessible::ColumnHeader : QAccessible::EditableText);
        });
    };
    for (const char* column : {"Protocol", "Port range", "Source"}) {
        QVERIFY2(named(column, true) && named(column, false), column);
        standStill(named(column, false));
        QCOMPARE(named(column, true)->mapToScene({}).x(), named(column, false)->mapToScene({}).x());
        QVERIFY2(!named(column, true)->property("truncated").toBool(), column);
    }
    session_->select("rt-app-a");
    QTRY_VERIFY(heads().contains("Target") && heads().contains("Destination"));
}

/// Whatever the fix leaves of its finding: what is marked in the list is what the inspector and the explanation show.
void PanelsWindowTest::afterAFixListAndInspectorAgree() {
    QVERIFY(document_->openSample("securecart-broken"));
    QTRY_VERIFY(!document_->isJudging());
    press(Qt::Key_F8);
    press(Qt::Key_F1);
    QTRY_VERIFY(named("Explanation"));
    auto* list = window_->findChild<QQuickItem*>("problemList");
    const auto* problems = qobject_cast<ProblemsModel*>(list->property("model").value<QAbstractItemModel*>());
    const auto chosen = [&] { return list->property("currentItem").value<QQuickItem*>(); };
    const auto agree = [&] {
        QQuickItem* card = named("Explanation");
        if (!chosen()) return !card;
        if (!card || chosen()->property("subject").toString() != session_->primaryId()) return false;
        const QStringList fixes = chosen()->property("fixes").toStringList();
        return firstBelow(card,
                          [&](QQuickItem* item) { return item->property("text") == chosen()->property("title"); }) &&
               std::ranges::all_of(fixes, [&](const QString& fix) { return namedBelow(card, fix) != nullptr; });
    };
    int fixed = 0;
    list->forceActiveFocus();
    for (int step = 0; step < 60 && fixed < 4; ++step) {
        press(Qt::Key_Down);
        QVERIFY(chosen());
        QTRY_VERIFY(agree());
        const int at = list->property("currentIndex").toInt();
        const QStringList fixes = problems->row(at).fixes;
        if (fixes.isEmpty() || !problems->harmOf(at, 0).isEmpty()) continue;
        const QString key = problems->row(at).key;
        const Design before = document_->design();
        click(namedBelow(named("Explanation"), fixes.front()));
        QTRY_VERIFY(!document_->isJudging());
        QVERIFY(document_->design() != before);
        QTRY_VERIFY2(agree(), qPrintable(key));
        // It comes back with what it is about.
        if (fixed++ % 2) continue;
        document_->undo();
        QTRY_VERIFY(!document_->isJudging());
        QTRY_VERIFY(agree() && chosen() && chosen()->property("key").toString() == key);
        document_->redo();
        QTRY_VERIFY(!document_->isJudging());
        list->forceActiveFocus();
    }
    QCOMPARE(fixed, 4);
    if (named("Explanation")) clickNamed("Close the explanation");
}

void PanelsWindowTest::repairsNeedNoScrolling_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("small") << QSize(1280, 800);
    QTest::newRow("large") << QSize(1920, 1080);
}

/// Of each flow that can be made private, every alternative is in sight, and what its preview asks.
void PanelsWindowTest::repairsNeedNoScrolling() {
    QFETCH(QSize, size);
    QVERIFY(document_->openSample("securecart-broken"));
    window_->resize(size);
    QTRY_VERIFY(!document_->isJudging());
    session_->setProperty("bottomTab", "paths");
    const auto inSight = [&](QQuickItem* item) {
        QRectF place = item->mapRectToScene({0, 0, item->width(), item->height()});
        if (!QRectF(QPointF(), window_->size()).contains(place)) return false;
        for (QQuickItem* over = item->parentItem(); over; over = over->parentItem())
            if (over->clip() && !over->mapRectToScene({0, 0, over->width(), over->height()}).contains(place))
                return false;
        return true;
    };
    int repaired = 0;
    int flows = 0;
    for (const Flow& flow : document_->design().flows) {
        const Trace* trace = document_->judgement()->facts().traceOf(flow.id);
        if (trace->asWanted || flow.intent == FlowIntent::Blocked) continue;
        const auto wanted = static_cast<int>(repairsOf(document_->design(), flow.id).size());
        if (wanted == 0 || ++flows > 3) continue;
        session_->setTracedFlow(QString::fromStdString(flow.id.value));
        QQuickItem* list = nullptr;
        QTRY_VERIFY((list = named("Repairs of the traced flow")));
        const auto alternatives = [&] {
            return allBelow(list, [](QQuickItem* item) { return item->property("merits").isValid(); });
        };
        QTRY_COMPARE(alternatives().size(), wanted);
        standStill(list);
        for (QQuickItem* each : alternatives()) {
            QVERIFY2(inSight(each), flow.id.value.c_str());
            ++repaired;
        }
        QVERIFY(named("Stages of the trace"));
        click(namedBelow(list, "Preview"));
        QTRY_VERIFY(document_->isProposing());
        standStill(list);
        QVERIFY(inSight(namedBelow(list, "Apply")));
        QVERIFY(inSight(namedBelow(list, "Leave as it is")));
        press(Qt::Key_Escape);
        QTRY_VERIFY(!document_->isProposing());
        QTRY_VERIFY(!document_->isJudging());
    }
    QVERIFY(repaired > 1);
    session_->setTracedFlow({});
    session_->setProperty("bottomTab", "problems");
}

}  // namespace gw

QTEST_MAIN(gw::PanelsWindowTest)
#include "panels_window_test.moc"
