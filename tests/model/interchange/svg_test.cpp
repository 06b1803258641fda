#include <QtTest>

#include <QFile>
#include <QXmlStreamReader>

#include <set>

#include "model/check/rule.h"
#include "model/interchange/svg.h"
#include "model/interchange/xml.h"
#include "model/report/overlay_of.h"
#include "model/scene/legend.h"
#include "model/spec/spec.h"
#include "resources/embedded.h"
#include "tests/model/scene/shop.h"

using namespace gw;

class SvgTest : public QObject {
    Q_OBJECT

private slots:
    void equalsTheGoldenFile_data();
    void equalsTheGoldenFile();
    void lensesEqualTheirGoldenFiles_data();
    void lensesEqualTheirGoldenFiles();
    void isWellFormedWithUniqueIds();
    void hostileNamesAreEscaped();
    void everyPictogramIsDefinedOnce();
    void numbersAndNames();
};

namespace {

/// Reads the whole document; the names of all ids, in order.
QStringList idsOf(const std::string& svg, QString* problem) {
    QXmlStreamReader reader(QByteArray::fromStdString(svg));
    QStringList ids;
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement &&
            reader.attributes().hasAttribute(QLatin1String("id")))
            ids << reader.attributes().value(QLatin1String("id")).toString();
    if (reader.hasError()) *problem = reader.errorString();
    return ids;
}

/// A picture that changes on purpose: look at the new file that the failure names, then copy it over the golden one.
void compareWithGolden(const QString& name, const std::string& svg) {
    QFile golden(QStringLiteral(SOURCE_DIR "/tests/model/interchange/golden/") + name);
    const bool same = golden.open(QIODevice::ReadOnly) && golden.readAll().toStdString() == svg;
    if (!same) {
        QFile actual(name);
        QVERIFY(actual.open(QIODevice::WriteOnly));
        actual.write(QByteArray::fromStdString(svg));
    }
    QVERIFY2(same, qPrintable(
                       QStringLiteral("differs from the golden file; see %1").arg(QFileInfo(name).absoluteFilePath())));
}

}  // namespace

void SvgTest::equalsTheGoldenFile_data() {
    QTest::addColumn<int>("theme");
    QTest::newRow("light") << static_cast<int>(Theme::Light);
    QTest::newRow("dark") << static_cast<int>(Theme::Dark);
}

void SvgTest::equalsTheGoldenFile() {
    QFETCH(int, theme);
    const Design design = test::shop();
    compareWithGolden(QStringLiteral("shop-%1.svg").arg(QLatin1String(QTest::currentDataTag())),
                      svgOf(exportedPicture(sceneOf(design, test::shopOverlay())), design, static_cast<Theme>(theme)));
}

void SvgTest::lensesEqualTheirGoldenFiles_data() {
    QTest::addColumn<int>("lens");
    QTest::addColumn<QString>("zoneDown");
    for (const auto& lens : namesOf(Lens{}))
        if (lens.value != Lens::Topology)
            QTest::newRow(std::string(lens.name).c_str()) << static_cast<int>(lens.value) << QString();
    QTest::newRow("zone-down") << static_cast<int>(Lens::Resilience) << "us-east-1a";
}

/// The sample with much to say, judged and exported as the command line does it.
void SvgTest::lensesEqualTheirGoldenFiles() {
    QFETCH(int, lens);
    QFETCH(QString, zoneDown);
    const auto design = readSpec(embeddedFile("samples/securecart-broken.gatewright.json"));
    QVERIFY(design);
    const Facts facts(*design);
    Looking looking{static_cast<Lens>(lens)};
    std::optional<WhatIf> down;
    if (!zoneDown.isEmpty()) {
        auto answer = whatIf(*design, facts.traces(), {{Supposition::Kind::ZoneDown, AnyId(zoneDown.toStdString())}});
        QVERIFY(answer);
        looking.whatIf = &down.emplace(*std::move(answer));
    }
    const Scene picture = exportedPicture(sceneOf(*design, overlayOf(facts, check(facts), looking)));
    compareWithGolden(QStringLiteral("lens-%1.svg").arg(QLatin1String(QTest::currentDataTag())),
                      svgOf(picture, *design, Theme::Light));
}

void SvgTest::isWellFormedWithUniqueIds() {
    const Design design = test::shop();
    QString problem;
    const QStringList ids = idsOf(svgOf(sceneOf(design, test::shopOverlay()), design, Theme::Light), &problem);
    QCOMPARE(problem, QString());
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
    QVERIFY(ids.contains(QStringLiteral("thing-product-service")));
    QVERIFY(ids.contains(QStringLiteral("thing-f-images")));
}

void SvgTest::hostileNamesAreEscaped() {
    Design design = test::shop();
    Workload workload = *design.workloads.find({"order-service"});
    workload.name = "<script>alert(1)</script> & \"x\" \x01 \xFF";
    design.workloads.put(workload);
    design.header.name = "]]> <b>";
    QString problem;
    const std::string svg = svgOf(sceneOf(design, {}), design, Theme::Light);
    idsOf(svg, &problem);
    QCOMPARE(problem, QString());
    QVERIFY(svg.find("<script>") == std::string::npos);
    QVERIFY(svg.find("&lt;script&gt;") != std::string::npos);
}

void SvgTest::everyPictogramIsDefinedOnce() {
    const Design design = test::shop();
    QXmlStreamReader reader(QByteArray::fromStdString(svgOf(sceneOf(design, {}), design, Theme::Light)));
    std::multiset<QString> defined;
    std::set<QString> used;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement) continue;
        if (reader.name() == QLatin1String("symbol"))
            defined.insert(reader.attributes().value(QLatin1String("id")).toString());
        if (reader.name() == QLatin1String("use"))
            used.insert(reader.attributes().value(QLatin1String("href")).toString().mid(1));
    }
    QVERIFY(used.size() > 10);
    QCOMPARE(defined.size(), used.size());
    for (const QString& name : used) QCOMPARE(defined.count(name), std::size_t{1});
}

void SvgTest::numbersAndNames() {
    QCOMPARE(xmlNumber(12), std::string("12"));
    QCOMPARE(xmlNumber(12.5), std::string("12.5"));
    QCOMPARE(xmlNumber(-0.254), std::string("-0.25"));
    QCOMPARE(xmlNumber(1.05), std::string("1.05"));
    QCOMPARE(xmlNumber(-0.001), std::string("0"));
    QCOMPARE(xmlName("a b_c"), std::string("a_20b_5fc"));
    QCOMPARE(xmlText("a<b>&\"c\""), std::string("a&lt;b&gt;&amp;&quot;c&quot;"));
    QCOMPARE(xmlText("\xC3("), std::string("\uFFFD("));
    QCOMPARE(xmlText("\xED\xA0\x80"), std::string("\uFFFD\uFFFD\uFFFD"));
    QCOMPARE(xmlText("a\nb\tc\x01\uFFFE"), std::string("a\nb\tc\uFFFD\uFFFD"));
    QCOMPARE(xmlText("a\u202eb\u200bc"), std::string("a\uFFFDb\uFFFDc"));
}

QTEST_APPLESS_MAIN(SvgTest)
#include "svg_test.moc"
