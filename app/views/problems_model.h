#pragma once
#include "app/views/rows_model.h"

#include <qqmlintegration.h>
#include <QVariantList>

#include "app/views/session.h"

namespace gw {

struct ProblemRow {
    QString key;
    int severity = 0;  ///< 0 hint, 1 warning, 2 error
    QString code;
    QString message;
    QString where;
    QString subject;  ///< id of the thing it is about
    QString drawn;    ///< id of what stands for that on the canvas, and wears the badge; empty for nothing
    QString title;
    QString why;
    QString howToFix;
    QString source;
    QStringList fixes;  ///< what the buttons say, the best first
    QString accepted;   ///< the reason of the waiver that accepts it; empty where none does
    QString until;      ///< the last day it holds, "2026-12-31"; empty where it stands for ever
    QString waiver;     ///< its id
    friend bool operator==(const ProblemRow&, const ProblemRow&) = default;
};

/// Every finding, worst first, then in the reading order of the canvas.
std::vector<ProblemRow> problemRows(const Judgement& judgement);

/// What the rules say about the document.
class ProblemsModel : public GW_ROWS_MODEL(ProblemRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(gw::Document* document READ document WRITE setDocument NOTIFY documentChanged)
    /// Told when a fix cannot be done, and where to fly.
    Q_PROPERTY(gw::Session* session MEMBER session_ NOTIFY sessionChanged)
    /// Words that each shown row holds, in its code, message or subject.
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
    /// Id of the thing whose findings alone are shown; empty for all.
    Q_PROPERTY(QString subject READ subject WRITE setSubject NOTIFY subjectChanged)
    /// Whether in place of its own findings those are shown that it wears the badge of: of its flows, its rules.
    Q_PROPERTY(bool carried READ isCarried WRITE setCarried NOTIFY subjectChanged)
    Q_PROPERTY(int errors READ errors NOTIFY counted)
    Q_PROPERTY(int warnings READ warnings NOTIFY counted)
    Q_PROPERTY(int hints READ hints NOTIFY counted)
    Q_PROPERTY(int count READ shown NOTIFY counted)

public:
    using RowsModel::RowsModel;

    Document* document() const { return document_; }
    void setDocument(Document* document);
    QString filter() const { return filter_; }
    void setFilter(const QString& filter);
    QString subject() const { return subject_; }
    void setSubject(const QString& subject);
    bool isCarried() const { return carried_; }
    void setCarried(bool carried);
    /// Of the whole document, accepted ones left out.
    int errors() const { return counts_[2]; }
    int warnings() const { return counts_[1]; }
    int hints() const { return counts_[0]; }
    int shown() const { return rowCount(); }

    /// Does a fix of the row as one step of the history. One that would make flows fare worse is not done but looked at
    /// first: the problems panel shows it.
    Q_INVOKABLE void applyFix(int row, int fix);
    /// The fixes of what is found about the thing, then of what it wears the badge of: maps with `label`, `finding`
    /// (the key of its row, shown or not) and `fix`.
    Q_INVOKABLE QVariantList fixesOf(const QString& thing) const;
    /// The same of one finding, by the key of its row.
    Q_INVOKABLE QVariantList fixesOfFinding(const QString& key) const;
    /// As applyFix(), by what fixesOf() says.
    Q_INVOKABLE void applyFixOf(const QString& finding, int fix);
    /// Whether the design has the thing.
    Q_INVOKABLE bool has(const QString& thing) const;
    /// "Harms 6 flows: 6 break"; empty for a fix after which no flow fares worse.
    Q_INVOKABLE QString harmOf(int row, int fix) const;
    /// -1 where no row that is shown has the key.
    Q_INVOKABLE int rowOf(const QString& key) const { return indexOf(key); }
    /// The first row of what the rule of that code finds about the thing; -1 where none is shown.
    Q_INVOKABLE int rowAbout(const QString& code, const QString& subject) const;
    /// Shows the design as the fix would make it, until keepPreview() or dropPreview(); says what is different, a line
    /// each: "sg-vpce-secrets, Inbound: + 443/tcp from sg-payment".
    Q_INVOKABLE QStringList previewFix(int row, int fix);
    /// Accepts what the row's rule finds about its thing, with a reason that the design keeps, up to a day
    /// ("2026-12-31", or empty for good). Empty when done, else what is wrong.
    Q_INVOKABLE QString accept(int row, const QString& reason, const QString& until);
    /// Takes the acceptance back.
    Q_INVOKABLE void withdraw(int row);
    Q_INVOKABLE void keepPreview();
    Q_INVOKABLE void dropPreview();
    /// Selects the thing that the row is about and brings it into view.
    Q_INVOKABLE void flyTo(int row);

signals:
    void documentChanged();
    void sessionChanged();
    void filterChanged();
    void subjectChanged();
    void counted();

protected:
    const std::vector<Role>& roles() const override;

private:
    void refresh();
    void show();
    bool isWanted(const ProblemRow& row) const;
    QString keyAt(int row) const { return row >= 0 && row < rowCount() ? this->row(row).key : QString(); }
    const Fix* fixOf(const QString& finding, int fix) const;
    QString harmOf(const Fix& fix) const;

    Document* document_ = nullptr;
    Session* session_ = nullptr;
    QString filter_;
    QString subject_;
    bool carried_ = false;
    std::vector<ProblemRow> all_;
    std::array<int, 3> counts_{};
};

}  // namespace gw
