#include <QTemporaryDir>
#include <QtTest>

#include "app/views/ask_model.h"
#include "model/edit/edits.h"
#include "tests/qml/window_harness.h"

namespace gw {

/// What policies allow, asked by mouse and keys.
class AskWindowTest : public WindowHarness {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(open(), qPrintable(warnings_.join('\n'))); }
    void init();
    void aRequestIsAskedAboutByKeys();
    void aSearchSaysThatNothingMatches();
    void aListIsWalkedByKeys();
    void whatIsWrittenNarrowsTheList();
    void nothingIsAskedWhereNobodyLooks();
    void theMenuOfAThingAsks();
    void aPrincipalIsTyped();
    void everyRequestIsAskedAboutByOneClick();
    void whatChangedSinceTheSave();
};

void AskWindowTest::init() {
    QVERIFY(document_->openSample("securecart"));
    session_->clearSelection();
    session_->setProperty("bottomTab", "problems");
    QTRY_VERIFY(!document_->isJudging());
}

void AskWindowTest::aRequestIsAskedAboutByKeys() {
    session_->clearSelection();
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(named("Principal"));
    QTRY_VERIFY(named("Principal")->hasActiveFocus());
    type("order-service");
    press(Qt::Key_Tab);
    QVERIFY(named("Resource")->hasActiveFocus());
    // Chosen from what the design has: Enter takes the best that is left of it.
    press(Qt::Key_Down);
    QTRY_VERIFY(window_->activeFocusItem() != named("Resource"));
    type("order-arch");
    press(Qt::Key_Return);
    QTRY_COMPARE(named("Resource")->property("text").toString(), QString("order-archive"));
    named("Action")->forceActiveFocus();
    type("s3:PutObject");
    press(Qt::Key_Return);
    QTRY_VERIFY(saying("Allowed: order-task may do s3:PutObject"));
    // The way is the one that the network leads.
    QTRY_VERIFY(saying("through vpce-s3, as traced"));
    QVERIFY(saying("Endpoint policy: The policy of vpce-s3 allows s3:PutObject."));
    // Each statement says what is against it.
    QVERIFY(saying("ProductReadsImages does not match: its Action; the call is s3:PutObject"));
    named("Action")->forceActiveFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    type("s3:DeleteObject");
    press(Qt::Key_Return);
    QTRY_VERIFY(saying("Denied: order-task may not do s3:DeleteObject"));
    click(named("Show on the canvas"));
    QTRY_VERIFY(session_->showsAnswer());
    QCOMPARE(session_->answer()->way, (std::vector<AnyId>{AnyId("order"), AnyId("vpce-s3"), AnyId("bucket-archive")}));
    QCOMPARE(session_->answer()->state, LineState::Denied);
    QVERIFY(session_->answer()->outsider.empty());
    session_->stepOut();
    QVERIFY(!session_->showsAnswer());
    QVERIFY(!document_->canUndo());
}

void AskWindowTest::aSearchSaysThatNothingMatches() {
    session_->clearSelection();
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(named("Resource"));
    named("Resource")->forceActiveFocus();
    press(Qt::Key_Down);
    QTRY_VERIFY(window_->activeFocusItem() != named("Resource"));
    const QString none = "No match";
    QVERIFY(!saying(none));
    type("order-arch");
    QVERIFY(!saying(none));
    type("zzz");
    QTRY_VERIFY(saying(none));
    // All of it is in sight, below what was typed.
    const QQuickItem* popup = saying(none);
    while (popup->parentItem() && !popup->isFocusScope()) popup = popup->parentItem();
    QTRY_VERIFY(popup->height() >= saying(none)->y() + saying(none)->height());
    // There is nothing that Enter could take.
    press(Qt::Key_Return);
    QVERIFY(saying(none));
    for (int step = 0; step < 3; ++step) press(Qt::Key_Backspace);
    QTRY_VERIFY(!saying(none));
    press(Qt::Key_Return);
    QTRY_COMPARE(named("Resource")->property("text").toString(), QString("order-archive"));
}

namespace {

bool isRow(QQuickItem* item) {
    return item->property("highlighted").isValid() && item->property("note").isValid();
}

}  // namespace

