#include <QtTest>

#include <QAbstractItemModelTester>

#include "app/views/repairs_model.h"
#include "model/edit/edits.h"
#include "tests/model/reach/shop.h"

namespace gw {

/// Repairs as the window offers them: looked for, shown, kept or dropped, and undone in one step.
class RepairsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void nothingToRepair();
    void rowsSayWhatTheyTake();
    void previewIsDroppedWhole();
    void keptPreviewIsOneStep();
    void appliedRepairIsOneStep();
    void otherFlowDropsThePreview();
    void anEditDropsThePreview();

private:
    bool mended() const { return document_->judgement()->facts().traceOf({"images-flow"})->asWanted; }

    std::unique_ptr<Document> document_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<RepairsModel> repairs_;
};

void RepairsTest::init() {
    repairs_.reset();
    session_.reset();
    document_ = std::make_unique<Document>();
    Design design = shop::withNat();
    design.endpoints.erase({"vpce-s3"});
    document_->replace(std::move(design));
    session_ = std::make_unique<Session>();
    session_->setDocument(document_.get());
    repairs_ = std::make_unique<RepairsModel>();
    repairs_->setSession(session_.get());
    repairs_->setDocument(document_.get());
    repairs_->setFlow("images-flow");
    QTRY_VERIFY(!repairs_->isSearching());
    QCOMPARE(repairs_->rowCount(), 2);
    QVERIFY(!mended());
}

void RepairsTest::nothingToRepair() {
    const QAbstractItemModelTester tester(repairs_.get());
    repairs_->setFlow("keys-flow");
    QTRY_VERIFY(!repairs_->isSearching());
    QCOMPARE(repairs_->rowCount(), 0);
    repairs_->setFlow("nobody");
    QCOMPARE(repairs_->rowCount(), 0);
}

void RepairsTest::rowsSayWhatTheyTake() {
    QCOMPARE(repairs_->row(0).title, QString("Add gateway endpoint for S3 to vpc"));
    QCOMPARE(repairs_->row(0).merits, QString("fewest edits, cheapest"));
    QCOMPARE(repairs_->row(0).cost, QString());
    QCOMPARE(repairs_->row(1).merits, QString("most private"));
    QCOMPARE(repairs_->row(1).cost, QString("+$14.60 per month"));
    QCOMPARE(repairs_->row(1).effect, QString("harms no other flow"));
    QVERIFY(!repairs_->row(1).breaks);
}

void RepairsTest::previewIsDroppedWhole() {
    const Design before = document_->design();
    repairs_->preview(1);
    QCOMPARE(repairs_->previewed(), 1);
    QVERIFY(!repairs_->changes().isEmpty());
    QVERIFY(mended());
    repairs_->drop();
    QCOMPARE(repairs_->previewed(), -1);
    QVERIFY(document_->design() == before);
    QVERIFY(!document_->canUndo());
    QVERIFY(!mended());
    QCOMPARE(repairs_->rowCount(), 2);
}

void RepairsTest::keptPreviewIsOneStep() {
    const Design before = document_->design();
    repairs_->preview(0);
    repairs_->keep();
    QVERIFY(mended());
    QTRY_COMPARE(repairs_->rowCount(), 0);
    document_->undo();
    QVERIFY(document_->design() == before);
    QVERIFY(!document_->canUndo());
}

void RepairsTest::appliedRepairIsOneStep() {
    const Design before = document_->design();
    QSignalSpy told(session_.get(), &Session::told);
    repairs_->apply(0);
    QVERIFY(mended());
    QCOMPARE(told.size(), 1);
    QTRY_COMPARE(repairs_->rowCount(), 0);
    document_->undo();
    QVERIFY(document_->design() == before);
    QTRY_COMPARE(repairs_->rowCount(), 2);
}

void RepairsTest::otherFlowDropsThePreview() {
    const Design before = document_->design();
    repairs_->preview(0);
    repairs_->setFlow("keys-flow");
    QCOMPARE(repairs_->previewed(), -1);
    QVERIFY(document_->design() == before);
}

void RepairsTest::anEditDropsThePreview() {
    repairs_->preview(0);
    QVERIFY(document_->apply(edits::rename(AnyId("app"), "application")).has_value());
    QCOMPARE(repairs_->previewed(), -1);
    QVERIFY(!mended());
}

}  // namespace gw

QTEST_MAIN(gw::RepairsTest)
#include "repairs_test.moc"
