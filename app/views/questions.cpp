#include "app/views/questions.h"

namespace gw {
namespace {

/// Commands after which the open design is gone.
bool losesDesign(const QString& name) {
    return QStringList{"file.new", "file.open", "file.sample", "file.quit"}.contains(name);
}

}  // namespace

void Questions::handle(const QString& name) {
    if (!document()->isModified() || !losesDesign(name)) return perform(name);
    waiting_ = name;
    emit sheetWanted("UnsavedSheet");
}

bool Questions::mayClose() {
    if (leaving_ || !document()->isModified()) return true;
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
                    {QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format)}, format);
}

void Questions::take(Purpose purpose, const QUrl& file) {
    if (purpose == Purpose::Export) {
        emit exportChosen(file);
    } else if (!(purpose == Purpose::Open ? document()->open(file) : document()->saveAs(file))) {
        stay();
        session_->tell(document()->error());
    } else if (purpose == Purpose::Save && !waiting_.isEmpty()) {
        resume();
    }
}

void Questions::perform(const QString& name) {
    if (name == "file.new") document()->reset();
    if (name == "file.sample") document()->openSample("securecart");
    if (name == "file.open")
        emit fileWanted(Purpose::Open, tr("Open a design"),
                        {tr("Designs (*.gatewright.json *.json)"), tr("All files (*)")}, {});
    if (name == "file.saveAs")
        emit fileWanted(Purpose::Save, tr("Save the design"), {tr("Designs (*.gatewright.json)")}, "gatewright.json");
    if (name == "file.export") emit sheetWanted("ExportSheet");
    if (name == "help.guide") emit sheetWanted("GuideSheet");
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
