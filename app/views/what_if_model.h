#pragma once
#include "app/views/rows_model.h"

#include <qqmlintegration.h>
#include <QVariantList>

#include "app/views/session.h"

namespace gw {

/// A flow that would fare differently.
struct ChangeRow {
    QString key;
    QString label;
    QString effect;  ///< "breaks", "changes path"
    bool worse = false;
    QString summary;
    friend bool operator==(const ChangeRow&, const ChangeRow&) = default;
};

/// What would happen: the flows that change, and which zone is down.
class WhatIfModel : public GW_ROWS_MODEL(ChangeRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(gw::Session* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(QString title READ title NOTIFY refreshed)
    Q_PROPERTY(QString summary READ summary NOTIFY refreshed)
    Q_PROPERTY(bool breaks READ breaks NOTIFY refreshed)
    Q_PROPERTY(int count READ shown NOTIFY refreshed)
    /// Whether the lens asks which zone is down.
    Q_PROPERTY(bool choosesZone READ choosesZone NOTIFY refreshed)
    /// "All zones up" and the zones that things stand in, each with `value` and `label`.
    Q_PROPERTY(QVariantList zones READ zones NOTIFY zonesChanged)
    /// The place in `zones` of the one that is down; 0 for none.
    Q_PROPERTY(int zone READ zone WRITE setZone NOTIFY refreshed)

public:
    using RowsModel::RowsModel;

    Session* session() const { return session_; }
    void setSession(Session* session);
    QString title() const;
    QString summary() const;
    bool breaks() const;
    int shown() const { return rowCount(); }
    bool choosesZone() const { return session_ && session_->lens() == Lens::Resilience; }
    const QVariantList& zones() const { return zones_; }
    int zone() const;
    void setZone(int zone);

signals:
    void sessionChanged();
    void refreshed();
    void zonesChanged();

protected:
    const std::vector<Role>& roles() const override;

private:
    const WhatIf* whatIf() const { return session_ ? session_->whatIf() : nullptr; }
    void refresh();
    void listenToDocument();
    void findZones();

    Session* session_ = nullptr;
    QMetaObject::Connection changed_;
    QVariantList zones_;
};

}  // namespace gw
