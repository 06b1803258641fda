#pragma once
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>

#include <functional>

#include "app/views/session.h"

namespace gw {

using IsIt = std::function<bool(QQuickItem*)>;

/// The first visible item that it is, `item` before what is below it; nullptr where there is none.
QQuickItem* firstBelow(QQuickItem* item, const IsIt& isIt);
/// Every visible item that it is, in the same order.
QList<QQuickItem*> allBelow(QQuickItem* item, const IsIt& isIt);

/// The name by which screen readers know the item; empty where they do not.
QString spokenName(QQuickItem* item);
/// Whether screen readers know it as a text that can be edited.
bool isEditor(QQuickItem* item);
/// The first visible item of that spoken name, `item` or below it.
QQuickItem* namedBelow(QQuickItem* item, const QString& name);

/// The window of the program, and a hand that works it by mouse and keys. A test of the window is one of these, and
/// opens it once, before its first case.
class WindowHarness : public QObject {
    Q_OBJECT

protected slots:
    /// Fails the case in which the QML engine complained. A test with a cleanup() of its own calls this one.
    void cleanup();

protected:
    /// At 1440 x 900, active, with settings of its own. False where the QML does not load; `warnings_` say why.
    bool open();

    QQuickItem* firstThat(const IsIt& isIt) const { return firstBelow(window_->contentItem(), isIt); }
    QQuickItem* named(const QString& name) const { return namedBelow(window_->contentItem(), name); }
    /// The first item whose text or spoken name starts so.
    QQuickItem* saying(const QString& start) const;
    /// The text of that name that can be edited: its label has the same name.
    QQuickItem* editorNamed(const QString& name) const;
    /// Where the middle of the thing on the canvas is in the window.
    QPoint middleOf(const char* thing) const;

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const;
    void type(const QString& text) const;
    /// Waits until the frames that lay out what has changed have all been; fails where that takes five seconds.
    void standStill(const QQuickItem* item) const;
    /// Once it stands still.
    void click(const QQuickItem* item, Qt::MouseButton button = Qt::LeftButton) const;
    /// The item of that spoken name, once there is one.
    void clickNamed(const QString& name) const;

    QQuickWindow* window_ = nullptr;
    Document* document_ = nullptr;
    Session* session_ = nullptr;
    /// What the QML engine complained of since the case before.
    QStringList warnings_;

private:
    QQmlApplicationEngine engine_;
};

}  // namespace gw
