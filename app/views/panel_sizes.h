#pragma once
#include <QtQml/qqmlregistration.h>
#include <QObject>

namespace gw {

/// How large the panels are: as the user left them, else as fits the window (look.md section 1). Pixels; a kept size
/// below 0 stands for none. The bottom panel has one height, whatever it shows: its tabs stay under the pointer that
/// clicks them, and the canvas keeps its view.
class PanelSizes : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// Whether the window is small, which makes the usual sizes smaller.
    Q_PROPERTY(bool compact MEMBER compact_ NOTIFY changed)
    /// The height that canvas and bottom panel share.
    Q_PROPERTY(double room MEMBER room_ NOTIFY changed)
    Q_PROPERTY(double keptLeft MEMBER keptLeft_ NOTIFY changed)
    Q_PROPERTY(double keptRight MEMBER keptRight_ NOTIFY changed)
    Q_PROPERTY(double keptBottom MEMBER keptBottom_ NOTIFY changed)
    Q_PROPERTY(double left READ left NOTIFY changed)
    Q_PROPERTY(double right READ right NOTIFY changed)
    Q_PROPERTY(double bottom READ bottom NOTIFY changed)

public:
    using QObject::QObject;

    double left() const;
    double right() const;
    double bottom() const;

signals:
    void changed();

private:
    bool compact_ = false;
    double room_ = 0;
    double keptLeft_ = -1;
    double keptRight_ = -1;
    double keptBottom_ = -1;
};

}  // namespace gw
