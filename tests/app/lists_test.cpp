#include <QAbstractItemModelTester>
#include <QDirIterator>
#include <QtTest>

#include "app/views/change_text.h"
#include "app/views/choices_model.h"
#include "app/views/done_text.h"
#include "app/views/fields_model.h"
#include "app/views/flows_model.h"
#include "app/views/outline_model.h"
#include "app/views/palette_model.h"
#include "app/views/paths_model.h"
#include "app/views/problems_model.h"
#include "app/views/spec_model.h"
#include "app/views/trace_model.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"
#include "model/report/overlay_of.h"
#include "model/spec/spec.h"
#include "tests/model/scene/shop.h"

namespace gw {

class ListsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void rowsKeepTheirPlace();
    void problemsAreCountedAndFiltered();
    void everyFixIsPreviewedAndApplied();
    void pathsAndTraceAgree();
    void pathsAreFilteredAndSorted();
    void stagesAlikeAreOneStage();
    void pathsOfAnyKindAreNotCountedAgainst();
    void aPathSaysThatNoRoleSigns();
    void pathsTellWhatIsSupposed();
    void outlineShowsEveryThingOnce();
    void badgesCountWhatTheInspectorTells();
    void outlineMarksWhatTheCanvasMarks();
    void outlineListsThingsByName();
    void outlineRevealsWhatIsFolded();
    void paletteFindsByWords();
    void fieldsRefuseWhatIsNotWellFormed();
    void membersKeepTheirCommas();
    void switchesInTablesSayYesOrNo();
    void cellsAreEditedAddedAndRemoved();
    void aRefusedRowSaysWhichCellIsWrong();
    void whatWasDoneIsToldAsDone();
    void theVerbOfEveryFixHasItsPast();
    void aSubnetTellsWhatHoldsForIt();
    void subnetsOfTwoVpcsShareNoTable();
    void aMemberIsReplacedWhereItStands();
    void membersGoByName();
    void choicesFindServices();
    void refusedTextStaysWithItsThing();
    void severalOfOneKindAreEditedTogether();
    void valuesThatDifferAreMixed();
    void aRefusedCellLeavesTheTableOfSeveral();
    void routesThatAwsKeepsAreShown();
    void specMarksTheLastChange();

private:
    std::unique_ptr<Document> document_;
    std::unique_ptr<Session> session_;
};

void ListsTest::init() {
    session_.reset();
    document_ = std::make_unique<Document>();
    document_->replace(test::shop());
    session_ = std::make_unique<Session>();
    session_->setDocument(document_.get());
}

static int rowOf(const QAbstractItemModel& model, const char* role, const QVariant& value) {
    const int number = model.roleNames().key(role);
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.index(row, 0).data(number) == value) return row;
    return -1;
}

static QVariant cell(const QAbstractItemModel& model, int row, const char* role) {
    return model.index(row, 0).data(model.roleNames().key(role));
}

struct Word {
    QString key;
    int value = 0;
    friend bool operator==(const Word&, const Word&) = default;
};

class Words : public RowsModel<Word> {
public:
    void show(const QString& text) {
        std::vector<Word> rows;
        for (const QString& word : text.split(' ', Qt::SkipEmptyParts))
            rows.push_back({word.left(1), word.mid(1).toInt()});
        setRows(std::move(rows));
    }
    QString text() const {
        QStringList words;
        for (const Word& word : rows()) words << word.key + (word.value ? QString::number(word.value) : QString());
        return words.join(' ');
    }

protected:
    const std::vector<Role>& roles() const override {
        static const std::vector<Role> roles = {{"value", [](const Word& word) { return QVariant(word.value); }}};
        return roles;
    }
};

void ListsTest::rowsKeepTheirPlace() {
    Words words;
    const QAbstractItemModelTester tester(&words, QAbstractItemModelTester::FailureReportingMode::QtTest);
    words.show("a b c d");
    const QPersistentModelIndex kept = words.index(2);
    QSignalSpy changes(&words, &QAbstractItemModel::dataChanged);
    QSignalSpy resets(&words, &QAbstractItemModel::modelReset);
    for (const char* next : {"a b c1 d", "x a c1 y z d", "d c2 a", "e f c2", "c2 g", "c2"}) {
        words.show(next);
        QCOMPARE(words.text(), QString(next));
        QCOMPARE(words.row(kept.row()).key, "c");
    }
    QCOMPARE(changes.count(), 2);
    QCOMPARE(resets.count(), 0);
    words.show("");
    QVERIFY(!kept.isValid());
}

void ListsTest::problemsAreCountedAndFiltered() {
    ProblemsModel problems;
    problems.setDocument(document_.get());
    QVERIFY(problems.rowCount() > 0);
    QCOMPARE(problems.errors() + problems.warnings() + problems.hints(), problems.rowCount());
    for (int row = 1; row < problems.rowCount(); ++row)
        QVERIFY(problems.row(row - 1).severity >= problems.row(row).severity);
    const QString code = problems.row(0).code;
    const int all = problems.rowCount();
    problems.setFilter(code.toLower());
    QVERIFY(problems.rowCount() > 0 && problems.rowCount() <= all);
    problems.setFilter("no such words");
    QCOMPARE(problems.rowCount(), 0);
    problems.setFilter({});
    problems.setSubject(problems.row(0).subject);
    for (const ProblemRow& row : problems.rows()) QCOMPARE(row.subject, problems.subject());
}

