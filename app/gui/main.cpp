#include <QApplication>
#include <QCommandLineParser>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QUrl>

#include "app/gui/window.h"
#include "app/views/accessible_canvas.h"
#include "model/core/version.h"

/// Opens the file given, or the SecureCart sample.
int main(int argc, char* argv[]) {
    // The picture is painted by QPainter whatever draws the window, so the software backend is as fast and starts
    // sooner. QT_QUICK_BACKEND chooses another.
    if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND")) QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    QApplication::setOrganizationName(QStringLiteral("gatewright"));
    QApplication::setApplicationName(QStringLiteral("gatewright"));
    QApplication::setApplicationDisplayName(QStringLiteral("Gatewright"));
    const std::string_view version = gw::programVersion();
    QApplication::setApplicationVersion(QString::fromLatin1(version.data(), static_cast<qsizetype>(version.size())));
    // The dialog that asks for files is one of Qt Widgets.
    const QApplication app(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    gw::installCanvasAccessibility();

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Draws private AWS networks and judges them."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("design"), QStringLiteral("The design to open."),
                                 QStringLiteral("[design]"));
    parser.process(app);
    const QStringList arguments = parser.positionalArguments();
    const QUrl file = arguments.isEmpty()
                          ? QUrl()
                          : QUrl::fromUserInput(arguments.first(), QStringLiteral("."), QUrl::AssumeLocalFile);
    QQmlApplicationEngine engine;
    return gw::openWindow(engine, file) ? QApplication::exec() : EXIT_FAILURE;
}