void AskWindowTest::aListIsWalkedByKeys() {
    session_->clearSelection();
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(named("Principal"));
    const auto open = [&] {
        named("Principal")->forceActiveFocus();
        press(Qt::Key_Down);
        return QTest::qWaitFor([&] { return window_->activeFocusItem() != named("Principal"); });
    };
    const auto marked = [&] {
        return firstThat([](QQuickItem* item) { return isRow(item) && item->property("highlighted").toBool(); });
    };
    const auto isInSight = [](QQuickItem* row) {
        const QQuickItem* list = row->parentItem()->parentItem();
        const qreal top = row->mapToItem(list, {0, 0}).y();
        return top >= 0 && top + row->height() <= list->height();
    };
    const auto rows = [&] { return allBelow(window_->contentItem(), isRow); };
    QVERIFY(open());
    QTRY_VERIFY(marked());
    const QString first = spokenName(marked());
    // A search that left one of the last, given up, leaves the first row again.
    type("produ");
    QTRY_VERIFY(marked() && spokenName(marked()) != first);
    press(Qt::Key_Escape);
    press(Qt::Key_Escape);
    QTRY_VERIFY(rows().isEmpty());
    QVERIFY(open());
    QTRY_VERIFY(marked());
    QTRY_COMPARE(spokenName(marked()), first);
    QVERIFY(isInSight(marked()));
    press(Qt::Key_Down);
    const QString second = spokenName(marked());
    QVERIFY(second != first);
    // Far down the marked row is in sight as well.
    for (int step = 0; step < 20; ++step) {
        press(Qt::Key_Down);
        QTRY_VERIFY(marked() && isInSight(marked()));
    }
    for (int step = 0; step < 40 && spokenName(marked()) != second; ++step) press(Qt::Key_Up);
    QCOMPARE(spokenName(marked()), second);
    press(Qt::Key_Return);
    QTRY_COMPARE(named("Principal")->property("text").toString(), second);
}

void AskWindowTest::whatIsWrittenNarrowsTheList() {
    session_->clearSelection();
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(named("Action"));
    auto* ask = window_->findChild<AskModel*>();
    ask->setResource("bucket-archive");
    named("Action")->forceActiveFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    type("s3:GetObjectT");
    press(Qt::Key_Down);
    QTRY_VERIFY(window_->activeFocusItem() != named("Action"));
    QCOMPARE(window_->activeFocusItem()->property("text").toString(), QString("s3:GetObjectT"));
    const auto rows = [&] { return allBelow(window_->contentItem(), isRow); };
    QTRY_VERIFY(!rows().isEmpty());
    for (QQuickItem* row : rows()) QVERIFY2(spokenName(row).startsWith("s3:GetObjectT"), qPrintable(spokenName(row)));
    press(Qt::Key_Return);
    QTRY_VERIFY(named("Action")->property("text").toString().startsWith("s3:GetObjectT"));
    // What is an entry of the list stands among all the others.
    named("Action")->forceActiveFocus();
    press(Qt::Key_Down);
    QTRY_VERIFY(window_->activeFocusItem() != named("Action"));
    QCOMPARE(window_->activeFocusItem()->property("text").toString(), QString());
    press(Qt::Key_Escape);
}

void AskWindowTest::nothingIsAskedWhereNobodyLooks() {
    session_->select("order");
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    auto* ask = window_->findChild<AskModel*>();
    QVERIFY(ask);
    ask->setResource("bucket-archive");
    ask->setAction("s3:PutObject");
    QVERIFY(ask->isAnswered());
    ask->draw();
    QVERIFY(session_->showsAnswer());
    const auto fold = [&] { press(Qt::Key_J, Qt::ControlModifier); };
    fold();
    QVERIFY(!session_->property("bottomOpen").toBool());
    // The drawing is looked at meanwhile.
    fold();
    QVERIFY(ask->isAnswered());
    QVERIFY(session_->showsAnswer());
    fold();
    QVERIFY(document_->apply(edits::setPolicy(AnyId("vpce-s3"), std::nullopt)));
    QTRY_VERIFY(!document_->isJudging());
    QVERIFY(!ask->isAnswered());
    fold();
    QVERIFY(ask->isAnswered());
}

void AskWindowTest::theMenuOfAThingAsks() {
    session_->setProperty("bottomTab", "problems");
    session_->fit();
    QTest::qWait(50);
    QTest::mouseClick(window_, Qt::RightButton, {}, middleOf("payment"));
    QTRY_COMPARE(session_->primaryId(), QString("payment"));
    QQuickItem* entry = nullptr;
    QTRY_VERIFY((entry = saying("Ask about this")));
    click(entry);
    QTRY_COMPARE(session_->property("bottomTab").toString(), QString("ask"));
    QTRY_VERIFY(named("Principal"));
    QTRY_COMPARE(named("Principal")->property("text").toString(), QString("payment-service"));
    session_->select("bucket-archive");
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(named("Resource")->property("text").toString(), QString("order-archive"));
}