void ListsTest::everyFixIsPreviewedAndApplied() {
    ProblemsModel problems;
    problems.setDocument(document_.get());
    problems.setProperty("session", QVariant::fromValue(session_.get()));
    const Design before = document_->design();
    int fixes = 0;
    int harmful = 0;
    for (int row = 0; row < problems.rowCount(); ++row)
        for (int fix = 0; fix < problems.row(row).fixes.size(); ++fix) {
            const QString key = problems.row(row).key;
            const QStringList lines = problems.previewFix(row, fix);
            QVERIFY2(!lines.isEmpty(), qPrintable(key));
            QVERIFY(document_->kept() == before);
            problems.dropPreview();
            QVERIFY(!document_->canUndo());
            QCOMPARE(document_->design() == before, true);
            if (const QString harm = problems.harmOf(problems.indexOf(key), fix); !harm.isEmpty()) {
                // What makes a flow worse is shown before it is done.
                QSignalSpy looked(session_.get(), &Session::fixLookedAt);
                problems.applyFix(problems.indexOf(key), fix);
                QCOMPARE(looked.count(), 1);
                QCOMPARE(looked.front(), (QVariantList{key, fix}));
                QVERIFY(harm.startsWith("Harms "));
                QVERIFY(!document_->canUndo());
                ++harmful;
                continue;
            }
            problems.applyFix(problems.indexOf(key), fix);
            QCOMPARE(changeLines(before, document_->design()), lines);
            document_->undo();
            QCOMPARE(document_->design() == before, true);
            ++fixes;
        }
    QVERIFY(fixes > 0);
}

void ListsTest::pathsAndTraceAgree() {
    PathsModel paths;
    paths.setDocument(document_.get());
    QCOMPARE(paths.flows(), static_cast<int>(document_->design().flows.size()));
    Session session;
    session.setDocument(document_.get());
    TraceModel trace;
    trace.setSession(&session);
    int shown = 0;
    for (const PathRow& row : paths.rows())
        for (const PathCell& each : row.cells) {
            if (each.flow.isEmpty()) continue;
            session.setTracedFlow(each.flow);
            QVERIFY(trace.isFound());
            QCOMPARE(trace.from(), row.label);
            QCOMPARE(trace.tone(), static_cast<int>(each.fare));
            const bool stops = rowOf(trace, "outcome", 1) >= 0;
            QCOMPARE(trace.stop(), rowOf(trace, "outcome", 1));
            if (each.fare == Fare::Private) QVERIFY(!stops);
            for (const QString& reason : trace.reasons())
                QVERIFY(trace.reasons().size() > 1 || !trace.summary().contains(reason));
            FlowsModel flows;
            flows.setDocument(document_.get());
            flows.setSubject(each.flow);
            QCOMPARE(flows.rowCount(), 1);
            QCOMPARE(cell(flows, 0, "way").toString(), each.way);
            shown += 1 + each.more;
        }
    QCOMPARE(shown, paths.flows());
    session.setTracedFlow("nothing");
    QVERIFY(!trace.isFound());
    QCOMPARE(trace.rowCount(), 0);
}

void ListsTest::pathsAreFilteredAndSorted() {
    QVERIFY(document_->openSample("securecart-broken"));
    PathsModel paths;
    paths.setDocument(document_.get());
    const auto cells = [&] {
        std::vector<PathCell> all;
        for (const PathRow& row : paths.rows())
            for (const PathCell& cell : row.cells)
                if (!cell.flow.isEmpty()) all.push_back(cell);
        return all;
    };
    const auto labels = [&] {
        QStringList names;
        for (const PathRow& row : paths.rows()) names << row.label;
        return names;
    };
    const auto all = cells();
    const QStringList asDrawn = labels();
    const auto unwanted = std::ranges::count(all, true, &PathCell::unwanted);
    QVERIFY(unwanted > 0 && unwanted < std::ssize(all));
    paths.setOnlyUnwanted(true);
    QCOMPARE(std::ssize(cells()), unwanted);
    QVERIFY(std::ranges::all_of(cells(), &PathCell::unwanted));
    paths.setOnlyUnwanted(false);

    // A word of the source and one of the target: that pair alone.
    const QString target = paths.targets().front();
    paths.setFilter(asDrawn.back() + ' ' + target);
    for (const PathRow& row : paths.rows()) {
        const bool isSource = row.label.contains(asDrawn.back(), Qt::CaseInsensitive);
        QVERIFY(isSource || paths.targets().join(' ').contains(asDrawn.back(), Qt::CaseInsensitive));
    }
    paths.setFilter("no such words");
    QCOMPARE(paths.rowCount(), 0);
    QCOMPARE(paths.targets(), QStringList());
    QCOMPARE(paths.flows(), static_cast<int>(document_->design().flows.size()));
    paths.setFilter({});

    paths.setSortedBy("*name");
    QStringList sorted = asDrawn;
    std::ranges::stable_sort(
        sorted, [](const QString& a, const QString& b) { return QString::compare(a, b, Qt::CaseInsensitive) < 0; });
    QCOMPARE(labels(), sorted);
    for (qsizetype column = 0; column < paths.targets().size(); ++column) {
        paths.setSortedBy(paths.targetIds()[column]);
        std::vector<std::pair<bool, int>> ranks;
        for (const PathRow& row : paths.rows()) {
            const PathCell& cell = row.cells[static_cast<std::size_t>(column)];
            ranks.emplace_back(cell.flow.isEmpty(), cell.rank);
        }
        QVERIFY(std::ranges::is_sorted(ranks));
    }
    paths.setSortedBy({});
    QCOMPARE(labels(), asDrawn);
    for (const PathCell& cell : all) {
        const QPoint at = paths.cellOf(cell.flow);
        QCOMPARE(paths.row(at.y()).cells[static_cast<std::size_t>(at.x())] == cell, true);
    }
    QCOMPARE(paths.cellOf("nothing"), QPoint(-1, -1));
}

