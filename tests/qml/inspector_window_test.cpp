#include <QtQml/qqmlextensionplugin.h>
#include <QAccessible>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QtTest>

#include "app/views/session.h"
#include "model/spec/spec.h"

Q_IMPORT_QML_PLUGIN(Gatewright_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_ViewsPlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_CanvasPlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_PanelsPlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_MainPlugin)

namespace gw {

/// What is written into the panels of the window, by mouse and keys, and taken back again.
class InspectorWindowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void undoTakesBackARowJustAdded();
    void aRowLeftWithEscapeIsForgotten();
    void aRowWithoutItsTargetStaysADraft();
    void theTabKeyWalksTheCellsThatItChanges();
    void undoInAFieldIsTheDocumentsUnlessSomethingIsTyped();
    void aNewRowIsInSight();
    void aTipGoesWithTheNextKey();
    void noTabMovesTheTabs();
    void whatDiffersIsMixed();
    void slashReplacesWhatWasFiltered();
    void aFilterThatHoldsNothingIsCleared();
    void f1ExplainsTheChosenProblem();
    void cellsHaveRoomForWhatTheySay();
    void whatIsWrongHasRoomBesideItsExplanation();
    void aClickOnABlockOpensItsText();
    void aSubnetChoosesItsRouteTable();
    void paletteNamesAreWhole();
    void theExportKeepsItsSize();
    void aQuestionAboutNothingIsMarked();
    void buttonsOfTheTitleBarStandStill();

private:
    QQuickItem* named(const QString& name) const;
    void click(const QQuickItem* item, Qt::MouseButton button = Qt::LeftButton) const {
        QTest::mouseClick(window_, button, {}, item->mapToScene({item->width() / 2, item->height() / 2}).toPoint());
    }
    /// Waits until the frames that lay out what has changed have all been.
    void standStill(const QQuickItem* item) const {
        QPointF before;
        do {
            before = item->mapToScene({});
            QTest::qWait(20);
            window_->grabWindow();
        } while (before != item->mapToScene({}));
    }
    void clickNamed(const QString& name) const {
        QQuickItem* item = nullptr;
        QTRY_VERIFY2((item = named(name)), qPrintable(name));
        standStill(item);
        click(item);
    }
    void type(const QString& text) const {
        for (const QChar c : text) QTest::keyClick(window_, c.toLatin1());
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(window_, key, modifiers); }
    /// Visible items below one, those that the condition holds for.
    template <class Condition>
    static QList<QQuickItem*> itemsBelow(QQuickItem* item, const Condition& condition) {
        QList<QQuickItem*> found;
        if (!item->isVisible()) return found;
        if (condition(item)) found << item;
        for (QQuickItem* child : item->childItems()) found << itemsBelow(child, condition);
        return found;
    }
    QString focused() const {
        QAccessibleInterface* known = QAccessible::queryAccessibleInterface(window_->activeFocusItem());
        return known ? known->text(QAccessible::Name) : QString{};
    }
    QString focusedText() const { return window_->activeFocusItem()->property("text").toString(); }
    QString focusedError() const { return window_->activeFocusItem()->property("error").toString(); }

    QQmlApplicationEngine engine_;
    QQuickWindow* window_ = nullptr;
    Document* document_ = nullptr;
    Session* session_ = nullptr;
    Design before_;
};

/// The first visible item below `item` that screen readers know by that name.
static QQuickItem* visibleNamed(QQuickItem* item, const QString& name) {
    if (!item->isVisible()) return nullptr;
    QAccessibleInterface* known = QAccessible::queryAccessibleInterface(item);
    if (known && known->text(QAccessible::Name) == name && item->width() > 0) return item;
    for (QQuickItem* child : item->childItems())
        if (QQuickItem* found = visibleNamed(child, name)) return found;
    return nullptr;
}

QQuickItem* InspectorWindowTest::named(const QString& name) const {
    return visibleNamed(window_->contentItem(), name);
}

