#include <QtTest>

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

/// Runs gatewright-cli as a shell would and holds exit status, standard output and standard error, whole, against the
/// files of a case. A case is a folder of cases/:
///   arguments   one a line; {tmp} stands for an empty folder
///   stdin       what it reads, where there is any
///   status      its exit status
///   stdout, stderr, and written/NAME for each file it writes into {tmp}
/// With GATEWRIGHT_UPDATE_GOLDEN set, the files are written in place of being compared: look at the diff.
class CliTest : public QObject {
    Q_OBJECT

private slots:
    void answersAsRecorded_data();
    void answersAsRecorded();
    void givesTheSameBytesTwice();
    void leavesAnExistingFileWholeWhereItCannotWrite();
    void aLinkStaysOne();
    void paintsWithoutADisplay_data();
    void paintsWithoutADisplay();
    void whateverIsWrongIsOneShortLine();
    void nothingFixedIsNothingWritten();
    void whatMayNotBeWrittenIsLeftAlone();
    void aFullDeviceIsToldInOneLine_data();
    void aFullDeviceIsToldInOneLine();
    void endingsMayBeInCapitals();
    void whatCannotBeSeenIsShownAndKept_data();
    void whatCannotBeSeenIsShownAndKept();
    void aPdfIsTheSameInEveryTimeZone();
    void drawsTheGoldenLenses_data();
    void drawsTheGoldenLenses();
    void explainsEveryRuleItLists();
    void showsEveryServiceItLists();
    void loadsNeitherQtQuickNorQtWidgets();
};

namespace {

struct Answer {
    int status = -1;
    QByteArray out{};
    QByteArray err{};
};

void prepare(QProcess& process, const QString& timeZone = {}) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) environment.remove(QLatin1String(name));
    if (!timeZone.isEmpty()) environment.insert(QStringLiteral("TZ"), timeZone);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(QStringLiteral(SOURCE_DIR));
}

