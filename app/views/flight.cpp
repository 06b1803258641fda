#include "app/views/flight.h"

#include <cmath>

#include "model/scene/look.h"

namespace gw {

Flight::Flight() {
    animation_.setDuration(static_cast<int>(numberToken("motion.cameraFly")));
    animation_.setEasingCurve(QEasingCurve::InOutCubic);
    animation_.setStartValue(0.0);
    animation_.setEndValue(1.0);
}

void Flight::start(Session& session, const View& to, bool atOnce) {
    animation_.stop();
    QObject::disconnect(step_);
    if (atOnce) {
        session.setView(to.zoom, to.centre);
        return;
    }
    const View from{session.zoom(), session.centre()};
    reached_ = from;
    step_ = QObject::connect(&animation_, &QVariantAnimation::valueChanged, &session,
                             [=, this, &session](const QVariant& at) {
                                 // Whoever looks elsewhere meanwhile, by a key or in the minimap, is not taken back.
                                 if (View{session.zoom(), session.centre()} != reached_) return animation_.stop();
                                 const double share = at.toDouble();
                                 // Each step zooms by the same factor, so that the flight looks even.
                                 if (share >= 1)
                                     session.setView(to.zoom, to.centre);
                                 else
                                     session.setView(from.zoom * std::pow(to.zoom / from.zoom, share),
                                                     from.centre + (to.centre - from.centre) * share);
                                 reached_ = {session.zoom(), session.centre()};
                             });
    animation_.start();
}

}  // namespace gw
