#include <QtQml/qqmlextensionplugin.h>
#include <QMetaProperty>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QtTest>

#include <cmath>

#include "qml/theme/tokens.h"

Q_IMPORT_QML_PLUGIN(Gatewright_ThemePlugin)

/// Contrast of two colours as WCAG 2.2 defines it, 1 to 21.
static double contrast(const QColor& one, const QColor& other) {
    const auto light = [](const QColor& colour) {
        const auto linear = [](double part) {
            return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const double first = light(one);
    const double second = light(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

/// JavaScript keeps some words for itself, and QML takes "on..." for a signal handler.
static QString meaningOf(const QString& nameInTheme) {
    if (nameInTheme.endsWith("Path")) return nameInTheme.chopped(4);
    return nameInTheme == "accentInk" ? "onAccent" : nameInTheme;
}

class TokensTest : public QObject {
    Q_OBJECT

private slots:
    void everyColourIsInEveryScheme();
    void themeTakesItsValuesFromTheTokens();
    void textIsReadable();
    void tonesOfLensesAreReadable();
    void fontIsInstalled();
};

void TokensTest::everyColourIsInEveryScheme() {
    const Tokens tokens;
    QVERIFY(tokens.colours().size() > 60);
    for (const QString& meaning : tokens.colours())
        for (const char* scheme : {"light", "dark", "highContrast"})
            QVERIFY2(tokens.colour(meaning, scheme).isValid(), qPrintable(meaning + ' ' + scheme));
    QCOMPARE(tokens.colour("scrim", "light").alpha(), 0x66);
    QVERIFY(!tokens.colour("nothing", "light").isValid());
}

void TokensTest::themeTakesItsValuesFromTheTokens() {
    QQmlEngine engine;
    engine.addImportPath("qrc:/qt/qml");
    QQmlComponent component(&engine);
    component.setData("import QtQuick\nimport Gatewright.Theme\nItem { readonly property var theme: Theme }", {});
    const std::unique_ptr<QObject> item(component.create());
    QVERIFY2(item, qPrintable(component.errorString()));
    QObject* theme = item->property("theme").value<QObject*>();
    const Tokens tokens;
    int colours = 0;
    for (int i = 0; i < theme->metaObject()->propertyCount(); ++i) {
        const QMetaProperty property = theme->metaObject()->property(i);
        if (property.metaType().id() == QMetaType::Double)
            QVERIFY2(property.read(theme).toDouble() > 0, property.name());
        if (property.metaType().id() != QMetaType::QColor) continue;
        ++colours;
        for (const char* scheme : {"light", "dark", "highContrast"}) {
            theme->setProperty("choice", scheme);
            const QColor token = tokens.colour(meaningOf(property.name()), scheme);
            QVERIFY2(token.isValid() && property.read(theme).value<QColor>() == token, property.name());
        }
    }
    QVERIFY(colours > 30);
}

void TokensTest::textIsReadable() {
    const Tokens tokens;
    for (const char* scheme : {"light", "dark", "highContrast"}) {
        const double least = qstrcmp(scheme, "highContrast") == 0 ? 7 : 4.5;
        for (const char* text : {"text", "muted", "faint", "accentText", "error", "warning", "ok", "hint"})
            for (const char* ground : {"surface", "panel"})
                QVERIFY2(contrast(tokens.colour(text, scheme), tokens.colour(ground, scheme)) >= least,
                         qPrintable(QString("%1 on %2, %3").arg(text, ground, scheme)));
    }
}

/// Tags write in the colour of the canvas on a tone; subnets have its soft form behind their name.
void TokensTest::tonesOfLensesAreReadable() {
    const Tokens tokens;
    for (const char* scheme : {"light", "dark", "highContrast"}) {
        const double least = qstrcmp(scheme, "highContrast") == 0 ? 7 : 4.5;
        for (int i = 1; i <= 6; ++i) {
            const QString tone = QString("tone%1").arg(i);
            QVERIFY2(contrast(tokens.colour(tone, scheme), tokens.colour("canvas", scheme)) >= least, qPrintable(tone));
            for (const char* text : {"text", "muted"})
                QVERIFY2(contrast(tokens.colour(text, scheme), tokens.colour(tone + "Soft", scheme)) >= least,
                         qPrintable(tone));
        }
    }
}

void TokensTest::fontIsInstalled() {
    const Tokens tokens;
    QCOMPARE(tokens.font("body").families().first(), "Inter");
    QCOMPARE(tokens.font("body").pointSizeF() * 96 / 72, 12.5);
    QCOMPARE(tokens.font("body", QFont::Medium).weight(), QFont::Medium);
    QCOMPARE(tokens.number("panel/left/default"), 232.0);
}

QTEST_MAIN(TokensTest)
#include "tokens_test.moc"
