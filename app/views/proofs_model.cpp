#include "app/views/proofs_model.h"

#include "app/views/text.h"
#include "model/design/references.h"
#include "model/policy/arn.h"

namespace gw {
namespace {

template <class Row>
QVariantMap choiceOf(const Design& design, const Row& row) {
    return {{"value", screenText(row.id.value)}, {"label", screenText(nameOf(design, row.id))}};
}

int placeOf(const QVariantList& choices, const std::string& id) {
    const QString wanted = screenText(id);
    for (qsizetype i = 0; i < choices.size(); ++i)
        if (choices[i].toMap()["value"].toString() == wanted) return static_cast<int>(i);
    return choices.isEmpty() ? -1 : 0;
}

std::string idAt(const QVariantList& choices, int place) {
    return place < 0 || place >= choices.size() ? std::string()
                                                : choices[place].toMap()["value"].toString().toStdString();
}

}  // namespace

ProofsModel::ProofsModel(QObject* parent)
    : QObject(parent), beside_(answerOf, [this](DesignProof proof) { show(std::move(proof)); }) {}

void ProofsModel::setSession(Session* session) {
    if (session == session_) return;
    if (session_) session_->disconnect(this);
    session_ = session;
    if (session_) {
        connect(session_, &Session::documentChanged, this, &ProofsModel::listenToDocument);
        listenToDocument();
    }
    emit sessionChanged();
}

void ProofsModel::listenToDocument() {
    disconnect(changed_);
    disconnect(judged_);
    disconnect(saved_);
    if (Document* document = session_->document()) {
        changed_ = connect(document, &Document::changed, this, &ProofsModel::forget);
        judged_ = connect(document, &Document::judged, this, [this] {
            emit choicesChanged();
            if (waits_ && !session_->document()->isJudging()) ask();
        });
        // What is compared with the last save is no answer after another one.
        saved_ = connect(document, &Document::stateChanged, this, [this] {
            if (asked_ == NothingChanged && !(session_->document()->saved() == comparedWith_)) forget();
        });
    }
    forget();
}

void ProofsModel::forget() {
    beside_.forget();
    waits_ = false;
    answer_.reset();
    asked_ = -1;
    emit answered();
    emit choicesChanged();
}

const Design* ProofsModel::design() const {
    return session_ && session_->document() ? &session_->document()->judgement()->facts().design() : nullptr;
}

QVariantList ProofsModel::resources() const {
    QVariantList all;
    const Design* known = design();
    if (!known) return all;
    // Buckets are what is asked about most.
    for (const bool buckets : {true, false})
        for (const ServiceResource& row : known->resources) {
            const bool hasDoor = std::ranges::any_of(known->endpoints,
                                                     [&](const Endpoint& each) { return each.service == row.service; });
            if (!row.awsOwned && Arn::parse(row.arn) && hasDoor && (row.service == "s3") == buckets)
                all.append(choiceOf(*known, row));
        }
    return all;
}

QVariantList ProofsModel::doors() const {
    QVariantList all;
    const Design* known = design();
    if (!known) return all;
    const auto* row = find(*known, Id<ServiceResource>{idAt(resources(), resource())});
    for (const Endpoint& each : known->endpoints)
        if (row && each.service == row->service) all.append(choiceOf(*known, each));
    return all;
}

QVariantList ProofsModel::endpoints() const {
    QVariantList all;
    if (const Design* known = design())
        for (const Endpoint& each : known->endpoints) all.append(choiceOf(*known, each));
    return all;
}

int ProofsModel::resource() const {
    return placeOf(resources(), resource_);
}

void ProofsModel::setResource(int resource) {
    resource_ = idAt(resources(), resource);
    emit choicesChanged();
}

int ProofsModel::door() const {
    return placeOf(doors(), door_);
}

void ProofsModel::setDoor(int door) {
    door_ = idAt(doors(), door);
    emit choicesChanged();
}

int ProofsModel::endpoint() const {
    return placeOf(endpoints(), endpoint_);
}

void ProofsModel::setEndpoint(int endpoint) {
    endpoint_ = idAt(endpoints(), endpoint);
    emit choicesChanged();
}

void ProofsModel::start(const QString& thing) {
    const std::string id = thing.toStdString();
    const Design* known = design();
    if (!known) return;
    if (find(*known, Id<ServiceResource>{id})) resource_ = id;
    if (find(*known, Id<Endpoint>{id})) door_ = endpoint_ = id;
    emit choicesChanged();
}

QString ProofsModel::verdictName() const {
    if (!answer_) return {};
    switch (answer_->verdict) {
        case ProofAnswer::Verdict::Proved:
            return tr("Proved");
        case ProofAnswer::Verdict::Refuted:
            return tr("Refuted");
        case ProofAnswer::Verdict::Unknown:
            return tr("Unknown");
    }
    return {};
}

QString ProofsModel::summary() const {
    return answer_ ? screenText(answer_->summary) : QString();
}

QStringList ProofsModel::lines() const {
    QStringList all;
    if (answer_)
        for (const std::string& line : answer_->lines) all << screenText(line);
    return all;
}

QString ProofsModel::reason() const {
    return answer_ ? screenText(answer_->reason) : QString();
}

void ProofsModel::prove(Query query) {
    if (!design()) return;
    // What is on its way answers another question.
    beside_.forget();
    asked_ = query;
    answer_.reset();
    session_->hideAnswer();
    comparedWith_ = session_->document()->saved();
    // What is known may be of the design as it was: the question is put when it is of this one.
    waits_ = session_->document()->isJudging();
    if (!waits_) ask();
    emit answered();
}

void ProofsModel::ask() {
    waits_ = false;
    const Query query = static_cast<Query>(asked_);
    beside_.ask({session_->document()->judgement(), comparedWith_, query, idAt(resources(), resource()),
                 query == OnlyThrough ? idAt(doors(), door()) : idAt(endpoints(), endpoint())});
    emit answered();
}

DesignProof ProofsModel::answerOf(Question question) {
    const Facts& facts = question.judgement->facts();
    const Endpoint* endpoint = find(facts.design(), Id<Endpoint>{question.endpoint});
    const ServiceResource* resource = find(facts.design(), Id<ServiceResource>{question.resource});
    switch (question.query) {
        case OnlyThrough:
            if (resource && endpoint) return proveOnlyThrough(facts.network(), *resource, *endpoint);
            break;
        case NoStranger:
            if (endpoint) return proveNoStranger(facts.design(), *endpoint);
            break;
        case NothingDead:
            return proveNothingDead(facts);
        case NothingChanged:
            return proveNothingChanged(facts, question.saved);
    }
    return {};
}

void ProofsModel::show(DesignProof proof) {
    answer_ = std::move(proof);
    emit answered();
    draw();
}

void ProofsModel::draw() {
    if (isDrawable() && session_) session_->showAnswer(*answer_->picture);
}

}  // namespace gw
