#include "tokens.h"

#include <QEvent>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPalette>

#include "resources/embedded.h"

namespace {

bool paletteIsDark() {
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

/// QColor reads "#AARRGGBB", the file says "#RRGGBBAA" as the web does.
QColor colourFrom(const QString& text) {
    if (text.size() != 9) return QColor(text);
    return QColor(QStringLiteral("#") + text.last(2) + text.mid(1, 6));
}

}  // namespace

Tokens::Tokens(QObject* parent) : QObject(parent), systemIsDark_(paletteIsDark()) {
    const std::string_view text = gw::embeddedFile("look/tokens.json");
    tokens_ =
        QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()))).object();
    QGuiApplication::instance()->installEventFilter(this);
}

QColor Tokens::colour(const QString& meaning, const QString& scheme) const {
    return colourFrom(tokens_["color"][scheme][meaning].toString());
}

QStringList Tokens::colours() const {
    return tokens_["color"]["light"].toObject().keys();
}

QFont Tokens::font(const QString& step, int weight) const {
    const QJsonObject type = tokens_["type"][step].toObject();
    QStringList families;
    for (const QJsonValue family : tokens_["font"][step == "mono" ? "mono" : "ui"].toArray())
        families << family.toString();
    QFont font(families);
    // The scale has halves of pixels, which only point sizes can say: 96 pixels are 72 points.
    font.setPointSizeF(type["px"].toDouble() * 72 / 96);
    font.setWeight(static_cast<QFont::Weight>(weight ? weight : type["weight"].toInt(QFont::Normal)));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double Tokens::number(const QString& path) const {
    QJsonValue value = tokens_;
    for (const QString& key : path.split('/')) value = value[key];
    return value.toDouble();
}

bool Tokens::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ApplicationPaletteChange && paletteIsDark() != systemIsDark_) {
        systemIsDark_ = !systemIsDark_;
        emit systemIsDarkChanged();
    }
    return QObject::eventFilter(watched, event);
}
