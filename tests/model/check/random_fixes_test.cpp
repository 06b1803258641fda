#include <QtTest>

#include <algorithm>
#include <map>

#include "model/check/rule.h"
#include "model/spec/spec.h"
#include "tests/random/random_design.h"
#include "tests/random/rounds.h"

using namespace gw;

/// Every fix of every finding, on designs that nobody made for it: it can be done, leaves a design that a file holds,
/// and its finding is gone. What it brings up instead is counted, and never an error of the same rule elsewhere.
class RandomFixesTest : public QObject {
    Q_OBJECT

private slots:
    void everyFixDoesWhatItSays();
};

namespace {

bool isLeft(const std::vector<Finding>& findings, const Finding& one) {
    return std::ranges::any_of(
        findings, [&](const Finding& each) { return each.subject == one.subject && each.message == one.message; });
}

}  // namespace

void RandomFixesTest::everyFixDoesWhatItSays() {
    std::map<std::string, int> refused;
    std::map<std::string, int> left;
    std::map<std::string, int> unreadable;
    std::map<std::string, QString> example;
    int done = 0;
    for (int seed = 1; seed <= rounds(12); ++seed) {
        const Design design = seed % 2 ? randomDesign(static_cast<std::uint64_t>(seed))
                                       : randomConnectedDesign(static_cast<std::uint64_t>(seed));
        const Facts facts(design);
        for (const Diagnostic& each : check(facts))
            for (const Fix& fix : each.finding->fixes) {
                const std::string code(each.rule->code);
                const auto say = [&] {
                    example.try_emplace(code, QString("seed %1: %2 -> %3")
                                                  .arg(seed)
                                                  .arg(each.finding->message.c_str(), fix.edit.label.c_str()));
                };
                ++done;
                const auto after = apply(fix.edit, design);
                if (!after) {
                    ++refused[code];
                    say();
                    continue;
                }
                const auto again = readSpec(writeSpec(*after));
                if (!again || !(*again == *after)) {
                    ++unreadable[code];
                    say();
                }
                if (isLeft(each.rule->check(Facts(*after)), *each.finding)) {
                    ++left[code];
                    say();
                }
            }
    }
    qInfo("%d fixes done", done);
    for (const auto& [what, codes] : {std::pair("refused", refused), std::pair("finding is left", left),
                                      std::pair("cannot be read back", unreadable)})
        for (const auto& [code, times] : codes)
            qWarning("%s: %s %d times, %s", code.c_str(), what, times, qPrintable(example[code]));
    QVERIFY(done > 300);
    QVERIFY(refused.empty());
    QVERIFY(left.empty());
    QVERIFY(unreadable.empty());
}

QTEST_GUILESS_MAIN(RandomFixesTest)
#include "random_fixes_test.moc"
