#pragma once
#include <QByteArray>
#include <QString>
#include <QStringList>

#include <string>
#include <vector>

#include "model/check/rule.h"

/// Designs of tests/fixtures/rules: one folder for each rule, named after it.
namespace gw::fixture {

/// "SOURCE/tests/fixtures/rules/NAME"
QString folderOf(const Rule& rule);
/// File names of the folder that start so ("bad", "good"), sorted.
QStringList designsOf(const Rule& rule, const QString& start);
/// Of "bad-wide.gatewright.json": "fixed-wide.gatewright.json" and "expected-wide.txt".
QString fixedOf(const QString& bad);
QString expectedOf(const QString& bad);

QByteArray read(const QString& path);
/// Stops the test where the file is no design.
Design design(const QString& path);

/// What is found, a line each: "error app-b: The block of app-b overlaps that of app-a."
QStringList lines(const std::vector<Diagnostic>& diagnostics);
/// Findings of one rule.
std::vector<Diagnostic> of(const Rule& rule, std::vector<Diagnostic> diagnostics);
/// "NET011 app-b" of every error, so that two judgements can be compared.
QStringList errors(const std::vector<Diagnostic>& diagnostics);

/// With every fix that the rule offers first done, until it offers none; the design itself where it offers none at all.
Design repaired(const Rule& rule, Design design);

}  // namespace gw::fixture
