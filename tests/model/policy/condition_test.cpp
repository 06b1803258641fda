#include <QtTest>

#include "model/policy/compiled_policy.h"
#include "model/policy/condition_value.h"

using namespace gw;

/// Every operator of conditions, with keys that are there, absent and not known.
class ConditionTest : public QObject {
    Q_OBJECT
private slots:
    void operators_data();
    void operators();
    void absentKeys_data();
    void absentKeys();
    void setOperators_data();
    void setOperators();
    void unknownKeys();
    void namesOfOperators();
    void values();
};

namespace {

const char* const key = "some:Key";

CompiledCondition conditionOf(const std::string& op, const std::vector<std::string>& values) {
    const auto compares = conditionOperatorOf(op);
    if (!compares) qFatal("no operator %s", op.c_str());
    PolicyCondition condition{*compares, {op}, {key}};
    for (const std::string& value : values) condition.values.push_back({value});
    return CompiledCondition(condition, true);
}

Match holds(const std::string& op, const std::vector<std::string>& wanted, const std::vector<std::string>& given) {
    RequestContext context;
    context.set("SOME:key", given);
    return conditionOf(op, wanted).holdsFor(context);
}

}  // namespace

void ConditionTest::operators_data() {
    QTest::addColumn<QString>("op");
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QString>("given");
    QTest::addColumn<bool>("holds");
    const auto row = [](const QString& op, const QStringList& wanted, const QString& given, bool holds) {
        QTest::newRow(qPrintable(op + " " + wanted.join('|') + " <- " + given)) << op << wanted << given << holds;
    };
    row("StringEquals", {"a"}, "a", true);
    row("StringEquals", {"a"}, "A", false);
    row("StringEquals", {"a", "b"}, "b", true);
    row("StringEquals", {"a*"}, "ab", false);
    row("StringNotEquals", {"a"}, "a", false);
    row("StringNotEquals", {"a", "b"}, "b", false);
    row("StringNotEquals", {"a", "b"}, "c", true);
    row("StringEqualsIgnoreCase", {"aB"}, "Ab", true);
    row("StringNotEqualsIgnoreCase", {"aB"}, "Ab", false);
    row("StringNotEqualsIgnoreCase", {"aB"}, "x", true);
    row("StringLike", {"a*c?"}, "abbcd", true);
    row("StringLike", {"a*"}, "A", false);
    row("StringNotLike", {"a*"}, "abc", false);
    row("StringNotLike", {"a*"}, "b", true);
    row("NumericEquals", {"10"}, "10.0", true);
    row("NumericEquals", {"10"}, "ten", false);
    row("NumericNotEquals", {"10"}, "10", false);
    row("NumericNotEquals", {"10"}, "ten", true);
    row("NumericLessThan", {"10"}, "9.99", true);
    row("NumericLessThan", {"10"}, "10", false);
    row("NumericLessThanEquals", {"10"}, "10", true);
    row("NumericGreaterThan", {"-1"}, "0", true);
    row("NumericGreaterThan", {"10"}, "9", false);
    row("NumericGreaterThanEquals", {"10"}, "10", true);
    row("DateEquals", {"2026-11-24T08:00:00Z"}, "2026-11-24T09:00:00+01:00", true);
    row("DateEquals", {"2026-11-24T08:00:00Z"}, "1795507200", true);
    row("DateNotEquals", {"2026-11-24"}, "2026-11-24T00:00Z", false);
    row("DateLessThan", {"2026-11-24"}, "2026-11-23T23:59:59.999Z", true);
    row("DateLessThanEquals", {"2026-11-24"}, "2026-11-24T00:00:00Z", true);
    row("DateGreaterThan", {"2026"}, "2026-01-01T00:00:01Z", true);
    row("DateGreaterThan", {"2026"}, "soon", false);
    row("DateGreaterThanEquals", {"2026-11"}, "2026-11-01T00:00:00Z", true);
    row("Bool", {"true"}, "TRUE", true);
    row("Bool", {"true"}, "false", false);
    row("Bool", {"false"}, "no", false);
    row("BinaryEquals", {"QUJD"}, "QUJD", true);
    row("BinaryEquals", {"QUJD"}, "QUJE", false);
    row("BinaryEquals", {"QUJD"}, "ABC", false);
    row("IpAddress", {"203.0.113.0/24"}, "203.0.113.9", true);
    row("IpAddress", {"203.0.113.9"}, "203.0.113.9", true);
    row("IpAddress", {"203.0.113.0/24"}, "203.0.114.9", false);
    row("IpAddress", {"2001:db8::/32"}, "2001:db8::1", true);
    row("IpAddress", {"0.0.0.0/0"}, "2001:db8::1", false);
    row("IpAddress", {"0.0.0.0/0"}, "here", false);
    row("NotIpAddress", {"203.0.113.0/24"}, "203.0.113.9", false);
    row("NotIpAddress", {"203.0.113.0/24", "10.0.0.0/8"}, "192.0.2.1", true);
    for (const char* op : {"ArnEquals", "ArnLike"}) {
        row(op, {"arn:aws:iam::*:role/a*"}, "arn:aws:iam::111122223333:role/ab", true);
        row(op, {"arn:aws:iam::*:role/a"}, "arn:aws:iam::1:2:role/a", false);
        row(op, {"arn:aws:iam::111122223333:role/a"}, "arn:aws:iam::111122223333:role/A", false);
    }
    for (const char* op : {"ArnNotEquals", "ArnNotLike"}) {
        row(op, {"arn:aws:iam::*:role/a*"}, "arn:aws:iam::111122223333:role/ab", false);
        row(op, {"arn:aws:iam::*:role/a*"}, "arn:aws:iam::111122223333:role/b", true);
    }
    row("Null", {"true"}, "x", false);
    row("Null", {"false"}, "x", true);
    row("StringEqualsIfExists", {"a"}, "b", false);
    row("StringNotEqualsIfExists", {"a"}, "a", false);
}

