#include "app/views/session.h"

#include <algorithm>

#include "app/views/done_text.h"
#include "app/views/thing_text.h"
#include "app/views/unapplied.h"
#include "model/design/references.h"
#include "model/edit/edits.h"

namespace gw {

bool startsFlow(const Design& design, const AnyId& thing) {
    return design.workloads.find({thing.value}) || design.loadBalancers.find({thing.value}) ||
           design.clients.find({thing.value}) || design.onPremisesNetworks.find({thing.value});
}

Session::Session(QObject* parent)
    : QObject(parent), beside_(answerOf, [this](WhatIfAnswer answer) { showWhatIf(std::move(answer)); }) {}

void Session::setDocument(Document* document) {
    if (document == document_) return;
    if (document_) document_->disconnect(this);
    document_ = document;
    if (document_) {
        connect(document_, &Document::changed, this, &Session::forgetGone);
        connect(document_, &Document::changed, this, &Session::tracedNameChanged);
        connect(document_, &Document::judged, this, [this] {
            // What would happen is told of the judgement it was asked of; what waits for one is asked now.
            if (whatIf_) endWhatIf();
            askWhatIf();
        });
        connect(document_, &Document::opened, this, [this] {
            clearSelection();
            setTracedFlow({});
            refusals_.clear();
            emit unappliedChanged();
            fit();
        });
    }
    forgetGone();
    emit documentChanged();
}

QStringList Session::selectionIds() const {
    QStringList ids;
    for (const AnyId& id : selection_) ids.append(QString::fromStdString(id.value));
    return ids;
}

bool Session::isSelected(const AnyId& id) const {
    return std::ranges::find(selection_, id) != selection_.end();
}

void Session::setSelection(std::vector<AnyId> ids) {
    if (ids == selection_) return;
    selection_ = std::move(ids);
    // Moving one thing by keys and then another is two steps.
    if (document_) document_->seal();
    emit selectionChanged();
}

void Session::select(const QString& id) {
    setSelection(id.isEmpty() ? std::vector<AnyId>{} : std::vector{AnyId(id.toStdString())});
}

void Session::toggle(const QString& id) {
    std::vector<AnyId> next = selection_;
    if (std::erase(next, AnyId(id.toStdString())) == 0) next.emplace_back(id.toStdString());
    setSelection(std::move(next));
}

void Session::clearSelection() {
    setSelection({});
}

bool Session::stepOut() {
    if (tool_ != Tool::Select)
        setTool(Tool::Select);
    else if (document_ && document_->isProposing())
        document_->dropPreview();
    else if (answer_)
        hideAnswer();
    else if (traced_)
        setTracedFlow({});
    else if (supposes())
        endWhatIf();
    else
        return false;
    return true;
}

void Session::setHovered(const AnyId& id) {
    if (id == hovered_) return;
    hovered_ = id;
    emit hoveredChanged();
}

void Session::setTracedFlow(const QString& id) {
    if (id == tracedFlow()) return;
    traced_ = {id.toStdString()};
    if (traced_) hideAnswer();
    emit tracedFlowChanged();
    emit tracedNameChanged();
}

QString Session::tracedName() const {
    return traced_ && document_ ? labelOf(document_->design(), AnyId(traced_)) : QString();
}

void Session::setTool(Tool tool) {
    if (tool == tool_) return;
    tool_ = tool;
    flowFrom_ = {};
    emit toolChanged();
}

void Session::strokeFlow() {
    if (tool_ == Tool::Connect && flowFrom_ && flowFrom_ != primary()) {
        const std::string id = freeId(document_->design(), Flow::kind.idPrefix);
        if (!attempt(edits::connect(flowFrom_, primary(), id))) return;
        setTool(Tool::Select);
        setSelection({AnyId(id)});
        return;
    }
    setTool(Tool::Connect);
    if (!document_ || !startsFlow(document_->design(), primary())) return;
    flowFrom_ = primary();
    tell(tr("A flow from %1: go to its target and press the key again, or click it.")
             .arg(QString::fromStdString(nameOf(document_->design(), flowFrom_))));
}

void Session::setLensIndex(int lens) {
    const auto next = static_cast<Lens>(std::clamp(lens, 0, static_cast<int>(lensNames().size()) - 1));
    if (next == lens_) return;
    lens_ = next;
    // Lenses show what is; what would be is over.
    endWhatIf();
    emit lensChanged();
}

QStringList Session::lensNames() {
    return {tr("Topology"), tr("Routing"), tr("Security"), tr("DNS"), tr("Policy"), tr("Cost"), tr("Resilience")};
}

QStringList Session::lensQuestions() {
    return {tr("Who reaches what, and how"),
            tr("Where the packets of each subnet go next"),
            tr("Who may talk to whom: security groups and network ACLs"),
            tr("What the names of services lead to from here"),
            tr("Which policy decides about each flow, and how"),
            tr("What each thing costs per month by standing there"),
            tr("What stands in one zone alone, and what breaks when a zone is down")};
}

void Session::suppose(const Supposition& supposition) {
    if (!document_ || supposition_ == supposition) return;
    endWhatIf();
    hideAnswer();
    supposition_ = supposition;
    askWhatIf();
    emit whatIfChanged();
}

void Session::askWhatIf() {
    // Of a design that is still judged, the question is asked when that has ended.
    if (supposition_ && !document_->isJudging()) beside_.ask({document_->judgement(), *supposition_});
}

Session::WhatIfAnswer Session::answerOf(WhatIfQuestion question) {
    const Facts& facts = question.judgement->facts();
    return std::make_shared<const Result<WhatIf>>(
        gw::whatIf(facts.design(), facts.traces(), {std::move(question.supposition)}));
}

void Session::showWhatIf(WhatIfAnswer answer) {
    if (!*answer) {
        endWhatIf();
        return tell(QString::fromStdString(answer->error().message));
    }
    whatIf_ = std::move(answer);
    emit whatIfChanged();
}

void Session::endWhatIf() {
    if (!supposition_) return;
    supposition_.reset();
    whatIf_.reset();
    beside_.forget();
    emit whatIfChanged();
}

void Session::showAnswer(AnswerLine answer) {
    endWhatIf();
    setTracedFlow({});
    if (answer_ == answer) return;
    answer_ = std::move(answer);
    emit answerChanged();
}

void Session::hideAnswer() {
    if (!answer_) return;
    answer_.reset();
    emit answerChanged();
}

void Session::setView(double zoom, QPointF centre) {
    zoom = std::clamp(zoom, leastZoom, mostZoom);
    if (zoom == zoom_ && centre == centre_) return;
    zoom_ = zoom;
    centre_ = centre;
    emit viewChanged();
}

void Session::flyTo(const QString& id) {
    select(id);
    emit flyRequested(id);
}

QStringList Session::unapplied() const {
    return document_ ? unappliedTexts(document_->design(), refusals_) : QStringList{};
}

void Session::tellSaved() {
    const QStringList texts = unapplied();
    tell(texts.isEmpty() ? tr("Saved %1.").arg(document_->title()) : tr("Saved. Not applied: %1.").arg(inBrief(texts)));
}

void Session::flyToProblem(const QString& id) {
    flyTo(id);
    emit problemFlownTo();
}

bool Session::attempt(const Edit& edit) {
    if (!document_) return false;
    const Status done = document_->apply(edit);
    if (!done) tell(QString::fromStdString(done.error().message));
    return done.has_value();
}

void Session::mend(const Edit& edit) {
    if (attempt(edit)) tell(doneText(edit.label), true);
}

void Session::keepProposed() {
    if (!document_ || !document_->isProposing()) return;
    const std::string label = document_->previewLabel();
    document_->keepPreview();
    tell(doneText(label), true);
}

void Session::forgetGone() {
    endWhatIf();
    hideAnswer();
    const auto gone = [this](const AnyId& id) { return !document_ || !contains(document_->design(), id); };
    std::vector<AnyId> next = selection_;
    std::erase_if(next, gone);
    setSelection(std::move(next));
    if (hovered_ && gone(hovered_)) setHovered({});
    if (traced_ && gone(traced_)) setTracedFlow({});
    if (!refusals_.isEmpty()) emit unappliedChanged();
}

}  // namespace gw
