#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>

#include "model/check/facts.h"
#include "model/check/rule.h"
#include "model/report/overlay_of.h"
#include "model/scene/look.h"
#include "model/scene/measures.h"
#include "model/scene/outline.h"
#include "model/scene/scene.h"
#include "model/spec/spec.h"
#include "resources/embedded.h"
#include "tests/model/scene/shop.h"
#include "tests/random/random_design.h"
#include "tests/random/rounds.h"

using namespace gw;

namespace {

constexpr const char* samples[] = {"samples/securecart.gatewright.json", "samples/securecart-broken.gatewright.json"};

struct Picture {
    Design design{};
    Overlay overlay{};
    Scene scene{};
};

Picture pictureOf(Design design) {
    const Facts facts(design);
    Overlay overlay = overlayOf(facts, check(facts));
    Scene scene = sceneOf(design, overlay);
    return {std::move(design), std::move(overlay), std::move(scene)};
}

Picture sample(const char* file) {
    auto read = readSpec(embeddedFile(file));
    return pictureOf(read ? *std::move(read) : Design{});
}

/// A level or upright piece of the line of a flow.
struct Piece {
    std::string flow{};
    LineState state = LineState::Private;
    Area area{};
    bool isUpright() const { return area.height > area.width; }
};

std::vector<Piece> piecesOf(const Picture& picture) {
    std::vector<Piece> pieces;
    for (const Item& item : picture.scene.items) {
        if (item.part != PicturePart::Line || item.to != Detail::All) continue;
        const auto flow = picture.overlay.flows.find(Id<Flow>{item.subject.value});
        if (flow == picture.overlay.flows.end()) continue;
        for (const Shape& shape : picture.scene.shapesOf(item)) {
            const auto* path = std::get_if<PathShape>(&shape);
            if (!path || path->stroke.ink == Ink::Canvas) continue;
            for (std::size_t i = 1; i < path->points.size(); ++i) {
                const Spot a = path->points[i - 1];
                const Spot b = path->points[i];
                // Under a sign that it passes, a line may step from one edge to the other.
                if (std::abs(a.x - b.x) > 0.5 && std::abs(a.y - b.y) > 0.5) continue;
                pieces.push_back({item.subject.value,
                                  flow->second.state,
                                  {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)}});
            }
        }
    }
    return pieces;
}

QString text(const Piece& piece) {
    return QString("%1 (%2 %3, %4 x %5)")
        .arg(piece.flow.c_str())
        .arg(piece.area.x)
        .arg(piece.area.y)
        .arg(piece.area.width)
        .arg(piece.area.height);
}

/// How far two pieces run on top of one another.
double sharedBy(const Piece& a, const Piece& b) {
    constexpr double apart = 3;
    if (a.isUpright() != b.isUpright()) return 0;
    const double off = a.isUpright() ? std::abs(a.area.x - b.area.x) : std::abs(a.area.y - b.area.y);
    if (off >= apart) return 0;
    return a.isUpright() ? std::min(a.area.bottom(), b.area.bottom()) - std::max(a.area.y, b.area.y)
                         : std::min(a.area.right(), b.area.right()) - std::max(a.area.x, b.area.x);
}

std::vector<Area> stopSigns(const Scene& scene) {
    std::vector<Area> signs;
    for (const Item& item : scene.items) {
        if (item.part != PicturePart::Sign || item.plane != Plane::States) continue;
        for (const Shape& shape : scene.shapesOf(item))
            if (const auto* circle = std::get_if<CircleShape>(&shape); circle && circle->fill == Ink::Blocked)
                signs.push_back(Area::around(circle->centre, circle->radius, circle->radius));
    }
    return signs;
}

/// The shop with some flows of services that are stopped, each where `stopper` says.
template <class StopperOf>
Picture stopped(int count, StopperOf stopper) {
    Picture picture{test::shop(), test::shopOverlay(), {}};
    for (const Flow& flow : std::vector<Flow>(picture.design.flows.begin(), picture.design.flows.end())) {
        FlowLine& line = picture.overlay.flows.at(flow.id);
        line.state = LineState::Private;
        if (!flow.from.value.ends_with("service")) {
            picture.design.flows.erase(flow.id);
        } else if (count-- > 0) {
            const AnyId at = stopper(flow);
            line = {LineState::Blocked, {}, at, "stops: sg in"};
            if (at != AnyId(flow.from)) line.via = {at};
        }
    }
    picture.scene = sceneOf(picture.design, picture.overlay);
    return picture;
}

