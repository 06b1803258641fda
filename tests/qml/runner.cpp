#include <QtQml/qqmlextensionplugin.h>
#include <QtQuickTest/quicktest.h>
#include <QDir>
#include <QQmlContext>
#include <QQmlEngine>

#include "tests/qml/own_settings.h"
#include PLUGINS

/// What every QML test needs: our modules on the import path, settings of its own, and a place for pictures.
class Setup : public QObject {
    Q_OBJECT

public slots:
    void applicationAvailable() {
        gw::useOwnSettings();
        QDir().mkpath(PICTURES_DIR);
    }
    void qmlEngineAvailable(QQmlEngine* engine) {
        engine->addImportPath("qrc:/qt/qml");
        engine->rootContext()->setContextProperty("picturesDir", PICTURES_DIR);
    }
};

QUICK_TEST_MAIN_WITH_SETUP(gatewright, Setup)

#include "runner.moc"
