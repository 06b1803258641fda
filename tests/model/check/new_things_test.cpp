#include <QtTest>

#include "model/check/rule.h"
#include "model/edit/palette.h"

using namespace gw;

/// What a person drags from the palette is as AWS takes it: no error but of what is left to the person to say.
class NewThingsTest : public QObject {
    Q_OBJECT

private slots:
    void whatThePaletteAddsIsNoError_data();
    void whatThePaletteAddsIsNoError();
};

namespace {

void drop(Design& design, const PaletteItem& item, std::span<const AnyId> frames) {
    const auto frame = frameFor(design, item, frames);
    if (!frame) qFatal("%s: %s", item.key.data(), frame.error().message.c_str());
    auto after = apply(edits::addThing(std::string(item.key), newIdFor(design, item), *frame, {320, 290}), design);
    if (!after) qFatal("%s: %s", item.key.data(), after.error().message.c_str());
    design = *std::move(after);
}

}  // namespace

void NewThingsTest::whatThePaletteAddsIsNoError_data() {
    QTest::addColumn<QString>("key");
    for (const PaletteItem& item : palette()) QTest::newRow(item.key.data()) << QString(item.key.data());
}

void NewThingsTest::whatThePaletteAddsIsNoError() {
    QFETCH(QString, key);
    Design design;
    drop(design, *paletteItem("vpc"), {});
    const std::array region{AnyId("region")};
    drop(design, *paletteItem("vpc"), region);
    drop(design, *paletteItem("subnet"), std::array{AnyId("vpc")});
    const std::array frames{AnyId("subnet"), AnyId("vpc"), AnyId("region")};
    const PaletteItem& item = *paletteItem(key.toStdString());
    drop(design, item, item.place == Place::BesideVpcs ? std::span<const AnyId>(region) : frames);
    // An internet gateway, a service, the calls of a cluster, a second zone, whoever may call an API.
    const std::set<std::string_view> leftToSay{"RTE009", "VPE027", "DEP008", "RES005", "API001"};
    const Facts facts(design);
    for (const Diagnostic& each : check(facts))
        QVERIFY2(leftToSay.contains(each.rule->code) || each.finding->severity != Severity::Error,
                 (std::string(each.rule->code) + " " + each.finding->message).c_str());
}

QTEST_APPLESS_MAIN(NewThingsTest)
#include "new_things_test.moc"
