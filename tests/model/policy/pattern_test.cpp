#include <QtTest>

#include "model/policy/pattern.h"

using namespace gw;

class PatternTest : public QObject {
    Q_OBJECT
private slots:
    void wildcards_data();
    void wildcards();
    void variables_data();
    void variables();
    void aVariableThatIsNotKnownMayMatch();
    void aLongPatternOfRunsIsAnsweredAtOnce();
};

namespace {

constexpr auto freely = PatternStyle::Colons::Free;
constexpr auto arn = PatternStyle::Colons::Arn;
constexpr auto resource = PatternStyle::Colons::Resource;

RequestContext team(std::vector<std::string> values) {
    RequestContext context;
    context.set("aws:PrincipalTag/Team", std::move(values));
    return context;
}

}  // namespace

void PatternTest::wildcards_data() {
    QTest::addColumn<PatternStyle::Colons>("colons");
    QTest::addColumn<bool>("ignoreCase");
    QTest::addColumn<std::string>("pattern");
    QTest::addColumn<std::string>("text");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char* name, PatternStyle::Colons colons, bool ignoreCase, const char* pattern,
                        const char* text, bool matches) {
        QTest::newRow(name) << colons << ignoreCase << std::string(pattern) << std::string(text) << matches;
    };
    row("run at the end", freely, false, "s3:Get*", "s3:GetObject", true);
    row("case counts", freely, false, "s3:get*", "s3:GetObject", false);
    row("case does not count", freely, true, "s3:get*", "s3:GetObject", true);
    row("everything", freely, false, "*", "", true);
    row("run in the middle", freely, false, "a*b*c", "a-b-b-c", true);
    row("end is not met", freely, false, "a*b*c", "a-b-b-cd", false);
    row("one", freely, false, "a?c", "abc", true);
    row("one is not none", freely, false, "a?c", "ac", false);
    row("nothing", freely, false, "", "a", false);
    row("freely over colons", freely, false, "a*d", "a:b:d", true);
    row("no regular expression", freely, false, "a.c", "abc", false);
    // The example of the IAM User Guide for the difference between StringLike and ArnLike.
    const char* pattern = "arn:aws:someservice:*:111122223333:finance/*";
    const char* text = "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt";
    row("a text runs over parts", freely, false, pattern, text, true);
    row("an ARN is compared by parts", arn, false, pattern, text, false);
    row("a run that ends a part of a resource runs on", resource, false, pattern, text, true);
    row("a run inside a part stays there", resource, false, "arn:aws:sqs:eu*1:1:q", "arn:aws:sqs:eu:1:1:q", false);
    row("a run inside a part", resource, false, "arn:aws:sqs:eu*1:1:q", "arn:aws:sqs:eu-west-1:1:q", true);
    row("one is no colon", resource, false, "arn:aws:sqs?eu:1:q", "arn:aws:sqs:eu:1:q", false);
    row("the resource may hold colons", resource, false, "arn:aws:s3:::b/*.txt", "arn:aws:s3:::b/a:b.txt", true);
    row("the last part of an ARN too", arn, false, "arn:aws:s3:::b/*.txt", "arn:aws:s3:::b/a:b.txt", true);
    row("an ARN cut short", arn, false, "arn:aws:iam:*", "arn:aws:iam::1:role/a", true);
    row("back to an earlier run", resource, false, "arn:aws:a*:x*z:1:q", "arn:aws:ab:x:xyz:1:q", true);
    row("slashes are letters", resource, false, "arn:aws:s3:::b/*/t/*", "arn:aws:s3:::b/1/2/t/3/o", true);
}

void PatternTest::wildcards() {
    QFETCH(PatternStyle::Colons, colons);
    QFETCH(bool, ignoreCase);
    QFETCH(std::string, pattern);
    QFETCH(std::string, text);
    QFETCH(bool, matches);
    const std::string given = ignoreCase ? lowerCase(pattern) : pattern;
    QCOMPARE(Pattern(given, {true, false, ignoreCase, colons}).matchesPlain(text), matches);
    if (colons == freely) QCOMPARE(matchesWildcard(pattern, text, ignoreCase), matches);
}

