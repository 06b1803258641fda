#include "qml/main/file_picker.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

using namespace gw;

/// Files are asked for with a name that can be typed, and nothing that exists is replaced unasked.
class FilePickerTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aTypedNameIsANewFile();
    void theSuggestedNameStands();
    void anExistingFileIsAskedAbout();
    void escapeRejects();

private:
    QString path(const QString& name) const { return folder_->filePath(name); }
    void ask(const QString& suggested) {
        picker_->ask(true, "Save the design", {"Designs (*.gatewright.json)"}, "gatewright.json", suggested);
        QVERIFY(QTest::qWaitForWindowActive(picker_->dialog()));
    }
    void enter(const QString& name) {
        auto* field = picker_->dialog()->findChild<QLineEdit*>("fileNameEdit");
        QVERIFY(field);
        field->selectAll();
        if (!name.isEmpty()) QTest::keyClicks(field, name);
        QTest::keyClick(field, Qt::Key_Return);
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<FilePicker> picker_;
    std::unique_ptr<QSignalSpy> chosen_;
    std::unique_ptr<QSignalSpy> rejected_;
};

void FilePickerTest::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    picker_ = std::make_unique<FilePicker>();
    chosen_ = std::make_unique<QSignalSpy>(picker_.get(), &FilePicker::chosen);
    rejected_ = std::make_unique<QSignalSpy>(picker_.get(), &FilePicker::rejected);
}

void FilePickerTest::aTypedNameIsANewFile() {
    ask(path("untitled.gatewright.json"));
    enter("mine");
    QTRY_COMPARE(chosen_->count(), 1);
    QCOMPARE(chosen_->first().at(0).toUrl(), QUrl::fromLocalFile(path("mine.gatewright.json")));
    QVERIFY(rejected_->isEmpty());
}

void FilePickerTest::theSuggestedNameStands() {
    ask(path("untitled.gatewright.json"));
    enter({});
    QTRY_COMPARE(chosen_->count(), 1);
    QCOMPARE(chosen_->first().at(0).toUrl(), QUrl::fromLocalFile(path("untitled.gatewright.json")));
}

void FilePickerTest::anExistingFileIsAskedAbout() {
    QFile file(path("shop.gatewright.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    ask(path("untitled.gatewright.json"));
    bool asked = false;
    QTimer answers;
    connect(&answers, &QTimer::timeout, this, [&] {
        auto* question = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (!question) return;
        asked = true;
        question->button(QMessageBox::No)->click();
    });
    answers.start(20);
    enter("shop");
    QTRY_VERIFY(asked);
    QVERIFY(chosen_->isEmpty());
    QVERIFY(picker_->dialog());
}

void FilePickerTest::escapeRejects() {
    ask("untitled.gatewright.json");
    QTest::keyClick(picker_->dialog(), Qt::Key_Escape);
    QTRY_COMPARE(rejected_->count(), 1);
    QVERIFY(chosen_->isEmpty());
}

QTEST_MAIN(FilePickerTest)
#include "file_picker_test.moc"