void InspectorWindowTest::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName("gatewright-test");
    QCoreApplication::setApplicationName(QString::number(QCoreApplication::applicationPid()));
    engine_.addImportPath("qrc:/qt/qml");
    engine_.load(QUrl("qrc:/qt/qml/Gatewright/Main/Main.qml"));
    QVERIFY(!engine_.rootObjects().isEmpty());
    window_ = qobject_cast<QQuickWindow*>(engine_.rootObjects().first());
    QVERIFY(QTest::qWaitForWindowActive(window_));
    document_ = window_->property("document").value<Document*>();
    session_ = window_->property("session").value<Session*>();
}

void InspectorWindowTest::init() {
    window_->resize(1440, 900);
    QVERIFY(document_->openSample("securecart"));
    session_->clearSelection();
    QTRY_VERIFY(!document_->isJudging());
    before_ = document_->design();
}

void InspectorWindowTest::undoTakesBackARowJustAdded() {
    session_->select("order");
    const SecurityGroup* group = document_->design().securityGroups.find({"sg-order"});
    QVERIFY(group);
    const std::size_t rules = group->ingress.size();
    const auto count = [&] { return document_->design().securityGroups.find({"sg-order"})->ingress.size(); };
    for (int row = 1; row <= 2; ++row) {
        clickNamed("Add a row to Inbound rules");
        type("tcp");
        press(Qt::Key_Tab);
        type(QString::number(8442 + row));
        press(Qt::Key_Tab);
        type("10.0.0.0/8");
        press(Qt::Key_Return);
        QCOMPARE(count(), rules + static_cast<std::size_t>(row));
        // From here Enter begins the next row.
        QCOMPARE(focused(), QString("Add a row to Inbound rules"));
    }
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(count(), rules + 1);
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(document_->design() == before_);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(count(), rules + 1);
}

void InspectorWindowTest::aRowLeftWithEscapeIsForgotten() {
    session_->select("rt-public");
    clickNamed("Add a row to Routes");
    QCOMPARE(focused(), QString("Destination"));
    type("192.0.2.0/24");
    press(Qt::Key_Tab);
    press(Qt::Key_Tab);
    type("nat");
    press(Qt::Key_Escape);
    QCOMPARE(focused(), QString("Add a row to Routes"));
    // Nothing that is hidden takes what is typed.
    type("at");
    press(Qt::Key_Return);
    QCOMPARE(focused(), QString("Destination"));
    QCOMPARE(focusedText(), QString());
    press(Qt::Key_Tab);
    press(Qt::Key_Tab);
    QCOMPARE(focusedText(), QString());
    QVERIFY(document_->design() == before_);
}

void InspectorWindowTest::aRowWithoutItsTargetStaysADraft() {
    session_->select("rt-public");
    clickNamed("Add a row to Routes");
    type("192.0.2.0/24");
    press(Qt::Key_Return);
    QVERIFY(document_->design() == before_);
    QCOMPARE(focused(), QString("Target"));
    QVERIFY(!focusedError().isEmpty());
    type("igw-shop");
    press(Qt::Key_Tab);
    type("perhaps");
    press(Qt::Key_Return);
    QVERIFY(document_->design() == before_);
    QCOMPARE(focused(), QString("Propagated"));
    QCOMPARE(focusedError(), QString("Say yes or no."));
    // What is wrong is selected: typing replaces it.
    type("no");
    press(Qt::Key_Return);
    QCOMPARE(document_->design().routeTables.find({"rt-public"})->routes.size(),
             before_.routeTables.find({"rt-public"})->routes.size() + 1);
}

