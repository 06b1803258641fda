#include <QtTest>

#include "model/reach/reach.h"
#include "tests/model/reach/shop.h"

using namespace gw;

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

}  // namespace

/// One flow, one fault at a time: what passes, what stops, and with which code.
class TraceTest : public QObject {
    Q_OBJECT
private slots:
    void openShopIsPrivate();
};

void TraceTest::openShopIsPrivate() {
    const Design design = shop::open();
    const Trace keys = traceOf(design, "keys-flow");
    qInfo().noquote() << told(keys);
    QCOMPARE(keys.verdict, Verdict::PrivateInterface);
    const Trace images = traceOf(design, "images-flow");
    qInfo().noquote() << told(images);
    QCOMPARE(images.verdict, Verdict::PrivateGateway);
    qInfo().noquote() << told(traceOf(shop::withNat(), "images-flow"));
}

QTEST_APPLESS_MAIN(TraceTest)
#include "trace_test.moc"
