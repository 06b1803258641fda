#pragma once
#include "app/views/rows_model.h"

#include <qqmlintegration.h>

#include "app/views/beside.h"
#include "app/views/session.h"
#include "model/repair/repair.h"

namespace gw {

/// One set of edits that would make the traced flow as it is wanted.
struct RepairRow {
    QString key;
    QString title;   ///< its steps, joined
    QString merits;  ///< "fewest edits, cheapest"
    QString cost;    ///< "+$21.90 per month"; empty where it changes nothing, or is not known
    QString effect;  ///< "2 more flows work as wanted", "breaks 1 other flow"
    QString facts;   ///< all three, for those who hear it
    bool breaks = false;
    friend bool operator==(const RepairRow&, const RepairRow&) = default;
};

RepairRow repairRow(const Repair& repair);

/// What would make one flow as it is wanted. Looked for beside the user's work, anew when the judgement of the design
/// changes; while `searching` the rows are of an earlier version.
class RepairsModel : public GW_ROWS_MODEL(RepairRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(gw::Document* document READ document WRITE setDocument NOTIFY documentChanged)
    /// Told when a repair cannot be done.
    Q_PROPERTY(gw::Session* session READ session WRITE setSession NOTIFY sessionChanged)
    /// Id of the flow; none where there is no such flow, or nothing to repair.
    Q_PROPERTY(QString flow READ flow WRITE setFlow NOTIFY flowChanged)
    Q_PROPERTY(bool searching READ isSearching NOTIFY refreshed)
    /// The row whose steps are shown on the canvas, not done; -1 for none.
    Q_PROPERTY(int previewed READ previewed NOTIFY previewedChanged)
    /// What that would change, a line each.
    Q_PROPERTY(QStringList changes READ changes NOTIFY previewedChanged)

public:
    explicit RepairsModel(QObject* parent = nullptr);

    Document* document() const { return document_; }
    void setDocument(Document* document);
    Session* session() const { return session_; }
    void setSession(Session* session);
    QString flow() const { return flow_; }
    void setFlow(const QString& flow);
    bool isSearching() const { return beside_.isBusy(); }
    int previewed() const { return previewed_; }
    QStringList changes() const { return changes_; }

    /// Does all steps as one step of the history.
    Q_INVOKABLE void apply(int row);
    /// Shows the design as the repair would make it, until keep() or drop().
    Q_INVOKABLE void preview(int row);
    Q_INVOKABLE void keep();
    Q_INVOKABLE void drop();

signals:
    void documentChanged();
    void sessionChanged();
    void flowChanged();
    void refreshed();
    void previewedChanged();

protected:
    const std::vector<Role>& roles() const override;

private:
    struct Question {
        Design design{};
        Id<Flow> flow{};
    };

    static std::vector<Repair> look(Question question);
    void ask();
    void show(std::vector<Repair> repairs);
    void setPreviewed(int row, QStringList changes);

    Document* document_ = nullptr;
    Session* session_ = nullptr;
    QString flow_;
    std::vector<Repair> repairs_;
    int previewed_ = -1;
    bool waiting_ = false;  ///< for a preview to end
    QStringList changes_;
    Beside<Question, std::vector<Repair>> beside_;
};

}  // namespace gw