void ListsTest::stagesAlikeAreOneStage() {
    QVERIFY(document_->openSample("securecart"));
    Trace trace;
    const auto step = [](const char* subject, Outcome outcome, const char* text) {
        return Step{Stage::Route, "ROUTE", outcome, text, AnyId(subject), "local"};
    };
    const auto& tables = document_->design().routeTables;
    QVERIFY(tables.size() > 2);
    std::vector<std::string> ids;
    for (const RouteTable& table : tables) ids.push_back(table.id.value);
    trace.hops.push_back({AnyId("payment"),
                          {step(ids[0].c_str(), Outcome::Passed, "first"), step(ids[1].c_str(), Outcome::Blocked, "no"),
                           step(ids[2].c_str(), Outcome::Passed, "second")}});
    trace.hops.push_back({AnyId(ids[0]), {{Stage::SecurityGroupIn, "SG", Outcome::Passed, "in", AnyId(ids[0]), {}}}});
    const auto rows = traceRows(document_->design(), trace);
    QCOMPARE(rows.size(), std::size_t{3});
    QCOMPARE(rows[0].text, "first\nsecond");
    QCOMPARE(rows[0].detail, "local");
    QCOMPARE(rows[0].name, "2 route tables");
    QCOMPARE(rows[1].outcome, static_cast<int>(Outcome::Blocked));
    QVERIFY(rows[1].reached);
    QVERIFY(!rows[2].reached);
    QCOMPARE(rows[2].stage, "Target sg in");
}

void ListsTest::pathsOfAnyKindAreNotCountedAgainst() {
    Trace trace;
    Flow flow;
    trace.verdict = Verdict::Public;
    flow.intent = FlowIntent::Any;
    QCOMPARE(fareOf(flow, trace), Fare::Open);
    flow.intent = FlowIntent::Private;
    QCOMPARE(fareOf(flow, trace), Fare::Public);
    PathsModel paths;
    paths.setDocument(document_.get());
    int missed = 0;
    for (const Flow& each : document_->design().flows)
        if (each.intent == FlowIntent::Private && !document_->judgement()->facts().traceOf(each.id)->asWanted) ++missed;
    QCOMPARE(paths.unwantedFlows(), missed);
    QCOMPARE(paths.intrudingFlows(), 0);
    // What is meant to be blocked and arrives counts against, and as nothing else.
    QVERIFY(document_->openSample("securecart-broken"));
    int arriving = 0;
    for (const Flow& each : document_->design().flows) {
        const Trace& its = *document_->judgement()->facts().traceOf(each.id);
        if (each.intent == FlowIntent::Blocked && its.verdict != Verdict::Blocked) ++arriving;
    }
    QVERIFY(arriving > 0);
    QCOMPARE(paths.intrudingFlows(), arriving);
    QCOMPARE(paths.unwantedFlows(), paths.publicFlows() + paths.partialFlows() + paths.blockedFlows() +
                                        paths.unknownFlows() + paths.intrudingFlows());
    QCOMPARE(paths.toneWord(static_cast<int>(Fare::Intruding)), QString("arrives, meant blocked"));
}

void ListsTest::aPathSaysThatNoRoleSigns() {
    QVERIFY(document_->openSample("securecart"));
    const Flow flow = *find(document_->design(), Id<Flow>{"order-archive"});
    const auto wayNow = [&] {
        return wayOf(document_->design(), *document_->judgement()->facts().traceOf(flow.id), flow);
    };
    QCOMPARE(wayNow(), QString("gateway"));
    document_->apply(edits::setField(AnyId("order"), "role", ""));
    QCOMPARE(wayNow(), QString("no role"));
    Session session;
    session.setDocument(document_.get());
    TraceModel trace;
    trace.setSession(&session);
    session.setTracedFlow("order-archive");
    QVERIFY2(trace.verdict().startsWith("So far "), qPrintable(trace.verdict()));
    QVERIFY2(trace.summary().contains("order-service has no role in the design"), qPrintable(trace.summary()));
}

void ListsTest::pathsTellWhatIsSupposed() {
    QVERIFY(document_->openSample("securecart"));
    PathsModel paths;
    paths.setDocument(document_.get());
    paths.setSession(session_.get());
    const int before = paths.privateFlows();
    QVERIFY(paths.supposed().isEmpty());
    QCOMPARE(paths.blockedFlows() + paths.publicFlows() + paths.goneFlows(), 0);

    session_->suppose({Supposition::Kind::ThingGone, AnyId("vpce-s3")});
    QTRY_VERIFY(session_->whatIf());
    QVERIFY2(paths.supposed().contains("vpce-s3"), qPrintable(paths.supposed()));
    int unwanted = 0;
    for (const Trace& trace : session_->whatIf()->traces) unwanted += trace.asWanted ? 0 : 1;
    QVERIFY(unwanted > 0);
    QCOMPARE(paths.unwantedFlows(), unwanted);
    QVERIFY(paths.privateFlows() < before);
    const QPoint at = paths.cellOf("order-archive");
    QVERIFY(paths.row(at.y()).cells[static_cast<std::size_t>(at.x())].fare != Fare::Private);

    // A flow whose caller is gone is neither blocked nor left out.
    session_->suppose({Supposition::Kind::ThingGone, AnyId("order")});
    QTRY_VERIFY(session_->whatIf());
    QVERIFY(paths.goneFlows() > 0);
    QCOMPARE(paths.flows(), static_cast<int>(document_->design().flows.size()));
    QCOMPARE(paths.blockedFlows(), 0);
    const QPoint gone = paths.cellOf("order-archive");
    QCOMPARE(paths.row(gone.y()).cells[static_cast<std::size_t>(gone.x())].way, QString("gone"));
    // One that was to be blocked is as wanted.
    const QPoint kept = paths.cellOf("x-exfil");
    const PathCell& cell = paths.row(kept.y()).cells[static_cast<std::size_t>(kept.x())];
    QVERIFY(!cell.unwanted);
    QCOMPARE(cell.fare, Fare::Refused);

    session_->endWhatIf();
    QVERIFY(paths.supposed().isEmpty());
    QCOMPARE(paths.privateFlows(), before);
    QCOMPARE(paths.goneFlows(), 0);
}

