#include <QtTest>

#include <cmath>
#include <map>
#include <set>

#include "model/check/facts.h"
#include "model/check/rule.h"
#include "model/report/overlay_of.h"
#include "model/scene/measures.h"
#include "model/scene/metrics.h"
#include "model/scene/scene.h"
#include "model/spec/spec.h"
#include "resources/embedded.h"

using namespace gw;

/// The samples are drawn as they are shown: judged, with every flow on its way.
class SamplesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data();
    void everyFlowBetweenDrawnThingsHasALine();
    void noLineCrossesACardItDoesNotBelongTo();
    void endpointsStandOnTheBorderOfTheirVpc();
    void namesOfEndpointsMeetNoCardAtAnyZoom();
    void whatStandsAloneFromAfarTellsThingsApart();
    void namesAreWholeFromAfar();
    void wordsOfFramesStayInside();
    void wordsOnLinesTouchNoOthers();
    void linesOfSeveralKindsHaveTracksOfTheirOwn();

private:
    static Design design();
    static Scene scene(const Design& design);
};

void SamplesTest::initTestCase_data() {
    QTest::addColumn<QString>("file");
    for (const char* name : {"securecart", "securecart-broken"})
        QTest::newRow(name) << QStringLiteral("samples/%1.gatewright.json").arg(QLatin1String(name));
}

Design SamplesTest::design() {
    QFETCH_GLOBAL(QString, file);
    auto read = readSpec(embeddedFile(file.toStdString()));
    return read ? *std::move(read) : Design{};
}

Scene SamplesTest::scene(const Design& design) {
    const Facts facts(design);
    return sceneOf(design, overlayOf(facts, check(facts)));
}

namespace {

const PathShape* pathOf(const Scene& scene, const AnyId& flow) {
    for (const Item& item : scene.items) {
        if (item.part != PicturePart::Line || item.subject != flow || item.to != Detail::All) continue;
        for (const Shape& shape : scene.shapesOf(item))
            if (const auto* path = std::get_if<PathShape>(&shape); path && path->stroke.ink != Ink::Canvas) return path;
    }
    return nullptr;
}

}  // namespace

void SamplesTest::everyFlowBetweenDrawnThingsHasALine() {
    const Design sample = design();
    const Scene picture = scene(sample);
    int lines = 0;
    for (const Flow& flow : sample.flows) {
        const bool drawn = picture.bodyOf(flow.from) && picture.bodyOf(flow.to);
        // What is blocked on purpose shows in the Security lens alone.
        if (pathOf(picture, flow.id)) ++lines;
        QVERIFY2(drawn || !pathOf(picture, flow.id), flow.id.value.c_str());
        QVERIFY2(!drawn || pathOf(picture, flow.id) || flow.intent == FlowIntent::Blocked, flow.id.value.c_str());
    }
    QVERIFY(lines > 15);
}

