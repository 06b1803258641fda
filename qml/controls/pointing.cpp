#include "pointing.h"

#include <QGuiApplication>
#include <QMouseEvent>
#include <QWindow>

namespace {

/// A hand on the mouse is never quite still, pixels.
constexpr double jitter = 6;

}  // namespace

Pointing::Pointing(QObject* parent) : QObject(parent) {
    QGuiApplication::instance()->installEventFilter(this);
}

void Pointing::setActive(bool active) {
    if (!active) left_ = at_;
    if (active == active_) return;
    active_ = active;
    emit activeChanged();
}

bool Pointing::eventFilter(QObject* watched, QEvent* event) {
    // Every event comes by the window once, and by items as often as they hand it on.
    if (!watched->isWindowType()) return false;
    switch (event->type()) {
        case QEvent::KeyPress:
        case QEvent::Wheel:
            setActive(false);
            break;
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonRelease:
            at_ = static_cast<QMouseEvent*>(event)->globalPosition();
            setActive(false);
            break;
        case QEvent::MouseMove: {
            const auto* mouse = static_cast<QMouseEvent*>(event);
            at_ = mouse->globalPosition();
            if (mouse->buttons() == Qt::NoButton && (at_ - left_).manhattanLength() > jitter) setActive(true);
            break;
        }
        default:
            break;
    }
    return false;
}
