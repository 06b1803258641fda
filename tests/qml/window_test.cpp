#include <QtQml/qqmlextensionplugin.h>
#include <QAccessible>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QtTest>

#include "app/views/session.h"

Q_IMPORT_QML_PLUGIN(Gatewright_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_ViewsPlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_CanvasPlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_PanelsPlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_MainPlugin)

namespace gw {

/// The window worked by keys and mouse, as a user does.
class WindowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void paletteAddsByEnterAndUndoTakesItBack();
    void f8WalksTheProblems();
    void quickFixIsOneStep();
    void badBlockIsMarkedAndNotApplied();
    void outlineFollowsTheSelection();
    void f6GoesThroughTheRegions();
    void panelsFold();

private:
    QQuickItem* named(const QString& name) const;
    void type(const QString& text) const {
        for (const QChar letter : text) QTest::keyClick(window_, letter.toLatin1());
    }
    void click(const QQuickItem* item) const {
        QTest::mouseClick(window_, Qt::LeftButton, {},
                          item->mapToScene({item->width() / 2, item->height() / 2}).toPoint());
    }

    QQmlApplicationEngine engine_;
    QQuickWindow* window_ = nullptr;
    Document* document_ = nullptr;
    Session* session_ = nullptr;
};

/// The first visible item below `item` that screen readers know by that name.
static QQuickItem* visibleNamed(QQuickItem* item, const QString& name) {
    if (!item->isVisible()) return nullptr;
    QAccessibleInterface* known = QAccessible::queryAccessibleInterface(item);
    if (known && known->text(QAccessible::Name) == name) return item;
    for (QQuickItem* child : item->childItems())
        if (QQuickItem* found = visibleNamed(child, name)) return found;
    return nullptr;
}

QQuickItem* WindowTest::named(const QString& name) const {
    return visibleNamed(window_->contentItem(), name);
}

void WindowTest::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName("gatewright-test");
    QCoreApplication::setApplicationName(QString::number(QCoreApplication::applicationPid()));
    engine_.addImportPath("qrc:/qt/qml");
    engine_.load(QUrl("qrc:/qt/qml/Gatewright/Main/Main.qml"));
    QVERIFY(!engine_.rootObjects().isEmpty());
    window_ = qobject_cast<QQuickWindow*>(engine_.rootObjects().first());
    QVERIFY(QTest::qWaitForWindowActive(window_));
    document_ = window_->property("document").value<Document*>();
    session_ = window_->property("session").value<Session*>();
}

void WindowTest::init() {
    QVERIFY(document_->openSample("securecart-broken"));
    session_->clearSelection();
    session_->setProperty("bottomTab", "problems");
    QTRY_VERIFY(!document_->isJudging());
}

void WindowTest::paletteAddsByEnterAndUndoTakesItBack() {
    document_->reset();
    const Design empty = document_->design();
    QTest::keyClick(window_, Qt::Key_Slash);
    type("vpc");
    QTest::keyClick(window_, Qt::Key_Return);
    QCOMPARE(document_->design().vpcs.size(), 1u);
    document_->undo();
    QVERIFY(document_->design() == empty);
    QVERIFY(!document_->canUndo());
}

void WindowTest::f8WalksTheProblems() {
    QTest::keyClick(window_, Qt::Key_F8);
    const QString first = session_->primaryId();
    QVERIFY(!first.isEmpty());
    QStringList seen{first};
    for (int step = 0; step < 6; ++step) {
        QTest::keyClick(window_, Qt::Key_F8);
        seen << session_->primaryId();
    }
    seen.removeDuplicates();
    QVERIFY(seen.size() > 1);
    for (int step = 0; step < 6; ++step) QTest::keyClick(window_, Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(session_->primaryId(), first);
}

void WindowTest::quickFixIsOneStep() {
    const Design before = document_->design();
    for (int step = 0; step < 60 && !document_->canUndo(); ++step) {
        QTest::keyClick(window_, Qt::Key_F8);
        QTest::keyClick(window_, Qt::Key_Period, Qt::ControlModifier);
    }
    QVERIFY(document_->canUndo());
    document_->undo();
    QVERIFY(document_->design() == before);
    QVERIFY(!document_->canUndo());
}

void WindowTest::badBlockIsMarkedAndNotApplied() {
    const Subnet subnet = *document_->design().subnets.begin();
    session_->select(QString::fromStdString(subnet.id.value));
    QQuickItem* field = nullptr;
    QTRY_VERIFY((field = named("IPv4 block")));
    field->forceActiveFocus();
    QTest::keyClick(window_, Qt::Key_A, Qt::ControlModifier);
    type("10.0.0.0/99");
    QTest::keyClick(window_, Qt::Key_Return);
    QTRY_VERIFY((field = named("IPv4 block")));
    QVERIFY(!field->property("error").toString().isEmpty());
    QCOMPARE(field->property("text").toString(), "10.0.0.0/99");
    QVERIFY(!document_->canUndo());
}

void WindowTest::outlineFollowsTheSelection() {
    session_->select("vpce-secrets");
    QTRY_VERIFY(named("vpce-secrets"));
    const QQuickItem* row = named("vpce-secrets");
    QVERIFY(row->property("highlighted").toBool());
}

void WindowTest::f6GoesThroughTheRegions() {
    session_->select("vpc-shop");
    QList<QQuickItem*> stops;
    for (int step = 0; step < 5; ++step) {
        QTest::keyClick(window_, Qt::Key_F6);
        QVERIFY(window_->activeFocusItem());
        stops << window_->activeFocusItem();
    }
    QCOMPARE(QSet<QQuickItem*>(stops.begin(), stops.end()).size(), 5);
}

void WindowTest::panelsFold() {
    const auto widthOf = [&](const QString& name) { return named(name) ? named(name)->width() : 0; };
    QVERIFY(widthOf("Inspector") >= 272);
    QTest::keyClick(window_, Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(widthOf("Inspector"), 0);
    QTest::keyClick(window_, Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(widthOf("Inspector") >= 272);
}

}  // namespace gw

QTEST_MAIN(gw::WindowTest)
#include "window_test.moc"
