#include <QTemporaryDir>
#include <QtTest>

#include "app/views/document.h"
#include "model/edit/edits.h"
#include "model/spec/spec.h"
#include "tests/app/example.h"

using namespace gw;

/// The open document: steps, previews, files, judgements.
class DocumentTest : public QObject {
    Q_OBJECT

private slots:
    void anEditIsAStep();
    void aRefusedEditChangesNothing();
    void changesAreToldAsPatches();
    void aPreviewIsNoStepUntilItIsKept();
    void aDroppedPreviewLeavesNothing();
    void previewsFollowFromTheSameDesign();
    void undoEndsAProposalAndNoStep();
    void aProposalThatChangesNothingEndsLoud();
    void savesAndOpensAgain();
    void saysWhereAFileIsWrong();
    void aFileThatCannotBeWrittenKeepsWhatItHeld();
    void movingThingsAsksNoJudge();
    void largeDesignsAreJudgedBeside();
};

namespace {

QUrl fileIn(const QTemporaryDir& folder, const QString& name) {
    return QUrl::fromLocalFile(folder.filePath(name));
}

void write(const QUrl& file, const QByteArray& bytes) {
    QFile out(file.toLocalFile());
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(bytes);
}

Edit rename(const char* name) {
    return edits::rename(AnyId("app"), name);
}

}  // namespace

void DocumentTest::anEditIsAStep() {
    Document document;
    document.replace(example());
    QVERIFY(!document.canUndo());
    QVERIFY(!document.isModified());
    QVERIFY(document.apply(rename("payment")));
    QCOMPARE(document.undoLabel(), QString("Rename app"));
    QVERIFY(document.isModified());
    document.undo();
    QCOMPARE(document.design(), example());
    QVERIFY(!document.isModified());
    QCOMPARE(document.redoLabel(), QString("Rename app"));
    document.redo();
    QCOMPARE(document.design().workloads.find({"app"})->name, std::string("payment"));
}

void DocumentTest::aRefusedEditChangesNothing() {
    Document document;
    document.replace(example());
    QSignalSpy changed(&document, &Document::changed);
    const Status done = document.apply(edits::connect(AnyId("bucket"), AnyId("app"), "flow"));
    QVERIFY(!done);
    QVERIFY(!done.error().message.empty());
    QCOMPARE(changed.size(), 0);
    QVERIFY(!document.canUndo());
}

void DocumentTest::changesAreToldAsPatches() {
    Document document;
    document.replace(example());
    Design followed = document.design();
    connect(&document, &Document::changed, [&](const Patch& patch) { followed = gw::apply(followed, patch); });
    QVERIFY(document.apply(rename("payment")));
    QCOMPARE(followed, document.design());
    QVERIFY(document.preview(edits::moveThings({"vpc"}, 80, 0)));
    QCOMPARE(followed, document.design());
    document.dropPreview();
    document.undo();
    QCOMPARE(followed, document.design());
    document.reset();
    QCOMPARE(followed, Design{});
}

void DocumentTest::aPreviewIsNoStepUntilItIsKept() {
    Document document;
    document.replace(example());
    QVERIFY(document.preview(rename("payment")));
    QCOMPARE(document.design().workloads.find({"app"})->name, std::string("payment"));
    QVERIFY(!document.canUndo());
    document.keepPreview();
    QCOMPARE(document.undoLabel(), QString("Rename app"));
    document.undo();
    QCOMPARE(document.design(), example());
}

void DocumentTest::aDroppedPreviewLeavesNothing() {
    Document document;
    document.replace(example());
    QVERIFY(document.apply(rename("payment")));
    document.undo();
    QVERIFY(document.preview(edits::moveThings({"vpc"}, 80, 0)));
    document.dropPreview();
    QCOMPARE(document.design(), example());
    QVERIFY(document.canRedo());
}

void DocumentTest::previewsFollowFromTheSameDesign() {
    Document document;
    document.replace(example());
    const Box before = boxOf(document.design(), "vpc");
    for (int y = 8; y <= 80; y += 8) QVERIFY(document.preview(edits::moveThings({"vpc"}, 0, y)));
    QCOMPARE(boxOf(document.design(), "vpc").y, before.y + 80);
}

void DocumentTest::undoEndsAProposalAndNoStep() {
    Document document;
    document.replace(example());
    QVERIFY(document.propose(edits::moveThings({"vpc"}, 80, 0)));
    // Also where there is no step yet.
    QVERIFY(document.canUndo());
    document.undo();
    QVERIFY(!document.isProposing());
    QCOMPARE(document.design(), example());
    QVERIFY(!document.canUndo());
    QVERIFY(document.apply(rename("payment")));
    const Design kept = document.design();
    QVERIFY(document.propose(edits::moveThings({"vpc"}, 80, 0)));
    document.undo();
    QVERIFY(!document.isProposing());
    QCOMPARE(document.design(), kept);
    QCOMPARE(document.undoLabel(), QString("Rename app"));
    document.undo();
    QCOMPARE(document.design(), example());
}

