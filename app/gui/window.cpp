#include "app/gui/window.h"

#include <QtQml/qqmlextensionplugin.h>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

// The modules are linked in. Nothing but these lines asks for them.
Q_IMPORT_QML_PLUGIN(Gatewright_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_ViewsPlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_CanvasPlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_PanelsPlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_MainPlugin)

namespace gw {

QQuickWindow* openWindow(QQmlApplicationEngine& engine, const QUrl& file) {
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.setInitialProperties({{QStringLiteral("initialFile"), file}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Gatewright/Main/Main.qml")));
    return engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().first());
}

}  // namespace gw
