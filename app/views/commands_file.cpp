#include "app/views/commands.h"

namespace gw {

void Commands::addFileCommands() {
    // What may lose unsaved work or needs a file is asked for by the window.
    const auto request = [this](const QString& name, const QString& label, const QString& key) {
        add({name,
             says(label),
             {},
             key.isEmpty() ? QStringList{} : QStringList{key},
             false,
             whenOpen(),
             requests(name)});
    };
    request(QStringLiteral("file.new"), tr("New"), QStringLiteral("Ctrl+N"));
    request(QStringLiteral("file.open"), tr("Open…"), QStringLiteral("Ctrl+O"));
    request(QStringLiteral("file.sample"), tr("Open SecureCart"), {});
    add({QStringLiteral("file.save"), says(tr("Save")), {}, {QStringLiteral("Ctrl+S")}, false, whenOpen(), [this] {
             session_->handIn();
             if (document()->file().isEmpty())
                 emit requested(QStringLiteral("file.saveAs"));
             else if (document()->save())
                 session_->tellSaved();
             else
                 session_->tell(document()->error());
         }});
    request(QStringLiteral("file.saveAs"), tr("Save as…"), QStringLiteral("Ctrl+Shift+S"));
    request(QStringLiteral("file.export"), tr("Export…"), QStringLiteral("Ctrl+E"));
    request(QStringLiteral("file.quit"), tr("Quit"), QStringLiteral("Ctrl+Q"));
}

}  // namespace gw
