#include "app/views/trace_model.h"

#include "app/views/paths_model.h"
#include "app/views/text.h"
#include "app/views/thing_text.h"
#include "model/design/references.h"

namespace gw {
namespace {

template <class E>
QString enumLabel(E value) {
    for (const auto& name : namesOf(value))
        if (name.value == value) return screenText(name.label);
    return {};
}

/// "GetSecretValue on 443": the actions of the call without their service, and the port where one is given.
QString callOf(const Flow& flow) {
    QStringList actions;
    for (const std::string& action : flow.actions) actions << screenText(action.substr(action.find(':') + 1));
    QString call = actions.join(", ");
    if (flow.port)
        call += (call.isEmpty() ? QObject::tr("Port %1") : QObject::tr(" on %1")).arg(screenText(flow.port->text()));
    return call;
}

QString sentence(QString words) {
    if (!words.isEmpty()) words[0] = words[0].toUpper();
    return words;
}

QStringList reasonsOf(const Trace& trace) {
    QStringList reasons;
    for (const Blocker& blocker : trace.blockers) reasons << screenText(blocker.text);
    for (const std::string& share : trace.shares) reasons << screenText(share);
    for (const std::string& fact : trace.missing) reasons << screenText(fact);
    reasons.removeDuplicates();
    return reasons;
}

QString progressOf(const std::vector<TraceRow>& rows) {
    const auto stop = std::ranges::find(rows, static_cast<int>(Outcome::Blocked), &TraceRow::outcome);
    if (stop == rows.end()) return QObject::tr("No stage stops it.");
    return QObject::tr("Stops at stage %1 of %2. Dashed stages are what would be decided next.")
        .arg(stop - rows.begin() + 1)
        .arg(rows.size());
}

}  // namespace

std::vector<TraceRow> traceRows(const Design& design, const Trace& trace) {
    std::vector<TraceRow> rows;
    bool reached = true;
    for (const Hop& hop : trace.hops)
        for (const Step& step : hop.steps) {
            const QString name = step.subject ? screenText(nameOf(design, step.subject)) : QString{};
            rows.push_back({QString::number(rows.size()), enumLabel(step.stage), screenText(step.text),
                            screenText(step.detail), screenText(step.subject.value), name,
                            static_cast<int>(step.outcome), reached});
            reached = reached && step.outcome != Outcome::Blocked;
        }
    return rows;
}

void TraceModel::setDocument(Document* document) {
    if (document == document_) return;
    if (document_) document_->disconnect(this);
    document_ = document;
    if (document_) connect(document_, &Document::judged, this, &TraceModel::refresh);
    emit documentChanged();
    refresh();
}

void TraceModel::setFlow(const QString& flow) {
    if (flow == flow_) return;
    flow_ = flow;
    emit flowChanged();
    refresh();
}

const std::vector<TraceModel::Role>& TraceModel::roles() const {
    static const std::vector<Role> roles = {
        {"stage", [](const TraceRow& row) { return QVariant(row.stage); }},
        {"text", [](const TraceRow& row) { return QVariant(row.text); }},
        {"detail", [](const TraceRow& row) { return QVariant(row.detail); }},
        {"subject", [](const TraceRow& row) { return QVariant(row.subject); }},
        {"name", [](const TraceRow& row) { return QVariant(row.name); }},
        {"outcome", [](const TraceRow& row) { return QVariant(row.outcome); }},
        {"reached", [](const TraceRow& row) { return QVariant(row.reached); }},
    };
    return roles;
}

void TraceModel::refresh() {
    std::shared_ptr<const Judgement> judgement = document_ ? document_->judgement() : nullptr;
    const Id<Flow> id{flow_.toStdString()};
    const Flow* flow = judgement ? judgement->design().flows.find(id) : nullptr;
    const Trace* trace = flow ? judgement->facts().traceOf(id) : nullptr;
    found_ = trace != nullptr;
    if (!trace) {
        setRows({});
        emit refreshed();
        return;
    }
    const Design& design = judgement->design();
    from_ = labelOf(design, flow->from);
    to_ = labelOf(design, flow->to);
    call_ = callOf(*flow);
    verdict_ = sentence(enumLabel(trace->verdict));
    tone_ = static_cast<int>(toneOf(*trace, *flow));
    summary_ = screenText(trace->summary);
    reasons_ = reasonsOf(*trace);
    std::vector<TraceRow> rows = traceRows(design, *trace);
    progress_ = progressOf(rows);
    setRows(std::move(rows));
    emit refreshed();
}

}  // namespace gw
