#include "tests/qml/window_harness.h"

#include <QAccessible>
#include <QDeadlineTimer>
#include <QtTest>

#include <utility>

#include "app/gui/window.h"
#include "tests/qml/own_settings.h"

namespace gw {

QQuickItem* firstBelow(QQuickItem* item, const IsIt& isIt) {
    if (!item->isVisible()) return nullptr;
    if (isIt(item)) return item;
    for (QQuickItem* child : item->childItems())
        if (QQuickItem* found = firstBelow(child, isIt)) return found;
    return nullptr;
}

QList<QQuickItem*> allBelow(QQuickItem* item, const IsIt& isIt) {
    QList<QQuickItem*> found;
    if (!item->isVisible()) return found;
    if (isIt(item)) found << item;
    for (QQuickItem* child : item->childItems()) found << allBelow(child, isIt);
    return found;
}

QString spokenName(QQuickItem* item) {
    QAccessibleInterface* known = QAccessible::queryAccessibleInterface(item);
    return known ? known->text(QAccessible::Name) : QString();
}

bool isEditor(QQuickItem* item) {
    QAccessibleInterface* known = QAccessible::queryAccessibleInterface(item);
    return known && known->role() == QAccessible::EditableText;
}

QQuickItem* namedBelow(QQuickItem* item, const QString& name) {
    return firstBelow(item, [&](QQuickItem* each) { return spokenName(each) == name; });
}

bool WindowHarness::open() {
    useOwnSettings();
    QObject::connect(&engine_, &QQmlEngine::warnings, &engine_, [this](const QList<QQmlError>& errors) {
        for (const QQmlError& error : errors) warnings_ << error.toString();
    });
    window_ = openWindow(engine_);
    if (!window_) return false;
    // Larger than the screen that is not there.
    window_->resize(1440, 900);
    document_ = window_->property("document").value<Document*>();
    session_ = window_->property("session").value<Session*>();
    return QTest::qWaitForWindowActive(window_);
}

void WindowHarness::cleanup() {
    QCOMPARE(std::exchange(warnings_, {}).join('\n'), QString());
}

QQuickItem* WindowHarness::saying(const QString& start) const {
    return firstThat([&](QQuickItem* item) {
        return item->property("text").toString().startsWith(start) || spokenName(item).startsWith(start);
    });
}

QQuickItem* WindowHarness::editorNamed(const QString& name) const {
    return firstThat([&](QQuickItem* item) { return isEditor(item) && spokenName(item) == name; });
}

QPoint WindowHarness::middleOf(const char* thing) const {
    const auto* canvas = window_->findChild<QQuickItem*>("canvas");
    const auto middle = document_->design().placements.find({thing})->box().centre();
    const QPointF off = (QPointF(middle.x, middle.y) - session_->centre()) * session_->zoom();
    return canvas->mapToScene(QPointF(canvas->width() / 2, canvas->height() / 2) + off).toPoint();
}

void WindowHarness::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const {
    QTest::keyClick(window_, key, modifiers);
}

void WindowHarness::type(const QString& text) const {
    for (const QChar letter : text) QTest::keyClick(window_, letter.toLatin1());
}

void WindowHarness::standStill(const QQuickItem* item) const {
    QPointF before;
    const QDeadlineTimer last(5000);
    do {
        QVERIFY2(!last.hasExpired(), "It never stands still.");
        before = item->mapToScene({});
        QTest::qWait(20);
        window_->grabWindow();
    } while (before != item->mapToScene({}));
}

void WindowHarness::click(const QQuickItem* item, Qt::MouseButton button) const {
    standStill(item);
    QTest::mouseClick(window_, button, {}, item->mapToScene({item->width() / 2, item->height() / 2}).toPoint());
}

void WindowHarness::clickNamed(const QString& name) const {
    QQuickItem* item = nullptr;
    QTRY_VERIFY2((item = named(name)), qPrintable(name));
    click(item);
}

}  // namespace gw
