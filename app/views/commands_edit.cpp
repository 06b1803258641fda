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

std::set<std::string> selectedIds(const Session& session) {
    std::set<std::string> ids;
    for (const AnyId& id : session.selection()) ids.insert(id.value);
    return ids;
}

/// "Deleted vpc-shop and 14 things in it.": of what is drawn.
QString deletedWords(const Design& before, const Design& after, const std::set<std::string>& ids) {
    qsizetype further = 0;
    for (const Placement& placed : before.placements)
        if (!after.placements.find(placed.id) && !ids.contains(placed.id.value)) ++further;
    const QString what = ids.size() == 1 ? QString::fromStdString(nameOf(before, AnyId(*ids.begin())))
                                         : Commands::tr("%1 things").arg(ids.size());
    if (further == 0) return Commands::tr("Deleted %1.").arg(what);
    const QString more = further == 1 ? Commands::tr("1 thing") : Commands::tr("%1 things").arg(further);
    return (ids.size() == 1 ? Commands::tr("Deleted %1 and %2 in it.") : Commands::tr("Deleted %1 and %2 in them."))
        .arg(what, more);
}

/// The frame that what is pasted goes into: the one selected; empty for its own.
AnyId selectedFrame(const Session& session, const Design& clip) {
    if (session.selection().size() != 1) return {};
    const AnyId id = session.primary();
    const Standing standing = standpointOf(session.document()->design(), id).standing;
    const bool isCopied = clip.placements.find({id.value}) != nullptr;
    return standing == Standing::Frame && !isCopied ? id : AnyId{};
}

/// The innermost frame that the point lies in; empty for none.
AnyId frameAt(const Design& design, Point point) {
    const Placement* innermost = nullptr;
    for (const Placement& placed : design.placements) {
        const Box box = placed.box();
        if (!box.contains(point) || standpointOf(design, AnyId(placed.id.value)).standing != Standing::Frame) continue;
        if (!innermost || innermost->box().contains(box)) innermost = &placed;
    }
    return innermost ? AnyId(innermost->id.value) : AnyId{};
}

/// Pastes the clip, under these new ids, by that edit, and selects what of it stands by itself.
void paste(Session& session, const Design& clip, const std::map<std::string, std::string>& ids, Edit edit,
           const char* label) {
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

/// Beside what was copied, or into a frame.
void pasteBeside(Session& session, const Design& clip, const char* label, const AnyId& into = {}) {
    const auto ids = idsForPaste(session.document()->design(), clip);
    paste(session, clip, ids, edits::pasteBeside(clip, ids, into), label);
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
        const Design before = document()->design();
        const auto ids = selectedIds(*session_);
        if (session_->attempt(edits::removeThings(ids)))
            session_->tell(deletedWords(before, document()->design(), ids), true);
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
    const auto hasText = [this] { return document() && !QGuiApplication::clipboard()->text().isEmpty(); };
    add({QStringLiteral("edit.paste"), says(tr("Paste")), {}, {QStringLiteral("Ctrl+V")}, true, hasText, [this] {
             if (const auto clip = designOnClipboard())
                 pasteBeside(*session_, *clip, "Paste", selectedFrame(*session_, *clip));
             else
                 session_->tell(QString::fromStdString(clip.error().message));
         }});
    // Where that is the window knows.
    add({QStringLiteral("edit.pasteHere"),
         says(tr("Paste here")),
         {},
         {QStringLiteral("Ctrl+Shift+V")},
         true,
         hasText,
         requests(QStringLiteral("edit.pasteHere"))});
    add({QStringLiteral("edit.duplicate"),
         says(tr("Duplicate")),
         {},
         {QStringLiteral("Ctrl+D")},
         true,
         whenSelected(),
         [this] { pasteBeside(*session_, clipOf(document()->design(), selectedIds(*session_)), "Duplicate"); }});
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

void Commands::pasteAt(QPointF off) {
    if (!document()) return;
    const auto clip = designOnClipboard();
    if (!clip) return session_->tell(QString::fromStdString(clip.error().message));
    const QPointF spot = session_->centre() + off / session_->zoom();
    const Point at{qRound(spot.x()), qRound(spot.y())};
    const auto ids = idsForPaste(document()->design(), *clip);
    paste(*session_, *clip, ids, edits::pasteAt(*clip, ids, frameAt(document()->design(), at), at), "Paste here");
}

}  // namespace gw