void ConditionTest::operators() {
    QFETCH(QString, op);
    QFETCH(QStringList, wanted);
    QFETCH(QString, given);
    std::vector<std::string> values;
    for (const QString& value : wanted) values.push_back(value.toStdString());
    QFETCH(bool, holds);
    QVERIFY(::holds(op.toStdString(), values, {given.toStdString()}) == matchOf(holds));
}

void ConditionTest::absentKeys_data() {
    QTest::addColumn<QString>("op");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<bool>("holds");
    const auto row = [](const char* op, const char* wanted, bool holds) {
        QTest::newRow(qPrintable(QString(op) + " " + wanted)) << QString(op) << QString(wanted) << holds;
    };
    struct Family {
        const char* value;
        std::initializer_list<const char*> positive;
        std::initializer_list<const char*> negated;
    };
    const Family families[] = {
        {"a",
         {"StringEquals", "StringEqualsIgnoreCase", "StringLike"},
         {"StringNotEquals", "StringNotEqualsIgnoreCase", "StringNotLike"}},
        {"1",
         {"NumericEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan",
          "NumericGreaterThanEquals"},
         {"NumericNotEquals"}},
        {"2026",
         {"DateEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals"},
         {"DateNotEquals"}},
        {"false", {"Bool"}, {}},
        {"QUJD", {"BinaryEquals"}, {}},
        {"10.0.0.0/8", {"IpAddress"}, {"NotIpAddress"}},
        {"arn:aws:iam::1:role/a", {"ArnEquals", "ArnLike"}, {"ArnNotEquals", "ArnNotLike"}},
    };
    for (const Family& family : families)
        for (const bool negated : {false, true})
            for (const char* op : negated ? family.negated : family.positive) {
                row(op, family.value, negated);
                const std::string name(op);
                row((name + "IfExists").c_str(), family.value, true);
                row(("ForAllValues:" + name).c_str(), family.value, true);
                row(("ForAnyValue:" + name).c_str(), family.value, false);
                row(("ForAnyValue:" + name + "IfExists").c_str(), family.value, true);
            }
    row("Null", "true", true);
    row("Null", "false", false);
}

void ConditionTest::absentKeys() {
    QFETCH(QString, op);
    QFETCH(QString, wanted);
    QFETCH(bool, holds);
    QVERIFY(conditionOf(op.toStdString(), {wanted.toStdString()}).holdsFor({}) == matchOf(holds));
    QVERIFY(::holds(op.toStdString(), {wanted.toStdString()}, {}) == matchOf(holds));
}

void ConditionTest::setOperators_data() {
    QTest::addColumn<QString>("op");
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QStringList>("given");
    QTest::addColumn<bool>("holds");
    const auto row = [](const QString& op, const QStringList& wanted, const QStringList& given, bool holds) {
        QTest::newRow(qPrintable(op + " " + wanted.join('|') + " <- " + given.join('|')))
            << op << wanted << given << holds;
    };
    row("ForAllValues:StringEquals", {"a", "b"}, {"a"}, true);
    row("ForAllValues:StringEquals", {"a", "b"}, {"a", "b"}, true);
    row("ForAllValues:StringEquals", {"a", "b"}, {"a", "c"}, false);
    row("ForAllValues:StringEquals", {"a"}, {""}, true);
    row("ForAnyValue:StringEquals", {"a", "b"}, {"c", "b"}, true);
    row("ForAnyValue:StringEquals", {"a", "b"}, {"c"}, false);
    row("ForAnyValue:StringEquals", {""}, {""}, false);
    row("ForAllValues:StringNotEquals", {"a", "b"}, {"c", "d"}, true);
    row("ForAllValues:StringNotEquals", {"a", "b"}, {"c", "a"}, false);
    row("ForAnyValue:StringNotEquals", {"a", "b"}, {"a", "c"}, true);
    row("ForAnyValue:StringNotEquals", {"a", "b"}, {"a", "b"}, false);
    row("ForAnyValue:StringLike", {"t*"}, {"cost", "team"}, true);
    row("ForAllValues:ArnLike", {"arn:aws:iam::*:role/*"}, {"arn:aws:iam::1:role/a", "arn:aws:iam::1:user/a"}, false);
    // Without a set operator one value that matches is enough, and under a negation none may.
    row("StringEquals", {"a"}, {"b", "a"}, true);
    row("StringNotEquals", {"a"}, {"b", "a"}, false);
}

