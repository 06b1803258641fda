#include <QtTest>

#include "model/reach/reach.h"
#include "tests/model/reach/faults.h"
#include "tests/model/reach/surroundings.h"

using namespace gw;
using shop::change;

namespace {

Trace traceOf(const Design& design, const char* flow) {
    const Network network(design);
    return trace(network, *find(design, Id<Flow>{flow}));
}

template <class Enum>
std::string wordOf(Enum value) {
    for (const auto& each : namesOf(Enum{}))
        if (each.value == value) return std::string(each.name);
    return {};
}

QString blockersOf(const Trace& trace) {
    QStringList codes;
    for (const Blocker& blocker : trace.blockers) codes << QString::fromStdString(blocker.code);
    return codes.join(' ');
}

QString told(const Trace& trace) {
    QStringList lines{QString::fromStdString(trace.summary)};
    for (const Hop& hop : trace.hops)
        for (const Step& step : hop.steps)
            lines << QString::fromStdString("  " + hop.subject.value + " | " + wordOf(step.stage) + " " + step.code +
                                            " " + wordOf(step.outcome) + ": " + step.text + " [" + step.detail + "]");
    for (const auto& fact : trace.missing) lines << "  missing: " + QString::fromStdString(fact);
    for (const auto& share : trace.shares) lines << "  share: " + QString::fromStdString(share);
    for (const auto& [key, value] : trace.context) lines << QString::fromStdString("  " + key + " = " + value);
    return lines.join('\n');
}

bool hasStep(const Trace& trace, Stage stage, std::string_view code) {
    for (const Hop& hop : trace.hops)
        for (const Step& step : hop.steps)
            if (step.stage == stage && step.code == code) return true;
    return false;
}
std::vector<faults::Fault> allFaults() {
    std::vector<faults::Fault> all;
    for (const auto& part : {faults::ofNames(), faults::ofFilters(), faults::ofWays(), faults::betweenVpcs(),
                             faults::onPremises(), faults::ofHubs(), faults::ofListeners(), faults::ofDoubt()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

}  // namespace

/// One flow, one fault at a time: what passes, what stops, and with which code.
class TraceTest : public QObject {
    Q_OBJECT
private slots:
    void faults_data();
    void faults();
    void contextFollowsFromTheWay();
    void sharesNameTheSubnets();
    void policiesAreNeverAllowed();
    void blockedIntentIsMetByABlock();
    void endpointThatIsMissedIsNamed();
};

void TraceTest::faults_data() {
    QTest::addColumn<int>("index");
    const auto all = allFaults();
    for (int i = 0; i < static_cast<int>(all.size()); ++i) QTest::newRow(all.at(static_cast<std::size_t>(i)).name) << i;
}

void TraceTest::faults() {
    QFETCH(int, index);
    const faults::Fault fault = allFaults().at(static_cast<std::size_t>(index));
    Design design = fault.nat ? shop::withNat() : shop::open();
    fault.apply(design);
    const Trace trace = traceOf(design, fault.flow);
    const bool right = trace.verdict == fault.verdict && blockersOf(trace) == fault.blockers;
    QVERIFY2(right,
             qPrintable(QString::fromStdString(wordOf(trace.verdict)) + " [" + blockersOf(trace) + "] " + told(trace)));
    QCOMPARE(trace.missing.empty(), trace.verdict != Verdict::Unknown);
    QCOMPARE(trace.shares.empty(), trace.verdict != Verdict::Partial);
    QVERIFY(!trace.summary.empty());
    for (const Hop& hop : trace.hops)
        for (const Step& step : hop.steps) QVERIFY2(step.text.ends_with('.'), step.text.c_str());
}

void TraceTest::contextFollowsFromTheWay() {
    const Trace keys = traceOf(shop::open(), "keys-flow");
    const std::map<std::string, std::string> inside{
        {"aws:SourceVpc", "vpc"}, {"aws:SourceVpce", "vpce-secrets"}, {"aws:VpcSourceIp", "10.0.1.0/24, 10.0.2.0/24"}};
    QCOMPARE(keys.context, inside);
    Design design = shop::withNat();
    design.endpoints.erase({"vpce-s3"});
    const std::map<std::string, std::string> outside{{"aws:SourceIp", "198.51.100.7"}};
    QCOMPARE(traceOf(design, "images-flow").context, outside);
    const std::vector<AnyId> way{AnyId("nat"), AnyId("igw")};
    QCOMPARE(traceOf(design, "images-flow").via, way);
    Design withOffice = shop::open();
    faults::addOffice(withOffice, true);
    faults::addInboundResolver(withOffice);
    const Trace office = traceOf(withOffice, "office-flow");
    const std::map<std::string, std::string> line{
        {"aws:SourceVpc", "vpc"}, {"aws:SourceVpce", "vpce-secrets"}, {"aws:VpcSourceIp", "192.168.0.0/16"}};
    QCOMPARE(office.context, line);
    const std::vector<AnyId> lineWay{AnyId("line"), AnyId("vgw"), AnyId("vpce-secrets")};
    QCOMPARE(office.via, lineWay);
}

void TraceTest::sharesNameTheSubnets() {
    Design design = shop::open();
    change<Endpoint>(design, "vpce-s3", [](Endpoint& row) { row.routeTables = {{"rt-a"}}; });
    const Trace part = traceOf(design, "images-flow");
    const std::vector<std::string> shares{"works from app-a only", "blocked from app-b"};
    QCOMPARE(part.shares, shares);
}

void TraceTest::policiesAreNeverAllowed() {
    const Trace keys = traceOf(shop::open(), "keys-flow");
    int seen = 0;
    for (const Hop& hop : keys.hops)
        for (const Step& step : hop.steps)
            if (step.stage >= Stage::EndpointPolicy && step.stage <= Stage::ResourcePolicy) {
                ++seen;
                QCOMPARE(step.outcome, Outcome::NotJudged);
            }
    QCOMPARE(seen, 3);
}

void TraceTest::blockedIntentIsMetByABlock() {
    Design design = shop::open();
    change<Flow>(design, "keys-flow", [](Flow& row) { row.intent = FlowIntent::Blocked; });
    QVERIFY(!traceOf(design, "keys-flow").asWanted);
    change<SecurityGroup>(design, "sg-door", [](SecurityGroup& row) { row.ingress.clear(); });
    QVERIFY(traceOf(design, "keys-flow").asWanted);
    QVERIFY(traceOf(design, "images-flow").asWanted);
}

void TraceTest::endpointThatIsMissedIsNamed() {
    Design design = shop::withNat();
    change<Endpoint>(design, "vpce-secrets", [](Endpoint& row) { row.privateDns = false; });
    const Trace keys = traceOf(design, "keys-flow");
    QVERIFY(hasStep(keys, Stage::Dns, "DNS_PUBLIC_ANSWER"));
    const std::string& text = keys.hops.front().steps.front().text;
    QVERIFY2(text.find("vpce-secrets exists here, but this name does not lead to it") != std::string::npos,
             text.c_str());
}

QTEST_APPLESS_MAIN(TraceTest)
#include "trace_test.moc"
