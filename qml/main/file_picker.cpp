#include "file_picker.h"

#include <QFileInfo>
#include <QPalette>

namespace gw {

FilePicker::~FilePicker() {
    delete dialog_;
}

void FilePicker::ask(bool isNew, const QString& title, const QStringList& filters, const QString& suffix,
                     const QString& suggested) {
    // The answer to one dialog may ask for the next, while the first is still at work.
    if (dialog_) {
        dialog_->disconnect(this);
        dialog_->deleteLater();
    }
    auto* dialog = new QFileDialog(nullptr, title);
    dialog_ = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::ApplicationModal);
    dialog->setAcceptMode(isNew ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(isNew ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(suffix);
    const QFileInfo file(suggested);
    if (file.isAbsolute()) dialog->setDirectory(file.absolutePath());
    if (isNew) dialog->selectFile(file.fileName());
    if (text_.isValid()) {
        QPalette palette(text_, surface_, field_, surface_.darker(150), surface_.darker(120), text_, text_, field_,
                         surface_);
        palette.setColor(QPalette::Highlight, accent_);
        palette.setColor(QPalette::HighlightedText, accentText_);
        QColor faint = text_;
        faint.setAlphaF(0.5F);
        for (const auto role : {QPalette::Text, QPalette::ButtonText, QPalette::WindowText})
            palette.setColor(QPalette::Disabled, role, faint);
        palette.setColor(QPalette::PlaceholderText, faint);
        dialog->setPalette(palette);
    }
    connect(dialog, &QFileDialog::accepted, this, [this, dialog] { emit chosen(dialog->selectedUrls().value(0)); });
    connect(dialog, &QFileDialog::rejected, this, &FilePicker::rejected);
    dialog->winId();  // makes its window
    if (dialog->windowHandle() && window_) dialog->windowHandle()->setTransientParent(window_);
    dialog->open();
}

}  // namespace gw
