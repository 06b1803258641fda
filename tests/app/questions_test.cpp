#include "app/views/questions.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "model/edit/edits.h"
#include "tests/app/example.h"

using namespace gw;

/// What is asked before unsaved work would be lost, and what each answer does.
class QuestionsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void savedWorkIsNotAskedAbout();
    void discardGoesOn();
    void keepSavesAndGoesOn();
    void keepAsksForAFileWhereThereIsNone();
    void aDismissedFileDialogForgetsTheCommand();
    void aFailedSaveStays();
    void textThatIsNotAppliedIsAskedAbout();
    void savingTellsWhatIsNotApplied();
    void filesAreSuggested();

private:
    bool isNew() const { return document_->design() == Design{}; }
    void change() { QVERIFY(document_->apply(edits::rename(AnyId("app"), "payment"))); }
    QUrl file(const QString& name) const { return QUrl::fromLocalFile(folder_->filePath(name)); }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Document> document_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<Questions> questions_;
    std::unique_ptr<QSignalSpy> sheets_;
    std::unique_ptr<QSignalSpy> files_;
};

void QuestionsTest::init() {
    questions_.reset();
    session_.reset();
    folder_ = std::make_unique<QTemporaryDir>();
    document_ = std::make_unique<Document>();
    document_->replace(example());
    session_ = std::make_unique<Session>();
    session_->setDocument(document_.get());
    questions_ = std::make_unique<Questions>();
    questions_->setProperty("session", QVariant::fromValue(session_.get()));
    sheets_ = std::make_unique<QSignalSpy>(questions_.get(), &Questions::sheetWanted);
    files_ = std::make_unique<QSignalSpy>(questions_.get(), &Questions::fileWanted);
}

void QuestionsTest::savedWorkIsNotAskedAbout() {
    questions_->handle("file.new");
    QVERIFY(isNew());
    QVERIFY(sheets_->isEmpty());
    QVERIFY(questions_->mayClose());
}

void QuestionsTest::discardGoesOn() {
    change();
    questions_->handle("file.new");
    QCOMPARE(sheets_->count(), 1);
    QVERIFY(!isNew());
    questions_->discard();
    QVERIFY(isNew());
}

void QuestionsTest::keepSavesAndGoesOn() {
    QVERIFY(document_->saveAs(file("shop.gatewright.json")));
    change();
    const Design changed = document_->design();
    questions_->handle("file.new");
    questions_->keep();
    QVERIFY(isNew());
    QVERIFY(files_->isEmpty());
    QVERIFY(document_->open(file("shop.gatewright.json")));
    QCOMPARE(document_->design(), changed);
}

void QuestionsTest::keepAsksForAFileWhereThereIsNone() {
    change();
    questions_->handle("file.new");
    questions_->keep();
    QCOMPARE(files_->count(), 1);
    QVERIFY(!isNew());
    questions_->take(Questions::Purpose::Save, file("shop.gatewright.json"));
    QVERIFY(isNew());
    QVERIFY(QFile::exists(folder_->filePath("shop.gatewright.json")));
}

void QuestionsTest::aDismissedFileDialogForgetsTheCommand() {
    change();
    questions_->handle("file.new");
    questions_->keep();
    questions_->stay();
    questions_->handle("file.saveAs");
    questions_->take(Questions::Purpose::Save, file("shop.gatewright.json"));
    QVERIFY(!isNew());
    QVERIFY(!document_->isModified());
}

void QuestionsTest::aFailedSaveStays() {
    change();
    questions_->handle("file.new");
    questions_->keep();
    questions_->take(Questions::Purpose::Save, file("no/such/folder/shop.gatewright.json"));
    QVERIFY(!isNew());
    QVERIFY(document_->isModified());
    questions_->take(Questions::Purpose::Save, file("shop.gatewright.json"));
    QVERIFY(!isNew());
}

void QuestionsTest::textThatIsNotAppliedIsAskedAbout() {
    QVERIFY(!document_->isModified());
    session_->refusals("app").insert("detail", {"?", "No.", -1, {}});
    QCOMPARE(session_->unapplied().size(), 1);
    QVERIFY(!questions_->mayClose());
    QCOMPARE(sheets_->count(), 1);
    questions_->stay();
    questions_->handle("file.open");
    QCOMPARE(sheets_->count(), 2);
    QVERIFY(files_->isEmpty());
    questions_->discard();
    QCOMPARE(files_->count(), 1);
    // Another file has nothing of it, and a thing that is gone no field.
    document_->replace(example());
    QVERIFY(questions_->mayClose());
    session_->refusals("gone").insert("detail", {"?", "No.", -1, {}});
    session_->refusals("app").insert("nothing", {"?", "No.", -1, {}});
    QVERIFY(questions_->mayClose());
    // What is being typed is handed in before it is looked whether anything would be lost.
    connect(session_.get(), &Session::handingIn, this, [this] { change(); });
    QVERIFY(!questions_->mayClose());
}

void QuestionsTest::savingTellsWhatIsNotApplied() {
    QSignalSpy told(session_.get(), &Session::told);
    session_->refusals("app").insert("detail", {"?", "No.", -1, {}});
    session_->refusals("app").insert("tags/new", {"?", "No.", 0, {"?", ""}});
    change();
    questions_->take(Questions::Purpose::Save, file("shop.gatewright.json"));
    QVERIFY(!document_->isModified());
    QCOMPARE(told.last().at(0).toString(), QString("Saved. Not applied: Detail of payment and 1 more."));
    session_->refusals("app").clear();
    questions_->take(Questions::Purpose::Save, file("shop.gatewright.json"));
    QCOMPARE(told.last().at(0).toString(), QString("Saved shop.gatewright.json."));
}

void QuestionsTest::filesAreSuggested() {
    const auto last = [this] { return files_->last().at(4).toString(); };
    document_->reset();
    questions_->handle("file.saveAs");
    QCOMPARE(last(), QString("untitled.gatewright.json"));
    Design design = example();
    design.header.name = "../A shop / \"new\"";
    document_->replace(design);
    questions_->handle("file.saveAs");
    QVERIFY2(!last().contains('/'), qPrintable(last()));
    QVERIFY(last().endsWith(".gatewright.json"));
    QVERIFY(document_->saveAs(file("shop.gatewright.json")));
    questions_->askForExport("svg");
    QCOMPARE(last(), folder_->filePath("shop.svg"));
    questions_->handle("file.saveAs");
    QCOMPARE(last(), folder_->filePath("shop.gatewright.json"));
    // A dialog that gives no file asks for nothing to be written.
    questions_->take(Questions::Purpose::Save, QUrl());
    QVERIFY(!document_->isModified());
}

QTEST_MAIN(QuestionsTest)
#include "questions_test.moc"
