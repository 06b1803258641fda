#include <QtTest>

#include <QXmlStreamReader>

#include "model/check/facts.h"
#include "model/core/json.h"
#include "model/report/description.h"
#include "model/report/findings.h"
#include "model/report/places.h"
#include "model/report/plain_text.h"
#include "model/report/traces.h"

using namespace gw;

namespace {

std::vector<Finding> nothing(const Facts&) {
    return {};
}

constexpr Rule ajar{"TST001",           "door-ajar",        Severity::Error,
                    Category::Security, "A door is closed", "Somebody may come in.",
                    "Close it.",        "FACTS F-000",      nothing};
constexpr Rule dusty{"TST002",           "floor-dusty",      Severity::Hint,
                     Category::Practice, "A floor is clean", "Dust is grey.",
                     "Sweep it.",        "FACTS F-000",      nothing};
constexpr Rule clean{"TST003",       "window-clean",      Severity::Warning,
                     Category::Cost, "A window is clean", "Light costs nothing.",
                     "Wipe it.",     "FACTS F-000",       nothing};
constexpr std::array rules{&ajar, &dusty, &clean};

constexpr std::string_view text = R"({
  "format": "gatewright/1",
  "vpcs": {
    "vpc-a": { "name": "front \"<door>\" & \u001b[31mred", "region": "r" },
    "vpc-b": { "region": "r" }
  },
  "layout": {
    "vpc-a": { "x": 0, "y": 0 }
  }
}
)";

struct Sample {
    Design design{};
    Waiver waiver{{"w"}, "TST002", AnyId("vpc-b"), "we like dust", "", {}};
    std::vector<CheckedDesign> checked{};

    Sample() {
        design.vpcs.put({{"vpc-a"}, "front \"<door>\" & \x1b[31mred"});
        design.vpcs.put({{"vpc-b"}});
        CheckedDesign one{"a b.json", text, &design, {}};
        const auto add = [&](const Rule& rule, Finding finding, const Waiver* accepted) {
            one.diagnostics.push_back({&rule, std::make_shared<const Finding>(std::move(finding)), accepted});
        };
        add(ajar,
            {AnyId("vpc-a"),
             "The door \"<door>\" & \x1b[31mred is open.",
             Severity::Error,
             {{Safety::Safe, Edit("Close the door", [](Design&) { return Status{}; })}}},
            nullptr);
        add(dusty, {AnyId("vpc-a"), "Dust.", Severity::Hint, {}}, nullptr);
        add(dusty, {AnyId("vpc-b"), "More dust.", Severity::Hint, {}}, &waiver);
        checked.push_back(std::move(one));
        checked.push_back({"-", "", &design, {}});
    }
};

const JsonNode& at(const JsonNode& node, std::string_view path) {
    const JsonNode* here = &node;
    while (!path.empty()) {
        const auto slash = path.find('/');
        const std::string_view step = path.substr(0, slash);
        path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
        const bool index = here->is(JsonNode::Kind::Array);
        here = index ? &here->children
                            .at(static_cast<std::size_t>(QByteArray(step.data(), qsizetype(step.size())).toInt()))
                            .second
                     : here->find(step);
        if (!here) qFatal("no member %s", std::string(step).c_str());
    }
    return *here;
}

JsonNode parsed(const std::string& json) {
    auto node = parseJson(json);
    if (!node) qFatal("not JSON: %s", node.error().message.c_str());
    return *std::move(node);
}

}  // namespace

class ReportTest : public QObject {
    Q_OBJECT

private slots:
    void flowsAreCalledByTheirEnds();
    void placesAreWhereTheRowsStand() {
        const Places places(text);
        QCOMPARE(places.of("vpc-a"), (TextPosition{4, 5}));
        QCOMPARE(places.of("vpc-b"), (TextPosition{5, 5}));
        QCOMPARE(places.of("nobody"), (TextPosition{1, 1}));
        QCOMPARE(Places("no JSON\n").of("vpc-a"), (TextPosition{1, 1}));
        QCOMPARE(Places("").of(""), (TextPosition{1, 1}));
        QCOMPARE(Places("{\"\u00e9\U0001F600\": {\"vpc-a\": 1}}").of("vpc-a"), (TextPosition{1, 9}));
    }

    void controlCharactersDoNotReachTheTerminal() {
        QCOMPARE(plainText("a\x1b[0m\n\x7f\xc2\x9b é"),
                 std::string("a\xEF\xBF\xBD[0m\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD é"));
        // What separates lines or turns the direction of text goes as well, and bytes that are no UTF-8.
        QCOMPARE(plainText("a\u2028b\u202Ec\u2066d\xFFé\u2027"), std::string("a\uFFFDb\uFFFDc\uFFFDd\uFFFDé\u2027"));
        QCOMPARE(countOf(1, "error"), std::string("1 error"));
        QCOMPARE(countOf(0, "error"), std::string("0 errors"));
    }

