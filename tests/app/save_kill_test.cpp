#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "app/views/design_file.h"
#include "tests/random/random.h"
#include "tests/random/random_design.h"
#include "tests/random/rounds.h"

using namespace gw;

/// A program that dies while it saves leaves the file as it was before, or as it is to be; never anything between.
class SaveKillTest : public QObject {
    Q_OBJECT

private slots:
    void theFileIsWholeAfterAKill();
};

void SaveKillTest::theFileIsWholeAfterAKill() {
    const QTemporaryDir folder;
    const QString path = folder.filePath("shop.gatewright.json");
    const Design designs[] = {randomDesign(1), randomDesign(2, {400})};
    QVERIFY(!(designs[0] == designs[1]));
    Random random(7);
    int seen[2] = {};
    for (int round = 0; round < rounds(20); ++round) {
        QProcess saver;
        saver.start(QCoreApplication::applicationDirPath() + "/saver", {path});
        // The kill falls somewhere in a save: after three or four that ended, a part of the time the next one takes on
        // this machine.
        qint64 took[2] = {};
        QElapsedTimer clock;
        const int saves = 3 + round % 2;
        for (int save = 0; save < saves; ++save) {
            clock.restart();
            while (!saver.canReadLine())
                QVERIFY2(saver.waitForReadyRead(120'000),
                         qPrintable(saver.errorString() + saver.readAllStandardError()));
            QCOMPARE(saver.readLine().trimmed(), QByteArray("saved"));
            took[save % 2] = clock.nsecsElapsed();
        }
        QTest::qSleep(random.between(0, static_cast<int>(took[saves % 2] / 1'000'000) + 1));
        saver.kill();
        QVERIFY(saver.waitForFinished(60'000));
        QCOMPARE(saver.exitStatus(), QProcess::CrashExit);

        const auto left = readDesignFile(path);
        QVERIFY2(left.has_value(), left ? "" : left.error().message.c_str());
        const bool isFirst = *left == designs[0];
        QVERIFY(isFirst || *left == designs[1]);
        ++seen[isFirst ? 0 : 1];

        // A kill between the moment the new file has a name and the moment it takes the old one's place leaves it lying
        // beside: whole, under a name that says what it belongs to, and one at most.
        QStringList beside = QDir(folder.path()).entryList(QDir::Files);
        QCOMPARE(beside.removeAll("shop.gatewright.json"), 1);
        QVERIFY2(beside.size() <= 1, qPrintable(beside.join(' ')));
        for (const QString& name : beside) {
            QVERIFY2(name.startsWith("shop.gatewright.json."), qPrintable(name));
            const auto spare = readDesignFile(folder.filePath(name));
            QVERIFY2(spare.has_value(), spare ? "" : spare.error().message.c_str());
            QVERIFY(QFile::remove(folder.filePath(name)));
        }
    }
    QVERIFY(seen[0] > 0 && seen[1] > 0);
    qInfo("%d kills: the first design stood %d times, the second %d times", seen[0] + seen[1], seen[0], seen[1]);
}

QTEST_GUILESS_MAIN(SaveKillTest)
#include "save_kill_test.moc"