void ListsTest::badgesCountWhatTheInspectorTells() {
    QVERIFY(document_->openSample("securecart-broken"));
    ProblemsModel own;
    ProblemsModel carried;
    carried.setCarried(true);
    own.setDocument(document_.get());
    carried.setDocument(document_.get());
    const auto overlay = overlayOf(document_->judgement()->facts(), document_->judgement()->diagnostics());
    int ofOthers = 0;
    for (const auto& [id, badge] : overlay.badges) {
        own.setSubject(QString::fromStdString(id.value));
        carried.setSubject(QString::fromStdString(id.value));
        QCOMPARE(own.rowCount() + carried.rowCount(), badge.count);
        ofOthers += carried.rowCount();
    }
    QVERIFY(ofOthers > 0);
}

void ListsTest::outlineMarksWhatTheCanvasMarks() {
    OutlineModel outline;
    outline.setDocument(document_.get());
    const auto overlay = overlayOf(document_->judgement()->facts(), document_->judgement()->diagnostics());
    QVERIFY(!overlay.badges.empty());
    for (const auto& [id, badge] : overlay.badges) {
        const int at = outline.reveal(QString::fromStdString(id.value));
        if (at >= 0) QVERIFY2(outline.row(at).severity >= static_cast<int>(badge.worst), id.value.c_str());
    }
}

void ListsTest::outlineShowsEveryThingOnce() {
    OutlineModel outline;
    outline.setDocument(document_.get());
    const QAbstractItemModelTester tester(&outline, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int row = 0; row < outline.rowCount(); ++row)
        if (outline.row(row).expandable && !outline.row(row).expanded) outline.toggle(outline.row(row).key);
    QStringList things;
    for (const OutlineRow& row : outline.rows())
        if (!row.thing.isEmpty()) things << row.thing;
    const qsizetype all = things.size();
    QCOMPARE(things.removeDuplicates(), 0);
    qsizetype rows = 0;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        if constexpr (!std::is_same_v<Row, Placement>)
            rows += static_cast<qsizetype>((document_->design().*table).size());
    });
    QCOMPARE(all, rows);
}

void ListsTest::outlineListsThingsByName() {
    OutlineModel outline;
    outline.setDocument(document_.get());
    const AnyId first(document_->design().subnets.begin()->id);
    QVERIFY(document_->apply(edits::rename(first, "zz last")));
    QTRY_VERIFY(!document_->isJudging());
    const int at = outline.reveal(QString::fromStdString(first.value));
    const OutlineRow row = outline.row(at);
    QCOMPARE(row.label, "zz last");
    QVERIFY(outline.row(at - 1).depth == row.depth && !outline.row(at - 1).thing.isEmpty());
    QVERIFY(outline.row(at + 1).depth < row.depth);
}

void ListsTest::outlineRevealsWhatIsFolded() {
    OutlineModel outline;
    outline.setDocument(document_.get());
    const QString endpoint = QString::fromStdString(document_->design().endpoints.begin()->id.value);
    QCOMPARE(outline.indexOf(endpoint), -1);
    const int row = outline.reveal(endpoint);
    QVERIFY(row > 0);
    QCOMPARE(outline.thingAt(row), endpoint);
    QCOMPARE(outline.reveal("nothing"), -1);
}

void ListsTest::paletteFindsByWords() {
    PaletteModel palette;
    QVERIFY(palette.rowCount() > 3);
    palette.setFilter("bucket");
    QCOMPARE(palette.first(), "service.s3");
    QVERIFY(palette.row(0).open);
    // What is called so goes before what has the word in its name.
    palette.setFilter("service");
    QCOMPARE(palette.first(), "service.");
    QVERIFY(palette.row(0).items.front().key != palette.first());
    palette.setFilter("nat");
    QCOMPARE(palette.first(), "natGateway");
    palette.setFilter("private link");
    palette.setFilter("zzz");
    QCOMPARE(palette.first(), QString());
}

void ListsTest::membersKeepTheirCommas() {
    QVERIFY(document_->apply(Edit("Offer", [](Design& design) -> Status {
        EndpointService service;
        service.id = {"offer"};
        service.region = design.regions.begin()->id;
        service.allowedPrincipals = {"arn:aws:iam::111122223333:role/a,b", "arn:aws:iam::111122223333:role/c"};
        design.endpointServices.put(service);
        return {};
    })));
    const auto principals = [&] { return document_->design().endpointServices.find({"offer"})->allowedPrincipals; };
    FieldsModel fields;
    fields.setDocument(document_.get());
    fields.setSubject("offer");
    const QVariantList shown = fields.row(fields.indexOf("allowedPrincipals")).members;
    QCOMPARE(shown.size(), 2);
    QCOMPARE(shown[0].toMap()["label"].toString(), "arn:aws:iam::111122223333:role/a,b");
    fields.addMember("allowedPrincipals", "arn:aws:iam::111122223333:role/d");
    QCOMPARE(principals().size(), 3U);
    QCOMPARE(principals().front(), "arn:aws:iam::111122223333:role/a,b");
    fields.removeMember("allowedPrincipals", 0);
    QCOMPARE(principals(),
             (std::vector<std::string>{"arn:aws:iam::111122223333:role/c", "arn:aws:iam::111122223333:role/d"}));
}

void ListsTest::switchesInTablesSayYesOrNo() {
    QVERIFY(document_->openSample("securecart"));
    FieldsModel fields;
    fields.setDocument(document_.get());
    const auto& tables = document_->design().routeTables;
    const auto table = std::ranges::find_if(tables, [](const RouteTable& each) { return !each.routes.empty(); });
    QVERIFY(table != tables.end());
    fields.setSubject(QString::fromStdString(table->id.value));
    const int row = fields.indexOf("routes");
    const QVariantList columns = fields.row(row).columns;
    const auto at =
        std::ranges::find_if(columns, [](const QVariant& column) { return column.toMap()["editor"] == "switch"; });
    QVERIFY(at != columns.end());
    const int column = static_cast<int>(at - columns.begin());
    const auto shown = [&] { return fields.row(row).cells[0].toList()[column].toMap()["shown"].toString(); };
    QCOMPARE(shown(), "No");
    QVERIFY(fields.setCell("routes", 0, column, "Yes"));
    QVERIFY(document_->design().routeTables.find(table->id)->routes.front().propagated);
    QCOMPARE(shown(), "Yes");
}

