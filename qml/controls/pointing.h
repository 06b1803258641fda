#pragma once
#include <qqmlintegration.h>
#include <QObject>
#include <QPointF>

/// Whether the pointer points at things: from a key, a press or the end of a drag on it only rests where it was left,
/// until it is moved again.
class Pointing : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool active READ isActive NOTIFY activeChanged)

public:
    explicit Pointing(QObject* parent = nullptr);

    bool isActive() const { return active_; }

signals:
    void activeChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setActive(bool active);

    bool active_ = true;
    /// Where the pointer was last seen, and where it was left; pixels of the screen.
    QPointF at_;
    QPointF left_;
};