void SamplesTest::noLineCrossesACardItDoesNotBelongTo() {
    const Design sample = design();
    const Scene picture = scene(sample);
    for (const Flow& flow : sample.flows) {
        const PathShape* path = pathOf(picture, flow.id);
        if (!path) continue;
        for (const Item& body : picture.items) {
            if (body.part != PicturePart::Body || body.standing != Standing::Card) continue;
            if (body.subject == AnyId(flow.from) || body.subject == AnyId(flow.to)) continue;
            for (std::size_t i = 1; i < path->points.size(); ++i) {
                const Spot a = path->points[i - 1];
                const Spot b = path->points[i];
                const Area piece{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
                QVERIFY2(!piece.overlaps(body.bounds), (flow.id.value + " crosses " + body.subject.value).c_str());
            }
        }
    }
}

void SamplesTest::endpointsStandOnTheBorderOfTheirVpc() {
    const Design sample = design();
    const Scene picture = scene(sample);
    QVERIFY(!sample.endpoints.empty());
    for (const Endpoint& endpoint : sample.endpoints) {
        const Item* body = picture.bodyOf(endpoint.id);
        QVERIFY2(body, endpoint.id.value.c_str());
        QCOMPARE(body->bounds.centre().x, picture.bodyOf(endpoint.vpc)->bounds.right());
    }
}

void SamplesTest::namesOfEndpointsMeetNoCardAtAnyZoom() {
    Design sample = design();
    // Once more with a service close beside an endpoint, where people put it.
    const Endpoint& near = *sample.endpoints.begin();
    const Box sign = sample.placements.find({near.id.value})->box();
    ServiceResource close;
    close.id = {"close"};
    close.service = "s3";
    sample.resources.put(close);
    Placement placement;
    placement.id = {"close"};
    placement.x = sign.x + sign.width + 50;
    placement.y = sign.y - 30;
    placement.width = 160;
    placement.height = 60;
    sample.placements.put(placement);
    const Scene picture = scene(sample);
    int names = 0;
    for (const double zoom : {1.0, 0.8, 0.6, 0.5, 0.41})
        for (const Item& item : picture.items) {
            if (item.part != PicturePart::Label || !find(sample, Id<Endpoint>{item.subject.value})) continue;
            const auto& text = std::get<TextShape>(picture.shapesOf(item).front());
            const FittedText shown = fittedAt(text, zoom);
            const double width = widthOf(shown.words, text.style) * shown.growth;
            const double height = text.style.size * shown.growth * 0.7;
            const Area area{text.anchor == Anchor::End ? text.at.x - width : text.at.x, text.at.y - height, width,
                            height};
            for (const Item& body : picture.items)
                if (body.part == PicturePart::Body && body.standing == Standing::Card)
                    QVERIFY2(!area.overlaps(body.bounds),
                             qPrintable(QString("%1 meets %2 at %3")
                                            .arg(item.subject.value.c_str(), body.subject.value.c_str())
                                            .arg(zoom)));
            ++names;
        }
    QVERIFY(names >= 5 * static_cast<int>(sample.endpoints.size()));
}

void SamplesTest::whatStandsAloneFromAfarTellsThingsApart() {
    const Design sample = design();
    const Scene picture = scene(sample);
    for (const double zoom : {0.7, 0.5, 0.41}) {
        QCOMPARE(detailAt(zoom), Detail::Names);
        std::map<std::string, std::string> told;
        for (const Item& item : picture.items) {
            const AnyId& id = item.subject;
            const bool named = (item.part == PicturePart::Sign && find(sample, Id<ServiceResource>{id.value})) ||
                               (item.part == PicturePart::Label && find(sample, Id<Endpoint>{id.value}));
            if (!named || Detail::Names < item.from || item.to < Detail::Names) continue;
            // A name may take two lines.
            std::string words;
            for (const Shape& shape : picture.shapesOf(item))
                if (const auto* text = std::get_if<TextShape>(&shape)) words += fittedAt(*text, zoom).words + " ";
            if (words.empty()) continue;
            const auto [at, isNew] = told.emplace(words, id.value);
            QVERIFY2(isNew, qPrintable(QString("%1 and %2 both say %3 at %4")
                                           .arg(id.value.c_str(), at->second.c_str(), at->first.c_str())
                                           .arg(zoom)));
        }
        QVERIFY(told.size() > 12);
    }
}

void SamplesTest::namesAreWholeFromAfar() {
    const Design sample = design();
    const Scene picture = scene(sample);
    for (const double zoom : {0.6, 0.45}) {
        int names = 0;
        int cut = 0;
        for (const Item& item : picture.items) {
            if (Detail::Names < item.from || item.to < Detail::Names) continue;
            const bool isNamed =
                (item.part == PicturePart::Sign && find(sample, Id<ServiceResource>{item.subject.value})) ||
                (item.part == PicturePart::Label && find(sample, Id<Endpoint>{item.subject.value}));
            for (const Shape& shape : picture.shapesOf(item)) {
                const auto* text = std::get_if<TextShape>(&shape);
                if (!text) continue;
                const FittedText shown = fittedAt(*text, zoom);
                QVERIFY(shown.growth * text->style.size * zoom >= size::leastReadable - 0.01);
                if (!isNamed) continue;
                ++names;
                cut += shown.words == text->text ? 0 : 1;
                QVERIFY2(zoom < 0.6 || shown.words == text->text, shown.words.c_str());
            }
        }
        // From further off a card has no room for a long word.
        QVERIFY2(cut <= 5, qPrintable(QString::number(cut)));
        QVERIFY(names > 12);
    }
}

void SamplesTest::wordsOfFramesStayInside() {
    const Scene picture = scene(design());
    for (const Item& item : picture.items) {
        if (item.part != PicturePart::Label || item.plane != Plane::Frames || item.to != Detail::All) continue;
        if (const Item* frame = picture.bodyOf(item.subject))
            QVERIFY2(frame->bounds.contains(item.bounds), item.subject.value.c_str());
    }
}

void SamplesTest::wordsOnLinesTouchNoOthers() {
    const Scene picture = scene(design());
    std::vector<Area> pills;
    for (const Item& item : picture.items) {
        if (item.part != PicturePart::Pill) continue;
        for (const Area& other : pills) QVERIFY2(!other.overlaps(item.bounds), item.subject.value.c_str());
        pills.push_back(item.bounds);
        for (const Item& label : picture.items)
            if (label.part == PicturePart::Label && label.plane == Plane::Frames && label.to == Detail::All)
                QVERIFY2(!label.bounds.overlaps(item.bounds), label.subject.value.c_str());
    }
}

void SamplesTest::linesOfSeveralKindsHaveTracksOfTheirOwn() {
    const Design sample = design();
    const Facts facts(sample);
    const Overlay overlay = overlayOf(facts, check(facts));
    const Scene picture = sceneOf(sample, overlay);
    const double top = picture.bodyOf(sample.vpcs.begin()->id)->bounds.y;
    std::map<long, std::set<std::pair<LineState, std::string>>> kindsAt;
    for (const Flow& flow : sample.flows) {
        const PathShape* path = pathOf(picture, flow.id);
        const FlowLine& line = overlay.flows.at(flow.id);
        for (std::size_t i = 1; path && i < path->points.size(); ++i)
            if (path->points[i].y == path->points[i - 1].y && path->points[i].y < top)
                kindsAt[std::lround(path->points[i].y)].emplace(line.state, line.pill);
    }
    QVERIFY(!kindsAt.empty());
    for (const auto& [y, kinds] : kindsAt) QCOMPARE(kinds.size(), std::size_t{1});
}

QTEST_APPLESS_MAIN(SamplesTest)
#include "samples_test.moc"
