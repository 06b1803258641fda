#include "app/views/questions.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace gw {
namespace {

/// Commands after which the open design is gone.
bool losesDesign(const QString& name) {
    return QStringList{"file.new", "file.open", "file.sample", "file.quit"}.contains(name);
}

}  // namespace

bool Questions::losesWork() const {
    return document()->isModified() || !session_->unapplied().isEmpty();
}

void Questions::handle(const QString& name) {
    if (losesDesign(name) || name == "file.saveAs" || name == "file.export") session_->handIn();
    if (!losesDesign(name) || !losesWork()) return perform(name);
    waiting_ = name;
    emit sheetWanted("UnsavedSheet");
}

bool Questions::mayClose() {
    if (leaving_) return true;
    session_->handIn();
    if (!losesWork()) return true;
    handle("file.quit");
    return false;
}

void Questions::keep() {
    if (document()->file().isEmpty())
        perform("file.saveAs");
    else
        take(Purpose::Save, document()->file());
}

void Questions::discard() {
    resume();
}

void Questions::askForExport(const QString& format) {
    emit fileWanted(Purpose::Export, tr("Export the design"),
                    {QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format)}, format, suggested(format));
}

QString Questions::suggested(const QString& suffix) const {
    static const QRegularExpression unfit("[^\\w.-]+");
    const QFileInfo file(document()->file().toLocalFile());
    QString name = file.fileName();
    if (name.isEmpty()) name = QString::fromStdString(document()->design().header.name).trimmed().replace(unfit, "-");
    name.remove(QRegularExpression("(\\.gatewright)?\\.json$"));
    if (name.isEmpty()) name = "untitled";
    name += '.' + suffix;
    return document()->file().isEmpty() ? name : file.dir().filePath(name);
}

void Questions::take(Purpose purpose, const QUrl& file) {
    if (file.isEmpty()) {
        stay();
    } else if (purpose == Purpose::Export) {
        emit exportChosen(file);
    } else if (!(purpose == Purpose::Open ? document()->open(file) : document()->saveAs(file))) {
        stay();
        session_->tell(document()->error());
    } else if (purpose == Purpose::Save && !waiting_.isEmpty()) {
        resume();
    } else if (purpose == Purpose::Save) {
        session_->tellSaved();
    }
}

void Questions::perform(const QString& name) {
    if (name == "file.new") document()->reset();
    if (name == "file.sample") document()->openSample("securecart");
    if (name == "file.open")
        emit fileWanted(Purpose::Open, tr("Open a design"),
                        {tr("Designs (*.gatewright.json *.json)"), tr("All files (*)")}, {},
                        document()->file().toLocalFile());
    if (name == "file.saveAs")
        emit fileWanted(Purpose::Save, tr("Save the design"), {tr("Designs (*.gatewright.json)")}, "gatewright.json",
                        suggested("gatewright.json"));
    if (name == "file.export") emit sheetWanted("ExportSheet");
    if (name == "help.guide" || name == "help.contents") emit sheetWanted("GuideSheet");
    if (name == "help.about") emit sheetWanted("AboutSheet");
    if (name == "file.quit") {
        leaving_ = true;
        emit quit();
    }
}

void Questions::resume() {
    perform(std::exchange(waiting_, {}));
}

}  // namespace gw
