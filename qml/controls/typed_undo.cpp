#include "typed_undo.h"

#include <QKeyEvent>
#include <QMetaMethod>
#include <QQuickTextDocument>
#include <QTextDocument>

void TypedUndo::setField(QQuickItem* field) {
    if (field == field_) return;
    if (field_) {
        field_->removeEventFilter(this);
        field_->disconnect(this);
    }
    field_ = field;
    if (field_) {
        field_->installEventFilter(this);
        connect(field_, &QQuickItem::activeFocusChanged, this, &TypedUndo::settle);
        // Text over several lines is kept when the focus leaves; that alone has no such signal.
        if (field_->metaObject()->indexOfSignal("editingFinished()") >= 0)
            connect(field_, SIGNAL(editingFinished()), this, SLOT(settle()));
        settle();
    }
    emit fieldChanged();
}

void TypedUndo::settle() {
    settled_ = text();
    tookBack_ = false;
    if (field_ && field_->property("canUndo").toBool()) forget();
}

/// A field takes back in one step what was typed before and after it was kept. One of a single line forgets only when
/// it gets another text; nobody is told of that one.
void TypedUndo::forget() {
    if (const auto* written = field_->property("textDocument").value<QQuickTextDocument*>()) {
        written->textDocument()->clearUndoRedoStacks();
        return;
    }
    const QSignalBlocker silent(field_);
    const QVariant cursor = field_->property("cursorPosition");
    field_->setProperty("text", QString{});
    field_->setProperty("text", settled_);
    field_->setProperty("cursorPosition", cursor);
}

QString TypedUndo::text() const {
    return field_ ? field_->property("text").toString() : QString{};
}

bool TypedUndo::isOfField(const QKeyEvent& key) {
    const bool typed = text() != settled_;
    if (key.matches(QKeySequence::Redo)) return (typed || tookBack_) && field_->property("canRedo").toBool();
    return typed && field_->property("canUndo").toBool();
}

bool TypedUndo::eventFilter(QObject* watched, QEvent* event) {
    const bool asks = event->type() == QEvent::ShortcutOverride;
    if (!field_ || watched != field_ || (!asks && event->type() != QEvent::KeyPress)) return false;
    const auto& key = static_cast<const QKeyEvent&>(*event);
    if (!key.matches(QKeySequence::Undo) && !key.matches(QKeySequence::Redo)) return false;
    if (isOfField(key)) {
        if (!asks) tookBack_ = true;
        return false;
    }
    // Not taken here, the key is the window's; where the window has no use for it, it is nobody's.
    event->ignore();
    return true;
}