/// Runs what was prepared to its end.
Answer run(QProcess& process, const QStringList& arguments, const QByteArray& input = {}) {
    process.start(QStringLiteral(CLI_PROGRAM), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Answer ask(const QStringList& arguments, const QByteArray& input = {}, const QString& timeZone = {}) {
    QProcess process;
    prepare(process, timeZone);
    return run(process, arguments, input);
}

bool isOneLine(const QByteArray& text) {
    return text.endsWith('\n') && text.count('\n') == 1;
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool updates() {
    return qEnvironmentVariableIsSet("GATEWRIGHT_UPDATE_GOLDEN");
}

/// What a file of the case should hold; in update mode it is made to.
QByteArray recorded(const QString& path, const QByteArray& actual) {
    if (!updates()) return contentOf(path);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (actual.isEmpty())
        file.remove();
    else if (file.open(QIODevice::WriteOnly))
        file.write(actual);
    return actual;
}

QStringList namesIn(const QString& folder) {
    return QDir(folder).entryList(QDir::Files, QDir::Name);
}

const QString cases = QStringLiteral(SOURCE_DIR "/tests/cli/cases");

}  // namespace

void CliTest::answersAsRecorded_data() {
    QTest::addColumn<QString>("folder");
    const QStringList names = QDir(cases).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    QVERIFY(names.size() > 20);
    for (const QString& name : names) QTest::newRow(qPrintable(name)) << cases + "/" + name;
}

void CliTest::answersAsRecorded() {
    QFETCH(QString, folder);
    const QTemporaryDir temporary;
    const auto placed = [&](QString text) { return text.replace(QStringLiteral("{tmp}"), temporary.path()); };
    QStringList arguments = QString::fromUtf8(contentOf(folder + "/arguments")).split('\n');
    arguments.removeLast();
    for (QString& argument : arguments) argument = placed(argument);
    Answer answer = ask(arguments, contentOf(folder + "/stdin"));
    for (QByteArray* text : {&answer.out, &answer.err}) text->replace(temporary.path().toUtf8(), "{tmp}");

    const QByteArray status = QByteArray::number(answer.status) + "\n";
    QCOMPARE(QString::fromUtf8(answer.err), QString::fromUtf8(recorded(folder + "/stderr", answer.err)));
    QCOMPARE(QString::fromUtf8(answer.out), QString::fromUtf8(recorded(folder + "/stdout", answer.out)));
    QCOMPARE(status, recorded(folder + "/status", status));
    for (const QString& name : namesIn(temporary.path())) {
        const QByteArray written = contentOf(temporary.path() + "/" + name);
        QCOMPARE(QString::fromUtf8(written), QString::fromUtf8(recorded(folder + "/written/" + name, written)));
    }
    QCOMPARE(namesIn(temporary.path()), namesIn(folder + "/written"));
    // Whatever goes wrong is told in one line.
    QVERIFY(answer.err.isEmpty() || (answer.err.endsWith('\n') && answer.err.count('\n') == 1));
}

void CliTest::givesTheSameBytesTwice() {
    for (const char* format : {"text", "json", "sarif", "junit"}) {
        const QStringList arguments{"check", "resources/samples/securecart-broken.gatewright.json", "--format", format};
        const Answer once = ask(arguments);
        QCOMPARE(once.status, 1);
        QVERIFY(!once.out.isEmpty());
        QCOMPARE(ask(arguments).out, once.out);
    }
}

void CliTest::leavesAnExistingFileWholeWhereItCannotWrite() {
    const QTemporaryDir temporary;
    const QString path = temporary.path() + "/kept.json";
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("precious");
    file.close();
    const Answer answer = ask({"export", "tests/cli/designs/not-json.json", "--to", path});
    QCOMPARE(answer.status, 2);
    QCOMPARE(contentOf(path), QByteArray("precious"));
    QCOMPARE(namesIn(temporary.path()), QStringList{"kept.json"});
}

void CliTest::aLinkStaysOne() {
    const QTemporaryDir temporary;
    const QString link = temporary.path() + "/link.json";
    QVERIFY(QFile::link("target.json", link));
    const QStringList arguments{"export", "tests/cli/designs/clean.json", "--to", link};
    // What it leads to is made where it is not there, and written anew where it is.
    for (int time = 0; time < 2; ++time) {
        QCOMPARE(ask(arguments).status, 0);
        QVERIFY(QFileInfo(link).isSymLink());
        QVERIFY(contentOf(temporary.path() + "/target.json").startsWith("{"));
    }
    QVERIFY(QFile::remove(link) && QFile::link("link.json", link));
    const Answer circle = ask(arguments);
    QCOMPARE(circle.status, 2);
    QVERIFY(QFileInfo(link).isSymLink());
}

void CliTest::paintsWithoutADisplay_data() {
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("png") << QByteArray("\x89PNG\r\n");
    QTest::newRow("pdf") << QByteArray("%PDF-");
}

void CliTest::paintsWithoutADisplay() {
    QFETCH(QByteArray, start);
    const QStringList arguments{"export", "resources/samples/securecart.gatewright.json", "--to",   "-",
                                "--as",   QLatin1String(QTest::currentDataTag()),         "--date", "2026-11-24"};
    const Answer light = ask(arguments);
    QCOMPARE(light.err, QByteArray());
    QCOMPARE(light.status, 0);
    QVERIFY(light.out.startsWith(start));
    QCOMPARE(ask(arguments).out, light.out);
    QVERIFY(ask(arguments + QStringList{"--theme", "dark"}).out != light.out);
}

void CliTest::whateverIsWrongIsOneShortLine() {
    const QByteArray huge(5'000'000, 'k');
    for (const QByteArray& text : {"{\"format\": \"gatewright/1\", \"" + huge + "\": {}}", "[" + huge + "]"}) {
        const Answer answer = ask({"check", "-"}, text);
        QCOMPARE(answer.status, 2);
        QVERIFY2(answer.err.endsWith('\n') && answer.err.count('\n') == 1 && answer.err.size() < 300,
                 answer.err.left(400));
    }
    const Answer question = ask({"policy", "prove", "-"}, "{\"ask\": \"" + huge + "\"}");
    QCOMPARE(question.status, 2);
    QVERIFY2(question.err.count('\n') == 1 && question.err.size() < 300, question.err.left(400));
    const Answer lines = ask({"policy", "prove", "-", "--lines"}, "{\"ask\": \"" + huge + "\"}\n");
    QCOMPARE(lines.status, 2);
    QVERIFY2(lines.out.size() < 2100 && lines.err.size() < 2100, lines.out.left(200));
    const Answer option = ask({"check", QString(100'000, 'x')});
    QVERIFY2(option.err.count('\n') == 1 && option.err.size() < 2100, option.err.left(200));
}

void CliTest::nothingFixedIsNothingWritten() {
    const QTemporaryDir temporary;
    const QString path = temporary.path() + "/design.json";
    // Not as Gatewright would lay it out: the text is the user's.
    const QByteArray text = "\xEF\xBB\xBF{ \"format\":\"gatewright/1\",\r\n\t\"name\" : \"shop\" }";
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    const QDateTime then = QDateTime::fromSecsSinceEpoch(1'000'000'000);
    QVERIFY(file.flush() && file.setFileTime(then, QFileDevice::FileModificationTime));
    file.close();
    const QString link = temporary.path() + "/link.json";
    QVERIFY(QFile::link("design.json", link));
    for (const QString& to : {path, temporary.path() + "/./design.json", link}) {
        const Answer answer = ask({"fix", path, "--to", to});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.out, QByteArray("0 fixes done, 0 findings left\n"));
        QCOMPARE(contentOf(path), text);
        QCOMPARE(QFileInfo(path).lastModified(), then);
    }
    QCOMPARE(ask({"fix", path, "--to", temporary.path() + "/other.json"}).status, 0);
    QCOMPARE(contentOf(temporary.path() + "/other.json"), text);
    QCOMPARE(ask({"fix", path, "--to", "-"}).out, text);
    QCOMPARE(ask({"fix", "-", "--to", "-"}, text).out, text);
}

void CliTest::whatMayNotBeWrittenIsLeftAlone() {
    const QTemporaryDir temporary;
    const QString kept = temporary.path() + "/kept.json";
    QFile file(kept);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("precious") == 8);
    file.close();
    QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::ReadOther));
    // Everybody may change the folder, and nobody that file; to the administrator all is open.
    QCOMPARE(::chmod(qPrintable(temporary.path()), 0777), 0);
    const auto asNobody = [](const QStringList& arguments) {
        QProcess process;
        prepare(process);
        constexpr uid_t nobody = 65534;
        if (::geteuid() == 0)
            process.setChildProcessModifier([] {
                if (::setuid(nobody) != 0) ::_exit(99);
            });
        return run(process, arguments);
    };
    const QString design = QStringLiteral("tests/cli/designs/overlap.json");
    for (const QString& to :
         {kept, temporary.path(), temporary.path() + "/no/folder.json", QString("/proc/design.json")})
        for (const QStringList& arguments :
             {QStringList{"fix", design, "--to", to}, QStringList{"export", design, "--to", to, "--as", "json"}}) {
            const Answer answer = asNobody(arguments);
            QCOMPARE(answer.status, 2);
            QVERIFY2(isOneLine(answer.err) && answer.err.startsWith(to.toUtf8() + ": cannot be written: "), answer.err);
            QCOMPARE(answer.out, QByteArray());
        }
    QCOMPARE(contentOf(kept), QByteArray("precious"));
    QCOMPARE(namesIn(temporary.path()), QStringList{"kept.json"});
}

void CliTest::aFullDeviceIsToldInOneLine_data() {
    QTest::addColumn<QString>("line");
    const QString design = QStringLiteral("resources/samples/securecart.gatewright.json");
    for (const QString& line :
         {QString("--help"), QString("--version"), QString("check --help"), QString("policy lint --help"),
          "check " + design, "check " + design + " --format sarif", "trace " + design, "matrix " + design,
          "fix " + design + " --to -", "fix " + design + " --to /dev/full", "export " + design + " --to - --as svg",
          "export " + design + " --to - --as png", "export " + design + " --to /dev/full --as pdf", QString("rules"),
          QString("explain VPE009"), QString("services"), QString("schema"),
          QString("policy lint tests/cli/policies/lint.json"),
          QString("policy evaluate tests/cli/policies/allowed.json")})
        QTest::newRow(qPrintable(line)) << line;
}

void CliTest::aFullDeviceIsToldInOneLine() {
    QFETCH(QString, line);
    QProcess process;
    prepare(process);
    process.setStandardOutputFile("/dev/full");
    const Answer answer = run(process, line.split(' '));
    QCOMPARE(answer.status, 2);
    QVERIFY2(isOneLine(answer.err) && answer.err.contains(": cannot be written: No space left on device."), answer.err);
}

void CliTest::endingsMayBeInCapitals() {
    const QTemporaryDir temporary;
    for (const auto& [name, start] : {std::pair("A.SVG", "<svg"), std::pair("A.Png", "\x89PNG"),
                                      std::pair("A.PDF", "%PDF-"), std::pair("A.GateWright.JSON", "{\n  \"format\"")}) {
        const QString path = temporary.path() + "/" + name;
        const Answer answer = ask({"export", "resources/samples/securecart.gatewright.json", "--to", path});
        QVERIFY2(answer.status == 0, answer.err);
        QVERIFY2(contentOf(path).startsWith(start), name);
    }
}

namespace {

const QString turning = QStringLiteral("\u202e\u2066\u200b\u00ad\ufeff");

/// The sample, its names with characters in them that turn others round or are not seen.
QByteArray turnedSample() {
    QString text = QString::fromUtf8(contentOf(SOURCE_DIR "/resources/samples/securecart-broken.gatewright.json"));
    text.replace(QStringLiteral("\"name\": \""), "\"name\": \"" + turning);
    return text.replace(QStringLiteral("\"text\": \""), "\"text\": \"" + turning).toUtf8();
}

}  // namespace

void CliTest::whatCannotBeSeenIsShownAndKept_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("kept");
    const auto row = [](const char* line, bool kept) { QTest::newRow(line) << QString(line).split(' ') << kept; };
    for (const char* line :
         {"check -", "check - --format junit", "trace - --repair", "matrix -", "matrix - --format csv",
          "export - --to - --as svg", "export - --to - --as svg --lens routing",
          "export - --to - --as svg --lens security", "export - --to - --as svg --lens dns"})
        row(line, false);
    for (const char* line :
         {"export - --to - --as json", "check - --format json", "check - --format sarif", "trace - --format json"})
        row(line, true);
}

void CliTest::whatCannotBeSeenIsShownAndKept() {
    QFETCH(QStringList, arguments);
    QFETCH(bool, kept);
    const Answer answer = ask(arguments, turnedSample());
    QVERIFY2(answer.status < 2, answer.err);
    const QString out = QString::fromUtf8(answer.out);
    QCOMPARE(out.contains(turning), kept);
    if (kept) return;
    for (const QChar each : turning) QVERIFY(!out.contains(each));
    QVERIFY(out.contains(QChar(0xFFFD)));
}

void CliTest::aPdfIsTheSameInEveryTimeZone() {
    const QStringList arguments{
        "export", "resources/samples/securecart.gatewright.json", "--to", "-", "--as", "pdf", "--date", "2026-01-01"};
    const QByteArray pdf = ask(arguments, {}, "UTC").out;
    QVERIFY(pdf.contains("\n/CreationDate (D:20260101000000Z)\n"));
    for (const char* zone : {"Europe/Berlin", "America/St_Johns", "Etc/GMT+12"})
        QVERIFY2(ask(arguments, {}, zone).out == pdf, zone);
    // The table of objects says where each of them stands.
    const qsizetype table = pdf.mid(pdf.lastIndexOf("startxref\n") + 10).split('\n').first().toLongLong();
    QCOMPARE(pdf.mid(table, 5), QByteArray("xref\n"));
    const QList<QByteArray> lines = pdf.mid(table).split('\n');
    const int objects = lines[1].split(' ').last().toInt();
    QVERIFY(objects > 10);
    for (int number = 1; number < objects; ++number) {
        QVERIFY(lines[2 + number].endsWith(" n "));
        const QByteArray start = QByteArray::number(number) + " 0 obj\n";
        QCOMPARE(pdf.mid(lines[2 + number].left(10).toLongLong(), start.size()), start);
    }
}

void CliTest::drawsTheGoldenLenses_data() {
    QTest::addColumn<QStringList>("arguments");
    for (const char* lens : {"routing", "security", "dns", "policy", "cost", "resilience"})
        QTest::newRow(lens) << QStringList{"--lens", lens};
    QTest::newRow("zone-down") << QStringList{"--lens", "resilience", "--zone-down", "us-east-1a"};
}

/// The pictures that tests/model/interchange holds: one truth, whoever asks.
void CliTest::drawsTheGoldenLenses() {
    QFETCH(QStringList, arguments);
    const Answer answer =
        ask(QStringList{"export", "resources/samples/securecart-broken.gatewright.json", "--to", "-", "--as", "svg"} +
            arguments);
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.out == contentOf(QStringLiteral(SOURCE_DIR "/tests/model/interchange/golden/lens-%1.svg")
                                        .arg(QLatin1String(QTest::currentDataTag()))));
}

