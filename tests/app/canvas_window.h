#pragma once
#include <QClipboard>
#include <QQuickWindow>
#include <QtTest>

#include "app/views/canvas_item.h"
#include "tests/app/example.h"

namespace gw {

/// A window that shows nothing but the canvas, and a hand that works it in the coordinates of the design.
class CanvasWindow {
public:
    explicit CanvasWindow(const Design& design = example()) {
        document.replace(design);
        session.setDocument(&document);
        commands.setSession(&session);
        window.resize(1200, 800);
        canvas.setParentItem(window.contentItem());
        canvas.setReducedMotion(true);
        canvas.setCommands(&commands);
        canvas.setSession(&session);
        canvas.setSize({1200, 800});
        window.show();
        canvas.forceActiveFocus();
        session.setView(1, {500, 350});
        QObject::connect(&session, &Session::told, &session, [this](const QString& text) { said = text; });
    }

    QPoint at(Spot spot) { return canvas.board().pointAt(spot).toPoint(); }
    QPoint at(Point point) { return at(Spot{static_cast<double>(point.x), static_cast<double>(point.y)}); }
    QPoint middleOf(const std::string& id) { return at(boxOf(document.design(), id).centre()); }
    Box box(const std::string& id) const { return boxOf(document.design(), id); }

    void press(QPoint point, Qt::KeyboardModifiers keys = {}) {
        QTest::mousePress(&window, Qt::LeftButton, keys, point);
    }
    void move(QPoint point, Qt::KeyboardModifiers keys = {}) {
        QTest::mouseEvent(QTest::MouseMove, &window, Qt::LeftButton, keys, point);
    }
    void release(QPoint point, Qt::KeyboardModifiers keys = {}) {
        QTest::mouseRelease(&window, Qt::LeftButton, keys, point);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers keys = {}) {
        press(from, keys);
        for (int step = 1; step <= 4; ++step) move(from + (to - from) * step / 4, keys);
        release(to, keys);
    }
    void click(QPoint point, Qt::KeyboardModifiers keys = {}) {
        QTest::mouseClick(&window, Qt::LeftButton, keys, point);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers keys = {}) { QTest::keyClick(&window, key, keys); }

    Document document;
    Session session;
    Commands commands;
    QString said;
    QQuickWindow window;
    CanvasItem canvas;
};

}  // namespace gw
