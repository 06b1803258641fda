#pragma once
#include <qqmlintegration.h>
#include <QObject>
#include <QStringList>

/// The user guide of resources/guide: pages in Markdown.
class Guide : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QStringList titles READ titles CONSTANT)

public:
    using QObject::QObject;

    QStringList titles() const;
    /// Empty where there is no such page.
    Q_INVOKABLE QString page(int at) const;
};