void mustLieApart(const std::vector<Area>& signs, const QString& where) {
    for (std::size_t i = 0; i < signs.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) QVERIFY2(!signs[i].overlaps(signs[j]), qPrintable(where));
}

}  // namespace

/// Lines of flows beside each other, beside frames and at what stops them.
class LinesTest : public QObject {
    Q_OBJECT

private slots:
    void linesOfSeveralStatesRunSideBySide() {
        for (const char* file : samples) {
            const Picture picture = sample(file);
            const auto pieces = piecesOf(picture);
            QVERIFY(pieces.size() > 40);
            for (const Piece& a : pieces)
                for (const Piece& b : pieces)
                    QVERIFY2(a.state == b.state || sharedBy(a, b) <= 8,
                             qPrintable(QString("%1: %2 on %3").arg(file, text(a), text(b))));
        }
    }

    /// What two lines of one gate share in the gutter and before the services is shared by lines of one state alone.
    void linesOfAnyStatesRunSideBySide() {
        const Design design = test::shop();
        constexpr LineState states[] = {LineState::Private, LineState::Public, LineState::Unknown, LineState::Partial};
        for (std::size_t seed = 0; seed < static_cast<std::size_t>(rounds(24)); ++seed) {
            Overlay overlay = test::shopOverlay();
            std::size_t n = seed;
            for (auto& [id, line] : overlay.flows)
                if (line.state == LineState::Private) line.state = states[(n = n * 7 + 3) % 4];
            const Picture picture{design, overlay, sceneOf(design, overlay)};
            const auto pieces = piecesOf(picture);
            for (const Piece& a : pieces)
                for (const Piece& b : pieces)
                    QVERIFY2(a.state == b.state || sharedBy(a, b) <= 8,
                             qPrintable(QString("%1: %2 on %3").arg(seed).arg(text(a), text(b))));
        }
    }

    void dashesOfLinesThatShareAWayFallTogether() {
        const Picture picture = sample(samples[1]);
        std::map<std::pair<double, double>, std::set<long>> phases;
        for (const Item& item : picture.scene.items) {
            if (item.part != PicturePart::Line || item.to != Detail::All) continue;
            const auto flow = picture.overlay.flows.find(Id<Flow>{item.subject.value});
            if (flow == picture.overlay.flows.end() || flow->second.state != LineState::Public) continue;
            for (const Shape& shape : picture.scene.shapesOf(item)) {
                const auto* path = std::get_if<PathShape>(&shape);
                if (!path || path->stroke.dash != Dash::Public) continue;
                double period = 0;
                for (const double length : dashOf(path->stroke.dash)) period += length;
                // Where each of them turns above the VPC.
                for (std::size_t i = 1; i + 1 < path->points.size(); ++i) {
                    if (path->points[i].y >= 66) continue;
                    const double at = lengthUpTo(*path, i) - path->dashFrom;
                    phases[{path->points[i].x, path->points[i].y}].insert(std::lround(std::fmod(at, period)));
                }
            }
        }
        QVERIFY(phases.size() >= 4);
        for (const auto& [corner, starts] : phases) QCOMPARE(starts.size(), std::size_t{1});
    }

    void linesOfOneStateToOneGateShareALane() {
        const Picture picture = sample(samples[0]);
        std::map<std::string, std::set<long>> lanes;
        const double border = picture.scene.bodyOf(picture.design.vpcs.begin()->id)->bounds.right();
        for (const Piece& piece : piecesOf(picture)) {
            const FlowLine& line = picture.overlay.flows.at({piece.flow});
            if (line.via.size() == 1 && piece.isUpright() && piece.area.height > 1 && piece.area.x < border)
                lanes[line.via.front().value].insert(std::lround(piece.area.x));
        }
        QVERIFY(lanes.size() > 4);
        for (const auto& [gate, xs] : lanes) QVERIFY2(xs.size() == 1, gate.c_str());
    }