void DocumentTest::aProposalThatChangesNothingEndsLoud() {
    Document document;
    document.replace(example());
    const Edit nothing("Change nothing", [](Design&) { return Status{}; });
    QVERIFY(document.propose(nothing));
    QSignalSpy told(&document, &Document::stateChanged);
    document.undo();
    QVERIFY(!document.isProposing());
    QCOMPARE(told.count(), 1);
    // A gesture that begins ends it as well.
    QVERIFY(document.propose(nothing));
    told.clear();
    QVERIFY(document.preview(nothing));
    QVERIFY(!document.isProposing());
    QCOMPARE(told.count(), 1);
    document.dropPreview();
    QCOMPARE(told.count(), 1);
}

void DocumentTest::savesAndOpensAgain() {
    const QTemporaryDir folder;
    Document document;
    document.replace(example());
    QVERIFY(!document.save());
    QVERIFY(!document.error().isEmpty());
    QVERIFY(document.saveAs(fileIn(folder, "cart.json")));
    QCOMPARE(document.title(), QString("cart.json"));
    QVERIFY(document.error().isEmpty());
    QVERIFY(document.apply(rename("payment")));
    QVERIFY(document.isModified());
    QVERIFY(document.save());
    QVERIFY(!document.isModified());

    Document other;
    QSignalSpy opened(&other, &Document::opened);
    QVERIFY(other.open(fileIn(folder, "cart.json")));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(other.design(), document.design());
    QVERIFY(!other.canUndo());
    QVERIFY(!other.isModified());
}

void DocumentTest::saysWhereAFileIsWrong() {
    const QTemporaryDir folder;
    const QUrl file = fileIn(folder, "broken.json");
    write(file, "{\n  \"format\": \"gatewright/1\",\n  \"vpc\": {}\n}\n");
    Document document;
    document.replace(example());
    QVERIFY(!document.open(file));
    QVERIFY2(document.error().startsWith("broken.json:3:"), qPrintable(document.error()));
    QCOMPARE(document.design(), example());
    QVERIFY(!document.open(fileIn(folder, "missing.json")));
    QVERIFY2(document.error().startsWith("missing.json cannot be read"), qPrintable(document.error()));
}

void DocumentTest::aFileThatCannotBeWrittenKeepsWhatItHeld() {
    const QTemporaryDir folder;
    Document document;
    document.replace(example());
    const QUrl nowhere = fileIn(folder, "no/such/folder/cart.json");
    QVERIFY(!document.saveAs(nowhere));
    QVERIFY2(document.error().startsWith("cart.json cannot be written"), qPrintable(document.error()));
    QVERIFY(document.file().isEmpty());
}

void DocumentTest::movingThingsAsksNoJudge() {
    Document document;
    document.replace(example());
    const auto before = document.judgement();
    QVERIFY(document.apply(edits::moveThings({"vpc"}, 80, 0)));
    QCOMPARE(document.judgement(), before);
    QVERIFY(document.apply(rename("payment")));
    QVERIFY(document.judgement() != before);
    QCOMPARE(document.judgement()->design(), document.design());
    QVERIFY(!document.isJudging());
}

void DocumentTest::largeDesignsAreJudgedBeside() {
    Design large = example();
    for (int i = 0; i < 1000; ++i) {
        ServiceResource resource;
        resource.id = {"extra-" + std::to_string(i)};
        resource.service = "s3";
        large.resources.put(resource);
    }
    Document document;
    int stale = 0;
    connect(&document, &Document::judged, &document, [&] {
        if (!document.isJudging() && !judgedAlike(document.judgement()->design(), document.design())) ++stale;
    });
    document.replace(large);
    QVERIFY(document.isJudging());
    // Edits while it is judged: only the newest is judged next, and what is stale says so until then.
    for (const char* name : {"one", "two", "three"}) QVERIFY(document.apply(rename(name)));
    QVERIFY(document.isJudging());
    QTRY_VERIFY(!document.isJudging());
    QCOMPARE(document.judgement()->design(), document.design());
    // Back while it is judged, and a small design, judged at once, in its place: what comes late is dropped.
    QVERIFY(document.apply(rename("four")));
    document.undo();
    QTRY_VERIFY(!document.isJudging());
    QCOMPARE(document.judgement()->design(), document.design());
    QVERIFY(document.apply(rename("five")));
    document.replace(example());
    QVERIFY(!document.isJudging());
    QTest::qWait(300);
    QCOMPARE(document.judgement()->design(), example());
    QCOMPARE(document.judgement()->diagnostics().size(), judge(example())->diagnostics().size());
    QCOMPARE(stale, 0);
}

QTEST_GUILESS_MAIN(DocumentTest)
#include "document_test.moc"
