#include <QtQml/qqmlextensionplugin.h>
#include <QAccessible>
#include <QFile>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include "app/views/session.h"
#include "model/spec/spec.h"

Q_IMPORT_QML_PLUGIN(Gatewright_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_ViewsPlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_CanvasPlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_PanelsPlugin)
Q_IMPORT_QML_PLUGIN(Gatewright_MainPlugin)

namespace gw {

/// Lenses and what-if, asked for by mouse and keys: the picture changes, the design does not.
class LensWindowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aClickChangesTheLens();
    void keysChangeTheLens();
    void aNarrowWindowHasADropDown();
    void theResilienceLensAsksForAZone();
    void theMenuOfAThingAsksWhatIf();
    void aChangedFlowIsTraced();
    void privateDnsIsTurnedInThoughtOnly();
    void aRouteGoesInThoughtOnly();
    void theOutlineAsksToo();
    void anEditEndsIt();

private:
    QQuickItem* named(const QString& name) const;
    void click(const QQuickItem* item, Qt::MouseButton button = Qt::LeftButton) const {
        QTest::mouseClick(window_, button, {}, item->mapToScene({item->width() / 2, item->height() / 2}).toPoint());
    }
    void clickNamed(const QString& name) const {
        QQuickItem* item = nullptr;
        QTRY_VERIFY2((item = named(name)), qPrintable(name));
        click(item);
    }
    /// Where the middle of the thing is in the window.
    QPoint middleOf(const char* thing) const;
    void askWhatIf(const char* thing, const QString& entry) const;
    QImage picture() const {
        QTest::qWait(50);
        return window_->grabWindow();
    }

    QQmlApplicationEngine engine_;
    QQuickWindow* window_ = nullptr;
    Document* document_ = nullptr;
    Session* session_ = nullptr;
    std::string before_;
};

/// The first visible item below `item` that screen readers know by that name.
static QQuickItem* visibleNamed(QQuickItem* item, const QString& name) {
    if (!item->isVisible()) return nullptr;
    QAccessibleInterface* known = QAccessible::queryAccessibleInterface(item);
    if (known && known->text(QAccessible::Name) == name && item->width() > 0) return item;
    for (QQuickItem* child : item->childItems())
        if (QQuickItem* found = visibleNamed(child, name)) return found;
    return nullptr;
}

QQuickItem* LensWindowTest::named(const QString& name) const {
    return visibleNamed(window_->contentItem(), name);
}

QPoint LensWindowTest::middleOf(const char* thing) const {
    const auto* canvas = window_->findChild<QQuickItem*>("canvas");
    const auto middle = document_->design().placements.find({thing})->box().centre();
    const QPointF off = (QPointF(middle.x, middle.y) - session_->centre()) * session_->zoom();
    return canvas->mapToScene(QPointF(canvas->width() / 2, canvas->height() / 2) + off).toPoint();
}

void LensWindowTest::askWhatIf(const char* thing, const QString& entry) const {
    QTest::mouseClick(window_, Qt::RightButton, {}, middleOf(thing));
    QTRY_COMPARE(session_->primaryId(), QString(thing));
    clickNamed(entry);
    QTRY_VERIFY(session_->whatIf());
}

