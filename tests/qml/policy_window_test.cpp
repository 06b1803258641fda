#include <QAccessible>
#include <QQuickTextDocument>
#include <QTemporaryDir>
#include <QTextCursor>
#include <QTextDocument>
#include <QWheelEvent>
#include <QtTest>

#include "model/edit/edits.h"
#include "model/edit/fields.h"
#include "tests/qml/window_harness.h"

namespace gw {

/// Policies written by mouse and keys.
class PolicyWindowTest : public WindowHarness {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(open(), qPrintable(warnings_.join('\n'))); }
    void init();
    void aPolicyIsWrittenFromSuggestions();
    void suggestionsAreChosenByKeysAndMouse();
    void escapeClosesTheListFirst();
    void ctrlSpaceOffersWhatFitsAnywhere();
    void whatIsWrongIsUnderlinedAndListed();
    void whatIsWrongFollowsTheRow();
    void aFixMendsTheTextAlone();
    void theSyntaxErrorIsToldAtOnce();
    void aDraftGoesToItsThingWhateverIsSelected();
    void aDraftGoesWithItsFile();
    void aRefusedTextIsUnsaved();
    void whatNobodyWroteStaysAsItIs();
    void notesKeepTheirLineEnds();
    void leastPrivilegeIsLookedAtAndIsOneStep();
    void aLongPolicyOpensAtItsFirstLine();
    void theWheelGoesOnWhereATextFits();

private:
    QQuickItem* editorOf(const char* row, const char* label);
    QString text() const { return editor_->property("text").toString(); }
    void write(const QString& text) {
        editor_->setProperty("text", text);
        editor_->setProperty("cursorPosition", text.size());
    }
    /// The text with the cursor where "|" stands.
    void place(QString text) {
        const auto at = text.indexOf('|');
        write(text.remove('|'));
        editor_->setProperty("cursorPosition", at);
    }
    /// The labels of what is offered; empty where the list is closed.
    QStringList offered() const;
    /// The entry, in the list of what is wrong with the policy, of what is told in words with that one.
    QQuickItem* finding(const QString& word) const {
        return firstThat([&](QQuickItem* item) {
            return item->height() > 0 && item->property("modelData").toMap()["message"].toString().contains(word);
        });
    }

    QQuickItem* editor_ = nullptr;
};

QQuickItem* PolicyWindowTest::editorOf(const char* row, const char* label) {
    session_->select(row);
    static_cast<void>(QTest::qWaitFor([&] { return editorNamed(label) != nullptr; }));
    editor_ = editorNamed(label);
    if (editor_) editor_->forceActiveFocus();
    return editor_;
}

QStringList PolicyWindowTest::offered() const {
    QStringList labels;
    QQuickItem* list = named("Suggestions");
    if (!list) return labels;
    const auto* model = list->property("model").value<QAbstractItemModel*>();
    for (int row = 0; row < model->rowCount(); ++row)
        labels << model->data(model->index(row, 0), model->roleNames().key("label")).toString();
    return labels;
}

void PolicyWindowTest::init() {
    QVERIFY(document_->openSample("securecart"));
    session_->clearSelection();
    session_->setProperty("bottomTab", "problems");
    QTRY_VERIFY(!document_->isJudging());
}

void PolicyWindowTest::aPolicyIsWrittenFromSuggestions() {
    QVERIFY(editorOf("vpce-s3", "Endpoint policy"));
    place(R"({"Version": "2012-10-17", "Statement": [{|}]})");
    type("\"eff");
    QTRY_COMPARE(offered(), QStringList{"Effect"});
    press(Qt::Key_Return);
    // Its two values are offered at once.
    QTRY_COMPARE(offered(), (QStringList{"Allow", "Deny"}));
    press(Qt::Key_Return);
    QTRY_VERIFY(offered().isEmpty());
    type(", \"princ");
    QTRY_COMPARE(offered().value(0), QString("Principal"));
    press(Qt::Key_Tab);
    type("\"");
    QTRY_COMPARE(offered().value(0), QString("AWS"));
    press(Qt::Key_Return);
    // A gateway endpoint's policy takes everyone alone.
    QTRY_COMPARE(offered(), QStringList{"*"});
    press(Qt::Key_Return);
    press(Qt::Key_End);
    for (int step = 0; step < 3; ++step) press(Qt::Key_Left);
    type(", \"act");
    QTRY_COMPARE(offered().value(0), QString("Action"));
    press(Qt::Key_Return);
    type("getobj");
    QTRY_VERIFY(offered().contains("s3:GetObjectTagging"));
    QCOMPARE(offered().value(0), QString("s3:GetObject"));
    press(Qt::Key_Return);
    QTRY_VERIFY(offered().isEmpty());
    QCOMPARE(
        text(),
        QString(
            R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "s3:GetObject"}]})"));
    // Each taken word is a step of the editor's own undo, and none of the design's.
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(text().endsWith(R"("Action": "getobj"}]})"));
    QVERIFY(!document_->canUndo());
}

