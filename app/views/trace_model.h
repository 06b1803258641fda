#pragma once
#include "app/views/rows_model.h"

#include <qqmlintegration.h>

#include "app/views/session.h"

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
    /// Its traced flow is told of; where there is none there are no rows.
    Q_PROPERTY(gw::Session* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(QString flow READ flow NOTIFY refreshed)
    /// What is imagined, "us-east-1a down"; empty where the flow is told of as it is.
    Q_PROPERTY(QString supposed READ supposed NOTIFY refreshed)
    Q_PROPERTY(bool found READ isFound NOTIFY refreshed)
    Q_PROPERTY(QString from READ from NOTIFY refreshed)
    Q_PROPERTY(QString to READ to NOTIFY refreshed)
    Q_PROPERTY(QString call READ call NOTIFY refreshed)
    Q_PROPERTY(QString verdict READ verdict NOTIFY refreshed)
    Q_PROPERTY(int tone READ tone NOTIFY refreshed)
    Q_PROPERTY(QString summary READ summary NOTIFY refreshed)
    /// What stops it, what is missing, or what works in part: a sentence each, where the summary does not say it.
    Q_PROPERTY(QStringList reasons READ reasons NOTIFY refreshed)
    /// "Stops at stage 6 of 10."
    Q_PROPERTY(QString progress READ progress NOTIFY refreshed)
    /// Row of the first stage that stops it; -1 for none.
    Q_PROPERTY(int stop READ stop NOTIFY refreshed)

public:
    using RowsModel::RowsModel;

    Session* session() const { return session_; }
    void setSession(Session* session);
    QString flow() const { return session_ ? session_->tracedFlow() : QString(); }
    QString supposed() const { return supposed_; }
    bool isFound() const { return found_; }
    QString from() const { return from_; }
    QString to() const { return to_; }
    QString call() const { return call_; }
    QString verdict() const { return verdict_; }
    int tone() const { return tone_; }
    QString summary() const { return summary_; }
    QStringList reasons() const { return reasons_; }
    QString progress() const { return progress_; }
    int stop() const;

signals:
    void sessionChanged();
    void refreshed();

protected:
    const std::vector<Role>& roles() const override;

private:
    void listenToDocument();
    void refresh();
    void clear();
    void show(const Design& design, const Flow& flow, const Trace& trace);
    /// Of a flow whose caller or target is imagined gone.
    void showGone();

    Session* session_ = nullptr;
    QMetaObject::Connection judged_;
    QString supposed_;
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
