#include "app/views/repairs_model.h"

#include <cmath>

#include "app/views/change_text.h"
#include "app/views/text.h"

namespace gw {
namespace {

QString meritsOf(const Repair& repair) {
    QStringList merits;
    if (repair.fewestEdits) merits << QObject::tr("fewest edits");
    if (repair.cheapest) merits << QObject::tr("cheapest");
    if (repair.mostPrivate) merits << QObject::tr("most private");
    return merits.join(", ");
}

QString costOf(const Repair& repair) {
    if (!repair.monthlyUsd || std::abs(*repair.monthlyUsd) < 0.005) return {};
    const QString amount = QString::number(std::abs(*repair.monthlyUsd), 'f', 2);
    return (*repair.monthlyUsd > 0 ? QObject::tr("+$%1 per month") : QObject::tr("-$%1 per month")).arg(amount);
}

int countOf(const Repair& repair, bool (*counts)(Effect)) {
    return static_cast<int>(
        std::ranges::count_if(repair.sideEffects, [&](const FlowChange& each) { return counts(each.effect); }));
}

QString effectOf(const Repair& repair) {
    if (const int worse = countOf(repair, isWorse))
        return worse == 1 ? QObject::tr("harms 1 other flow") : QObject::tr("harms %1 other flows").arg(worse);
    const int better = countOf(repair, [](Effect effect) { return effect == Effect::Mends; });
    if (better == 0) return QObject::tr("harms no other flow");
    return better == 1 ? QObject::tr("mends 1 more flow") : QObject::tr("mends %1 more flows").arg(better);
}

}  // namespace

RepairRow repairRow(const Repair& repair) {
    QStringList steps;
    for (const Edit& step : repair.steps) steps << screenText(step.label);
    RepairRow row;
    row.title = steps.join(QObject::tr(", then "));
    row.key = row.title;
    row.merits = meritsOf(repair);
    row.cost = costOf(repair);
    row.effect = effectOf(repair);
    QStringList facts{row.merits, row.cost, row.effect};
    facts.removeAll(QString{});
    row.facts = facts.join(", ");
    row.breaks = repair.breaksSomething();
    return row;
}

RepairsModel::RepairsModel(QObject* parent)
    : RowsModel(parent), beside_(look, [this](std::vector<Repair> repairs) { show(std::move(repairs)); }) {}

void RepairsModel::setDocument(Document* document) {
    if (document == document_) return;
    if (document_) document_->disconnect(this);
    document_ = document;
    if (document_) {
        connect(document_, &Document::judged, this, &RepairsModel::ask);
        connect(document_, &Document::stateChanged, this, [this] {
            if (waiting_ && !document_->isPreviewing()) ask();
        });
        // Whatever else is done to the design drops the preview with it.
        connect(document_, &Document::changed, this, [this] {
            if (!document_->isPreviewing()) setPreviewed(-1, {});
        });
    }
    emit documentChanged();
    ask();
}

void RepairsModel::setSession(Session* session) {
    if (session == session_) return;
    session_ = session;
    emit sessionChanged();
}

void RepairsModel::setFlow(const QString& flow) {
    if (flow == flow_) return;
    if (previewed_ >= 0) drop();
    flow_ = flow;
    emit flowChanged();
    beside_.forget();
    setRows({});
    repairs_.clear();
    ask();
}

std::vector<Repair> RepairsModel::look(Question question) {
    return repairsOf(question.design, question.flow);
}

void RepairsModel::ask() {
    // What a preview would mend is what it shows.
    waiting_ = document_ && document_->isPreviewing();
    if (!document_ || waiting_) return;
    const Id<Flow> id{flow_.toStdString()};
    const Trace* trace = document_->judgement()->facts().traceOf(id);
    if (!trace || trace->asWanted) {
        beside_.forget();
        show({});
        return;
    }
    beside_.ask({document_->design(), id});
    emit refreshed();
}

void RepairsModel::show(std::vector<Repair> repairs) {
    repairs_ = std::move(repairs);
    std::vector<RepairRow> rows;
    for (const Repair& repair : repairs_) rows.push_back(repairRow(repair));
    setRows(std::move(rows));
    emit refreshed();
}

void RepairsModel::apply(int row) {
    if (!session_ || row < 0 || row >= rowCount()) return;
    const Edit edit = repairs_.at(static_cast<std::size_t>(row)).whole();
    session_->mend(edit);
}

void RepairsModel::preview(int row) {
    if (!document_ || row < 0 || row >= rowCount()) return;
    document_->dropPreview();
    const Design before = document_->design();
    const Status shown = document_->propose(repairs_.at(static_cast<std::size_t>(row)).whole());
    setPreviewed(row,
                 shown ? changeLines(before, document_->design()) : QStringList{screenText(shown.error().message)});
}

void RepairsModel::keep() {
    if (session_ && previewed_ >= 0) session_->keepProposed();
    setPreviewed(-1, {});
}

void RepairsModel::drop() {
    if (document_ && previewed_ >= 0) document_->dropPreview();
    setPreviewed(-1, {});
}

void RepairsModel::setPreviewed(int row, QStringList changes) {
    if (row == previewed_ && changes == changes_) return;
    previewed_ = row;
    changes_ = std::move(changes);
    emit previewedChanged();
}

const std::vector<RepairsModel::Role>& RepairsModel::roles() const {
    static const std::vector<Role> roles = {
        {"key", [](const RepairRow& row) { return QVariant(row.key); }},
        {"title", [](const RepairRow& row) { return QVariant(row.title); }},
        {"merits", [](const RepairRow& row) { return QVariant(row.merits); }},
        {"cost", [](const RepairRow& row) { return QVariant(row.cost); }},
        {"effect", [](const RepairRow& row) { return QVariant(row.effect); }},
        {"facts", [](const RepairRow& row) { return QVariant(row.facts); }},
        {"breaks", [](const RepairRow& row) { return QVariant(row.breaks); }},
    };
    return roles;
}

}  // namespace gw