void CliTest::explainsEveryRuleItLists() {
    const QList<QByteArray> lines = ask({"rules"}).out.trimmed().split('\n');
    QVERIFY(lines.size() >= 45);
    QByteArray previous;
    for (const QByteArray& line : lines) {
        const QByteArray code = line.left(line.indexOf(' '));
        QVERIFY(previous < code);
        previous = code;
        const Answer answer = ask({"explain", code});
        QCOMPARE(answer.status, 0);
        for (const char* part : {"Severity", "Why\n  ", "How to fix\n  ", "Source\n  "})
            QVERIFY2(answer.out.contains(part), code.constData());
    }
}

void CliTest::showsEveryServiceItLists() {
    const QList<QByteArray> lines = ask({"services"}).out.trimmed().split('\n');
    QCOMPARE(lines.size(), 543);
    for (const char* name : {"s3", "ecr.dkr", "secretsmanager"}) {
        const QByteArray start = QByteArray(name) + " ";
        QCOMPARE(
            std::count_if(lines.begin(), lines.end(), [&](const QByteArray& line) { return line.startsWith(start); }),
            1);
        QVERIFY(ask({"services", name}).out.startsWith(QByteArray(name) + "\n"));
    }
}

void CliTest::loadsNeitherQtQuickNorQtWidgets() {
    QProcess ldd;
    ldd.start(QStringLiteral("ldd"), {QStringLiteral(CLI_PROGRAM)});
    QVERIFY(ldd.waitForFinished());
    const QByteArray libraries = ldd.readAllStandardOutput();
    QVERIFY(libraries.contains("libstdc++"));
    for (const char* library : {"Quick", "Qml", "Widgets", "Qt6Network"})
        QVERIFY2(!libraries.contains(library), library);
}

QTEST_GUILESS_MAIN(CliTest)
#include "cli_test.moc"
