#include "app/views/clipboard.h"

#include <QClipboard>
#include <QGuiApplication>

#include "model/spec/spec.h"

namespace gw {
namespace {

/// The last clip and its text. A clip may name rows it does not hold, which a document read from a text may not: while
/// the clipboard still has our text, the clip itself is pasted.
struct LastCopy {
    Design clip;
    QString text;
};
LastCopy& lastCopy() {
    static LastCopy copy;
    return copy;
}

}  // namespace

void copyToClipboard(const Design& clip) {
    lastCopy() = {clip, QString::fromStdString(writeSpec(clip))};
    QGuiApplication::clipboard()->setText(lastCopy().text);
}

Result<Design> designOnClipboard() {
    const QString text = QGuiApplication::clipboard()->text();
    if (text.isEmpty()) return fail("There is nothing to paste.");
    if (text == lastCopy().text) return lastCopy().clip;
    auto design = readSpec(text.toStdString());
    if (!design) return fail("The clipboard holds no part of a design: " + design.error().text());
    return *std::move(design);
}

}  // namespace gw
