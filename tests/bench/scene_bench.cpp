#include <QGuiApplication>
#include <QPainter>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "app/render/painter.h"
#include "model/report/overlay_of.h"
#include "tests/bench/large_design.h"

using namespace gw;

namespace {

constexpr int repeats = 15;

/// Runs `work` some times and tells the median in milliseconds.
template <class Work>
void measure(const char* what, Work work) {
    std::vector<double> times;
    for (int i = 0; i < repeats; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work(i);
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::ranges::nth_element(times, times.begin() + repeats / 2);
    std::printf("%-34s %8.2f ms\n", what, times[repeats / 2]);
}

}  // namespace

/// Figures, not a test: what it costs to make and to paint the scene of a large design. Run it from a release build:
///     scene_bench [things]
int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const int things = argc > 1 ? std::atoi(argv[1]) : 5000;
    Design design = test::largeDesign(things);
    const Overlay overlay = test::largeOverlay(design);
    Scene scene = sceneOf(design, overlay);
    std::printf("%zu things, %zu flows, %zu items, %zu shapes\n", design.placements.size(), design.flows.size(),
                scene.items.size(), scene.shapes.size());
    measure("scene of the design", [&](int) { scene = sceneOf(design, overlay); });
    {
        const Facts facts(design);
        for (const auto& lens : namesOf(Lens{}))
            measure(("overlay, lens " + std::string(lens.name)).c_str(),
                    [&](int) { overlayOf(facts, {}, {lens.value}); });
        measure("what if a zone is down", [&](int) {
            const auto answer = whatIf(design, facts.traces(),
                                       {{Supposition::Kind::ZoneDown, AnyId(design.availabilityZones.begin()->id)}});
        });
    }
    measure("hit index", [&](int) { HitIndex index(scene); });
    const HitIndex index(scene);

    QImage image(1400, 860, QImage::Format_ARGB32_Premultiplied);
    ScenePainter painter;
    const auto frame = [&](const Scene& shown, const HitIndex& hits, Spot origin, double zoom) {
        image.fill(Qt::white);
        QPainter onImage(&image);
        painter.paint(onImage, shown,
                      {origin, zoom, {origin.x, origin.y, 1400 / zoom, 860 / zoom}, Theme::Light, detailAt(zoom)},
                      &hits);
    };
    const double fit = std::min(1400 / scene.bounds.width, 860 / scene.bounds.height);
    const Spot corner{scene.bounds.x, scene.bounds.y};
    measure("frame, pan at 100 %", [&](int i) { frame(scene, index, {corner.x + i * 37.0, corner.y + i * 23.0}, 1); });
    measure("frame, pan at 50 %", [&](int i) { frame(scene, index, {corner.x + i * 37.0, corner.y + i * 23.0}, 0.5); });
    measure("frame, pan at 25 %", [&](int i) {
        frame(scene, index, {corner.x + i * 37.0, corner.y + i * 23.0}, 0.25);
    });
    measure("frame, all in sight", [&](int) { frame(scene, index, corner, fit); });
    measure("frame, zoom from fit to 200 %",
            [&](int i) { frame(scene, index, corner, fit + (2 - fit) * i / repeats); });
    measure("drag: scene, hit index and frame", [&](int i) {
        Placement moved = *design.placements.find({"service-0-0"});
        moved.y += i % 2;
        design.placements.put(moved);
        const Scene dragged = sceneOf(design, overlay);
        frame(dragged, HitIndex(dragged), corner, 1);
    });
}
