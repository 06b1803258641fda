#include "app/views/trace_model.h"

#include <algorithm>
#include <span>

#include "app/views/path_matrix.h"
#include "app/views/text.h"
#include "app/views/thing_text.h"
#include "model/design/references.h"
#include "model/design/text_form.h"
#include "model/report/traces.h"

namespace gw {
namespace {

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

/// Whether the call works as far as it is judged, and a policy that could not be asked may still deny it.
bool awaitsPolicies(const Trace& trace) {
    return trace.policiesOpen && trace.verdict != Verdict::Blocked && trace.verdict != Verdict::Unknown;
}

/// Row of the first stage that stops the flow; -1 for none.
int stopIn(const std::vector<TraceRow>& rows) {
    const auto at = std::ranges::find(rows, static_cast<int>(Outcome::Blocked), &TraceRow::outcome);
    return at == rows.end() ? -1 : static_cast<int>(at - rows.begin());
}

QString progressOf(const std::vector<TraceRow>& rows) {
    const int stop = stopIn(rows);
    if (stop < 0) {
        const bool isOpen =
            std::ranges::find(rows, static_cast<int>(Outcome::NotJudged), &TraceRow::outcome) != rows.end();
        return isOpen ? QObject::tr("No stage that is asked stops it; policies could not be asked.")
                      : QObject::tr("No stage stops it.");
    }
    return QObject::tr("Stops at stage %1 of %2. What follows is what would be decided next.")
        .arg(stop + 1)
        .arg(rows.size());
}

/// The steps of one stage (one for each subnet, say), those of one outcome together, in order.
std::vector<std::vector<const Step*>> alike(std::span<const Step> stage) {
    std::vector<std::vector<const Step*>> groups;
    for (const Step& step : stage) {
        const auto same =
            std::ranges::find(groups, step.outcome, [](const auto& group) { return group.front()->outcome; });
        if (same == groups.end())
            groups.push_back({&step});
        else
            same->push_back(&step);
    }
    return groups;
}

/// "rt-app-a", or for several "3 route tables"; of different kinds the first and how many more.
QString nameOfSubjects(const Design& design, const std::vector<const Step*>& steps) {
    std::vector<AnyId> subjects;
    bool oneKind = true;
    for (const Step* step : steps) {
        if (!step->subject || std::ranges::find(subjects, step->subject) != subjects.end()) continue;
        subjects.push_back(step->subject);
        oneKind = oneKind && nounOf(design, step->subject) == nounOf(design, subjects.front());
    }
    if (subjects.empty()) return {};
    const QString first = screenText(nameOf(design, subjects.front()));
    if (subjects.size() == 1) return first;
    if (!oneKind) return QObject::tr("%1 +%2").arg(first).arg(subjects.size() - 1);
    return QObject::tr("%1 %2s").arg(subjects.size()).arg(screenText(nounOf(design, subjects.front())));
}

TraceRow rowOf(const Design& design, std::vector<const Step*> steps) {
    // What names a rule says more than what was not asked.
    std::ranges::stable_sort(steps, {}, [](const Step* step) { return step->detail.empty(); });
    QStringList texts;
    QStringList details;
    for (const Step* step : steps) {
        texts << screenText(step->text);
        if (!step->detail.empty()) details << screenText(step->detail);
    }
    texts.removeDuplicates();
    details.removeDuplicates();
    TraceRow row;
    row.text = texts.join('\n');
    row.detail = details.join(", ");
    row.subject = screenText(steps.front()->subject.value);
    row.name = nameOfSubjects(design, steps);
    row.outcome = static_cast<int>(steps.front()->outcome);
    return row;
}

}  // namespace

std::vector<TraceRow> traceRows(const Design& design, const Trace& trace) {
    std::vector<TraceRow> rows;
    bool reached = true;
    for (const Hop& hop : trace.hops) {
        for (auto step = hop.steps.begin(); step != hop.steps.end();) {
            const auto end =
                std::find_if(step, hop.steps.end(), [&](const Step& other) { return other.stage != step->stage; });
            for (const auto& steps : alike({step, end})) {
                TraceRow row = rowOf(design, steps);
                row.key = QString::number(rows.size());
                row.stage = screenText(stageName(design, hop, step->stage));
                row.reached = reached;
                rows.push_back(std::move(row));
            }
            reached =
                reached && std::none_of(step, end, [](const Step& each) { return each.outcome == Outcome::Blocked; });
            step = end;
        }
    }
    return rows;
}

void TraceModel::setSession(Session* session) {
    if (session == session_) return;
    if (session_) session_->disconnect(this);
    session_ = session;
    if (session_) {
        connect(session_, &Session::tracedFlowChanged, this, &TraceModel::refresh);
        connect(session_, &Session::whatIfChanged, this, &TraceModel::refresh);
        connect(session_, &Session::documentChanged, this, &TraceModel::listenToDocument);
    }
    emit sessionChanged();
    listenToDocument();
}

void TraceModel::listenToDocument() {
    disconnect(judged_);
    if (session_ && session_->document())
        judged_ = connect(session_->document(), &Document::judged, this, &TraceModel::refresh);
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
    Document* document = session_ ? session_->document() : nullptr;
    const std::shared_ptr<const Judgement> judgement = document ? document->judgement() : nullptr;
    const Flow* flow = judgement ? find(judgement->design(), session_->traced()) : nullptr;
    const WhatIf* whatIf = session_ ? session_->whatIf() : nullptr;
    supposed_ = whatIf ? screenText(whatIf->title) : QString();
    from_ = flow ? labelOf(judgement->design(), flow->from) : QString();
    to_ = flow ? labelOf(judgement->design(), flow->to) : QString();
    call_ = flow ? callOf(*flow) : QString();
    if (const Trace* was = flow ? judgement->facts().traceOf(flow->id) : nullptr; !was)
        clear();
    else if (const Trace* trace = whatIf ? traceOf(*whatIf, flow->id) : was)
        show(judgement->design(), *flow, *trace);
    else
        showGone();
    emit refreshed();
}

void TraceModel::clear() {
    found_ = false;
    setRows({});
}

void TraceModel::show(const Design& design, const Flow& flow, const Trace& trace) {
    found_ = true;
    const bool open = awaitsPolicies(trace);
    const QString verdict = screenText(enumLabel(trace.verdict));
    verdict_ = open ? tr("So far %1").arg(verdict) : sentence(verdict);
    tone_ = static_cast<int>(fareOf(flow, trace));
    summary_ = screenText(summaryOf(trace));
    if (!trace.unasked.empty())
        summary_ += ' ' + tr("AWS refuses what nobody signs: choose the role that signs it.");
    else if (open)
        summary_ +=
            ' ' + tr("Policies may still deny it: say what the call asks for (Actions) and who signs it (role).");
    reasons_ = reasonsOf(trace);
    if (reasons_.size() == 1 && summary_.contains(reasons_.front())) reasons_.clear();
    std::vector<TraceRow> rows = traceRows(design, trace);
    progress_ = progressOf(rows);
    setRows(std::move(rows));
}

int TraceModel::stop() const {
    return stopIn(rows());
}

void TraceModel::showGone() {
    found_ = true;
    verdict_ = tr("Gone");
    tone_ = static_cast<int>(Fare::Blocked);
    summary_ = tr("Its caller or its target would no longer be there.");
    reasons_.clear();
    progress_.clear();
    setRows({});
}

}  // namespace gw