void LensWindowTest::initTestCase() {
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

void LensWindowTest::init() {
    window_->resize(1600, 900);
    QVERIFY(document_->openSample("securecart"));
    session_->clearSelection();
    session_->setLensIndex(0);
    session_->fit();
    QTRY_VERIFY(!document_->isJudging());
    before_ = writeSpec(document_->design());
    QTest::qWait(50);
}

/// The law of every look: nothing that is saved, undone or marked as changed comes of it.
void LensWindowTest::cleanup() {
    if (!document_->canUndo()) {
        QCOMPARE(writeSpec(document_->design()), before_);
        QVERIFY(!document_->isModified());
    }
    session_->endWhatIf();
    session_->setTracedFlow({});
}

void LensWindowTest::aClickChangesTheLens() {
    const QImage plain = picture();
    clickNamed("Security");
    QCOMPARE(session_->lens(), Lens::Security);
    const QImage security = picture();
    QVERIFY(security != plain);
    clickNamed("Topology");
    QCOMPARE(session_->lens(), Lens::Topology);
    // A fitted view makes room for the legend, and takes it back.
    const double zoom = session_->zoom();
    clickNamed("Routing");
    QVERIFY(session_->zoom() < zoom);
    clickNamed("Topology");
    QCOMPARE(session_->zoom(), zoom);
    QVERIFY(!document_->canUndo());
}

void LensWindowTest::keysChangeTheLens() {
    QTest::keyClick(window_, Qt::Key_5, Qt::AltModifier);
    QCOMPARE(session_->lens(), Lens::Policy);
    QTest::keyClick(window_, Qt::Key_7, Qt::AltModifier);
    QCOMPARE(session_->lens(), Lens::Resilience);
    QTest::keyClick(window_, Qt::Key_2, Qt::AltModifier);
    QCOMPARE(session_->lens(), Lens::Routing);
    named("Routing")->forceActiveFocus();
    QTest::keyClick(window_, Qt::Key_Right);
    QCOMPARE(session_->lens(), Lens::Security);
    QCOMPARE(window_->activeFocusItem(), named("Security"));
    QTest::keyClick(window_, Qt::Key_Left);
    QCOMPARE(session_->lens(), Lens::Routing);
}

void LensWindowTest::aNarrowWindowHasADropDown() {
    window_->resize(1280, 800);
    QTRY_VERIFY(!named("Security"));
    QQuickItem* choice = named("Lens");
    QVERIFY(choice);
    click(choice);
    QTRY_VERIFY(named("DNS"));
    QTRY_VERIFY(named("DNS")->mapToScene({0, 0}).y() > 0);
    QTest::qWait(100);
    click(named("DNS"));
    QTRY_COMPARE(session_->lens(), Lens::Dns);
}

void LensWindowTest::theResilienceLensAsksForAZone() {
    clickNamed("Resilience");
    QQuickItem* zones = nullptr;
    QTRY_VERIFY((zones = named("Zone that is down")));
    const QImage allUp = picture();
    zones->forceActiveFocus();
    QTest::keyClick(window_, Qt::Key_Down);
    QTRY_VERIFY(session_->whatIf());
    QCOMPARE(QString::fromStdString(session_->whatIf()->title), QString("us-east-1a down"));
    QVERIFY(picture() != allUp);
    QTest::keyClick(window_, Qt::Key_Up);
    QTRY_VERIFY(!session_->supposes());
}

void LensWindowTest::theMenuOfAThingAsksWhatIf() {
    QTemporaryDir folder;
    const QString path = folder.filePath("design.json");
    QVERIFY(document_->saveAs(QUrl::fromLocalFile(path)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray saved = file.readAll();

    const QImage plain = picture();
    askWhatIf("vpce-s3", "What if this goes?");
    QTRY_VERIFY(named("Without vpce-s3"));
    QTRY_VERIFY(named(QString::fromStdString(summaryOf(session_->whatIf()->changes))));
    QVERIFY(picture() != plain);
    QVERIFY(!document_->canUndo());
    QVERIFY(!document_->isModified());
    QVERIFY(document_->save());
    file.seek(0);
    QCOMPARE(file.readAll(), saved);

    QTest::keyClick(window_, Qt::Key_Escape);
    QTRY_VERIFY(!session_->supposes());
    askWhatIf("vpce-s3", "What if this goes?");
    clickNamed("End what-if");
    QTRY_VERIFY(!session_->supposes());
}

void LensWindowTest::aChangedFlowIsTraced() {
    askWhatIf("vpce-s3", "What if this goes?");
    clickNamed("Show flows");
    QQuickItem* list = nullptr;
    QTRY_VERIFY((list = named("Flows that change")));
    QTRY_COMPARE(static_cast<std::size_t>(list->property("count").toInt()), session_->whatIf()->changes.size());
    QTRY_VERIFY(list->height() > 0);
    QTest::mouseClick(window_, Qt::LeftButton, {}, list->mapToScene({40, 8}).toPoint());
    QTRY_VERIFY(!session_->tracedFlow().isEmpty());
    // One level out at a time.
    QTest::keyClick(window_, Qt::Key_Escape);
    QTRY_VERIFY(session_->tracedFlow().isEmpty());
    QVERIFY(session_->supposes());
    QTest::keyClick(window_, Qt::Key_Escape);
    QTRY_VERIFY(!session_->supposes());
}

void LensWindowTest::privateDnsIsTurnedInThoughtOnly() {
    askWhatIf("vpce-secrets", "What if private DNS were off?");
    QTRY_VERIFY(named("Private DNS of vpce-secrets off"));
    QVERIFY(!session_->whatIf()->changes.empty());
    QVERIFY(document_->design().endpoints.find({"vpce-secrets"})->privateDns);
}

void LensWindowTest::aRouteGoesInThoughtOnly() {
    session_->select("rt-public");
    clickNamed("What if this row goes?");
    QTRY_VERIFY(session_->whatIf());
    QTRY_VERIFY(named("Without the route to 0.0.0.0/0 in rt-public"));
    QCOMPARE(document_->design().routeTables.find({"rt-public"})->routes.size(), std::size_t{1});
    // The focus is in the inspector, and Esc leads out of it all the same.
    QTest::keyClick(window_, Qt::Key_Escape);
    QVERIFY(!session_->supposes());
}

void LensWindowTest::theOutlineAsksToo() {
    session_->select("rt-app-a");
    QQuickItem* row = nullptr;
    QTRY_VERIFY((row = named("rt-app-a")));
    click(row, Qt::RightButton);
    // A table has no place on the canvas where its name could be written.
    QQuickItem* rename = nullptr;
    QTRY_VERIFY((rename = named("Rename")));
    QVERIFY(!rename->isEnabled());
    clickNamed("What if this goes?");
    QTRY_VERIFY(session_->whatIf());
    QTRY_VERIFY(named("Without rt-app-a"));
}

void LensWindowTest::anEditEndsIt() {
    askWhatIf("vpce-s3", "What if this goes?");
    QTest::keyClick(window_, Qt::Key_Delete);
    QTRY_VERIFY(!session_->supposes());
    QVERIFY(document_->canUndo());
}

}  // namespace gw

QTEST_MAIN(gw::LensWindowTest)
#include "lens_window_test.moc"