void InspectorWindowTest::theTabKeyWalksTheCellsThatItChanges() {
    session_->select("sg-order");
    QQuickItem* cell = nullptr;
    const std::function<QQuickItem*(QQuickItem*)> firstCell = [&](QQuickItem* item) -> QQuickItem* {
        if (!item->isVisible()) return nullptr;
        if (item->property("editor").isValid() && item->property("lineHeight").isValid()) return item;
        for (QQuickItem* child : item->childItems())
            if (QQuickItem* found = firstCell(child)) return found;
        return nullptr;
    };
    QTRY_VERIFY((cell = firstCell(window_->contentItem())));
    cell->forceActiveFocus(Qt::TabFocusReason);
    press(Qt::Key_Tab);
    QCOMPARE(focused(), QString("Ports"));
    press(Qt::Key_A, Qt::ControlModifier);
    type("8443");
    press(Qt::Key_Tab);
    QCOMPARE(document_->design().securityGroups.find({"sg-order"})->ingress.front().ports.text(), "8443");
    QCOMPARE(focused(), QString("Peer"));
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(document_->design() == before_);
    QCOMPARE(focused(), QString("Peer"));
}

void InspectorWindowTest::undoInAFieldIsTheDocumentsUnlessSomethingIsTyped() {
    session_->select("order");
    QQuickItem* field = nullptr;
    QTRY_VERIFY((field = named("Name")));
    field->forceActiveFocus(Qt::TabFocusReason);
    press(Qt::Key_End);
    type("-2");
    const QString kept = focusedText();
    press(Qt::Key_Return);
    const Design renamed = document_->design();
    QVERIFY(renamed != before_);
    QVERIFY(field->hasActiveFocus());
    // What is typed and not kept is the field's, up to what was kept.
    type("34");
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(focusedText(), kept);
    QVERIFY(document_->design() == renamed);
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(document_->design() == before_);
    QCOMPARE(focusedText(), QString("order-service"));
    QVERIFY(document_->canRedo());
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Return);
    QVERIFY(document_->design() == before_);
    QVERIFY(document_->canRedo());
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(document_->design() == renamed);
}

void InspectorWindowTest::aNewRowIsInSight() {
    window_->resize(1280, 720);
    session_->select("order");
    const QQuickItem* inspector = named("Inspector");
    QVERIFY(inspector);
    const auto inSight = [&] {
        const QQuickItem* at = window_->activeFocusItem();
        const QRectF box = at->mapRectToItem(inspector, QRectF(0, 0, at->width(), at->height()));
        return inspector->isAncestorOf(at) && QRectF(0, 0, inspector->width(), inspector->height()).contains(box);
    };
    for (int row = 0; row < 8; ++row) {
        QQuickItem* add = nullptr;
        QTRY_VERIFY((add = named("Add a row to Inbound rules")));
        add->forceActiveFocus(Qt::TabFocusReason);
        press(Qt::Key_Return);
        QCOMPARE(focused(), QString("Protocol"));
        QTRY_VERIFY(inSight());
        type("tcp");
        press(Qt::Key_Tab);
        type(QString::number(9000 + row));
        press(Qt::Key_Tab);
        type("10.0.0.0/8");
        QTRY_VERIFY(inSight());
        press(Qt::Key_Return);
    }
}

void InspectorWindowTest::aTipGoesWithTheNextKey() {
    session_->select("order");
    const QQuickItem* head = nullptr;
    QTRY_VERIFY(named("Name"));
    named("Name")->forceActiveFocus(Qt::TabFocusReason);
    // Off screen buttons do not say that they are pointed at; the heads of fields do.
    for (const QQuickItem* each : itemsBelow(named("Inspector"), [](QQuickItem* item) {
             return item->property("help").isValid() && item->property("truncated").isValid();
         }))
        if (!head) head = each;
    QVERIFY(head);
    standStill(head);
    const auto tip = [&] {
        for (const QObject* each : head->findChildren<QObject*>())
            if (each->property("hushed").isValid()) return each;
        return static_cast<const QObject*>(nullptr);
    };
    QVERIFY(tip());
    const auto shown = [&] { return tip()->property("visible").toBool(); };
    // Hovering is told with the next frame.
    const auto pointAt = [&](const QPoint& at) {
        QTest::mouseMove(window_, at);
        window_->grabWindow();
    };
    const QPoint middle = head->mapToScene({20, head->height() / 2}).toPoint();
    pointAt(middle + QPoint(0, 200));
    pointAt(middle);
    QTRY_VERIFY(shown());
    press(Qt::Key_Shift);
    QTRY_VERIFY(!shown());
    // It does not come back while the pointer stays, and does once it has been elsewhere.
    pointAt(middle + QPoint(1, 1));
    QVERIFY(!shown());
    pointAt(middle + QPoint(0, 200));
    pointAt(middle);
    QTRY_VERIFY(shown());
    pointAt(middle + QPoint(0, 200));
    QTRY_VERIFY(!shown());
}

