#pragma once
#include <qqmlintegration.h>
#include <QColor>
#include <QFont>
#include <QJsonObject>
#include <QObject>

/// The values of resources/look/tokens.json, read once: the same file that the canvas and the exports draw by.
class Tokens : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool systemIsDark READ systemIsDark NOTIFY systemIsDarkChanged)

public:
    explicit Tokens(QObject* parent = nullptr);

    /// A colour by its meaning ("surface") in a scheme ("light", "dark", "highContrast"); invalid where there is none.
    Q_INVOKABLE QColor colour(const QString& meaning, const QString& scheme) const;
    /// The names of all colours, sorted.
    QStringList colours() const;
    /// A step of the type scale ("body"), in the first of its families that is installed; `weight` 0 stands for its
    /// own.
    Q_INVOKABLE QFont font(const QString& step, int weight = 0) const;
    /// A number by its path: "size/row", "panel/left/default"; pixels, for motion milliseconds; 0 where there is none.
    Q_INVOKABLE double number(const QString& path) const;

    /// Whether the desktop draws light text on dark windows.
    bool systemIsDark() const { return systemIsDark_; }

signals:
    void systemIsDarkChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QJsonObject tokens_;
    bool systemIsDark_ = false;
};
