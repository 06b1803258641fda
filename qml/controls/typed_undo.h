#pragma once
#include <qqmlintegration.h>
#include <QPointer>
#include <QQuickItem>

/// Undo and redo in a text field are its own as long as it holds what nobody has kept yet; else they are the window's.
/// A field of Qt Quick takes both keys at all times, and would take back letter by letter what is in the document
/// already.
class TypedUndo : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// The field that is watched: an item with `text`, `canUndo` and `canRedo`.
    Q_PROPERTY(QQuickItem* field READ field WRITE setField NOTIFY fieldChanged REQUIRED)

public:
    using QObject::QObject;

    QQuickItem* field() const { return field_; }
    void setField(QQuickItem* field);
    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void fieldChanged();

private slots:
    /// What stands in the field now has been kept, or was never typed.
    void settle();

private:
    void forget();
    QString text() const;
    /// Whether the key takes back, or brings back, something that was typed and is not kept.
    bool isOfField(const QKeyEvent& key);

    QPointer<QQuickItem> field_;
    QString settled_;
    /// Set once something typed was taken back: it can be brought back.
    bool tookBack_ = false;
};
