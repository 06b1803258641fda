#include <QGuiApplication>
#include <QMouseEvent>
#include <QQuickWindow>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <vector>

#include "app/views/canvas_item.h"
#include "tests/bench/large_design.h"

/// Frames of the canvas in milliseconds, from the input to the painted window: canvas_bench [things] [frames].
/// Software backend, 1920x1080; run with QT_QPA_PLATFORM=offscreen.
namespace {

using namespace gw;

class Bench {
public:
    explicit Bench(int things) {
        document_.replace(test::largeDesign(things));
        session_.setDocument(&document_);
        window_.resize(1920, 1080);
        canvas_.setParentItem(window_.contentItem());
        canvas_.setReducedMotion(true);
        canvas_.setSession(&session_);
        canvas_.setSize({1920, 1080});
        window_.show();
        while (document_.isJudging()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        frame();
        // A large picture is drawn beside; before it is there, a frame costs nothing.
        while (canvas_.board().draughtsman().isBehind()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        frame();
        if (canvas_.board().scene().shapes.empty()) qFatal("nothing is drawn");
        std::printf("%zu things, %zu flows, %zu findings, %zu shapes\n", document_.design().placements.size(),
                    document_.design().flows.size(), document_.judgement()->diagnostics().size(),
                    canvas_.board().scene().shapes.size());
        std::printf("%-22s %8s %8s %8s\n", "", "median", "p95", "worst");
    }

    Session& session() { return session_; }
    Document& document() { return document_; }
    CanvasItem& canvas() { return canvas_; }

    void view(double zoom) {
        const Spot centre = canvas_.board().scene().bounds.centre();
        session_.setView(zoom, {centre.x, centre.y});
        frame();
    }
    void mouse(QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons buttons) {
        QMouseEvent event(type, at, window_.mapToGlobal(at), button, buttons, Qt::NoModifier);
        QCoreApplication::sendEvent(&window_, &event);
    }
    /// Paints what has changed, without waiting for the display.
    void frame() {
        QEvent event(QEvent::UpdateRequest);
        QCoreApplication::sendEvent(&window_, &event);
    }
    void measure(const char* name, int frames, const std::function<void(int)>& step) {
        std::vector<double> times;
        for (int i = 0; i < frames; ++i) {
            const auto start = std::chrono::steady_clock::now();
            step(i);
            frame();
            times.push_back(
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        }
        std::ranges::sort(times);
        std::printf("%-22s %8.1f %8.1f %8.1f\n", name, times[times.size() / 2], times[times.size() * 95 / 100],
                    times.back());
    }

private:
    Document document_;
    Session session_;
    QQuickWindow window_;
    CanvasItem canvas_;
};

void drag(Bench& bench, const char* name, const std::string& id, double zoom, int frames) {
    bench.view(zoom);
    const Placement* placed = bench.document().design().placements.find({id});
    const Point centre = placed->box().centre();
    bench.session().setView(zoom, QPointF(centre.x, centre.y));
    bench.frame();
    const QPointF from(960, 540);
    bench.mouse(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
    bench.measure(name, frames, [&](int i) {
        bench.mouse(QEvent::MouseMove, from + QPointF(8 + i % 40 * 2, i % 7), Qt::NoButton, Qt::LeftButton);
    });
    bench.mouse(QEvent::MouseButtonRelease, from, Qt::LeftButton, Qt::NoButton);
    bench.document().undo();
}

}  // namespace

int main(int argc, char* argv[]) {
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    const QGuiApplication app(argc, argv);
    const int things = argc > 1 ? std::atoi(argv[1]) : 5000;
    const int frames = argc > 2 ? std::atoi(argv[2]) : 200;
    Bench bench(things);
    Session& session = bench.session();
    const Area all = bench.canvas().board().scene().bounds;
    const double fit = std::min(1920 / all.width, 1080 / all.height);
    for (const auto& [name, zoom] : {std::pair{"pan at 100 %", 1.0}, {"pan at 50 %", 0.5}, {"pan at fit", fit}}) {
        bench.view(zoom);
        bench.measure(name, frames, [&](int i) {
            const QPointF by(i / 50 % 2 == 0 ? 11 : -11, i / 25 % 2 == 0 ? 5 : -5);
            session.setView(session.zoom(), session.centre() + by / session.zoom());
        });
    }
    bench.view(fit);
    bench.measure("zoom, fit to 200 %", frames, [&](int i) {
        const double share = 1 - std::fabs(2.0 * i / frames - 1);
        session.setView(fit * std::pow(2 / fit, share), session.centre());
    });
    const std::string app1 = bench.document().design().workloads.begin()->id.value;
    drag(bench, "drag a card, 100 %", app1, 1.0, frames);
    drag(bench, "drag a card, fit", app1, fit, frames);
    drag(bench, "drag a VPC, 50 %", bench.document().design().vpcs.begin()->id.value, 0.5, frames);
    return 0;
}