void PolicyWindowTest::suggestionsAreChosenByKeysAndMouse() {
    QVERIFY(editorOf("bucket-archive", "Resource policy"));
    const QString around = R"({"Statement": [{"Condition": {"StringEquals": {"aws:SourceVpce": "|"}}}]})";
    place(around);
    press(Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY(offered().size() > 2);
    const QStringList all = offered();
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Up);
    press(Qt::Key_Return);
    QCOMPARE(text(), QString(around).replace('|', all.at(1)));
    place(around);
    press(Qt::Key_Space, Qt::ControlModifier);
    QTRY_COMPARE(offered(), all);
    // From the first row up to the last one.
    press(Qt::Key_Up);
    press(Qt::Key_Tab);
    QCOMPARE(text(), QString(around).replace('|', all.last()));
    QVERIFY(editor_->hasActiveFocus());
    place(around);
    press(Qt::Key_Space, Qt::ControlModifier);
    QTRY_COMPARE(offered(), all);
    const auto row = [&] {
        return firstThat([&](QQuickItem* item) {
            return spokenName(item).startsWith(all.at(2)) && item->property("detail").isValid();
        });
    };
    QTRY_VERIFY(row());
    click(row());
    QCOMPARE(text(), QString(around).replace('|', all.at(2)));
    QVERIFY(editor_->hasActiveFocus());
}

void PolicyWindowTest::escapeClosesTheListFirst() {
    QVERIFY(editorOf("bucket-archive", "Resource policy"));
    const QString before = text();
    place(R"({"Statement": [{"Effect": "|"}]})");
    type("a");
    QTRY_COMPARE(offered(), QStringList{"Allow"});
    // Who hears the screen is told what is offered.
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(editor_);
    QCOMPARE(spoken->text(QAccessible::Description), QString("Allow, 1 of 1"));
    press(Qt::Key_Escape);
    QTRY_VERIFY(offered().isEmpty());
    QCOMPARE(text(), QString(R"({"Statement": [{"Effect": "a"}]})"));
    press(Qt::Key_Escape);
    QTRY_COMPARE(text(), before);
}

void PolicyWindowTest::ctrlSpaceOffersWhatFitsAnywhere() {
    QVERIFY(editorOf("bucket-archive", "Resource policy"));
    place(R"({"Statement": [{"Effect": "Allow", |}]})");
    QVERIFY(offered().isEmpty());
    press(Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY(offered().contains("Principal"));
    QVERIFY(!offered().contains("Effect"));
    // A move of the cursor closes it, and it stays closed for who leaves the text and comes back.
    press(Qt::Key_Left);
    QTRY_VERIFY(offered().isEmpty());
    place(R"({"Statement": [{"Effect": "|"}]})");
    press(Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY(!offered().isEmpty());
    named("Canvas")->forceActiveFocus();
    QTRY_VERIFY(offered().isEmpty());
    editor_->forceActiveFocus();
    QTest::qWait(50);
    QVERIFY(offered().isEmpty());
}

void PolicyWindowTest::whatIsWrongIsUnderlinedAndListed() {
    QVERIFY(editorOf("bucket-archive", "Resource policy"));
    write(R"({"Version": "2012-10-17", "Statement": [{"Effect": "Alow", "Principal": "*",
  "Action": "s3:GetObjct",
  "Resource": "arn:aws:s3:::securecart-order-archive/*"}]})");
    QTRY_VERIFY(finding("Alow"));
    QTRY_VERIFY(finding("GetObjct"));
    // A wave below each word that is wrong, as wide as it is.
    const QList<QQuickItem*> waves = allBelow(
        editor_, [](QQuickItem* item) { return QByteArray(item->metaObject()->className()).startsWith("Squiggle"); });
    QVERIFY(waves.size() >= 2);
    for (const QQuickItem* wave : waves) QVERIFY(wave->width() > 10);
    click(finding("GetObjct"));
    QCOMPARE(editor_->property("selectedText").toString(), QString("\"s3:GetObjct\""));
    QVERIFY(editor_->hasActiveFocus());
    // The words at the place, for who points at it.
    const QRectF at = editor_->property("cursorRectangle").toRectF();
    QTest::mouseMove(window_, editor_->mapToScene(at.center() - QPointF(20, 0)).toPoint());
    const auto tip = [&] {
        return firstThat([](QQuickItem* item) { return item->property("message").toString().contains("GetObjct"); });
    };
    QTRY_VERIFY(tip());
    // They go with the word at once: not when the pointer moves, nor with the next frame.
    QTextDocument* written = editor_->property("textDocument").value<QQuickTextDocument*>()->textDocument();
    written->find("GetObjct").insertText("GetObject");
    QVERIFY(!tip());
    written->find("GetObject").insertText("GetObjct");
    QTRY_VERIFY(tip());
    press(Qt::Key_Escape);
    QTRY_VERIFY(!finding("Alow"));
}

