#pragma once
#include "app/views/rows_model.h"

#include <qqmlintegration.h>
#include <QPoint>
#include <QVariantList>

#include "app/views/document.h"
#include "app/views/path_matrix.h"
#include "app/views/session.h"

namespace gw {

/// The private-path matrix: sources of flows against their targets.
class PathsModel : public GW_ROWS_MODEL(PathRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(gw::Document* document READ document WRITE setDocument NOTIFY documentChanged)
    /// Where what is supposed is told in place of what is; nullptr for what is alone.
    Q_PROPERTY(gw::Session* session READ session WRITE setSession NOTIFY sessionChanged)
    /// "us-east-1a down": what all else is told of; empty for the design as it is.
    Q_PROPERTY(QString supposed READ supposed NOTIFY refreshed)
    /// Of the columns that are shown.
    Q_PROPERTY(QStringList targets READ targets NOTIFY refreshed)
    Q_PROPERTY(QStringList targetIds READ targetIds NOTIFY refreshed)
    /// Words that the source or the target of each shown path holds.
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY choiceChanged)
    /// Whether paths that fare as wanted are left out.
    Q_PROPERTY(bool onlyUnwanted READ onlyUnwanted WRITE setOnlyUnwanted NOTIFY choiceChanged)
    /// Id of the target by which rows are sorted, the worst first; "*name" for names; empty for the reading order.
    Q_PROPERTY(QString sortedBy READ sortedBy WRITE setSortedBy NOTIFY choiceChanged)
    Q_PROPERTY(int count READ shown NOTIFY refreshed)
    /// The tones of the matrix, each once: its legend.
    Q_PROPERTY(QVariantList tones READ tones NOTIFY refreshed)
    Q_PROPERTY(int flows READ flows NOTIFY refreshed)
    Q_PROPERTY(int privateFlows READ privateFlows NOTIFY refreshed)
    Q_PROPERTY(int publicFlows READ publicFlows NOTIFY refreshed)
    Q_PROPERTY(int partialFlows READ partialFlows NOTIFY refreshed)
    Q_PROPERTY(int blockedFlows READ blockedFlows NOTIFY refreshed)
    Q_PROPERTY(int unknownFlows READ unknownFlows NOTIFY refreshed)
    /// Those that are meant to be blocked and arrive.
    Q_PROPERTY(int intrudingFlows READ intrudingFlows NOTIFY refreshed)
    /// Those whose caller or target would be gone: they are counted as nothing else.
    Q_PROPERTY(int goneFlows READ goneFlows NOTIFY refreshed)
    Q_PROPERTY(int unwantedFlows READ unwantedFlows NOTIFY refreshed)

public:
    /// Fare, as QML reads it.
    enum Tone {
        Private = static_cast<int>(Fare::Private),
        Public = static_cast<int>(Fare::Public),
        Blocked = static_cast<int>(Fare::Blocked),
        Unknown = static_cast<int>(Fare::Unknown),
        Refused = static_cast<int>(Fare::Refused),
        Open = static_cast<int>(Fare::Open),
        Partial = static_cast<int>(Fare::Partial),
        Intruding = static_cast<int>(Fare::Intruding),
    };
    Q_ENUM(Tone)

    using RowsModel::RowsModel;

    Document* document() const { return document_; }
    void setDocument(Document* document);
    Session* session() const { return session_; }
    void setSession(Session* session);
    QString supposed() const { return supposed_; }
    QStringList targets() const;
    QStringList targetIds() const;
    QString filter() const { return choice_.words; }
    void setFilter(const QString& filter);
    bool onlyUnwanted() const { return choice_.onlyUnwanted; }
    void setOnlyUnwanted(bool only);
    QString sortedBy() const { return choice_.sortedBy; }
    void setSortedBy(const QString& target);
    int shown() const { return rowCount(); }
    /// Where the cell of a flow stands, as column and row; -1, -1 where none shows it.
    Q_INVOKABLE QPoint cellOf(const QString& flow) const;
    QVariantList tones() const;
    int flows() const { return flows_; }
    int privateFlows() const { return count(Fare::Private); }
    int publicFlows() const { return count(Fare::Public); }
    int blockedFlows() const { return count(Fare::Blocked); }
    int partialFlows() const { return count(Fare::Partial); }
    int unknownFlows() const { return count(Fare::Unknown); }
    int intrudingFlows() const { return count(Fare::Intruding); }
    int goneFlows() const { return gone_; }
    /// Flows that are wanted private and are not, wanted and blocked, be it in part, or meant to be blocked and arrive.
    int unwantedFlows() const;
    /// "not private".
    Q_INVOKABLE QString toneWord(int tone) const;

signals:
    void documentChanged();
    void sessionChanged();
    void refreshed();
    void choiceChanged();

protected:
    const std::vector<Role>& roles() const override;

private:
    void refresh();
    int count(Fare fare) const { return counts_[static_cast<std::size_t>(fare)]; }

    Document* document_ = nullptr;
    Session* session_ = nullptr;
    QString supposed_;
    PathChoice choice_;
    std::vector<PathTarget> targets_;
    std::array<int, fareCount> counts_{};
    int flows_ = 0;
    int gone_ = 0;
};

}  // namespace gw
