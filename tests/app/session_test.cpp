#include <QtTest>

#include "app/views/session.h"
#include "model/edit/edits.h"
#include "tests/app/example.h"

using namespace gw;

/// View state: it follows the design and is no part of it.
class SessionTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        document_ = std::make_unique<Document>();
        document_->replace(example());
        session_ = std::make_unique<Session>();
        session_->setDocument(document_.get());
    }
    void cleanup() {
        session_.reset();
        document_.reset();
    }

    void selectionForgetsWhatIsDeleted();
    void aFlightSelects();
    void zoomStaysWithinBounds();
    void aRefusalIsTold();
    void lookingChangesNoDesign();
    void aTracedFlowIsCalledAsItIsNow();
    void aSuppositionCanBeTakenBackBeforeItsAnswer();
    void anEditEndsASupposition();

private:
    std::unique_ptr<Document> document_;
    std::unique_ptr<Session> session_;
};

void SessionTest::selectionForgetsWhatIsDeleted() {
    session_->setSelection({AnyId("app"), AnyId("bucket")});
    session_->setHovered(AnyId("app"));
    QCOMPARE(session_->primaryId(), QString("bucket"));
    QVERIFY(session_->attempt(edits::removeThings({"app"})));
    QCOMPARE(session_->selectionIds(), QStringList("bucket"));
    QVERIFY(session_->hoveredId().isEmpty());
}

void SessionTest::aSuppositionCanBeTakenBackBeforeItsAnswer() {
    const Supposition supposition{Supposition::Kind::ThingGone, AnyId("left")};
    session_->suppose(supposition);
    QVERIFY(session_->supposes());
    QVERIFY(!session_->whatIf());
    QTRY_VERIFY(session_->whatIf());
    session_->endWhatIf();
    QVERIFY(!session_->supposes());

    QSignalSpy changed(session_.get(), &Session::whatIfChanged);
    session_->suppose(supposition);
    session_->endWhatIf();
    session_->suppose({Supposition::Kind::ThingGone, AnyId("right")});
    QTRY_VERIFY(session_->whatIf());
    QCOMPARE(session_->whatIf()->suppositions.front().subject, AnyId("right"));
}

void SessionTest::anEditEndsASupposition() {
    session_->suppose({Supposition::Kind::ThingGone, AnyId("left")});
    QVERIFY(session_->attempt(edits::removeThings({"app"})));
    QVERIFY(!session_->supposes());
    QTest::qWait(50);
    QVERIFY(!session_->whatIf());
}

void SessionTest::aFlightSelects() {
    QSignalSpy flown(session_.get(), &Session::flyRequested);
    session_->flyTo("bucket");
    QCOMPARE(session_->selectionIds(), QStringList("bucket"));
    QCOMPARE(flown.size(), 1);
}

void SessionTest::zoomStaysWithinBounds() {
    session_->setView(1000, {});
    QCOMPARE(session_->zoom(), Session::mostZoom);
    session_->setView(0, {});
    QCOMPARE(session_->zoom(), Session::leastZoom);
}

void SessionTest::aRefusalIsTold() {
    QSignalSpy told(session_.get(), &Session::told);
    QVERIFY(!session_->attempt(edits::connect(AnyId("bucket"), AnyId("app"), "flow")));
    QCOMPARE(told.size(), 1);
    QVERIFY(!told.front().front().toString().isEmpty());
}

void SessionTest::aTracedFlowIsCalledAsItIsNow() {
    QVERIFY(session_->attempt(edits::connect(AnyId("app"), AnyId("bucket"), "flow")));
    session_->setTracedFlow("flow");
    const QString before = session_->tracedName();
    QSignalSpy told(session_.get(), &Session::tracedNameChanged);
    QVERIFY(session_->attempt(edits::rename(AnyId("app"), "till")));
    QCOMPARE(told.count(), 1);
    QVERIFY(session_->tracedName().contains("till"));
    document_->undo();
    QCOMPARE(told.count(), 2);
    QCOMPARE(session_->tracedName(), before);
}

void SessionTest::lookingChangesNoDesign() {
    QSignalSpy changed(document_.get(), &Document::changed);
    session_->setView(0.5, {100, 100});
    session_->select("app");
    session_->setLensIndex(2);
    session_->setTracedFlow("flow");
    QCOMPARE(changed.size(), 0);
    QVERIFY(!document_->isModified());
}

QTEST_GUILESS_MAIN(SessionTest)
#include "session_test.moc"
