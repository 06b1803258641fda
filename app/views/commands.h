#pragma once
#include <QKeyEvent>
#include <QPointF>
#include <QQmlListProperty>
#include <QSizeF>

#include <vector>

#include "app/views/command.h"
#include "app/views/session.h"

namespace gw {

/// Every command of the program, once: menus, keys and the palette of commands read this list.
class Commands : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(gw::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QQmlListProperty<gw::Command> all READ listed CONSTANT)

public:
    explicit Commands(QObject* parent = nullptr);

    Session* session() const { return session_; }
    void setSession(Session* session);

    const QList<Command*>& all() const { return all_; }
    QQmlListProperty<Command> listed() { return {this, &all_}; }
    /// nullptr where none has that name.
    Q_INVOKABLE gw::Command* named(const QString& name) const;
    /// Where on a canvas of that size the thing stands, or what stands for it: a point within; the middle where nothing
    /// does.
    Q_INVOKABLE QPointF spotOf(const QString& thing, QSizeF canvas) const;
    /// Pastes so far from the middle of the canvas, pixels.
    Q_INVOKABLE void pasteAt(QPointF off);
    /// The command of the canvas that the key is for; nullptr where there is none.
    Command* onCanvas(const QKeyEvent& key) const;

signals:
    void sessionChanged();
    /// What the window must do itself, by the name of the command: ask for a file, show a panel, zoom the canvas.
    void requested(const QString& name);

private:
    void refresh();

    void add(Command::Parts parts);
    // Each adds the commands of one menu; one file each.
    void addFileCommands();
    void addEditCommands();
    void addSelectCommands();
    void addViewCommands();
    void addLensCommands();

    Document* document() const { return session_ ? session_->document() : nullptr; }
    bool hasSelection() const { return document() && !session_->selection().empty(); }
    /// A label that never changes.
    static std::function<QString()> says(const QString& label);
    /// Enabled while a document is there.
    std::function<bool()> whenOpen() const;
    std::function<bool()> whenSelected() const;
    std::function<void()> requests(const QString& name);

    Session* session_ = nullptr;
    QList<Command*> all_;
};

}  // namespace gw
