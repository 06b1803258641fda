#pragma once
#include <QPointF>
#include <QVariantAnimation>

#include "app/views/tools/board.h"

namespace gw {

/// Moves the view of a session to another place, in the time that `motion.cameraFly` of the tokens gives, or at once.
/// It ends where the view is changed by anybody else.
class Flight {
public:
    Flight();

    /// A flight under way ends where it is.
    void start(Session& session, const View& to, bool atOnce);
    bool isUnderWay() const { return animation_.state() == QVariantAnimation::Running; }
    void stop() { animation_.stop(); }

private:
    QVariantAnimation animation_;
    QMetaObject::Connection step_;
    View reached_;
};

}  // namespace gw
