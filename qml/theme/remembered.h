#pragma once
#include <qqmlintegration.h>
#include <QObject>
#include <QQmlParserStatus>
#include <QVariant>

/// One value that outlives the program: the size of a panel, the chosen colours. Kept in the user's settings under
/// `key`.
class Remembered : public QObject, public QQmlParserStatus {
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(QString key MEMBER key_ REQUIRED)
    /// What stands where nothing was kept; its type is the type of `value`.
    Q_PROPERTY(QVariant fallback MEMBER fallback_ REQUIRED)
    Q_PROPERTY(QVariant value READ value WRITE setValue NOTIFY valueChanged)

public:
    using QObject::QObject;

    QVariant value() const { return value_; }
    void setValue(const QVariant& value);
    void classBegin() override {}
    void componentComplete() override;

signals:
    void valueChanged();

private:
    QString key_;
    QVariant fallback_;
    QVariant value_;
};