void ListsTest::fieldsRefuseWhatIsNotWellFormed() {
    FieldsModel fields;
    fields.setDocument(document_.get());
    const Vpc vpc = *document_->design().vpcs.begin();
    const Subnet subnet = *document_->design().subnets.begin();
    fields.setSubject(QString::fromStdString(subnet.id.value));
    QCOMPARE(fields.title(), QString::fromStdString(subnet.name.empty() ? subnet.id.value : subnet.name));
    QVERIFY(!fields.set("cidr", "10.0.0.0/99"));
    QVERIFY(!document_->canUndo());
    const int row = fields.indexOf("cidr");
    QCOMPARE(fields.row(row).text, "10.0.0.0/99");
    QVERIFY(!fields.row(row).error.isEmpty());
    fields.restore("cidr");
    QCOMPARE(fields.row(row).error, QString());
    QCOMPARE(fields.row(row).text, QString::fromStdString(subnet.cidr->text()));
    QVERIFY(fields.set("cidr", " 10.20.200.0/24 "));
    QCOMPARE(document_->design().subnets.find(subnet.id)->cidr->text(), "10.20.200.0/24");
    QVERIFY(document_->canUndo());
    document_->undo();
    QCOMPARE(fields.row(row).text, QString::fromStdString(subnet.cidr->text()));
    QVERIFY(!fields.set("vpc", ""));
    QVERIFY(fields.set("vpc", QString::fromStdString(vpc.name)));
}

void ListsTest::cellsAreEditedAddedAndRemoved() {
    FieldsModel fields;
    fields.setDocument(document_.get());
    const SecurityGroup group = *document_->design().securityGroups.begin();
    fields.setSubject(QString::fromStdString(group.id.value));
    const auto rules = [&] { return document_->design().securityGroups.find(group.id)->ingress; };
    const std::size_t before = rules().size();
    QVERIFY(!fields.addRow("ingress", {"tcp", "443", "10.0.0.0/99", ""}));
    QVERIFY(!fields.refusalOf("ingress/new").isEmpty());
    QVERIFY(fields.addRow("ingress", {"tcp", "443", "10.0.0.0/8", "from inside"}));
    QCOMPARE(rules().size(), before + 1);
    const int last = static_cast<int>(before);
    QVERIFY(!fields.setCell("ingress", last, 1, "70000"));
    const QVariantList cells = fields.row(fields.indexOf("ingress")).cells[last].toList();
    QCOMPARE(cells[1].toMap()["text"].toString(), "70000");
    QVERIFY(!cells[1].toMap()["error"].toString().isEmpty());
    QVERIFY(fields.setCell("ingress", last, 1, "8443"));
    QCOMPARE(rules().back().ports.text(), "8443");
    fields.removeRow("ingress", last);
    QCOMPARE(rules().size(), before);
}

void ListsTest::aRefusedRowSaysWhichCellIsWrong() {
    FieldsModel fields;
    fields.setDocument(document_.get());
    const RouteTable table = *document_->design().routeTables.begin();
    fields.setSubject(QString::fromStdString(table.id.value));
    const auto routes = [&] { return document_->design().routeTables.find(table.id)->routes; };
    const std::size_t before = routes().size();
    const auto faultOf = [&](const QStringList& cells) {
        return fields.addRow("routes", cells) ? -2 : fields.faultOf("routes/new");
    };
    QCOMPARE(faultOf({"", "", "", ""}), 0);
    QCOMPARE(faultOf({"192.0.2.0/33", "", "", ""}), 0);
    // A route that leads nowhere is for files of others.
    QCOMPARE(faultOf({"192.0.2.0/24", "", "", ""}), 1);
    QVERIFY(!fields.refusalOf("routes/new").isEmpty());
    QCOMPARE(faultOf({"192.0.2.0/24", "no such gateway", "", ""}), 1);
    QCOMPARE(faultOf({"192.0.2.0/24", "", "nat", ""}), 2);
    QCOMPARE(routes().size(), before);
    QVERIFY(!document_->canUndo());
    // One that is known to lead nowhere says so; switches are written as they are shown.
    QCOMPARE(faultOf({"192.0.2.0/24", "", "no", "Blackhole"}), -2);
    QCOMPARE(routes().size(), before + 1);
    QVERIFY(fields.refusalOf("routes/new").isEmpty());
    QVERIFY(fields.setCell("routes", static_cast<int>(before), 2, "Yes"));
    QVERIFY(routes().back().propagated);

    const SecurityGroup group = *document_->design().securityGroups.begin();
    fields.setSubject(QString::fromStdString(group.id.value));
    QVERIFY(!fields.addRow("ingress", {"tcp", "70000", "10.0.0.0/8", ""}));
    QCOMPARE(fields.faultOf("ingress/new"), 1);
}

void ListsTest::whatWasDoneIsToldAsDone() {
    QCOMPARE(doneText("Add flow log to vpc"), QString("Added flow log to vpc."));
    QCOMPARE(doneText("Associate rtb with vpce-s3"), QString("Associated rtb with vpce-s3."));
    QCOMPARE(doneText("Take the open rules out of sg"), QString("Took the open rules out of sg."));
    QCOMPARE(doneText("Admit sg-a to sg-b"), QString("Admitted sg-a to sg-b."));
    QCOMPARE(doneText("Renumber"), QString("Renumbered."));
}

