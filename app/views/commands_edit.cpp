#include <QClipboard>
#include <QGuiApplication>

#include "app/views/clipboard.h"
#include "app/views/commands.h"
#include "model/design/references.h"
#include "model/edit/clip.h"
#include "model/edit/edits.h"
#include "model/edit/settle.h"

namespace gw {
namespace {

/// How far a copy stands from what it was copied from, pixels at 100 %.
constexpr int pasteOffset = 2 * measure::grid;

std::set<std::string> selectedIds(const Session& session) {
    std::set<std::string> ids;
    for (const AnyId& id : session.selection()) ids.insert(id.value);
    return ids;
}

/// Pastes the clip and selects what of it stands by itself.
void paste(Session& session, const Design& clip, const char* label) {
    const auto ids = idsForPaste(session.document()->design(), clip);
    Edit edit = edits::paste(clip, ids, pasteOffset, pasteOffset);
    edit.label = label;
    if (!session.attempt(edit)) return;
    const Containment within(clip);
    std::vector<AnyId> tops;
    for (const Placement& placement : clip.placements) {
        const Standpoint at = within.of(placement.id.value);
        const auto copy = ids.find(placement.id.value);
        if (at.standing != Standing::None && !ids.contains(at.frame.value) && copy != ids.end())
            tops.emplace_back(copy->second);
    }
    session.setSelection(std::move(tops));
}

void nudge(Session& session, int dx, int dy) {
    session.attempt(edits::moveThings(selectedIds(session), dx, dy, "nudge"));
}

}  // namespace

void Commands::addEditCommands() {
    add({QStringLiteral("edit.undo"),
         [this] {
             return document() && document()->canUndo() ? tr("Undo %1").arg(document()->undoLabel()) : tr("Undo");
         },
         QStringLiteral("ui-undo"),
         {QStringLiteral("Ctrl+Z")},
         false,
         [this] { return document() && document()->canUndo(); },
         [this] { document()->undo(); }});
    add({QStringLiteral("edit.redo"),
         [this] {
             return document() && document()->canRedo() ? tr("Redo %1").arg(document()->redoLabel()) : tr("Redo");
         },
         QStringLiteral("ui-redo"),
         {QStringLiteral("Ctrl+Y"), QStringLiteral("Ctrl+Shift+Z")},
         false,
         [this] { return document() && document()->canRedo(); },
         [this] { document()->redo(); }});
    const auto copy = [this] { copyToClipboard(clipOf(document()->design(), selectedIds(*session_))); };
    const auto remove = [this] {
        const std::size_t count = session_->selection().size();
        if (session_->attempt(edits::removeThings(selectedIds(*session_))))
            session_->tell(count == 1 ? tr("Deleted one thing.") : tr("Deleted %1 things.").arg(count), true);
    };
    add({QStringLiteral("edit.cut"), says(tr("Cut")), {}, {QStringLiteral("Ctrl+X")}, true, whenSelected(), [=] {
             copy();
             remove();
         }});
    add({QStringLiteral("edit.copy"),
         says(tr("Copy")),
         QStringLiteral("ui-copy"),
         {QStringLiteral("Ctrl+C")},
         true,
         whenSelected(),
         copy});
    add({QStringLiteral("edit.paste"),
         says(tr("Paste")),
         {},
         {QStringLiteral("Ctrl+V")},
         true,
         [this] { return document() && !QGuiApplication::clipboard()->text().isEmpty(); },
         [this] {
             if (const auto clip = designOnClipboard())
                 paste(*session_, *clip, "Paste");
             else
                 session_->tell(QString::fromStdString(clip.error().message));
         }});
    add({QStringLiteral("edit.duplicate"),
         says(tr("Duplicate")),
         {},
         {QStringLiteral("Ctrl+D")},
         true,
         whenSelected(),
         [this] { paste(*session_, clipOf(document()->design(), selectedIds(*session_)), "Duplicate"); }});
    add({QStringLiteral("edit.delete"),
         says(tr("Delete")),
         {},
         {QStringLiteral("Del"), QStringLiteral("Backspace")},
         true,
         whenSelected(),
         remove});
    add({QStringLiteral("edit.rename"),
         says(tr("Rename")),
         {},
         {QStringLiteral("F2"), QStringLiteral("Return"), QStringLiteral("Enter")},
         true,
         // The name is written where the thing stands.
         [this] { return hasSelection() && document()->design().placements.find({session_->primary().value}); },
         [this] { session_->rename(session_->primaryId()); }});
    const struct {
        const char* name;
        QString label;
        const char* key;
        int dx;
        int dy;
    } directions[] = {{"left", tr("Move left"), "Left", -1, 0},
                      {"right", tr("Move right"), "Right", 1, 0},
                      {"up", tr("Move up"), "Up", 0, -1},
                      {"down", tr("Move down"), "Down", 0, 1}};
    for (const auto& [name, label, key, dx, dy] : directions) {
        add({QStringLiteral("move.%1").arg(QLatin1String(name)),
             says(label),
             {},
             {QLatin1String(key)},
             true,
             whenSelected(),
             [this, dx = dx, dy = dy] { nudge(*session_, dx, dy); }});
        add({QStringLiteral("move.%1.grid").arg(QLatin1String(name)),
             says(tr("%1 by the grid").arg(label)),
             {},
             {QStringLiteral("Shift+%1").arg(QLatin1String(key))},
             true,
             whenSelected(),
             [this, dx = dx, dy = dy] { nudge(*session_, dx * measure::grid, dy * measure::grid); }});
    }
}

}  // namespace gw
