#include "app/views/exporter.h"

#include <QDate>
#include <QSaveFile>

#include "app/render/export.h"
#include "app/views/text.h"
#include "model/interchange/svg.h"
#include "model/report/overlay_of.h"
#include "model/scene/legend.h"
#include "model/spec/spec.h"

namespace gw {
namespace {

Theme themeOf(const QString& scheme) {
    if (scheme == "dark") return Theme::Dark;
    return scheme == "highContrast" ? Theme::HighContrast : Theme::Light;
}

Result<QByteArray> bytesOf(const Session& session, const QString& format, Theme theme, double scale) {
    const Design& design = session.document()->design();
    if (format == "json") return QByteArray::fromStdString(writeSpec(design));
    const auto judged = judge(design);
    const Scene picture =
        exportedPicture(sceneOf(design, overlayOf(judged->facts(), judged->diagnostics(), session.looking())));
    if (format == "png") return pngOf(picture, theme, scale);
    if (format == "svg") return QByteArray::fromStdString(svgOf(picture, design, theme));
    return pdfOf(picture, theme, design.header.name, QDate::currentDate().toString(Qt::ISODate).toStdString());
}

}  // namespace

QStringList Exporter::formats() const {
    return {"svg", "png", "pdf", "json"};
}

QStringList Exporter::formatNames() const {
    QStringList names;
    for (const QString& format : formats()) names << format.toUpper();
    return names;
}

void Exporter::write(const QUrl& file, const QString& format, const QString& scheme, double scale) const {
    const auto bytes = bytesOf(*session_, format, themeOf(scheme), scale);
    if (!bytes) return session_->tell(screenText(bytes.error().message));
    QSaveFile out(file.toLocalFile());
    if (out.open(QIODevice::WriteOnly) && out.write(*bytes) == bytes->size() && out.commit())
        session_->tell(tr("Exported %1.").arg(file.fileName()));
    else
        session_->tell(tr("%1 cannot be written: %2.").arg(file.toLocalFile(), out.errorString()));
}

}  // namespace gw