void ListsTest::theVerbOfEveryFixHasItsPast() {
    const QHash<QString, QString> past = {
        {"Add", "Added"},
        {"Admit", "Admitted"},
        {"Allocate", "Allocated"},
        {"Allow", "Allowed"},
        {"Ask", "Asked"},
        {"Associate", "Associated"},
        {"Attach", "Attached"},
        {"Block", "Blocked"},
        {"Call", "Called"},
        {"Change", "Changed"},
        {"Clean", "Cleaned"},
        {"Compare", "Compared"},
        {"Deny", "Denied"},
        {"Detach", "Detached"},
        {"Except", "Excepted"},
        {"Forward", "Forwarded"},
        {"Give", "Gave"},
        {"Keep", "Kept"},
        {"Lead", "Led"},
        {"Leave", "Left"},
        {"Let", "Let"},
        {"Make", "Made"},
        {"Move", "Moved"},
        {"Name", "Named"},
        {"Open", "Opened"},
        {"Put", "Put"},
        {"Record", "Recorded"},
        {"Remove", "Removed"},
        {"Renumber", "Renumbered"},
        {"Replace", "Replaced"},
        {"Route", "Routed"},
        {"Say", "Said"},
        {"Shorten", "Shortened"},
        {"Sign", "Signed"},
        {"Sort", "Sorted"},
        {"Stop", "Stopped"},
        {"Take", "Took"},
        {"Turn", "Turned"},
        {"Use", "Used"},
        {"Widen", "Widened"},
        {"Write", "Wrote"},
    };
    QSet<QString> verbs;
    QDirIterator files(SOURCE_DIR "/tests/fixtures/rules", {"bad*.gatewright.json"}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto design = readSpec(file.readAll().toStdString());
        QVERIFY2(design, qPrintable(file.fileName()));
        const Facts facts(*design);
        for (const Diagnostic& each : check(facts))
            for (const Fix& fix : each.finding->fixes)
                verbs << QString::fromStdString(fix.edit.label).section(' ', 0, 0);
    }
    QVERIFY(verbs.size() > 20);
    QStringList unknown;
    for (const QString& verb : verbs)
        if (past.contains(verb))
            QCOMPARE(doneText(verb.toStdString()), past[verb] + '.');
        else
            unknown << verb;
    QCOMPARE(unknown.join(' '), QString());
}

void ListsTest::aSubnetTellsWhatHoldsForIt() {
    FieldsModel fields;
    fields.setDocument(document_.get());
    const RouteTable own = *std::ranges::find_if(document_->design().routeTables,
                                                 [](const RouteTable& table) { return !table.subnets.empty(); });
    const Id<Subnet> subnet = own.subnets.front();
    fields.setSubject(QString::fromStdString(subnet.value));
    const auto shown = [&](const char* key) { return cell(fields, fields.indexOf(key), "shown").toString(); };
    const auto text = [&](const char* key) { return cell(fields, fields.indexOf(key), "text").toString(); };
    QCOMPARE(text("@routeTable"), QString::fromStdString(own.id.value));
    // Left to itself it has the main table, drawn or not.
    QVERIFY(fields.set("@routeTable", ""));
    QCOMPARE(text("@routeTable"), QString());
    QVERIFY(shown("@routeTable").contains("main"));
    QVERIFY(document_->apply(Edit("Draw the main table", [&](Design& design) {
        RouteTable main;
        main.id = {"rt-main"};
        main.vpc = own.vpc;
        main.isMain = true;
        design.routeTables.put(main);
        return Status{};
    })));
    QCOMPARE(shown("@routeTable"), QString("rt-main (main)"));
    QVERIFY(fields.filters().contains("rt-main"));
    QVERIFY(fields.set("@routeTable", QString::fromStdString(own.id.value)));
    QCOMPARE(text("@routeTable"), QString::fromStdString(own.id.value));
    QVERIFY(!fields.filters().contains("rt-main"));
    QVERIFY(!fields.set("@routeTable", "no such table"));
    QVERIFY(!cell(fields, fields.indexOf("@routeTable"), "error").toString().isEmpty());
}

void ListsTest::subnetsOfTwoVpcsShareNoTable() {
    const RouteTable own = *std::ranges::find_if(document_->design().routeTables,
                                                 [](const RouteTable& table) { return !table.subnets.empty(); });
    const Id<Subnet> subnet = own.subnets.front();
    QVERIFY(document_->apply(Edit("Draw another VPC", [&](Design& design) {
        design.vpcs.put({.id = {"vpc-other"}, .region = design.regions.begin()->id});
        design.subnets.put({.id = {"far"}, .vpc = {"vpc-other"}});
        design.subnets.put({.id = {"near"}, .vpc = own.vpc});
        for (const char* id : {"rt-here", "rt-there"}) {
            RouteTable table;
            table.id = {id};
            table.vpc = id == std::string("rt-here") ? own.vpc : Id<Vpc>{"vpc-other"};
            table.isMain = true;
            design.routeTables.put(table);
        }
        return Status{};
    })));
    const Design before = document_->design();
    FieldsModel fields;
    fields.setDocument(document_.get());
    fields.setSubject(QString::fromStdString(subnet.value));
    const auto of = [&](const char* role) { return cell(fields, fields.indexOf("@routeTable"), role); };
    fields.setAlso({"near"});
    QVERIFY(of("choices").toList().size() >= 2);
    QVERIFY(of("mixed").toBool());
    fields.setAlso({"near", "far"});
    QVERIFY(of("choices").toList().isEmpty());
    QVERIFY(!fields.set("@routeTable", QString::fromStdString(own.id.value)));
    QVERIFY(document_->design() == before);
    // Both are left to what their VPCs have, and that is not one table.
    fields.setSubject("near");
    fields.setAlso({"far"});
    QVERIFY(of("mixed").toBool());
    QCOMPARE(of("shown").toString(), QString());
}

