#include "app/views/flows_model.h"

#include "app/views/path_matrix.h"
#include "app/views/text.h"
#include "app/views/thing_text.h"
#include "model/report/traces.h"

namespace gw {

std::vector<FlowRow> flowRows(const Judgement& judgement, const AnyId& subject) {
    std::vector<FlowRow> rows;
    const Design& design = judgement.design();
    for (const Flow& flow : design.flows) {
        const Trace* trace = judgement.facts().traceOf(flow.id);
        if (!trace) continue;
        const bool touches = AnyId(flow.id) == subject || AnyId(flow.from) == subject || AnyId(flow.to) == subject ||
                             std::ranges::find(trace->via, subject) != trace->via.end();
        if (!touches) continue;
        rows.push_back({screenText(flow.id.value), labelOf(design, flow.id), static_cast<int>(fareOf(flow, *trace)),
                        wayOf(design, *trace, flow), screenText(summaryOf(*trace))});
    }
    std::ranges::stable_sort(rows, {}, &FlowRow::label);
    return rows;
}

void FlowsModel::setDocument(Document* document) {
    if (document == document_) return;
    if (document_) document_->disconnect(this);
    document_ = document;
    if (document_) connect(document_, &Document::judged, this, &FlowsModel::refresh);
    emit documentChanged();
    refresh();
}

void FlowsModel::setSubject(const QString& subject) {
    if (subject == subject_) return;
    subject_ = subject;
    emit subjectChanged();
    refresh();
}

const std::vector<FlowsModel::Role>& FlowsModel::roles() const {
    static const std::vector<Role> roles = {
        {"key", [](const FlowRow& row) { return QVariant(row.key); }},
        {"label", [](const FlowRow& row) { return QVariant(row.label); }},
        {"tone", [](const FlowRow& row) { return QVariant(row.tone); }},
        {"way", [](const FlowRow& row) { return QVariant(row.way); }},
        {"summary", [](const FlowRow& row) { return QVariant(row.summary); }},
    };
    return roles;
}

void FlowsModel::refresh() {
    const bool asks = document_ && !subject_.isEmpty();
    setRows(asks ? flowRows(*document_->judgement(), AnyId(subject_.toStdString())) : std::vector<FlowRow>{});
    emit refreshed();
}

}  // namespace gw