void PatternTest::variables_data() {
    QTest::addColumn<PatternStyle>("style");
    QTest::addColumn<std::string>("pattern");
    QTest::addColumn<std::string>("text");
    QTest::addColumn<RequestContext>("context");
    QTest::addColumn<bool>("matches");
    const PatternStyle like{true, true};
    const PatternStyle equal{false, true};
    const auto row = [](const char* name, PatternStyle style, const char* pattern, const char* text,
                        RequestContext context, bool matches) {
        QTest::newRow(name) << style << std::string(pattern) << std::string(text) << std::move(context) << matches;
    };
    row("value", like, "home/${aws:PrincipalTag/team}/*", "home/red/x", team({"red"}), true);
    row("other value", like, "home/${aws:PrincipalTag/team}/*", "home/blue/x", team({"red"}), false);
    row("absent", like, "home/${aws:PrincipalTag/team}/*", "home//x", {}, false);
    row("several values", like, "${aws:PrincipalTag/team}", "red", team({"red", "blue"}), false);
    row("default", like, "${aws:PrincipalTag/team, 'all'}", "all", {}, true);
    row("default with a brace", like, "${aws:PrincipalTag/team, 'a}b'}", "a}b", {}, true);
    row("default is not taken", like, "${aws:PrincipalTag/team, 'all'}", "all", team({"red"}), false);
    row("a value's wildcards are letters", like, "${aws:PrincipalTag/team}", "red", team({"r*"}), false);
    row("a default's wildcards are letters", like, "${aws:PrincipalTag/team, '*'}", "red", {}, false);
    row("asterisk", like, "a${*}", "ab", {}, false);
    row("asterisk itself", like, "a${*}", "a*", {}, true);
    row("question mark", like, "a${?}", "a?", {}, true);
    row("dollar", like, "${$}{x}", "${x}", {}, true);
    row("not closed", like, "a${b", "a${b", {}, true);
    row("equal takes no wildcard", equal, "${aws:PrincipalTag/team}*", "red*", team({"red"}), true);
    row("2008 knows none", {true, false}, "${aws:PrincipalTag/team}", "red", team({"red"}), false);
    row("2008 takes it as letters", {true, false}, "${aws:PrincipalTag/team}", "${aws:PrincipalTag/team}", {}, true);
    const PatternStyle ofResource{true, true, false, resource};
    row("in the resource", ofResource, "arn:aws:s3:::b/${aws:PrincipalTag/team}", "arn:aws:s3:::b/red", team({"red"}),
        true);
    row("not before it", ofResource, "arn:aws:sqs:${aws:PrincipalTag/team}:1:q", "arn:aws:sqs:red:1:q", team({"red"}),
        false);
}

void PatternTest::variables() {
    QFETCH(PatternStyle, style);
    QFETCH(std::string, pattern);
    QFETCH(std::string, text);
    QFETCH(RequestContext, context);
    QFETCH(bool, matches);
    QVERIFY(Pattern(pattern, style).matches(text, context) == matchOf(matches));
}

void PatternTest::aVariableThatIsNotKnownMayMatch() {
    RequestContext context;
    context.setUnknown("aws:username");
    const Pattern pattern("home/${aws:username}/*", {true, true});
    QVERIFY(pattern.matches("home/ann/x", context) == Match::Unknown);
    QVERIFY(pattern.matches("work/ann/x", context) == Match::No);
    QCOMPARE(pattern.variableKeys(), std::vector<std::string_view>{"aws:username"});
}

void PatternTest::aLongPatternOfRunsIsAnsweredAtOnce() {
    std::string pattern;
    for (int i = 0; i < 200; ++i) pattern += "a*";
    QVERIFY(!matchesWildcard(pattern + "b", std::string(2000, 'a')));
    QVERIFY(matchesWildcard(pattern, std::string(2000, 'a')));
}

Q_DECLARE_METATYPE(PatternStyle)
Q_DECLARE_METATYPE(PatternStyle::Colons)
Q_DECLARE_METATYPE(RequestContext)
Q_DECLARE_METATYPE(std::string)

QTEST_APPLESS_MAIN(PatternTest)
#include "pattern_test.moc"