    void noTwoStopSignsOverlap() {
        enum class At { Gate, Caller, Card };
        for (const At at : {At::Gate, At::Caller, At::Card})
            for (const int count : {1, 2, 5, 7}) {
                const Picture picture = stopped(count, [&](const Flow& flow) {
                    return at == At::Gate   ? AnyId("vpce-secrets")
                           : at == At::Card ? AnyId("orders-db")
                                            : AnyId(flow.from);
                });
                const auto signs = stopSigns(picture.scene);
                QCOMPARE(signs.size(), static_cast<std::size_t>(count));
                mustLieApart(signs, QString("%1 at %2").arg(count).arg(static_cast<int>(at)));
            }
        for (int seed = 0; seed < rounds(12); ++seed)
            mustLieApart(stopSigns(pictureOf(randomDesign(static_cast<std::uint64_t>(900 + seed))).scene),
                         QString::number(seed));
    }

    void lanesKeepOffTheBordersOfFrames() {
        for (const char* file : samples) {
            const Picture picture = sample(file);
            const Area vpc = picture.scene.bodyOf(picture.design.vpcs.begin()->id)->bounds;
            double zones = 0;
            for (const AvailabilityZone& zone : picture.design.availabilityZones)
                zones = std::max(zones, picture.scene.bodyOf(zone.id)->bounds.right());
            for (const Piece& piece : piecesOf(picture)) {
                const double x = piece.area.x;
                if (!piece.isUpright() || piece.area.height < 24 || x < zones || vpc.right() + 40 < x) continue;
                QVERIFY2(x >= zones + size::besideBorder && std::abs(vpc.right() - x) >= size::besideBorder,
                         qPrintable(QString("%1 at %2").arg(piece.flow.c_str()).arg(x)));
            }
        }
    }

    void linesPassBesideTheNamesOfSigns() {
        for (const char* file : samples) {
            const Picture picture = sample(file);
            for (const Item& name : picture.scene.items) {
                if (name.part != PicturePart::Label || !find(picture.design, Id<Endpoint>{name.subject.value}))
                    continue;
                if (name.to != Detail::All) continue;
                // The strip behind the words is a little wider than those.
                for (const Piece& piece : piecesOf(picture))
                    QVERIFY2(!piece.area.grown(1).overlaps(name.bounds.grown(2)) || !piece.isUpright(),
                             qPrintable(QString("%1 through %2").arg(piece.flow.c_str(), name.subject.value.c_str())));
            }
        }
    }

    void wordsCoverNoFrameOfASubnet() {
        for (const char* file : samples) {
            const Picture picture = sample(file);
            for (const Item& pill : picture.scene.items) {
                if (pill.part != PicturePart::Pill) continue;
                for (const Item& item : picture.scene.items) {
                    const bool isSubnet =
                        item.part == PicturePart::Body && find(picture.design, Id<Subnet>{item.subject.value});
                    const bool isName = item.part == PicturePart::Label && item.to == Detail::All;
                    if (isSubnet)
                        QVERIFY2(item.bounds.contains(pill.bounds) || !item.bounds.overlaps(pill.bounds),
                                 (pill.subject.value + " on " + item.subject.value).c_str());
                    if (isName)
                        QVERIFY2(!item.bounds.overlaps(pill.bounds),
                                 (pill.subject.value + " on " + item.subject.value).c_str());
                }
            }
        }
    }

    void dotsOfInterfacesLieInsideTheirSubnets() {
        int dots = 0;
        for (int seed = 0; seed < rounds(40); ++seed) {
            const Design design = randomDesign(static_cast<std::uint64_t>(3000 + seed));
            const Scene scene = sceneOf(design, {});
            for (const Item& item : scene.items) {
                if (item.part != PicturePart::Interface || item.from != Detail::Names) continue;
                ++dots;
                bool isInside = false;
                for (const Subnet& subnet : design.subnets)
                    if (const Item* body = scene.bodyOf(subnet.id)) isInside |= body->bounds.contains(item.bounds);
                QVERIFY2(isInside, qPrintable(QString("%1: %2").arg(seed).arg(item.subject.value.c_str())));
            }
        }
        QVERIFY(dots > 20);
    }
};

QTEST_APPLESS_MAIN(LinesTest)
#include "lines_test.moc"
