#include "app/views/design_file.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include "model/spec/spec.h"

namespace gw {
namespace {

/// Why the device failed: "cart.json cannot be read: Permission denied."
Error failure(const QString& path, const QString& what, const QFileDevice& file) {
    return {QStringLiteral("%1 %2: %3.").arg(QFileInfo(path).fileName(), what, file.errorString()).toStdString()};
}

}  // namespace

Result<Design> readDesignFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected<Error>(failure(path, QStringLiteral("cannot be read"), file));
    // One byte more than a document may have tells readSpec() that it is too large, whatever else follows.
    const QByteArray bytes = file.read(static_cast<qint64>(maxSpecBytes) + 1);
    if (file.error() != QFileDevice::NoError)
        return tl::unexpected<Error>(failure(path, QStringLiteral("cannot be read"), file));
    auto design = readSpec({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!design) return fail(QFileInfo(path).fileName().toStdString() + ":" + design.error().text());
    return *std::move(design);
}

Status writeDesignFile(const QString& path, const Design& design) {
    const std::string text = writeSpec(design);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return tl::unexpected<Error>(failure(path, QStringLiteral("cannot be written"), file));
    file.write(text.data(), static_cast<qint64>(text.size()));
    if (!file.commit()) return tl::unexpected<Error>(failure(path, QStringLiteral("cannot be written"), file));
    return {};
}

}  // namespace gw
