#pragma once
#include <QCoreApplication>
#include <QStandardPaths>

namespace gw {

/// Keeps what a test remembers apart from the user's settings, and from those of each test that runs beside it.
inline void useOwnSettings() {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName("gatewright-test");
    QCoreApplication::setApplicationName(QString::number(QCoreApplication::applicationPid()));
}

}  // namespace gw
