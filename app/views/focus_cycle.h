#pragma once
#include <QtQml/qqmlregistration.h>
#include <QQuickItem>

namespace gw {

/// Moves the focus of the keyboard from one region of the window to the next, as F6 does; hidden regions and those that
/// take no focus are passed over.
class FocusCycle : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQmlListProperty<QQuickItem> regions READ regions CONSTANT)

public:
    using QObject::QObject;

    QQmlListProperty<QQuickItem> regions() { return {this, &regions_}; }

    /// `step` is 1 for the next region, -1 for the one before.
    Q_INVOKABLE void go(int step);

private:
    /// Index of the region that holds the item; -1 where none does.
    int regionOf(const QQuickItem* item) const;

    QList<QQuickItem*> regions_;
};

}  // namespace gw