void ConditionTest::setOperators() {
    QFETCH(QString, op);
    QFETCH(QStringList, wanted);
    QFETCH(QStringList, given);
    QFETCH(bool, holds);
    const auto texts = [](const QStringList& list) {
        std::vector<std::string> all;
        for (const QString& each : list) all.push_back(each.toStdString());
        return all;
    };
    QVERIFY(::holds(op.toStdString(), texts(wanted), texts(given)) == matchOf(holds));
}

void ConditionTest::unknownKeys() {
    RequestContext context;
    context.setUnknown(key);
    for (const char* op : {"StringEquals", "StringNotEqualsIfExists", "ForAllValues:StringLike"})
        QVERIFY(conditionOf(op, {"a"}).holdsFor(context) == Match::Unknown);
    QVERIFY(conditionOf("Null", {"true"}).holdsFor(context) == Match::Unknown);
    QVERIFY(conditionOf("Null", {"true", "false"}).holdsFor(context) == Match::Yes);
    std::vector<std::string> missing;
    conditionOf("StringEquals", {"a"}).addUnknownKeys(context, missing);
    QCOMPARE(missing, std::vector<std::string>{key});

    RequestContext others;
    others.assumeOthersUnknown(true);
    QVERIFY(conditionOf("StringEquals", {"a"}).holdsFor(others) == Match::Unknown);
    others.setAbsent(key);
    QVERIFY(conditionOf("StringEquals", {"a"}).holdsFor(others) == Match::No);
    others.set(key, "a");
    QVERIFY(conditionOf("StringEquals", {"a"}).holdsFor(others) == Match::Yes);
    QVERIFY(conditionOf("StringEquals", {"${aws:username}"}).holdsFor(others) == Match::Unknown);
    QVERIFY(conditionOf("StringNotEquals", {"${aws:username}"}).holdsFor(others) == Match::Unknown);
    QVERIFY(conditionOf("StringEquals", {"b${aws:username}"}).holdsFor(others) == Match::No);
    missing.clear();
    conditionOf("StringEquals", {"${aws:username}"}).addUnknownKeys(others, missing);
    QCOMPARE(missing, std::vector<std::string>{"aws:username"});
}

void ConditionTest::namesOfOperators() {
    using Quantifier = ConditionOperator::Quantifier;
    const auto found = conditionOperatorOf("ForAnyValue:StringNotLikeIfExists");
    QVERIFY(found);
    QVERIFY(found->negated && found->ifExists && found->quantifier == Quantifier::ForAnyValue);
    QVERIFY(found->family == ConditionOperator::Family::StringLike);
    for (const char* none : {"", "StringNotEqual", "stringEquals", "NullIfExists", "ForEveryValue:Bool", "IfExists",
                             "ForAllValues:", "ForAllValues:ForAnyValue:Bool"})
        QVERIFY2(!conditionOperatorOf(none), none);
}

void ConditionTest::values() {
    QVERIFY(momentOf("1970-01-01") == 0);
    QVERIFY(momentOf("1969-12-31T23:59:59Z") == -1000);
    QVERIFY(momentOf("2000-02-29T12:00:00.25-02:30") == std::int64_t{951'834'600'250});
    QVERIFY(momentOf("0000-03-01") == std::int64_t{-62'162'035'200'000});
    QVERIFY(momentOf("-5") == -5000);
    for (const char* none : {"", "2026-13", "2026-02-29", "2026-11-24T08", "2026-11-24T24:00Z", "2026-11-24T08:00",
                             "2026-11-24 08:00Z", "26-11-24", "9223372036854775807", "1.5"})
        QVERIFY2(!momentOf(none), none);
    QVERIFY(numberOf("-2.5") == -2.5);
    for (const char* none : {"", " 1", "1 ", "0x10", "nan", "inf", "1e999", "+1"}) QVERIFY2(!numberOf(none), none);
    QVERIFY(bytesOfBase64("QQ==") == "A");
    QVERIFY(bytesOfBase64("").has_value());
    for (const char* none : {"Q", "QQ=", "Q===", "Q=Q=", "QQ-_"}) QVERIFY2(!bytesOfBase64(none), none);
}

QTEST_APPLESS_MAIN(ConditionTest)
#include "condition_test.moc"