void PolicyWindowTest::whatIsWrongFollowsTheRow() {
    const AnyId bucket("bucket-archive");
    QVERIFY(document_->apply(edits::setField(bucket, "blockPublicAccess", "false")));
    QVERIFY(
        document_->apply(edits::setPolicy(bucket, PolicyDocument::literal(R"({"Version": "2012-10-17", "Statement": [{
        "Sid": "All", "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::securecart-order-archive/*"}]})"))));
    QVERIFY(editorOf("bucket-archive", "Resource policy"));
    const QString open = "anyone on the internet";
    QTRY_VERIFY(finding(open));
    QVERIFY(document_->apply(edits::setField(bucket, "blockPublicAccess", "true")));
    QTRY_VERIFY(!finding(open));
    document_->undo();
    QTRY_VERIFY(finding(open));
}

void PolicyWindowTest::aFixMendsTheTextAlone() {
    QVERIFY(editorOf("bucket-archive", "Resource policy"));
    write(
        R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObjct", "Resource": "arn:aws:s3:::securecart-order-archive/*"}]})");
    const auto button = [&]() -> QQuickItem* { return named("Write s3:GetObject"); };
    QTRY_VERIFY(button());
    const Design before = document_->design();
    // The button takes no focus from the text: the draft is not done yet.
    click(button());
    QTRY_VERIFY(text().contains(R"("Action": "s3:GetObject")"));
    QVERIFY(document_->design() == before);
    QTRY_VERIFY(!button());
}

void PolicyWindowTest::theSyntaxErrorIsToldAtOnce() {
    QVERIFY(editorOf("bucket-archive", "Resource policy"));
    write(R"({"Version": "2012-10-17" "Statement": []})");
    QTRY_VERIFY(
        firstThat([](QQuickItem* item) { return item->property("text").toString().startsWith("Line 1, column 26:"); }));
}

void PolicyWindowTest::aDraftGoesToItsThingWhateverIsSelected() {
    QVERIFY(document_->openSample("securecart-broken"));
    const QString draft = R"({"Version": "2012-10-17", "Statement": []})";
    const auto policyOf = [&](const char* resource) {
        return document_->design().resources.find({resource})->policy.value_or(PolicyDocument{});
    };
    const Design before = document_->design();
    // Of the same kind, and chosen without taking the focus.
    const PolicyDocument other = policyOf("secret-database");
    QVERIFY(editorOf("bucket-archive", "Resource policy"));
    write(draft);
    session_->select("secret-database");
    QCOMPARE(policyOf("bucket-archive"), PolicyDocument::literal(draft.toStdString()));
    QCOMPARE(policyOf("secret-database"), other);
    document_->undo();
    QVERIFY(document_->design() == before);
    QVERIFY(!document_->canUndo());
    // As F8 does.
    QVERIFY(editorOf("bucket-archive", "Resource policy"));
    write(draft);
    press(Qt::Key_F8);
    QVERIFY(session_->primaryId() != "bucket-archive");
    QCOMPARE(policyOf("bucket-archive"), PolicyDocument::literal(draft.toStdString()));
    document_->undo();
    // What is no policy waits at its thing.
    QVERIFY(editorOf("bucket-archive", "Resource policy"));
    write("{\"Version\": ");
    session_->select("secret-database");
    QVERIFY(document_->design() == before);
    QVERIFY(editorOf("bucket-archive", "Resource policy"));
    QCOMPARE(text(), QString("{\"Version\": "));
    QTRY_VERIFY(saying("Line 1, column 13:"));
}

void PolicyWindowTest::aDraftGoesWithItsFile() {
    QVERIFY(editorOf("bucket-archive", "Resource policy"));
    write(R"({"Version": "2012-10-17", "Statement": []})");
    // The same things are in it.
    QVERIFY(document_->openSample("securecart"));
    QVERIFY(!document_->canUndo());
}

void PolicyWindowTest::aRefusedTextIsUnsaved() {
    const QTemporaryDir folder;
    const QUrl file = QUrl::fromLocalFile(folder.filePath("shop.gatewright.json"));
    QVERIFY(document_->saveAs(file));
    QTRY_VERIFY(saying("Saved"));
    QVERIFY(editorOf("bucket-archive", "Resource policy"));
    write("{\"Version\": ");
    // The focus is still in the text.
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(saying("1 text not applied"));
    QVERIFY(saying("Saved. Not applied: Resource policy of"));
    QVERIFY(editor_->hasActiveFocus());
    QCOMPARE(text(), QString("{\"Version\": "));
    QVERIFY(window_->title().startsWith("•"));
    QVERIFY(!document_->isModified());
    press(Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(saying("Typed and not applied, it is lost even when you save: Resource policy of"));
    click(named("Keep editing"));
    QTRY_VERIFY(!saying("Typed and not applied"));
    // Put right, it is saved without leaving it.
    QTRY_VERIFY(editorNamed("Resource policy"));
    editorNamed("Resource policy")->forceActiveFocus();
    write(R"({"Version": "2012-10-17", "Statement": []})");
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!saying("1 text not applied"));
    QVERIFY(session_->unapplied().isEmpty());
    QVERIFY(!document_->isModified());
    QVERIFY(document_->canUndo());
}

void PolicyWindowTest::whatNobodyWroteStaysAsItIs() {
    const AnyId bucket("bucket-archive");
    const auto policyNamed = [](const std::string& sid, const std::string& effect) {
        return PolicyDocument::literal("{\"Version\": \"2012-10-17\", \"Statement\": [{\"Sid\": \"" + sid +
                                       "\", \"Effect\": \"" + effect +
                                       "\", \"Principal\": \"*\", \"Action\": \"s3:*\", "
                                       "\"Resource\": \"arn:aws:s3:::securecart-order-archive/*\"}]}");
    };
    const auto leave = [&] { window_->findChild<QQuickItem*>("canvas")->forceActiveFocus(); };
    for (const char* sid : {"A\u00A0B", "A\u2028B", "A\u2029B"}) {
        QVERIFY(document_->apply(edits::setPolicy(bucket, policyNamed(sid, "Deny"))));
        const Design before = document_->design();
        QVERIFY(editorOf("bucket-archive", "Resource policy"));
        leave();
        QVERIFY(document_->design() == before);
        QVERIFY(session_->refusals("bucket-archive").isEmpty());
    }
    // One word of it is written: the rest stays.
    const std::string sid = "A\u00A0B\u2028C";
    QVERIFY(document_->apply(edits::setPolicy(bucket, policyNamed(sid, "Deny"))));
    QVERIFY(editorOf("bucket-archive", "Resource policy"));
    QTextDocument* written = editor_->property("textDocument").value<QQuickTextDocument*>()->textDocument();
    written->find("Deny").insertText("Allow");
    // Pasted with a fixed space before it, as web pages have them.
    written->find("\"Effect\"").insertText(QString(QChar::Nbsp) + "\"Effect\"");
    leave();
    QCOMPARE(*document_->design().resources.find({"bucket-archive"})->policy, policyNamed(sid, "Allow"));
}

void PolicyWindowTest::notesKeepTheirLineEnds() {
    const AnyId bucket("bucket-archive");
    const std::string notes = "One\u00A0two\r\nthree";
    QVERIFY(document_->apply(edits::setField(bucket, "notes", notes)));
    const auto kept = [&] { return document_->design().resources.find({"bucket-archive"})->notes; };
    QCOMPARE(kept(), notes);
    named("Inspector")->setProperty("tab", "notes");
    const auto leave = [&] { window_->findChild<QQuickItem*>("canvas")->forceActiveFocus(); };
    QVERIFY(editorOf("bucket-archive", "Notes"));
    leave();
    QCOMPARE(kept(), notes);
    editor_->forceActiveFocus();
    press(Qt::Key_Home, Qt::ControlModifier);
    type("x");
    leave();
    QCOMPARE(kept(), "x" + notes);
    named("Inspector")->setProperty("tab", "fields");
}

void PolicyWindowTest::leastPrivilegeIsLookedAtAndIsOneStep() {
    const Design before = document_->design();
    QVERIFY(editorOf("vpce-s3", "Endpoint policy"));
    QTRY_VERIFY(named("Least privilege from flows"));
    click(named("Least privilege from flows"));
    QTRY_VERIFY(document_->isProposing());
    QVERIFY(document_->kept() == before);
    QTRY_VERIFY(saying("+ Allow s3:PutObject on arn:aws:s3:::securecart-order-archive/o/1.json"));
    // Not done, it goes without a trace.
    click(named("Leave as it is"));
    QTRY_VERIFY(!document_->isProposing());
    QVERIFY(document_->design() == before);
    QVERIFY(!document_->canUndo());
    QTRY_VERIFY(named("Least privilege from flows"));
    click(named("Least privilege from flows"));
    QTRY_VERIFY(named("Apply"));
    click(named("Apply"));
    QTRY_VERIFY(document_->design() != before);
    QTRY_VERIFY(!document_->isJudging());
    for (const Trace& trace : document_->judgement()->facts().traces()) QVERIFY2(trace.asWanted, trace.summary.c_str());
    document_->undo();
    QVERIFY(document_->design() == before);
    QVERIFY(!document_->canUndo());
    // A proposal whose field is no longer there is dropped.
    QTRY_VERIFY(named("Least privilege from flows"));
    click(named("Least privilege from flows"));
    QTRY_VERIFY(document_->isProposing());
    session_->select("vpc-shop");
    QTRY_VERIFY(!document_->isProposing());
    QVERIFY(document_->design() == before);
    // A role says it at its own policies, which are written as all others are, and not at who may assume it.
    session_->select("order-task");
    QTRY_VERIFY(named("Least privilege from flows"));
    QTRY_VERIFY(firstThat(
        [](QQuickItem* item) { return isEditor(item) && item->property("text").toString().contains("OrdersApi"); }));
}

void PolicyWindowTest::aLongPolicyOpensAtItsFirstLine() {
    session_->clearSelection();
    QVERIFY(editorOf("vpce-s3", "Endpoint policy"));
    const QQuickItem* view = editor_->parentItem()->parentItem();
    QTRY_VERIFY(view->height() > 0);
    QTRY_VERIFY(editor_->height() > view->height());
    QCOMPARE(view->property("contentY").toReal(), 0.0);
    // It follows the cursor, down to the end and back.
    press(Qt::Key_End, Qt::ControlModifier);
    QTRY_VERIFY(view->property("contentY").toReal() > 0);
    press(Qt::Key_Home, Qt::ControlModifier);
    QTRY_VERIFY(view->property("contentY").toReal() < 8);
}

void PolicyWindowTest::theWheelGoesOnWhereATextFits() {
    const QSize size = window_->size();
    window_->resize(size.width(), 480);
    QVERIFY(editorOf("vpce-s3", "Endpoint policy"));
    QQuickItem* view = editor_->parentItem()->parentItem();
    QQuickItem* inspector = view->parentItem();
    while (inspector && !inspector->property("contentY").isValid()) inspector = inspector->parentItem();
    QVERIFY(inspector);
    const auto at = [](const QQuickItem* item) { return item->property("contentY").toReal(); };
    const auto turn = [&] {
        const QPointF over = editor_->mapToScene({20, 10});
        QWheelEvent event(over, window_->mapToGlobal(over), {}, {0, -120}, {}, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(window_, &event);
    };
    QTRY_VERIFY(inspector->property("contentHeight").toReal() > inspector->height() + 100);
    // A long text takes the wheel itself.
    QTRY_VERIFY(editor_->height() > view->height());
    const double top = view->mapToScene({}).y() - inspector->mapToScene({}).y();
    inspector->setProperty("contentY", top);
    turn();
    QVERIFY(at(view) > 0);
    QCOMPARE(at(inspector), top);
    write("{}");
    QTRY_VERIFY(editor_->height() <= view->height());
    inspector->setProperty("contentY", 0);
    inspector->setProperty("contentY", view->mapToScene({}).y() - inspector->mapToScene({}).y() - 60);
    const double before = at(inspector);
    turn();
    QVERIFY(at(inspector) > before);
    QCOMPARE(at(view), 0.0);
    press(Qt::Key_Escape);
    window_->resize(size);
}

}  // namespace gw

QTEST_MAIN(gw::PolicyWindowTest)
#include "policy_window_test.moc"
