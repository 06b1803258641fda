#include "app/views/problems_model.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "app/views/change_text.h"
#include "app/views/text.h"
#include "app/views/thing_text.h"
#include "model/design/containment.h"
#include "model/design/references.h"
#include "model/edit/records.h"
#include "model/reach/reach.h"
#include "model/reach/what_if.h"

namespace gw {
namespace {

/// A finding is told apart by its rule, its subject and what it says; two that share all three get a number.
class Keys {
public:
    QString of(const Diagnostic& diagnostic) {
        QString key = screenText(diagnostic.rule->code) + ' ' + screenText(diagnostic.finding->subject.value) + ' ' +
                      screenText(diagnostic.finding->message);
        if (const int before = seen_[key]++) key += ' ' + QString::number(before);
        return key;
    }

private:
    QHash<QString, int> seen_;
};

ProblemRow rowOf(const Design& design, const Diagnostic& diagnostic, Keys& keys) {
    const Finding& finding = *diagnostic.finding;
    ProblemRow row;
    row.key = keys.of(diagnostic);
    row.severity = static_cast<int>(finding.severity);
    row.code = screenText(diagnostic.rule->code);
    row.message = screenText(finding.message);
    row.where = labelOf(design, finding.subject);
    row.subject = screenText(finding.subject.value);
    row.drawn = screenText(drawnThingOf(design, finding.subject).value);
    row.title = screenText(diagnostic.rule->title);
    row.why = screenText(diagnostic.rule->why);
    row.howToFix = screenText(diagnostic.rule->howToFix);
    row.source = screenText(diagnostic.rule->source);
    for (const Fix& fix : finding.fixes) row.fixes << screenText(fix.edit.label);
    if (const Waiver* waiver = diagnostic.waiver) {
        row.accepted = screenText(waiver->reason);
        if (waiver->expires) row.until = screenText(waiver->expires.text());
        row.waiver = screenText(waiver->id.value);
    }
    return row;
}

/// What people read first stands first: from top to bottom, from left to right; what is not drawn comes last.
auto placeInReading(const Design& design, const ProblemRow& row) {
    const Placement* place = design.placements.find({row.subject.toStdString()});
    return std::tuple(!row.accepted.isEmpty(), -row.severity, !place, place ? place->box().y : 0,
                      place ? place->box().x : 0);
}

bool holds(const ProblemRow& row, const QStringList& words) {
    return std::ranges::all_of(words, [&](const QString& word) {
        return row.code.contains(word, Qt::CaseInsensitive) || row.message.contains(word, Qt::CaseInsensitive) ||
               row.where.contains(word, Qt::CaseInsensitive);
    });
}

QVariantList fixesIn(const ProblemRow& row) {
    QVariantList fixes;
    for (qsizetype fix = 0; fix < row.fixes.size(); ++fix)
        fixes << QVariantMap{{"label", row.fixes[fix]}, {"finding", row.key}, {"fix", static_cast<int>(fix)}};
    return fixes;
}

}  // namespace

std::vector<ProblemRow> problemRows(const Judgement& judgement) {
    std::vector<ProblemRow> rows;
    Keys keys;
    for (const Diagnostic& diagnostic : judgement.diagnostics())
        rows.push_back(rowOf(judgement.design(), diagnostic, keys));
    std::ranges::stable_sort(rows, {}, [&](const ProblemRow& row) { return placeInReading(judgement.design(), row); });
    return rows;
}

void ProblemsModel::setDocument(Document* document) {
    if (document == document_) return;
    if (document_) document_->disconnect(this);
    document_ = document;
    if (document_) connect(document_, &Document::judged, this, &ProblemsModel::refresh);
    emit documentChanged();
    refresh();
}

void ProblemsModel::setFilter(const QString& filter) {
    if (filter == filter_) return;
    filter_ = filter;
    emit filterChanged();
    show();
}

void ProblemsModel::setSubject(const QString& subject) {
    if (subject == subject_) return;
    subject_ = subject;
    emit subjectChanged();
    show();
}

void ProblemsModel::setCarried(bool carried) {
    if (carried == carried_) return;
    carried_ = carried;
    emit subjectChanged();
    show();
}

bool ProblemsModel::isWanted(const ProblemRow& row) const {
    if (subject_.isEmpty()) return true;
    if (!carried_) return row.subject == subject_;
    return row.drawn == subject_ && row.subject != subject_ && row.accepted.isEmpty();
}

const Fix* ProblemsModel::fixOf(const QString& finding, int fix) const {
    if (!document_ || finding.isEmpty()) return nullptr;
    Keys keys;
    for (const Diagnostic& diagnostic : document_->judgement()->diagnostics()) {
        if (keys.of(diagnostic) != finding) continue;
        const auto& fixes = diagnostic.finding->fixes;
        return fix >= 0 && static_cast<std::size_t>(fix) < fixes.size() ? &fixes[static_cast<std::size_t>(fix)]
                                                                        : nullptr;
    }
    return nullptr;
}

QVariantList ProblemsModel::fixesOf(const QString& thing) const {
    QVariantList fixes;
    if (thing.isEmpty()) return fixes;
    for (const bool own : {true, false})
        for (const ProblemRow& row : all_)
            if (row.accepted.isEmpty() && (own ? row.subject == thing : row.subject != thing && row.drawn == thing))
                fixes << fixesIn(row);
    return fixes;
}

QVariantList ProblemsModel::fixesOfFinding(const QString& key) const {
    const auto row = std::ranges::find(all_, key, &ProblemRow::key);
    return row == all_.end() || !row->accepted.isEmpty() ? QVariantList() : fixesIn(*row);
}

bool ProblemsModel::has(const QString& thing) const {
    return contains(document_->design(), AnyId(thing.toStdString()));
}

void ProblemsModel::applyFix(int row, int fix) {
    applyFixOf(keyAt(row), fix);
}

void ProblemsModel::applyFixOf(const QString& finding, int fix) {
    const Fix* found = fixOf(finding, fix);
    if (!found || !session_) return;
    if (!harmOf(*found).isEmpty()) return session_->lookAtFix(finding, fix);
    const Edit edit = found->edit;
    session_->mend(edit);
}

QString ProblemsModel::harmOf(int row, int fix) const {
    const Fix* found = fixOf(keyAt(row), fix);
    return found ? harmOf(*found) : QString();
}

QString ProblemsModel::harmOf(const Fix& fix) const {
    const auto& facts = document_->judgement()->facts();
    const auto after = apply(fix.edit, document_->judgement()->design());
    if (!after) return {};
    auto changes = changesInto(facts.network(), facts.traces(), *after);
    std::erase_if(changes, [](const FlowChange& change) { return !isWorse(change.effect); });
    if (changes.empty()) return {};
    return (changes.size() == 1 ? tr("Harms 1 flow: %1") : tr("Harms %1 flows: %2").arg(changes.size()))
        .arg(screenText(summaryOf(changes)));
}

int ProblemsModel::rowAbout(const QString& code, const QString& subject) const {
    const auto at =
        std::ranges::find_if(rows(), [&](const ProblemRow& row) { return row.code == code && row.subject == subject; });
    return at == rows().end() ? -1 : static_cast<int>(at - rows().begin());
}

QStringList ProblemsModel::previewFix(int row, int fix) {
    const Fix* found = fixOf(keyAt(row), fix);
    if (!found) return {};
    const Edit edit = found->edit;
    const Status shown = document_->propose(edit);
    return shown ? changeLines(document_->kept(), document_->design()) : QStringList{screenText(shown.error().message)};
}

QString ProblemsModel::accept(int at, const QString& reason, const QString& until) {
    if (!document_ || at < 0 || at >= rowCount()) return {};
    Date expires;
    if (const QString day = until.trimmed(); !day.isEmpty()) {
        const auto date = Date::parse(day.toStdString());
        if (!date) return screenText(date.error().message);
        expires = *date;
    }
    const ProblemRow& accepted = row(at);
    const Status done = document_->apply(edits::acceptFindings(
        accepted.code.toStdString(), AnyId(accepted.subject.toStdString()), reason.trimmed().toStdString(), expires));
    return done ? QString() : screenText(done.error().message);
}

void ProblemsModel::withdraw(int at) {
    if (session_ && at >= 0 && at < rowCount())
        session_->attempt(edits::withdrawWaiver({row(at).waiver.toStdString()}));
}

void ProblemsModel::keepPreview() {
    if (session_) session_->keepProposed();
}

void ProblemsModel::dropPreview() {
    document_->dropPreview();
}

void ProblemsModel::flyTo(int at) {
    if (session_ && at >= 0 && at < rowCount()) session_->flyToProblem(row(at).subject);
}

const std::vector<ProblemsModel::Role>& ProblemsModel::roles() const {
    static const std::vector<Role> roles = {
        {"key", [](const ProblemRow& row) { return QVariant(row.key); }},
        {"severity", [](const ProblemRow& row) { return QVariant(row.severity); }},
        {"code", [](const ProblemRow& row) { return QVariant(row.code); }},
        {"message", [](const ProblemRow& row) { return QVariant(row.message); }},
        {"where", [](const ProblemRow& row) { return QVariant(row.where); }},
        {"subject", [](const ProblemRow& row) { return QVariant(row.subject); }},
        {"title", [](const ProblemRow& row) { return QVariant(row.title); }},
        {"why", [](const ProblemRow& row) { return QVariant(row.why); }},
        {"howToFix", [](const ProblemRow& row) { return QVariant(row.howToFix); }},
        {"source", [](const ProblemRow& row) { return QVariant(row.source); }},
        {"fixes", [](const ProblemRow& row) { return QVariant(row.fixes); }},
        {"accepted", [](const ProblemRow& row) { return QVariant(row.accepted); }},
        {"until", [](const ProblemRow& row) { return QVariant(row.until); }},
    };
    return roles;
}

void ProblemsModel::refresh() {
    all_ = document_ ? problemRows(*document_->judgement()) : std::vector<ProblemRow>{};
    counts_ = {};
    for (const ProblemRow& row : all_)
        if (row.accepted.isEmpty()) ++counts_[static_cast<std::size_t>(row.severity)];
    show();
}

void ProblemsModel::show() {
    const QStringList words = filter_.split(' ', Qt::SkipEmptyParts);
    std::vector<ProblemRow> rows;
    std::ranges::copy_if(all_, std::back_inserter(rows),
                         [&](const ProblemRow& row) { return isWanted(row) && holds(row, words); });
    setRows(std::move(rows));
    emit counted();
}

}  // namespace gw
