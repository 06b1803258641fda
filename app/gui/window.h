#pragma once
#include <QUrl>

class QQmlApplicationEngine;
class QQuickWindow;

namespace gw {

/// The window of the program with that file in it, or the SecureCart sample where none is named. The engine keeps it.
/// nullptr where the QML cannot be loaded; the engine has said why.
QQuickWindow* openWindow(QQmlApplicationEngine& engine, const QUrl& file = {});

}  // namespace gw
