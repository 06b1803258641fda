#include "app/views/accessible_canvas.h"

#include <QAccessible>
#include <QAccessibleObject>
#include <QPointer>
#include <QQuickWindow>

#include <algorithm>
#include <map>

#include "app/views/canvas_item.h"
#include "model/report/description.h"
#include "model/scene/reading_order.h"

namespace gw {
namespace {

/// One thing on the canvas.
class AccessibleThing : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    AccessibleThing(CanvasItem& canvas, AnyId id) : canvas_(&canvas), id_(std::move(id)) {}

    bool isValid() const override { return canvas_ && canvas_->board().scene().bodyOf(id_); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(canvas_); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QAccessible::State state() const override {
        QAccessible::State state;
        state.selectable = state.focusable = state.multiSelectable = true;
        state.invalid = !isValid();
        if (state.invalid) return state;
        state.selected = canvas_->session()->isSelected(id_);
        state.focused = canvas_->hasActiveFocus() && canvas_->session()->primary() == id_;
        state.offscreen = !canvas_->board().visible().overlaps(canvas_->board().scene().bodyOf(id_)->bounds);
        return state;
    }

    QRect rect() const override {
        if (!isValid() || !canvas_->window()) return {};
        const Area bounds = canvas_->board().scene().bodyOf(id_)->bounds;
        const QPointF from = canvas_->mapToGlobal(canvas_->board().pointAt({bounds.x, bounds.y}));
        return QRectF(from, QSizeF(bounds.width, bounds.height) * canvas_->board().zoom()).toRect();
    }

    QString text(QAccessible::Text which) const override {
        if (!isValid() || which != QAccessible::Name) return {};
        const Judgement& judgement = *canvas_->session()->document()->judgement();
        return QString::fromStdString(descriptionOf(judgement.facts(), judgement.diagnostics(), id_));
    }
    void setText(QAccessible::Text, const QString&) override {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString& action) override {
        if (!isValid()) return;
        if (action == setFocusAction()) canvas_->forceActiveFocus();
        canvas_->session()->flyTo(QString::fromStdString(id_.value));
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    QPointer<CanvasItem> canvas_;
    const AnyId id_;
};

/// The canvas: a list of the things on it, in reading order.
class AccessibleCanvas : public QAccessibleObject {
public:
    explicit AccessibleCanvas(CanvasItem& canvas) : QAccessibleObject(&canvas) {
        QObject::connect(&canvas, &CanvasItem::currentThingChanged, &canvas, [this] { tellFocus(); });
    }
    ~AccessibleCanvas() override {
        for (const auto& [id, number] : things_) QAccessible::deleteAccessibleInterface(number);
    }

    QAccessibleInterface* parent() const override {
        // As Qt Quick does it: the next item outside that says what it is, else the window.
        for (QQuickItem* item = canvas().parentItem(); item; item = item->parentItem()) {
            QAccessibleInterface* outer = QAccessible::queryAccessibleInterface(item);
            if (outer && outer->role() != QAccessible::NoRole) return outer;
        }
        return QAccessible::queryAccessibleInterface(canvas().window());
    }
    int childCount() const override { return static_cast<int>(order().size()); }
    QAccessibleInterface* child(int index) const override {
        if (index < 0 || index >= childCount()) return nullptr;
        return thing(order()[static_cast<std::size_t>(index)]);
    }
    int indexOfChild(const QAccessibleInterface* child) const override {
        for (int i = 0; i < childCount(); ++i)
            if (this->child(i) == child) return i;
        return -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override {
        const QPointF point = canvas().mapFromGlobal(QPointF(x, y));
        const AnyId id = canvas().board().hits().at(canvas().board().spotAt(point), canvas().board().zoom());
        return std::ranges::find(order(), id) == order().end() ? nullptr : thing(id);
    }
    QAccessibleInterface* focusChild() const override {
        const AnyId id = canvas().session() ? canvas().session()->primary() : AnyId{};
        if (!canvas().hasActiveFocus() || std::ranges::find(order(), id) == order().end()) return nullptr;
        return thing(id);
    }

    QAccessible::Role role() const override { return QAccessible::List; }
    QString text(QAccessible::Text which) const override {
        if (which == QAccessible::Name) return CanvasItem::tr("Canvas");
        if (which == QAccessible::Description)
            return CanvasItem::tr("Tab goes from thing to thing, arrows move it, Enter renames it.");
        return {};
    }
    QAccessible::State state() const override {
        QAccessible::State state;
        state.focusable = true;
        state.focused = canvas().hasActiveFocus();
        state.multiSelectable = true;
        state.invisible = !canvas().isVisible();
        return state;
    }
    QRect rect() const override { return QRectF(canvas().mapToGlobal(QPointF(0, 0)), canvas().size()).toRect(); }

private:
    CanvasItem& canvas() const { return *static_cast<CanvasItem*>(object()); }

    const std::vector<AnyId>& order() const {
        Board& board = canvas().board();
        if (orderOf_ != board.picture()) {
            orderOf_ = board.picture();
            order_ = readingOrder(board.design());
            std::erase_if(order_, [&](const AnyId& id) { return !orderOf_->scene().bodyOf(id); });
        }
        return order_;
    }

    /// Kept from then on, since the platform knows it by its number.
    QAccessibleInterface* thing(const AnyId& id) const {
        const auto [at, added] = things_.try_emplace(id, 0);
        if (added) at->second = QAccessible::registerAccessibleInterface(new AccessibleThing(canvas(), id));
        return QAccessible::accessibleInterface(at->second);
    }

    void tellFocus() const {
        QAccessibleInterface* focused = focusChild();
        if (!focused) return;
        QAccessibleEvent event(focused, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }

    mutable std::vector<AnyId> order_;
    mutable std::shared_ptr<const Picture> orderOf_;
    mutable std::map<AnyId, QAccessible::Id> things_;
};

QAccessibleInterface* canvasFactory(const QString& className, QObject* object) {
    auto* canvas = className == QLatin1String("gw::CanvasItem") ? qobject_cast<CanvasItem*>(object) : nullptr;
    return canvas ? new AccessibleCanvas(*canvas) : nullptr;
}

}  // namespace

void installCanvasAccessibility() {
    QAccessible::installFactory(canvasFactory);
}

}  // namespace gw
