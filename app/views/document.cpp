#include "app/views/document.h"

#include <QFileInfo>

#include "app/views/design_file.h"
#include "model/spec/spec.h"
#include "resources/embedded.h"

namespace gw {

Document::Document(QObject* parent) : QObject(parent) {
    connect(&judge_, &Judge::judged, this, &Document::judged);
}

Status Document::apply(const Edit& edit) {
    dropPreview();
    auto next = gw::apply(edit, history_.current());
    if (!next) return tl::unexpected<Error>(std::move(next.error()));
    const Design before = history_.current();
    history_.commit(*std::move(next), edit.label, edit.mergeKey);
    tell(before);
    return {};
}

Status Document::preview(const Edit& edit, const Arrange& arrange) {
    auto next = gw::apply(edit, history_.current());
    if (!next) return tl::unexpected<Error>(std::move(next.error()));
    if (arrange) arrange(history_.current(), *next);
    const Design before = design();
    const bool proposed = isProposing();
    preview_ = Preview{*std::move(next), edit.label};
    tell(before, proposed);
    return {};
}

Status Document::propose(const Edit& edit) {
    const Status shown = preview(edit);
    if (shown) {
        preview_->proposed = true;
        emit stateChanged();
    }
    return shown;
}

void Document::keepPreview() {
    if (!preview_) return;
    history_.commit(std::move(preview_->design), std::move(preview_->label));
    preview_.reset();
    emit stateChanged();
}

void Document::dropPreview() {
    if (!preview_) return;
    const Design before = std::move(preview_->design);
    const bool proposed = isProposing();
    preview_.reset();
    tell(before, proposed);
}

QString Document::title() const {
    if (!file_.isEmpty()) return QFileInfo(file_.toLocalFile()).fileName();
    const std::string& name = history_.current().header.name;
    return name.empty() ? tr("Untitled") : QString::fromStdString(name);
}

QString Document::undoLabel() const {
    if (isProposing()) return tr("preview");
    return canUndo() ? QString::fromStdString(history_.undoLabel()) : QString{};
}

QString Document::redoLabel() const {
    return canRedo() ? QString::fromStdString(history_.redoLabel()) : QString{};
}

void Document::undo() {
    // What is shown and not yet done is what an undo takes away.
    if (isProposing()) return dropPreview();
    dropPreview();
    const Design before = history_.current();
    history_.undo();
    tell(before);
}

void Document::redo() {
    dropPreview();
    const Design before = history_.current();
    history_.redo();
    tell(before);
}

void Document::reset() {
    replace({});
}

bool Document::open(const QUrl& file) {
    auto design = readDesignFile(file.toLocalFile());
    if (!design) return failed(design.error());
    replace(*std::move(design), file);
    return true;
}

bool Document::openSample(const QString& name) {
    const std::string path = "samples/" + name.toStdString() + ".gatewright.json";
    auto design = readSpec(embeddedFile(path));
    if (!design) return failed({path + ":" + design.error().text()});
    replace(*std::move(design));
    return true;
}

bool Document::save() {
    if (file_.isEmpty()) return failed({"The design has no file yet; say where to save it."});
    return saveAs(file_);
}

bool Document::saveAs(const QUrl& file) {
    if (const Status written = writeDesignFile(file.toLocalFile(), history_.current()); !written)
        return failed(written.error());
    file_ = file;
    history_.markSaved();
    succeeded();
    emit stateChanged();
    return true;
}

void Document::replace(Design design, const QUrl& file) {
    emit opening();
    const Design before = this->design();
    preview_.reset();
    history_ = History(std::move(design));
    file_ = file;
    succeeded();
    tell(before);
    emit stateChanged();
    emit opened();
}

void Document::tell(const Design& before, bool proposed) {
    const Patch patch = diff(before, design());
    if (patch.empty()) {
        if (proposed) emit stateChanged();
        return;
    }
    const bool alike = judgedAlike(before, design());
    if (!alike) judge_.ask(design());
    emit changed(patch);
    emit stateChanged();
    if (!alike) emit judged();
}

bool Document::failed(const Error& error) {
    error_ = QString::fromStdString(error.message);
    emit errorChanged();
    return false;
}

void Document::succeeded() {
    if (error_.isEmpty()) return;
    error_.clear();
    emit errorChanged();
}

}  // namespace gw