void InspectorWindowTest::noTabMovesTheTabs() {
    session_->fit();
    const QPointF centre = session_->centre();
    const double zoom = session_->zoom();
    const double top = named("Spec")->mapToScene({}).y();
    for (const char* tab : {"Paths", "Ask", "Spec", "Problems"}) {
        for (QQuickItem* each : itemsBelow(window_->contentItem(), [&](QQuickItem* item) {
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

void InspectorWindowTest::whatDiffersIsMixed() {
    session_->select("order");
    QTRY_VERIFY(named("Name"));
    session_->setSelection({AnyId("product"), AnyId("order")});
    QTRY_VERIFY(!named("Name"));
    const auto says = [&](const QString& words) {
        return !itemsBelow(named("Inspector"), [&](QQuickItem* item) {
                    return item->property("text") == words;
                }).isEmpty();
    };
    QTRY_VERIFY(says("2 selected"));
    QVERIFY(says("mixed"));
    QQuickItem* detail = nullptr;
    QTRY_VERIFY((detail = named("Detail")));
    detail->forceActiveFocus(Qt::TabFocusReason);
    press(Qt::Key_A, Qt::ControlModifier);
    type("shared");
    press(Qt::Key_Return);
    QCOMPARE(document_->design().workloads.find({"order"})->detail, std::string("shared"));
    QCOMPARE(document_->design().workloads.find({"product"})->detail, std::string("shared"));
    document_->undo();
    QVERIFY(document_->design() == before_);
}

void InspectorWindowTest::slashReplacesWhatWasFiltered() {
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

void InspectorWindowTest::aFilterThatHoldsNothingIsCleared() {
    QQuickItem* filter = nullptr;
    QTRY_VERIFY((filter = named("Filter problems")));
    filter->forceActiveFocus(Qt::TabFocusReason);
    type("zzz");
    clickNamed("Clear filter");
    QTRY_VERIFY(!named("Clear filter"));
    QCOMPARE(filter->property("text").toString(), QString());
}

void InspectorWindowTest::f1ExplainsTheChosenProblem() {
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

void InspectorWindowTest::cellsHaveRoomForWhatTheySay() {
    window_->resize(1280, 800);
    for (const char* thing : {"rt-public", "sg-order", "acl-default"}) {
        session_->select(thing);
        QTest::qWait(100);
        QQuickItem* inspector = named("Inspector");
        const auto cells = itemsBelow(
            inspector, [](QQuickItem* item) { return item->property("cut").isValid() && item->width() > 0; });
        QVERIFY(!cells.isEmpty());
        // Names longer than any address block are cut in their middle.
        for (const QQuickItem* cell : cells)
            QVERIFY2(!cell->property("cut").toBool() || cell->width() > 116,
                     qPrintable(cell->property("text").toString()));
        const auto heads = itemsBelow(inspector, [](QQuickItem* item) {
            return item->property("place").isValid() && item->property("truncated").isValid();
        });
        QVERIFY(!heads.isEmpty());
        for (const QQuickItem* head : heads)
            QVERIFY2(!head->property("truncated").toBool(), qPrintable(head->property("text").toString()));
    }
}

void InspectorWindowTest::whatIsWrongHasRoomBesideItsExplanation() {
    QVERIFY(document_->openSample("securecart-broken"));
    window_->resize(1280, 800);
    QTRY_VERIFY(!document_->isJudging());
    press(Qt::Key_F8);
    press(Qt::Key_F1);
    QTRY_VERIFY(named("Explanation"));
    const auto rows =
        itemsBelow(window_->contentItem(), [](QQuickItem* item) { return item->property("howToFix").isValid(); });
    QVERIFY(!rows.isEmpty());
    const auto words = itemsBelow(rows.front(), [&](QQuickItem* item) {
        return item->property("text") == rows.front()->property("message") && item->property("truncated").isValid();
    });
    QCOMPARE(words.size(), 1);
    QVERIFY(words.front()->width() > 220);
    QVERIFY(!words.front()->property("truncated").toBool());
    clickNamed("Close the explanation");
}

void InspectorWindowTest::aClickOnABlockOpensItsText() {
    session_->select("vpc-shop");
    const QString block = QString::fromStdString(before_.vpcs.find({"vpc-shop"})->cidrs.front().text());
    clickNamed(block);
    QCOMPARE(focusedText(), block);
    press(Qt::Key_A, Qt::ControlModifier);
    type("10.20.0.0/33");
    press(Qt::Key_Return);
    QVERIFY(document_->design() == before_);
    QTRY_VERIFY(!focusedError().isEmpty());
    press(Qt::Key_A, Qt::ControlModifier);
    type("10.20.0.0/15");
    press(Qt::Key_Return);
    const auto& blocks = document_->design().vpcs.find({"vpc-shop"})->cidrs;
    QCOMPARE(blocks.size(), before_.vpcs.find({"vpc-shop"})->cidrs.size());
    QCOMPARE(blocks.front().text(), std::string("10.20.0.0/15"));
    document_->undo();
    QVERIFY(document_->design() == before_);
}

void InspectorWindowTest::aSubnetChoosesItsRouteTable() {
    session_->select("app-a");
    clickNamed("Choose: Route table");
    QQuickItem* search = nullptr;
    QTRY_VERIFY((search = named("Search: Route table")));
    QTRY_VERIFY(search->hasActiveFocus());
    type("rt-public");
    press(Qt::Key_Return);
    const auto holds = [&](const char* table) {
        const auto& subnets = document_->design().routeTables.find({table})->subnets;
        return std::ranges::find(subnets, Id<Subnet>{"app-a"}) != subnets.end();
    };
    QTRY_VERIFY(holds("rt-public"));
    QVERIFY(!holds("rt-app-a"));
    document_->undo();
    QVERIFY(document_->design() == before_);
}

void InspectorWindowTest::paletteNamesAreWhole() {
    window_->resize(1280, 800);
    press(Qt::Key_Slash);
    type("e");
    QTest::qWait(100);
    const auto names = itemsBelow(named("Palette"), [](QQuickItem* item) {
        return item->property("truncated").isValid() && item->property("maximumLineCount").toInt() == 2;
    });
    QVERIFY(names.size() > 10);
    for (const QQuickItem* name : names)
        QVERIFY2(!name->property("truncated").toBool(), qPrintable(name->property("text").toString()));
    press(Qt::Key_Escape);
}

void InspectorWindowTest::theExportKeepsItsSize() {
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

void InspectorWindowTest::aQuestionAboutNothingIsMarked() {
    session_->setProperty("bottomTab", "ask");
    QQuickItem* resource = nullptr;
    QTRY_VERIFY((resource = named("Resource")));
    const auto fields = [&] {
        return itemsBelow(window_->contentItem(), [](QQuickItem* item) {
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
        return itemsBelow(window_->contentItem(), [](QQuickItem* item) {
            return item->property("text").toString().startsWith("No resource here is called \"order-arch\"");
        });
    };
    QTRY_COMPARE(told().size(), 1);
    say("arn:aws:s3:::somewhere");
    QTRY_VERIFY(field->property("error").toString().isEmpty());
    session_->setProperty("bottomTab", "problems");
}

void InspectorWindowTest::buttonsOfTheTitleBarStandStill() {
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

}  // namespace gw

QTEST_MAIN(gw::InspectorWindowTest)
#include "inspector_window_test.moc"
