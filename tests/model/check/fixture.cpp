#include "tests/model/check/fixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include "model/design/text_form.h"
#include "model/spec/spec.h"

namespace gw::fixture {

QString folderOf(const Rule& rule) {
    return QStringLiteral(SOURCE_DIR "/tests/fixtures/rules/") + QString::fromStdString(std::string(rule.name));
}

QStringList designsOf(const Rule& rule, const QString& start) {
    return QDir(folderOf(rule)).entryList({start + "*.gatewright.json"}, QDir::Files, QDir::Name);
}

QString fixedOf(const QString& bad) {
    return QString(bad).replace(0, 3, "fixed");
}

QString expectedOf(const QString& bad) {
    return QString(bad).replace(0, 3, "expected").replace(".gatewright.json", ".txt");
}

QByteArray read(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s cannot be read", qPrintable(path));
    return file.readAll();
}

Design design(const QString& path) {
    auto read = readSpec(fixture::read(path).toStdString());
    if (!read) qFatal("%s:%s", qPrintable(path), read.error().text().c_str());
    return *std::move(read);
}

QStringList lines(const std::vector<Diagnostic>& diagnostics) {
    QStringList lines;
    for (const Diagnostic& diagnostic : diagnostics)
        lines += QString::fromStdString(textOf(diagnostic.finding->severity) + " " + diagnostic.finding->subject.value +
                                        ": " + diagnostic.finding->message);
    return lines;
}

std::vector<Diagnostic> of(const Rule& rule, std::vector<Diagnostic> diagnostics) {
    std::erase_if(diagnostics, [&](const Diagnostic& diagnostic) { return diagnostic.rule != &rule; });
    return diagnostics;
}

QStringList errors(const std::vector<Diagnostic>& diagnostics) {
    QStringList errors;
    for (const Diagnostic& diagnostic : diagnostics)
        if (diagnostic.finding->severity == Severity::Error)
            errors +=
                QString::fromStdString(std::string(diagnostic.rule->code) + " " + diagnostic.finding->subject.value);
    errors.removeDuplicates();
    return errors;
}

Design repaired(const Rule& rule, Design design) {
    // Every round takes at least one finding away, so the first number of findings bounds the rounds.
    std::size_t rounds = rule.check(Facts(design)).size();
    for (; rounds > 0; --rounds) {
        const std::vector<Finding> found = rule.check(Facts(design));
        const auto next = std::ranges::find_if(found, [](const Finding& finding) { return !finding.fixes.empty(); });
        if (next == found.end()) break;
        auto after = apply(next->fixes.front().edit, design);
        if (!after) qFatal("%s: %s", std::string(rule.name).c_str(), after.error().message.c_str());
        design = *std::move(after);
    }
    return design;
}

}  // namespace gw::fixture
