#include <QtTest>

#include "model/edit/edits.h"
#include "model/spec/spec.h"
#include "tests/qml/window_harness.h"

namespace gw {

/// What is written into the inspector, by mouse and keys, and taken back again.
class InspectorWindowTest : public WindowHarness {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(open(), qPrintable(warnings_.join('\n'))); }
    void init();
    void undoTakesBackARowJustAdded();
    void aRowLeftWithEscapeIsForgotten();
    void aRowWithoutItsTargetStaysADraft();
    void aRowBeingWrittenIsHandedIn();
    void theTabKeyWalksTheCellsThatItChanges();
    void undoInAFieldIsTheDocumentsUnlessSomethingIsTyped();
    void aNewRowIsInSight();
    void aTipGoesWithTheNextKey();
    void whatDiffersIsMixed();
    void severalThingsShowNothingOfOne();
    void policiesThatDifferAreReplacedOnlyWhenAsked();
    void aLongNameLeavesItsButtonInReach();
    void aTextHasItsMenu();
    void cellsHaveRoomForWhatTheySay();
    void aClickOnABlockOpensItsText();
    void aRefusedAdditionReplacesNoBlock();
    void aSubnetChoosesItsRouteTable();

private:
    QString focusedText() const { return window_->activeFocusItem()->property("text").toString(); }
    QString focusedError() const { return window_->activeFocusItem()->property("error").toString(); }
    QString focused() const { return spokenName(window_->activeFocusItem()); }

    Design before_;
};

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