void ListsTest::aMemberIsReplacedWhereItStands() {
    FieldsModel fields;
    fields.setDocument(document_.get());
    const Vpc vpc = *document_->design().vpcs.begin();
    const auto blocks = [&] { return document_->design().vpcs.find(vpc.id)->cidrs; };
    fields.setSubject(QString::fromStdString(vpc.id.value));
    fields.addMember("cidrs", "100.64.0.0/16");
    QCOMPARE(blocks().size(), vpc.cidrs.size() + 1);
    fields.replaceMember("cidrs", static_cast<int>(vpc.cidrs.size()), "100.64.0.0/17");
    QCOMPARE(blocks().back().text(), std::string("100.64.0.0/17"));
    QCOMPARE(blocks().front(), vpc.cidrs.front());
    // Several take one's place in the order they are written.
    fields.replaceMember("cidrs", static_cast<int>(vpc.cidrs.size()), "100.64.0.0/18, 100.64.64.0/18");
    QCOMPARE(blocks().size(), vpc.cidrs.size() + 2);
    QCOMPARE(blocks()[vpc.cidrs.size()].text(), std::string("100.64.0.0/18"));
    QCOMPARE(blocks().back().text(), std::string("100.64.64.0/18"));
    document_->undo();
    // One that is gone has no place.
    const Design before = document_->design();
    fields.replaceMember("cidrs", static_cast<int>(vpc.cidrs.size()) + 1, "100.64.0.0/99");
    QVERIFY(document_->design() == before);
    QVERIFY(cell(fields, fields.indexOf("cidrs"), "error").toString().isEmpty());
    fields.replaceMember("cidrs", static_cast<int>(vpc.cidrs.size()), "100.64.0.0/99");
    QCOMPARE(blocks().back().text(), std::string("100.64.0.0/17"));
    QVERIFY(!cell(fields, fields.indexOf("cidrs"), "error").toString().isEmpty());
}

void ListsTest::membersGoByName() {
    FieldsModel fields;
    fields.setDocument(document_.get());
    const Workload workload = *document_->design().workloads.begin();
    fields.setSubject(QString::fromStdString(workload.id.value));
    const auto groups = [&] { return document_->design().workloads.find(workload.id)->securityGroups; };
    const std::size_t before = groups().size();
    SecurityGroup other;
    for (const SecurityGroup& group : document_->design().securityGroups)
        if (const auto own = groups(); std::ranges::find(own, group.id) == own.end()) other = group;
    QVERIFY(!other.id.value.empty());
    fields.addMember("securityGroups", QString::fromStdString(other.name.empty() ? other.id.value : other.name));
    QCOMPARE(groups().size(), before + 1);
    QCOMPARE(groups().back(), other.id);
    fields.removeMember("securityGroups", static_cast<int>(before));
    QCOMPARE(groups().size(), before);
}

void ListsTest::choicesFindServices() {
    ChoicesModel choices;
    choices.setServices(true);
    QVERIFY(choices.rowCount() > 500);
    choices.setFilter("secrets manager");
    QCOMPARE(choices.row(0).key, "secretsmanager");
    choices.setServices(false);
    choices.setFilter({});
    choices.setChoices(
        {QVariantMap{{"value", "a"}, {"label", "Alpha"}}, QVariantMap{{"value", "b"}, {"label", "Beta"}}});
    QCOMPARE(choices.rowCount(), 2);
    choices.setFilter("bet");
    QCOMPARE(choices.row(0).key, "b");
}

void ListsTest::refusedTextStaysWithItsThing() {
    const std::string first = document_->design().subnets.begin()->id.value;
    const QString subnet = QString::fromStdString(first);
    const Design before = document_->design();
    {
        FieldsModel fields;
        fields.setSession(session_.get());
        fields.setDocument(document_.get());
        fields.setSubject(subnet);
        QVERIFY(!fields.set("cidr", "10.20.0.0/99"));
        fields.setSubject("");
        fields.setSubject(subnet);
        QCOMPARE(cell(fields, fields.indexOf("cidr"), "text").toString(), "10.20.0.0/99");
    }
    FieldsModel again;
    again.setSession(session_.get());
    again.setDocument(document_.get());
    again.setSubject(subnet);
    QVERIFY(!cell(again, again.indexOf("cidr"), "error").toString().isEmpty());
    QVERIFY(document_->design() == before);
    again.restore("cidr");
    QVERIFY(cell(again, again.indexOf("cidr"), "error").toString().isEmpty());
    QVERIFY(!again.set("cidr", "nonsense"));
    document_->replace(test::shop());
    QVERIFY(cell(again, again.indexOf("cidr"), "error").toString().isEmpty());
}

void ListsTest::severalOfOneKindAreEditedTogether() {
    std::vector<QString> ids;
    for (const Subnet& subnet : document_->design().subnets) ids.push_back(QString::fromStdString(subnet.id.value));
    QVERIFY(ids.size() >= 3);
    const Design before = document_->design();
    FieldsModel fields;
    fields.setDocument(document_.get());
    fields.setSubject(ids[0]);
    fields.setAlso({ids[1], ids[0], QString::fromStdString(before.vpcs.begin()->id.value)});
    QCOMPARE(fields.edited(), 2);
    QVERIFY(fields.set("intent", "isolated"));
    const auto intent = [&](const QString& id) { return document_->design().subnets.find({id.toStdString()})->intent; };
    QVERIFY(intent(ids[0]) == SubnetIntent::Isolated && intent(ids[1]) == SubnetIntent::Isolated);
    QVERIFY(intent(ids[2]) == before.subnets.find({ids[2].toStdString()})->intent);
    document_->undo();
    QVERIFY(document_->design() == before);
    QVERIFY(!document_->canUndo());
    // A name is one thing's own, and what one of them refuses is done to none.
    QCOMPARE(fields.indexOf("name"), -1);
    QVERIFY(!fields.set("cidr", "nonsense"));
    QVERIFY(document_->design() == before);
}

