#include <algorithm>

#include "app/views/commands.h"
#include "model/design/containment.h"
#include "model/scene/reading_order.h"

namespace gw {
namespace {

QString text(const AnyId& id) {
    return QString::fromStdString(id.value);
}

/// Selects the thing `by` places further in reading order, around the end.
void step(Session& session, int by) {
    const std::vector<AnyId> order = readingOrder(session.document()->design());
    if (order.empty()) return;
    const auto count = static_cast<int>(order.size());
    const auto at = std::ranges::find(order, session.primary());
    const int before = at == order.end() ? (by > 0 ? -1 : count) : static_cast<int>(at - order.begin());
    session.flyTo(text(order[static_cast<std::size_t>((before + by + count) % count)]));
}

AnyId firstInside(const Design& design, const AnyId& frame) {
    const std::vector<AnyId> order = readingOrder(design);
    const auto at = std::ranges::find(order, frame);
    if (at == order.end() || at + 1 == order.end()) return {};
    return standpointOf(design, *(at + 1)).frame == frame ? *(at + 1) : AnyId{};
}

}  // namespace

QPointF Commands::spotOf(const QString& thing, QSizeF canvas) const {
    const QPointF middle(canvas.width() / 2, canvas.height() / 2);
    if (!document()) return middle;
    const AnyId stands = drawnThingOf(document()->design(), AnyId(thing.toStdString()));
    const Placement* placed = document()->design().placements.find({stands.value});
    if (!placed) return middle;
    const Point centre = placed->box().centre();
    const QPointF at = middle + (QPointF(centre.x, centre.y) - session_->centre()) * session_->zoom();
    return {std::clamp(at.x(), 0.0, canvas.width()), std::clamp(at.y(), 0.0, canvas.height())};
}

void Commands::addSelectCommands() {
    add({QStringLiteral("select.all"),
         says(tr("Select all")),
         {},
         {QStringLiteral("Ctrl+A")},
         true,
         whenOpen(),
         [this] { session_->setSelection(readingOrder(document()->design())); }});
    // One level at a time, out of the selection last.
    add({QStringLiteral("select.none"),
         says(tr("Select nothing")),
         {},
         {QStringLiteral("Esc")},
         true,
         whenOpen(),
         [this] {
             if (!session_->stepOut()) session_->clearSelection();
         }});
    add({QStringLiteral("select.next"), says(tr("Select next")), {}, {QStringLiteral("Tab")}, true, whenOpen(), [this] {
             step(*session_, 1);
         }});
    add({QStringLiteral("select.previous"),
         says(tr("Select previous")),
         {},
         {QStringLiteral("Shift+Tab"), QStringLiteral("Shift+Backtab")},
         true,
         whenOpen(),
         [this] { step(*session_, -1); }});
    const struct {
        const char* name;
        QString label;
        const char* key;
        int dx;
        int dy;
    } directions[] = {{"left", tr("Select neighbour to the left"), "Ctrl+Left", -1, 0},
                      {"right", tr("Select neighbour to the right"), "Ctrl+Right", 1, 0},
                      {"up", tr("Select neighbour above"), "Ctrl+Up", 0, -1},
                      {"down", tr("Select neighbour below"), "Ctrl+Down", 0, 1}};
    for (const auto& [name, label, key, dx, dy] : directions)
        add({QStringLiteral("select.%1").arg(QLatin1String(name)),
             says(label),
             {},
             {QLatin1String(key)},
             true,
             whenSelected(),
             [this, dx = dx, dy = dy] {
                 if (const AnyId next = neighbourOf(document()->design(), session_->primary(), dx, dy))
                     session_->flyTo(text(next));
             }});
    add({QStringLiteral("select.frame"),
         says(tr("Select frame around")),
         {},
         {QStringLiteral("Ctrl+Shift+Up"), QStringLiteral("Shift+Return")},
         true,
         whenSelected(),
         [this] {
             if (const AnyId frame = standpointOf(document()->design(), session_->primary()).frame)
                 session_->flyTo(text(frame));
         }});
    add({QStringLiteral("select.inside"),
         says(tr("Select first thing inside")),
         {},
         {QStringLiteral("Ctrl+Shift+Down")},
         true,
         whenSelected(),
         [this] {
             if (const AnyId inside = firstInside(document()->design(), session_->primary()))
                 session_->flyTo(text(inside));
         }});
}

}  // namespace gw