void InspectorWindowTest::aRowBeingWrittenIsHandedIn() {
    session_->select("rt-public");
    const auto routes = [&] { return document_->design().routeTables.find({"rt-public"})->routes.size(); };
    const std::size_t before = routes();
    clickNamed("Add a row to Routes");
    type("192.0.2.0/24");
    session_->handIn();
    QCOMPARE(session_->unapplied().size(), 1);
    QVERIFY(session_->unapplied().front().startsWith("New row of Routes of "));
    QCOMPARE(focusedText(), QString("192.0.2.0/24"));
    // Elsewhere and back it is still there.
    session_->select("rt-app-a");
    session_->select("rt-public");
    QTRY_VERIFY(editorNamed("Destination"));
    const auto draft = allBelow(named("Inspector"), [](QQuickItem* item) {
        return isEditor(item) && item->property("draft").toBool() && item->property("text") == "192.0.2.0/24";
    });
    QCOMPARE(draft.size(), 1);
    draft.front()->forceActiveFocus(Qt::TabFocusReason);
    press(Qt::Key_Tab);
    type("igw-shop");
    session_->handIn();
    QCOMPARE(routes(), before + 1);
    QVERIFY(session_->unapplied().isEmpty());
    QCOMPARE(focused(), QString("Add a row to Routes"));
    // Dropped, nothing is left of it.
    press(Qt::Key_Return);
    type("x");
    press(Qt::Key_Return);
    QCOMPARE(session_->unapplied().size(), 1);
    press(Qt::Key_Escape);
    QVERIFY(session_->unapplied().isEmpty());
    // Rows left half written are handed in as well.
    press(Qt::Key_Return);
    type("198.51.100.0/24");
    session_->select("rt-app-a");
    QCOMPARE(session_->unapplied().size(), 1);
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
    QCOMPARE(focused(), QString("Port range"));
    press(Qt::Key_A, Qt::ControlModifier);
    type("8443");
    press(Qt::Key_Tab);
    QCOMPARE(document_->design().securityGroups.find({"sg-order"})->ingress.front().ports.text(), "8443");
    QCOMPARE(focused(), QString("Source"));
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(document_->design() == before_);
    QCOMPARE(focused(), QString("Source"));
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
    for (const QQuickItem* each : allBelow(named("Inspector"), [](QQuickItem* item) {
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

void InspectorWindowTest::whatDiffersIsMixed() {
    session_->select("order");
    QTRY_VERIFY(named("Name"));
    session_->setSelection({AnyId("product"), AnyId("order")});
    QTRY_VERIFY(!named("Name"));
    const auto says = [&](const QString& words) {
        return !allBelow(named("Inspector"), [&](QQuickItem* item) {
                    return item->property("text") == words;
                }).isEmpty();
    };
    QTRY_VERIFY(says("2 workloads"));
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

void InspectorWindowTest::severalThingsShowNothingOfOne() {
    const auto says = [&](const QString& words) {
        return namedBelow(named("Inspector"), words) ||
               firstBelow(named("Inspector"), [&](QQuickItem* item) { return item->property("text") == words; });
    };
    named("Inspector")->setProperty("tab", "flows");
    session_->select("order");
    QTRY_VERIFY(says("Flows"));
    session_->setSelection({AnyId("product"), AnyId("order")});
    QTRY_VERIFY(says("2 workloads"));
    QVERIFY(!says("Flows"));
    QTRY_VERIFY(named("Detail"));
    QVERIFY(!says("Inbound rules"));
    session_->setSelection({AnyId("vpc-shop"), AnyId("product"), AnyId("order")});
    QTRY_VERIFY(says("3 selected"));
    QVERIFY(says("One edit changes the 2 workloads among them"));
    session_->setSelection({AnyId("vpc-shop"), AnyId("order")});
    QTRY_VERIFY(says("2 selected"));
    QVERIFY(says("Below is order-service alone, selected last"));
    QVERIFY(!says("Inbound rules"));
    session_->select("order");
    named("Inspector")->setProperty("tab", "fields");
    QTRY_VERIFY(says("Inbound rules"));
}

void InspectorWindowTest::policiesThatDifferAreReplacedOnlyWhenAsked() {
    session_->setSelection({AnyId("vpce-s3"), AnyId("vpce-api")});
    QTRY_VERIFY(named("Replace all"));
    QVERIFY(!editorNamed("Endpoint policy"));
    // One flow's least privilege is one endpoint's.
    QVERIFY(!named("Least privilege from flows"));
    click(named("Replace all"));
    QTRY_VERIFY(editorNamed("Endpoint policy"));
    // Left without a word, nothing is replaced.
    press(Qt::Key_Escape);
    QTRY_VERIFY(named("Replace all"));
    QVERIFY(document_->design() == before_);
    click(named("Replace all"));
    QTRY_VERIFY(editorNamed("Endpoint policy"));
    editorNamed("Endpoint policy")->setProperty("text", R"({"Version": "2012-10-17", "Statement": []})");
    window_->findChild<QQuickItem*>("canvas")->forceActiveFocus();
    const auto policy = [&](const char* id) { return document_->design().endpoints.find({id})->policy; };
    QVERIFY(document_->design() != before_);
    QCOMPARE(policy("vpce-s3"), policy("vpce-api"));
    document_->undo();
    QVERIFY(document_->design() == before_);
}

void InspectorWindowTest::aLongNameLeavesItsButtonInReach() {
    QVERIFY(document_->apply(edits::rename(AnyId("vpc-shop"), std::string(120, 'x'))));
    session_->select("app-a");
    const QQuickItem* button = nullptr;
    QTRY_VERIFY((button = named("Choose: VPC")));
    standStill(button);
    const QQuickItem* inspector = named("Inspector");
    QVERIFY(button->mapToItem(inspector, {button->width(), 0}).x() <= inspector->width());
}

void InspectorWindowTest::aTextHasItsMenu() {
    session_->select("order");
    QQuickItem* field = nullptr;
    QTRY_VERIFY((field = named("Name")));
    click(field);
    press(Qt::Key_End);
    type("-2");
    click(field, Qt::RightButton);
    QTRY_VERIFY(named("Select all"));
    // What is typed is not handed in by looking at a menu.
    QVERIFY(field->hasActiveFocus());
    QVERIFY(document_->design() == before_);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!named("Select all"));
    QCOMPARE(focusedText(), QString("order-service-2"));
    click(field, Qt::RightButton);
    clickNamed("Select all");
    QCOMPARE(field->property("selectedText").toString(), QString("order-service-2"));
    QVERIFY(field->hasActiveFocus());
    QTRY_VERIFY(!named("Select all"));
    click(field, Qt::RightButton);
    QTRY_VERIFY(named("Select all"));
    clickNamed("Cut");
    QCOMPARE(focusedText(), QString());
    QVERIFY(document_->design() == before_);
    QTRY_VERIFY(!named("Select all"));
    click(field, Qt::RightButton);
    QTRY_VERIFY(named("Select all"));
    clickNamed("Paste");
    QCOMPARE(focusedText(), QString("order-service-2"));
    QTRY_VERIFY(!named("Select all"));
    // Several lines have the same one.
    session_->select("bucket-archive");
    QTRY_VERIFY(editorNamed("Resource policy"));
    click(editorNamed("Resource policy"), Qt::RightButton);
    QTRY_VERIFY(named("Select all"));
    QVERIFY(editorNamed("Resource policy")->hasActiveFocus());
    press(Qt::Key_Escape);
    QTRY_VERIFY(!named("Select all"));
    QVERIFY(editorNamed("Resource policy")->hasActiveFocus());
}

void InspectorWindowTest::cellsHaveRoomForWhatTheySay() {
    window_->resize(1280, 800);
    for (const char* thing : {"rt-public", "sg-order", "acl-default"}) {
        session_->select(thing);
        QTest::qWait(100);
        QQuickItem* inspector = named("Inspector");
        const auto cells =
            allBelow(inspector, [](QQuickItem* item) { return item->property("cut").isValid() && item->width() > 0; });
        QVERIFY(!cells.isEmpty());
        // Names longer than any address block are cut in their middle.
        for (const QQuickItem* cell : cells)
            QVERIFY2(!cell->property("cut").toBool() || cell->width() > 116,
                     qPrintable(cell->property("text").toString()));
        const auto heads = allBelow(inspector, [](QQuickItem* item) {
            return item->property("place").isValid() && item->property("truncated").isValid();
        });
        QVERIFY(!heads.isEmpty());
        for (const QQuickItem* head : heads)
            QVERIFY2(!head->property("truncated").toBool(), qPrintable(head->property("text").toString()));
    }
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

void InspectorWindowTest::aRefusedAdditionReplacesNoBlock() {
    session_->select("vpc-shop");
    const auto blocks = [&] { return document_->design().vpcs.find({"vpc-shop"})->cidrs; };
    const std::vector<Cidr> before = blocks();
    clickNamed("Add to IPv4 blocks");
    type("abc");
    press(Qt::Key_Return);
    QTRY_VERIFY(!focusedError().isEmpty());
    // A block that is opened and left as it is has nothing to do with what was refused.
    const QString block = QString::fromStdString(before.front().text());
    clickNamed(block);
    QCOMPARE(focusedText(), block);
    press(Qt::Key_Return);
    QTRY_VERIFY(named(block));
    QCOMPARE(focusedText(), QString("abc"));
    press(Qt::Key_A, Qt::ControlModifier);
    type("100.64.0.0/16");
    press(Qt::Key_Return);
    QCOMPARE(blocks().size(), before.size() + 1);
    QCOMPARE(blocks().front(), before.front());
    // What an undo takes away while its text is changed is not replaced: that text is a further block.
    clickNamed("100.64.0.0/16");
    document_->undo();
    QVERIFY(blocks() == before);
    press(Qt::Key_A, Qt::ControlModifier);
    type("100.65.0.0/16");
    press(Qt::Key_Return);
    QCOMPARE(blocks().size(), before.size() + 1);
    QCOMPARE(blocks().front(), before.front());
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

}  // namespace gw

QTEST_MAIN(gw::InspectorWindowTest)
#include "inspector_window_test.moc"
