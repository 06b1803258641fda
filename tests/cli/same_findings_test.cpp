#include <QtTest>

#include <QDirIterator>
#include <QProcess>

#include <deque>

#include "app/views/document.h"
#include "model/report/findings.h"

/// The window and the command line find the same, byte for byte, in every fixture and sample.
class SameFindingsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void windowAndCommandLineFindTheSame_data();
    void windowAndCommandLineFindTheSame();

private:
    static QStringList designs();

    QStringList paths_;
    std::deque<gw::Document> documents_;
    std::deque<QByteArray> texts_;
    std::vector<gw::CheckedDesign> checked_;
};

QStringList SameFindingsTest::designs() {
    QStringList paths;
    for (const char* folder : {"resources/samples", "tests/fixtures"}) {
        QDirIterator files(QStringLiteral(SOURCE_DIR "/") + QLatin1String(folder),
                           {QStringLiteral("*.gatewright.json")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) paths.append(QDir(QStringLiteral(SOURCE_DIR)).relativeFilePath(files.next()));
    }
    paths.sort();
    return paths;
}

void SameFindingsTest::initTestCase() {
    paths_ = designs();
    QVERIFY(paths_.size() > 2);
    for (const QString& path : paths_) {
        const QString full = QStringLiteral(SOURCE_DIR "/") + path;
        QFile file(full);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray& text = texts_.emplace_back(file.readAll());
        gw::Document& document = documents_.emplace_back();
        QVERIFY2(document.open(QUrl::fromLocalFile(full)), qPrintable(document.error()));
        QTRY_VERIFY_WITH_TIMEOUT(!document.isJudging(), 60'000);
        checked_.push_back({path.toStdString(),
                            {text.constData(), static_cast<std::size_t>(text.size())},
                            &document.design(),
                            document.judgement()->diagnostics()});
    }
}

void SameFindingsTest::windowAndCommandLineFindTheSame_data() {
    QTest::addColumn<QString>("format");
    for (const auto& name : gw::namesOf(gw::FindingsFormat{}))
        QTest::newRow(name.name.data()) << QString::fromUtf8(name.name.data(), qsizetype(name.name.size()));
}

void SameFindingsTest::windowAndCommandLineFindTheSame() {
    QFETCH(QString, format);
    std::string expected;
    for (const auto& name : gw::namesOf(gw::FindingsFormat{}))
        if (format == QLatin1String(name.name.data(), qsizetype(name.name.size())))
            expected = gw::findingsReport(name.value, checked_, {});

    QProcess process;
    process.setWorkingDirectory(QStringLiteral(SOURCE_DIR));
    process.start(QStringLiteral(CLI_PROGRAM), QStringList{"check", "--format", format} + paths_);
    QVERIFY(process.waitForFinished(280'000));
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(QString::fromUtf8(process.readAllStandardOutput()), QString::fromStdString(expected));
}

QTEST_MAIN(SameFindingsTest)
#include "same_findings_test.moc"
