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
    step_ =
        QObject::connect(&animation_, &QVariantAnimation::valueChanged, &session, [=, &session](const QVariant& at) {
            const double share = at.toDouble();
            if (share >= 1) return session.setView(to.zoom, to.centre);
            // Each step zooms by the same factor, so that the flight looks even.
            session.setView(from.zoom * std::pow(to.zoom / from.zoom, share),
                            from.centre + (to.centre - from.centre) * share);
        });
    animation_.start();
}

}  // namespace gw