void AskWindowTest::aPrincipalIsTyped() {
    session_->select("bucket-archive");
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(named("Principal"));
    const auto set = [&](const char* field, const QString& text) {
        named(field)->forceActiveFocus();
        press(Qt::Key_A, Qt::ControlModifier);
        type(text);
        press(Qt::Key_Return);
    };
    set("Principal", "arn:aws:iam::999900001111:role/thief");
    set("Action", "s3:GetObject");
    QTRY_VERIFY(saying("Denied: arn:aws:iam::999900001111:role/thief may not do s3:GetObject"));
    // What is shown as the path is what was asked for, though other ways are offered since the principal was typed.
    QTRY_COMPARE(named("Path")->property("displayText").toString(), QString("through no endpoint"));
    click(named("Show on the canvas"));
    QTRY_VERIFY(session_->showsAnswer());
    // Outside of the picture, so beside it.
    QCOMPARE(session_->answer()->outsider, "arn:aws:iam::999900001111:role/thief");
    set("Principal", "somebody");
    QTRY_VERIFY(saying("\"somebody\" is no principal."));
    QVERIFY(!session_->showsAnswer());
}

void AskWindowTest::everyRequestIsAskedAboutByOneClick() {
    session_->select("vpce-s3");
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    const QString question = "Ask: Can a foreign account or bucket pass this endpoint's policy?";
    QTRY_VERIFY(named(question));
    QTRY_COMPARE(named("Endpoint")->property("displayText").toString(), QString("vpce-s3"));
    click(named(question));
    QTRY_VERIFY(saying("Refuted: A principal or resource of another account passes the policy of vpce-s3."));
    QTRY_VERIFY(session_->showsAnswer());
    QCOMPARE(session_->answer()->way.front(), AnyId("vpce-s3"));
    QVERIFY(!session_->answer()->outsider.empty());
    QVERIFY(saying("who: "));
    QVERIFY(!document_->canUndo());
    // A change of the design takes the answer back.
    Endpoint row = *document_->design().endpoints.find({"vpce-s3"});
    QVERIFY(document_->apply(edits::setPolicy(
        AnyId("vpce-s3"), PolicyDocument::literal(R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
            "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {"StringEquals": {
            "aws:PrincipalAccount": "111122223333", "aws:ResourceAccount": "111122223333"}}}]})"))));
    QVERIFY(!session_->showsAnswer());
    QTRY_VERIFY(!saying("Refuted: "));
    // Asked before the design is judged, it waits for that; of two questions the last one is answered.
    const auto ask = [&](const QString& asked) {
        named(asked)->forceActiveFocus(Qt::TabFocusReason);
        press(Qt::Key_Space);
    };
    ask("Ask: Which statements are dead?");
    ask(question);
    QTRY_VERIFY(saying("Proved: No principal and no resource of another account passes"));
    QVERIFY(!session_->showsAnswer());
}

void AskWindowTest::whatChangedSinceTheSave() {
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(named("Ask: What changed since the last save?"));
    const auto ask = [&] {
        // Of the list of questions the last ones may have to be scrolled to.
        QQuickItem* button = named("Ask: What changed since the last save?");
        button->forceActiveFocus(Qt::TabFocusReason);
        press(Qt::Key_Space);
    };
    ask();
    QTRY_VERIFY(saying("Proved: The policies say of every request what they said when the design was saved."));
    QVERIFY(document_->apply(edits::setPolicy(AnyId("vpce-s3"), std::nullopt)));
    QTRY_VERIFY(!document_->isJudging());
    ask();
    QTRY_VERIFY(saying("Refuted: 1 policy says something else than when the design was saved."));
    QVERIFY(saying("vpce-s3, endpoint policy now allows "));
    // After a save that is no answer any more.
    QTemporaryDir folder;
    QVERIFY(document_->saveAs(QUrl::fromLocalFile(folder.filePath("saved.gatewright.json"))));
    QTRY_VERIFY(!saying("Refuted: "));
}

}  // namespace gw

QTEST_MAIN(gw::AskWindowTest)
#include "ask_window_test.moc"
