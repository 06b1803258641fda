#include "app/views/paths_model.h"

#include <set>

#include "app/views/text.h"
#include "model/design/text_form.h"

namespace gw {
namespace {

QVariant cellsOf(const PathRow& row) {
    QVariantList cells;
    for (const PathCell& cell : row.cells)
        cells << QVariantMap{
            {"flow", cell.flow}, {"way", cell.way}, {"tone", static_cast<int>(cell.fare)}, {"more", cell.more}};
    return cells;
}

}  // namespace

void PathsModel::setDocument(Document* document) {
    if (document == document_) return;
    if (document_) document_->disconnect(this);
    document_ = document;
    if (document_) connect(document_, &Document::judged, this, &PathsModel::refresh);
    emit documentChanged();
    refresh();
}

void PathsModel::setSession(Session* session) {
    if (session == session_) return;
    if (session_) session_->disconnect(this);
    session_ = session;
    if (session_) connect(session_, &Session::whatIfChanged, this, &PathsModel::refresh);
    emit sessionChanged();
    refresh();
}

QStringList PathsModel::targets() const {
    QStringList labels;
    for (const PathTarget& target : targets_) labels << target.label;
    return labels;
}

QStringList PathsModel::targetIds() const {
    QStringList ids;
    for (const PathTarget& target : targets_) ids << screenText(target.id);
    return ids;
}

void PathsModel::setFilter(const QString& filter) {
    if (filter == choice_.words) return;
    choice_.words = filter;
    emit choiceChanged();
    refresh();
}

void PathsModel::setOnlyUnwanted(bool only) {
    if (only == choice_.onlyUnwanted) return;
    choice_.onlyUnwanted = only;
    emit choiceChanged();
    refresh();
}

void PathsModel::setSortedBy(const QString& target) {
    if (target == choice_.sortedBy) return;
    choice_.sortedBy = target;
    emit choiceChanged();
    refresh();
}

QPoint PathsModel::cellOf(const QString& flow) const {
    for (int row = 0; row < rowCount(); ++row) {
        const auto& cells = this->row(row).cells;
        const auto at = std::ranges::find(cells, flow, &PathCell::flow);
        if (!flow.isEmpty() && at != cells.end()) return {static_cast<int>(at - cells.begin()), row};
    }
    return {-1, -1};
}

int PathsModel::unwantedFlows() const {
    int unwanted = 0;
    for (std::size_t i = 0; i < fareCount; ++i)
        if (!isAsWanted(static_cast<Fare>(i))) unwanted += counts_[i];
    return unwanted;
}

QString PathsModel::toneWord(int tone) const {
    return screenText(enumLabel(static_cast<Fare>(tone)));
}

QVariantList PathsModel::tones() const {
    std::set<int> shown;
    for (const PathRow& row : rows())
        for (const PathCell& cell : row.cells)
            if (!cell.flow.isEmpty()) shown.insert(static_cast<int>(cell.fare));
    return {shown.begin(), shown.end()};
}

const std::vector<PathsModel::Role>& PathsModel::roles() const {
    static const std::vector<Role> roles = {
        {"key", [](const PathRow& row) { return QVariant(row.key); }},
        {"label", [](const PathRow& row) { return QVariant(row.label); }},
        {"pictogram", [](const PathRow& row) { return QVariant(row.pictogram); }},
        {"cells", cellsOf},
    };
    return roles;
}

void PathsModel::refresh() {
    const WhatIf* whatIf = session_ ? session_->whatIf() : nullptr;
    supposed_ = whatIf ? screenText(whatIf->title) : QString();
    PathMatrix matrix = document_ ? pathMatrix(*document_->judgement(), choice_, whatIf) : PathMatrix{};
    targets_ = std::move(matrix.targets);
    counts_ = matrix.counts;
    flows_ = matrix.flows;
    gone_ = matrix.gone;
    setRows(std::move(matrix.rows));
    emit refreshed();
}

}  // namespace gw