void ListsTest::valuesThatDifferAreMixed() {
    const auto workloads = [&] { return document_->design().workloads; };
    const std::string first = workloads().begin()->id.value;
    const std::string second = std::next(workloads().begin())->id.value;
    const auto put = [&](const std::string& id, const std::string& detail, std::vector<Id<SecurityGroup>> groups) {
        QVERIFY(document_->apply(Edit("Prepare", [=](Design& design) {
            Workload workload = *design.workloads.find({id});
            workload.detail = detail;
            workload.securityGroups = groups;
            design.workloads.put(workload);
            return Status{};
        })));
    };
    std::vector<Id<SecurityGroup>> groups;
    for (const SecurityGroup& group : document_->design().securityGroups) groups.push_back(group.id);
    QVERIFY(groups.size() >= 3);
    put(first, "one", {groups[0], groups[1]});
    put(second, "two", {groups[1], groups[2]});
    const Design before = document_->design();

    FieldsModel fields;
    fields.setDocument(document_.get());
    fields.setSubject(QString::fromStdString(second));
    QCOMPARE(cell(fields, fields.indexOf("detail"), "shown").toString(), QString("two"));
    fields.setAlso({QString::fromStdString(first), QString::fromStdString(second)});
    QVERIFY(cell(fields, fields.indexOf("detail"), "mixed").toBool());
    QCOMPARE(cell(fields, fields.indexOf("detail"), "shown").toString(), QString());
    // Leaving the field as it is changes nothing; of a list all have the second group.
    QVERIFY(fields.set("detail", ""));
    QVERIFY(document_->design() == before);
    QVERIFY(cell(fields, fields.indexOf("securityGroups"), "mixed").toBool());
    const QVariantList members = cell(fields, fields.indexOf("securityGroups"), "members").toList();
    QCOMPARE(members.size(), 1);
    QCOMPARE(members.front().toMap()["value"].toString(), QString::fromStdString(groups[1].value));
    fields.removeMember("securityGroups", 0);
    QCOMPARE(workloads().find({first})->securityGroups, std::vector{groups[0]});
    QCOMPARE(workloads().find({second})->securityGroups, std::vector{groups[2]});
    document_->undo();
    QVERIFY(document_->design() == before);
    // A row goes into the table of each, as one step.
    QVERIFY(fields.addRow("tags", {"owner", "us"}));
    QCOMPARE(workloads().find({first})->tags.size(), before.workloads.find({first})->tags.size() + 1);
    QCOMPARE(workloads().find({second})->tags.size(), before.workloads.find({second})->tags.size() + 1);
    document_->undo();
    QVERIFY(document_->design() == before);
    QVERIFY(fields.set("detail", "both"));
    QVERIFY(!cell(fields, fields.indexOf("detail"), "mixed").toBool());
    QCOMPARE(cell(fields, fields.indexOf("detail"), "shown").toString(), QString("both"));
}

void ListsTest::aRefusedCellLeavesTheTableOfSeveral() {
    QVERIFY(document_->apply(Edit("Prepare", [](Design& design) {
        for (const char* id : {"sg-one", "sg-two"}) {
            SecurityGroup group;
            group.id = {id};
            group.name = id;
            group.description = id;
            group.vpc = design.vpcs.begin()->id;
            group.ingress.resize(1);
            design.securityGroups.put(group);
        }
        return Status{};
    })));
    FieldsModel fields;
    fields.setDocument(document_.get());
    fields.setSubject("sg-one");
    fields.setAlso({"sg-two"});
    const auto ingress = [&](const char* role) { return cell(fields, fields.indexOf("ingress"), role); };
    QVERIFY(!ingress("mixed").toBool());
    QVERIFY(!fields.setCell("ingress", 0, 1, "no port"));
    QVERIFY(!ingress("mixed").toBool());
    const QVariantList cells = ingress("cells").toList();
    QCOMPARE(cells.size(), 1);
    QCOMPARE(cells[0].toList()[1].toMap()["text"].toString(), QString("no port"));
    QVERIFY(!cells[0].toList()[1].toMap()["error"].toString().isEmpty());
}

void ListsTest::routesThatAwsKeepsAreShown() {
    const Design& design = document_->design();
    const auto gateway = std::ranges::find(design.endpoints, EndpointType::Gateway, &Endpoint::type);
    QVERIFY(gateway != design.endpoints.end() && !gateway->routeTables.empty());
    FieldsModel fields;
    fields.setDocument(document_.get());
    fields.setSubject(QString::fromStdString(gateway->routeTables.front().value));
    const QStringList given = cell(fields, fields.indexOf("routes"), "given").toStringList();
    QVERIFY(given.first().endsWith("→ local"));
    const std::string name = gateway->name.empty() ? gateway->id.value : gateway->name;
    QVERIFY(given.contains(QString::fromStdString(gateway->service + " → " + name)));
}

void ListsTest::specMarksTheLastChange() {
    SpecModel spec;
    const QAbstractItemModelTester tester(&spec, QAbstractItemModelTester::FailureReportingMode::QtTest);
    spec.setDocument(document_.get());
    QCOMPARE(spec.rowCount(), 0);
    spec.setActive(true);
    QVERIFY(spec.rowCount() > 50);
    QCOMPARE(spec.firstChanged(), -1);
    const auto changed = [&] {
        int marked = 0;
        for (int row = 0; row < spec.rowCount(); ++row) marked += spec.index(row).data(Qt::UserRole).toBool() ? 1 : 0;
        return marked;
    };
    QCOMPARE(changed(), 0);
    const AnyId vpc(document_->design().vpcs.begin()->id);
    QVERIFY(document_->apply(edits::rename(vpc, "another")));
    QCOMPARE(changed(), 1);
    QVERIFY(spec.index(spec.firstChanged()).data().toString().contains("another"));
    QVERIFY(spec.text().contains("\"another\""));
}

}  // namespace gw

QTEST_MAIN(gw::ListsTest)
#include "lists_test.moc"
