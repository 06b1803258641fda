#include "app/cli/painting.h"

#include <QGuiApplication>
#include <QHashSeed>

#include "app/render/export.h"

namespace gw::cli {
namespace {

/// Qt's own remarks (a missing XDG_RUNTIME_DIR and the like) are none of the user's; faults come back as errors.
void beSilent(QtMsgType, const QMessageLogContext&, const QString&) {}

void startGui() {
    if (QCoreApplication::instance()) return;
    // The PDF writer puts fonts in the order of a hash; the same input gives the same bytes.
    QHashSeed::setDeterministicGlobalSeed();
    qInstallMessageHandler(beSilent);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static int count = 1;
    static char name[] = "gatewright-cli";
    static char* arguments[] = {name, nullptr};
    static const QGuiApplication application(count, arguments);
}

Result<std::string> text(Result<QByteArray> bytes) {
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    return bytes->toStdString();
}

}  // namespace

Result<std::string> paintedPng(const Scene& scene, Theme theme, double scale) {
    startGui();
    return text(pngOf(scene, theme, scale));
}

Result<std::string> paintedPdf(const Scene& scene, Theme theme, const std::string& title, const std::string& day) {
    startGui();
    return text(pdfOf(scene, theme, title, day));
}

}  // namespace gw::cli