    void textNamesPlaceSeverityAndSubject() {
        const Sample sample;
        QCOMPARE(findingsText(sample.checked),
                 std::string("a b.json:4:5: error TST001 (vpc-a): The door \"<door>\" & \xEF\xBF\xBD[31mred is open.\n"
                             "    fix: Close the door\n"
                             "a b.json:4:5: hint TST002 (vpc-a): Dust.\n"
                             "a b.json: 1 error, 1 hint; 1 waived\n"
                             "-: nothing found\n"));
    }

    void jsonHoldsAllThatIsKnown() {
        const Sample sample;
        const JsonNode root = parsed(findingsJson(sample.checked));
        QCOMPARE(at(root, "format").text, std::string("gatewright-findings/1"));
        const JsonNode& door = at(root, "designs/0/findings/0");
        QCOMPARE(at(door, "code").text, std::string("TST001"));
        QCOMPARE(at(door, "rule").text, std::string("door-ajar"));
        QCOMPARE(at(door, "severity").text, std::string("error"));
        QCOMPARE(at(door, "subject").text, std::string("vpc-a"));
        QCOMPARE(at(door, "message").text, std::string("The door \"<door>\" & \x1b[31mred is open."));
        QCOMPARE(at(door, "why").text, std::string("Somebody may come in."));
        QCOMPARE(at(door, "fix").text, std::string("Close it."));
        QCOMPARE(at(door, "source").text, std::string("FACTS F-000"));
        QCOMPARE(at(door, "line").text, std::string("4"));
        QCOMPARE(at(door, "fixes/0/label").text, std::string("Close the door"));
        QCOMPARE(at(door, "fixes/0/safety").text, std::string("safe"));
        QVERIFY(!door.find("waiver"));
        QCOMPARE(at(root, "designs/0/findings/2/waiver/reason").text, std::string("we like dust"));
        QCOMPARE(at(root, "designs/1/findings").children.size(), 0u);
    }

    void sarifNamesRulesPlacesAndSuppressions() {
        const Sample sample;
        const JsonNode root = parsed(findingsSarif(sample.checked, {Severity::Error, rules}));
        QCOMPARE(at(root, "version").text, std::string("2.1.0"));
        QCOMPARE(at(root, "runs/0/tool/driver/rules").children.size(), 3u);
        QCOMPARE(at(root, "runs/0/tool/driver/rules/0/name").text, std::string("DoorAjar"));
        const JsonNode& results = at(root, "runs/0/results");
        QCOMPARE(results.children.size(), 3u);
        QCOMPARE(at(results, "1/ruleIndex").text, std::string("1"));
        QCOMPARE(at(root, "runs/0/columnKind").text, std::string("unicodeCodePoints"));
        QCOMPARE(at(results, "1/level").text, std::string("note"));
        QCOMPARE(at(results, "0/locations/0/physicalLocation/artifactLocation/uri").text, std::string("a%20b.json"));
        QCOMPARE(at(results, "0/locations/0/physicalLocation/region/startLine").text, std::string("4"));
        QCOMPARE(at(results, "0/locations/0/logicalLocations/0/kind").text, std::string("VPC"));
        QVERIFY(!at(results, "0").find("suppressions"));
        QCOMPARE(at(results, "2/suppressions/0/justification").text, std::string("we like dust"));
    }

    void junitIsWellFormedAndCountsFailures() {
        const Sample sample;
        const auto suites = [&](std::optional<Severity> failOn) {
            QStringList seen;
            const std::string xml = findingsJunit(sample.checked, {failOn, rules});
            QXmlStreamReader reader(QByteArray::fromStdString(xml));
            while (!reader.atEnd()) {
                reader.readNext();
                if (reader.isStartElement() && reader.name() == QLatin1String("testsuite"))
                    seen += QStringLiteral("%1/%2/%3")
                                .arg(reader.attributes().value("tests"), reader.attributes().value("failures"),
                                     reader.attributes().value("skipped"));
                if (reader.isStartElement() && reader.name() == QLatin1String("failure"))
                    seen += reader.attributes().value("message").toString();
            }
            if (reader.hasError()) qFatal("%s", qPrintable(reader.errorString()));
            return seen;
        };
        const QString message = QString::fromUtf8("The door \"<door>\" & \xEF\xBF\xBD[31mred is open.");
        QCOMPARE(suites(Severity::Error), (QStringList{"4/1/1", message, "3/0/0"}));
        QCOMPARE(suites(Severity::Hint), (QStringList{"4/2/1", message, "Dust.", "3/0/0"}));
        QCOMPARE(suites({}), (QStringList{"4/0/1", "3/0/0"}));
    }

    void junitHoldsNoCharacterThatXmlForbids() {
        Sample sample;
        sample.checked.front().path = "a\xFF\xEF\xBF\xBE.json";
        QXmlStreamReader reader(QByteArray::fromStdString(findingsJunit(sample.checked, {Severity::Error, rules})));
        while (!reader.atEnd()) reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    }

