#pragma once
#include "app/views/rows_model.h"

#include <qqmlintegration.h>

#include "app/views/document.h"

namespace gw {

/// One stage of the way of a flow: a box of the hop strip. What several subnets have alike is one stage.
struct TraceRow {
    QString key;
    QString stage;
    QString text;  ///< a sentence for each, on lines of their own
    QString detail;
    QString subject;  ///< id of what decided, the first of several
    QString name;     ///< and what it is called: "rt-app-a", "3 route tables"
    int outcome = 0;  ///< passed, blocked, unknown, not judged
    /// Behind the first stage that stops the flow: what would be decided there.
    bool reached = true;
    friend bool operator==(const TraceRow&, const TraceRow&) = default;
};

std::vector<TraceRow> traceRows(const Design& design, const Trace& trace);

/// What happens to one flow, stage by stage.
class TraceModel : public GW_ROWS_MODEL(TraceRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(gw::Document* document READ document WRITE setDocument NOTIFY documentChanged)
    /// Id of the flow; where there is no such flow there are no rows.
    Q_PROPERTY(QString flow READ flow WRITE setFlow NOTIFY flowChanged)
    Q_PROPERTY(bool found READ isFound NOTIFY refreshed)
    Q_PROPERTY(QString from READ from NOTIFY refreshed)
    Q_PROPERTY(QString to READ to NOTIFY refreshed)
    Q_PROPERTY(QString call READ call NOTIFY refreshed)
    Q_PROPERTY(QString verdict READ verdict NOTIFY refreshed)
    Q_PROPERTY(int tone READ tone NOTIFY refreshed)
    Q_PROPERTY(QString summary READ summary NOTIFY refreshed)
    /// What stops it, what is missing, or what works in part: a sentence each.
    Q_PROPERTY(QStringList reasons READ reasons NOTIFY refreshed)
    /// "Stops at stage 6 of 10."
    Q_PROPERTY(QString progress READ progress NOTIFY refreshed)

public:
    using RowsModel::RowsModel;

    Document* document() const { return document_; }
    void setDocument(Document* document);
    QString flow() const { return flow_; }
    void setFlow(const QString& flow);
    bool isFound() const { return found_; }
    QString from() const { return from_; }
    QString to() const { return to_; }
    QString call() const { return call_; }
    QString verdict() const { return verdict_; }
    int tone() const { return tone_; }
    QString summary() const { return summary_; }
    QStringList reasons() const { return reasons_; }
    QString progress() const { return progress_; }

signals:
    void documentChanged();
    void flowChanged();
    void refreshed();

protected:
    const std::vector<Role>& roles() const override;

private:
    void refresh();

    Document* document_ = nullptr;
    QString flow_;
    bool found_ = false;
    QString from_;
    QString to_;
    QString call_;
    QString verdict_;
    int tone_ = 0;
    QString summary_;
    QStringList reasons_;
    QString progress_;
};

}  // namespace gw
