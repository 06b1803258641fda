#pragma once
#include <qqmlintegration.h>
#include <QObject>
#include <QUrl>

#include "app/views/session.h"

namespace gw {

/// Writes what is on the screen to files.
class Exporter : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(gw::Session* session MEMBER session_)
    /// Endings of the formats, as `format` names them.
    Q_PROPERTY(QStringList formats READ formats CONSTANT)
    /// What the formats are called, in the same order.
    Q_PROPERTY(QStringList formatNames READ formatNames CONSTANT)

public:
    using QObject::QObject;

    QStringList formats() const;
    QStringList formatNames() const;
    /// Writes the design in the format ("svg", "png", "pdf", "json") to `file`; pictures in the colours of a scheme
    /// ("light", "dark", "highContrast"), PNG at `scale` pixels for each pixel at 100 %. Tells the user how it
    /// went.
    Q_INVOKABLE void write(const QUrl& file, const QString& format, const QString& scheme, double scale) const;

private:
    Session* session_ = nullptr;
};

}  // namespace gw
