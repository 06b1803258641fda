#include "app/views/what_if_model.h"

#include "app/views/paths_model.h"
#include "app/views/text.h"
#include "app/views/thing_text.h"
#include "model/design/references.h"
#include "model/design/text_form.h"

namespace gw {
void WhatIfModel::setSession(Session* session) {
    if (session == session_) return;
    if (session_) session_->disconnect(this);
    session_ = session;
    if (session_) {
        connect(session_, &Session::whatIfChanged, this, &WhatIfModel::refresh);
        connect(session_, &Session::lensChanged, this, &WhatIfModel::refresh);
        connect(session_, &Session::documentChanged, this, &WhatIfModel::listenToDocument);
        listenToDocument();
    }
    emit sessionChanged();
    refresh();
}

void WhatIfModel::listenToDocument() {
    disconnect(changed_);
    if (session_->document())
        changed_ = connect(session_->document(), &Document::changed, this, &WhatIfModel::findZones);
    findZones();
}

QString WhatIfModel::title() const {
    return whatIf() ? screenText(whatIf()->title) : QString();
}

QString WhatIfModel::summary() const {
    if (whatIf()) return screenText(summaryOf(whatIf()->changes));
    return session_ && session_->supposes() ? tr("Following every flow\u2026") : QString();
}

bool WhatIfModel::breaks() const {
    return std::ranges::any_of(rows(), &ChangeRow::worse);
}

int WhatIfModel::zone() const {
    const auto supposition = session_ ? session_->supposition() : std::optional<Supposition>();
    if (!supposition || supposition->kind != Supposition::Kind::ZoneDown) return 0;
    const QString down = screenText(supposition->subject.value);
    for (qsizetype i = 1; i < zones_.size(); ++i)
        if (zones_[i].toMap()["value"] == down) return static_cast<int>(i);
    return 0;
}

void WhatIfModel::setZone(int zone) {
    if (!session_ || zone == this->zone()) return;
    if (zone <= 0 || zone >= zones_.size()) return session_->endWhatIf();
    session_->suppose({Supposition::Kind::ZoneDown, AnyId(zones_[zone].toMap()["value"].toString().toStdString())});
}

const std::vector<WhatIfModel::Role>& WhatIfModel::roles() const {
    static const std::vector<Role> roles = {
        {"key", [](const ChangeRow& row) { return QVariant(row.key); }},
        {"label", [](const ChangeRow& row) { return QVariant(row.label); }},
        {"effect", [](const ChangeRow& row) { return QVariant(row.effect); }},
        {"worse", [](const ChangeRow& row) { return QVariant(row.worse); }},
        {"summary", [](const ChangeRow& row) { return QVariant(row.summary); }},
    };
    return roles;
}

void WhatIfModel::refresh() {
    std::vector<ChangeRow> rows;
    if (whatIf())
        for (const FlowChange& change : whatIf()->changes)
            rows.push_back({screenText(change.flow.value), labelOf(session_->document()->design(), change.flow),
                            screenText(enumLabel(change.effect)), isWorse(change.effect), screenText(change.summary)});
    // What breaks is what people ask for.
    std::ranges::stable_partition(rows, &ChangeRow::worse);
    setRows(std::move(rows));
    emit refreshed();
}

void WhatIfModel::findZones() {
    QVariantList zones{QVariantMap{{"value", QString()}, {"label", tr("All zones up")}}};
    if (session_ && session_->document()) {
        const Design& design = session_->document()->design();
        std::set<Id<AvailabilityZone>> used;
        for (const Subnet& subnet : design.subnets) used.insert(subnet.zone);
        for (const AvailabilityZone& zone : design.availabilityZones)
            if (used.contains(zone.id))
                zones.append(QVariantMap{{"value", screenText(zone.id.value)},
                                         {"label", tr("%1 down").arg(screenText(nameOf(design, zone.id)))}});
    }
    if (zones == zones_) return;
    zones_ = zones;
    emit zonesChanged();
    emit refreshed();
}

}  // namespace gw
