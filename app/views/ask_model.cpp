#include "app/views/ask_model.h"

#include "app/views/text.h"
#include "model/catalog/catalog.h"
#include "model/catalog/iam.h"
#include "model/design/containment.h"
#include "model/design/references.h"
#include "model/design/text_form.h"
#include "model/policy/arn.h"

namespace gw {
namespace {

QVariantMap choice(const QString& value, const QString& label, const QString& note = {}) {
    return {{"value", value}, {"label", label}, {"note", note}};
}

/// Prefix of the actions of a service of the catalogue.
QString prefixOf(std::string_view service) {
    const Service* known = Catalog::builtIn().service(service);
    return known ? screenText(known->iamPrefix) : QString();
}

bool isCaller(const Design& design, const AnyId& id) {
    return find(design, Id<Workload>{id.value}) || find(design, Id<Client>{id.value});
}

QString titleOf(const AskedPolicy& policy) {
    const QString type = screenText(infoOf(policy.type).label);
    QString title = type.startsWith("an ") ? type.mid(3) : type.startsWith("a ") ? type.mid(2) : type;
    title[0] = title[0].toUpper();
    const QString name = screenText(policy.name);
    const QString owner = screenText(policy.owner);
    if (owner.isEmpty() || owner == name) return QObject::tr("%1 %2").arg(title, name);
    return QObject::tr("%1 %2 of %3").arg(title, name, owner);
}

/// The id that is meant by it: itself, or that of the first thing of that name.
QString idNamed(const QVariantList& choices, const QString& text) {
    for (const char* part : {"value", "label"})
        for (const QVariant& each : choices)
            if (each.toMap()[part].toString() == text) return each.toMap()["value"].toString();
    return text;
}

bool isNamed(const QVariantList& choices, const QString& value) {
    return std::ranges::any_of(choices, [&](const QVariant& each) { return each.toMap()["value"] == value; });
}

}  // namespace

void AskModel::setSession(Session* session) {
    if (session == session_) return;
    if (session_) session_->disconnect(this);
    session_ = session;
    if (session_) {
        connect(session_, &Session::documentChanged, this, &AskModel::listenToDocument);
        listenToDocument();
    }
    emit sessionChanged();
    refresh();
}

void AskModel::listenToDocument() {
    disconnect(judged_);
    disconnect(opened_);
    if (session_->document()) {
        judged_ = connect(session_->document(), &Document::judged, this, &AskModel::refresh);
        opened_ = connect(session_->document(), &Document::opened, this, &AskModel::clear);
    }
    refresh();
}

/// Another design has other things of the same names.
void AskModel::clear() {
    who_.clear();
    resource_.clear();
    action_.clear();
    choseWay_ = false;
    refresh();
}

void AskModel::setActive(bool active) {
    if (active == active_) return;
    active_ = active;
    emit activeChanged();
    // What was answered stands where nothing has changed since, and so does its drawing.
    if (active_ && !isAsked_) refresh();
}

const Design* AskModel::design() const {
    return session_ && session_->document() ? &session_->document()->judgement()->facts().design() : nullptr;
}

void AskModel::setWho(const QString& who) {
    const QString next = idNamed(people(), who.trimmed());
    if (next == who_) return;
    who_ = next;
    refresh();
}

void AskModel::setAction(const QString& action) {
    if (action.trimmed() == action_) return;
    action_ = action.trimmed();
    refresh();
}

void AskModel::setResource(const QString& resource) {
    const QString next = idNamed(resources(), resource.trimmed());
    if (next == resource_) return;
    resource_ = next;
    // What is done with another service's resource is none of this one's.
    if (const QString service = serviceOfResource(); !service.isEmpty() && !action_.startsWith(service + u':'))
        action_.clear();
    refresh();
}

int AskModel::way() const {
    for (std::size_t i = 0; i < ways_.size(); ++i)
        if (ways_[i].way == way_) return static_cast<int>(i);
    return -1;
}

void AskModel::setWay(int way) {
    if (way < 0 || static_cast<std::size_t>(way) >= ways_.size()) return;
    way_ = ways_[static_cast<std::size_t>(way)].way;
    choseWay_ = true;
    refresh();
}

QString AskModel::whoShown() const {
    for (const QVariant& each : people())
        if (each.toMap()["value"].toString() == who_) return each.toMap()["label"].toString();
    return who_;
}

QString AskModel::resourceShown() const {
    for (const QVariant& each : resources())
        if (each.toMap()["value"].toString() == resource_) return each.toMap()["label"].toString();
    return resource_;
}

QString AskModel::whoError() const {
    const std::string text = who_.toStdString();
    // What has a dot is a service's: lambda.amazonaws.com.
    const bool isWritten = Arn::parse(text) || isAccountNumber(text) || who_.contains('.');
    if (who_.isEmpty() || isWritten || isNamed(people(), who_)) return {};
    return tr("Nothing here is called \"%1\". Choose one, or write an ARN, an account or a service.").arg(who_);
}

QString AskModel::resourceError() const {
    if (resource_.isEmpty() || resource_ == "*" || Arn::parse(resource_.toStdString()) ||
        isNamed(resources(), resource_))
        return {};
    return tr("No resource here is called \"%1\". Choose one, or write an ARN.").arg(resource_);
}

QVariantList AskModel::people() const {
    QVariantList all;
    const Design* known = design();
    if (!known) return all;
    const auto addCaller = [&](const auto& row) {
        const Role* role = find(*known, row.role);
        if (role)
            all.append(choice(screenText(row.id.value), screenText(nameOf(*known, row.id)),
                              tr("as %1").arg(screenText(nameOf(*known, role->id)))));
    };
    for (const Workload& workload : known->workloads) addCaller(workload);
    for (const Client& client : known->clients) addCaller(client);
    for (const gw::Role& role : known->roles)
        all.append(choice(screenText(role.id.value), screenText(nameOf(*known, role.id)), tr("role")));
    all.append(choice(QStringLiteral("*"), tr("Nobody"), tr("unsigned")));
    return all;
}

QString AskModel::serviceOfResource() const {
    const Design* known = design();
    if (!known) return {};
    if (const auto* row = find(*known, Id<ServiceResource>{resource_.toStdString()})) return prefixOf(row->service);
    const std::string text = resource_.toStdString();
    const auto arn = Arn::parse(text);
    return arn ? screenText(arn->service) : QString();
}

QVariantList AskModel::actions() const {
    QVariantList all;
    const Design* known = design();
    if (!known) return all;
    QStringList prefixes{serviceOfResource()};
    if (prefixes.first().isEmpty())
        for (const ServiceResource& row : known->resources) prefixes << prefixOf(row.service);
    prefixes.removeAll(QString());
    prefixes.removeDuplicates();
    for (const QString& prefix : std::as_const(prefixes))
        if (const IamService* service = IamCatalog::builtIn().service(prefix.toStdString()))
            for (const IamAction& action : service->actions()) {
                const QString name = prefix + u':' + screenText(action.name);
                all.append(choice(name, name, screenText(wordOf(action.level))));
            }
    return all;
}

QVariantList AskModel::resources() const {
    QVariantList all;
    const Design* known = design();
    if (!known) return all;
    for (const ServiceResource& row : known->resources)
        all.append(choice(screenText(row.id.value), screenText(nameOf(*known, row.id)), prefixOf(row.service)));
    return all;
}

QVariantList AskModel::ways() const {
    QVariantList all;
    for (const OfferedWay& each : ways_) {
        const QString name = screenText(each.name);
        all.append(choice({}, each.isTraced ? tr("%1, as traced").arg(name) : name));
    }
    return all;
}

QString AskModel::verdict() const {
    if (!answer_) return {};
    switch (answer_->outcome) {
        case Outcome::Passed:
            return tr("Allowed");
        case Outcome::Blocked:
            return tr("Denied");
        case Outcome::Unknown:
            return tr("Unknown");
        case Outcome::NotJudged:
            return tr("Allowed as far as drawn");
    }
    return {};
}

QString AskModel::summary() const {
    return answer_ ? screenText(answer_->summary) : QString();
}

QVariantList AskModel::reasons() const {
    QVariantList all;
    if (answer_)
        for (const AskedReason& each : answer_->reasons)
            all.append(QVariantMap{{"outcome", static_cast<int>(each.outcome)},
                                   {"stage", screenText(enumLabel(each.stage))},
                                   {"text", screenText(each.text)},
                                   {"subject", screenText(each.subject.value)}});
    return all;
}

QVariantList AskModel::policies() const {
    QVariantList all;
    if (!answer_) return all;
    for (const AskedPolicy& policy : answer_->policies) {
        QVariantList statements;
        for (const AskedStatement& each : policy.statements)
            statements.append(QVariantMap{{"name", screenText(each.name)},
                                          {"allows", each.allows},
                                          {"says", screenText(each.says)},
                                          {"match", each.match == Match::No    ? 0
                                                    : each.match == Match::Yes ? 1
                                                                               : 2},
                                          {"decides", each.decides}});
        const QString about = screenText(policy.action);
        all.append(QVariantMap{{"title", titleOf(policy)},
                               {"subject", screenText(policy.row.value)},
                               {"about", about == action_ ? QString() : about},
                               {"statements", statements}});
    }
    return all;
}

QStringList AskModel::missing() const {
    QStringList all;
    if (answer_)
        for (const std::string& each : answer_->missing) all << screenText(each);
    return all;
}

QStringList AskModel::context() const {
    QStringList all;
    if (answer_)
        for (const auto& [key, value] : answer_->context)
            all << tr("%1: %2").arg(screenText(key), value.empty() ? tr("not sent") : screenText(value));
    return all;
}

void AskModel::start(const QString& thing) {
    const Design* known = design();
    if (!known) return;
    const AnyId id(thing.toStdString());
    choseWay_ = false;
    if (isCaller(*known, id) || find(*known, Id<gw::Role>{id.value}))
        setWho(thing);
    else if (find(*known, Id<ServiceResource>{id.value}))
        setResource(thing);
    else if (const Flow* flow = find(*known, Id<Flow>{id.value})) {
        setWho(screenText(flow->from.value));
        setResource(screenText(flow->to.value));
        if (!flow->actions.empty()) setAction(screenText(flow->actions.front()));
    } else if (find(*known, Id<Endpoint>{id.value})) {
        way_ = {AccessWay::Kind::Endpoint, id};
        choseWay_ = true;
        refresh();
    }
}

AccessQuestion AskModel::question() const {
    AccessQuestion asked;
    const AnyId id(who_.toStdString());
    if (const Design* known = design(); known && isCaller(*known, id))
        asked.from = id;
    else
        asked.principal = id.value;
    asked.action = action_.toStdString();
    asked.resource = resource_.toStdString();
    asked.way = way_;
    return asked;
}

void AskModel::takeFirstWay() {
    const bool isOffered = std::ranges::any_of(ways_, [&](const OfferedWay& each) { return each.way == way_; });
    if (isOffered && choseWay_) return;
    // What the network leads to; else what asks least of it.
    way_ = ways_.empty() ? AccessWay{} : ways_.front().isTraced ? ways_.front().way : ways_.back().way;
}

void AskModel::refresh() {
    answer_.reset();
    problem_.clear();
    isAsked_ = active_ && design();
    if (!isAsked_) {
        ways_.clear();
        return emit changed();
    }
    const Network& network = session_->document()->judgement()->facts().network();
    ways_ = waysOffered(network, question());
    takeFirstWay();
    // What names nothing is put right before anything is missed; of a principal the question itself says so.
    const QString unnamed = whoError().isEmpty() ? resourceError() : QString{};
    if (auto answer = ask(network, question()); answer && unnamed.isEmpty())
        answer_ = *std::move(answer);
    else
        problem_ = unnamed.isEmpty() ? screenText(answer.error().message) : unnamed;
    session_->hideAnswer();
    emit changed();
}

void AskModel::draw() {
    const Design* known = design();
    if (!answer_ || !known) return;
    const AccessQuestion asked = question();
    AnswerLine line;
    if (asked.from) line.way.push_back(drawnThingOf(*known, asked.from));
    if (way_.through) line.way.push_back(drawnThingOf(*known, way_.through));
    if (answer_->target) line.way.push_back(drawnThingOf(*known, answer_->target));
    if (!asked.from) line.outsider = whoShown().toStdString();
    const bool isOpen = answer_->outcome == Outcome::NotJudged;
    line.state = answer_->outcome == Outcome::Blocked   ? LineState::Denied
                 : answer_->outcome == Outcome::Unknown ? LineState::Unknown
                 : isOpen                               ? LineState::NotAsked
                                                        : LineState::Allowed;
    line.words = (verdict() + ": " + action_).toStdString();
    session_->showAnswer(std::move(line));
}

}  // namespace gw