    void everyFormatIsReached() {
        const Sample sample;
        const FindingsScope scope{Severity::Error, rules};
        QCOMPARE(findingsReport(FindingsFormat::Text, sample.checked, scope), findingsText(sample.checked));
        QCOMPARE(findingsReport(FindingsFormat::Json, sample.checked, scope), findingsJson(sample.checked));
        QCOMPARE(findingsReport(FindingsFormat::Sarif, sample.checked, scope), findingsSarif(sample.checked, scope));
        QCOMPARE(findingsReport(FindingsFormat::Junit, sample.checked, scope), findingsJunit(sample.checked, scope));
    }

    void tracesTellEachStepAndWhatIsNotJudged() {
        Design design;
        design.workloads.put({{"app"}, "the app"});
        design.resources.put({{"bucket"}, "the bucket"});
        Flow flow;
        flow.id = {"f"};
        flow.from = Id<Workload>{"app"};
        flow.to = Id<ServiceResource>{"bucket"};
        design.flows.put(flow);
        Trace trace;
        trace.flow = {"f"};
        trace.verdict = Verdict::Blocked;
        trace.via = {AnyId("igw")};
        trace.hops = {{AnyId("app"),
                       {{Stage::Dns, "DNS_PUBLIC", Outcome::Passed, "resolves", {}, {}},
                        {Stage::SecurityGroupOut, "SG_OUT_NO_MATCH", Outcome::Blocked, "no rule", AnyId("sg"), "none"},
                        {Stage::IdentityPolicy, "POLICY_NOT_JUDGED", Outcome::NotJudged, "not judged", {}, {}}}}};
        trace.blockers = {{Stage::SecurityGroupOut, "SG_OUT_NO_MATCH", AnyId("sg"), "no rule"}};
        trace.context = {{"aws:SourceVpce", "vpce"}};
        trace.summary = "stops.";
        const Traces traced({std::make_shared<const Known<Trace>>(Known<Trace>{trace, {}})});
        const TracedDesign report{"d.json", &design, traced};
        QCOMPARE(tracesText(report), std::string("f: the app -> the bucket: blocked (not as wanted)\n"
                                                 "  stops.\n"
                                                 "  the app\n"
                                                 "    ok   DNS              resolves\n"
                                                 "    STOP Caller sg out    no rule\n"
                                                 "    -    Role policy      not judged\n"));
        const JsonNode root = parsed(tracesJson(report));
        QCOMPARE(at(root, "traces/0/verdict").text, std::string("blocked"));
        QCOMPARE(at(root, "traces/0/hops/0/steps/1/passed").text, std::string("false"));
        QVERIFY(at(root, "traces/0/hops/0/steps/2/passed").is(JsonNode::Kind::Null));
        QCOMPARE(at(root, "traces/0/blockers/0/stage").text, std::string("sg-out"));
        QCOMPARE(at(root, "traces/0/context/aws:SourceVpce").text, std::string("vpce"));
        QCOMPARE(at(root, "traces/0/via/0").text, std::string("igw"));
        QVERIFY(!at(root, "traces/0").find("unasked"));
    }

    void tracesSayThatNoRoleSigns() {
        Trace trace;
        trace.verdict = Verdict::PrivateGateway;
        trace.summary = "It arrives.";
        QCOMPARE(verdictText(trace), std::string("private, by gateway endpoint"));
        QCOMPARE(summaryOf(trace), std::string("It arrives."));
        trace.unasked = "Nobody was asked.";
        QCOMPARE(verdictText(trace), std::string("so far private, by gateway endpoint"));
        QCOMPARE(summaryOf(trace), std::string("It arrives. Nobody was asked."));
        trace.verdict = Verdict::Unknown;
        QCOMPARE(verdictText(trace), std::string("unknown"));
        Design design;
        const Traces traced({std::make_shared<const Known<Trace>>(Known<Trace>{trace, {}})});
        const JsonNode root = parsed(tracesJson({"d.json", &design, traced}));
        QCOMPARE(at(root, "traces/0/unasked").text, std::string("Nobody was asked."));
    }
};

void ReportTest::flowsAreCalledByTheirEnds() {
    Design design;
    design.workloads.put({{"app"}, "shop"});
    design.resources.put({{"bucket"}, "images"});
    Flow flow;
    flow.id = {"f1"};
    flow.from = Id<Workload>{"app"};
    flow.to = Id<ServiceResource>{"bucket"};
    design.flows.put(flow);
    flow.id = {"f2"};
    flow.name = "reads";
    design.flows.put(flow);
    const Facts facts(design);
    QCOMPARE(tipOf(facts, {}, AnyId("f1")), facts.traceOf({"f1"})->summary);
    QVERIFY(descriptionOf(facts, {}, AnyId("f1")).starts_with("flow shop \u2192 images"));
    // As their users call them, and on two lines at most.
    QCOMPARE(tipOf(facts, {}, AnyId("app")).find("workload"), std::string::npos);
    for (const char* thing : {"app", "bucket", "f1", "f2"})
        QVERIFY(std::ranges::count(tipOf(facts, {}, AnyId(thing)), '\n') <= 1);
    QVERIFY(tipOf(facts, {}, AnyId("f2")).starts_with("reads · Flow"));
}

QTEST_GUILESS_MAIN(ReportTest)
#include "report_test.moc"
