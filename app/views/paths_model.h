#pragma once
#include "app/views/rows_model.h"

#include <qqmlintegration.h>
#include <QVariantList>

#include "app/views/document.h"

namespace gw {

/// How a flow fares, as a colour and a word of the screen.
enum class PathTone {
    Private,
    Public,
    Blocked,
    Unknown,
    Purpose,  ///< must be blocked, and is
    Open,     ///< may go any way, and does
};

PathTone toneOf(const Trace& trace, const Flow& flow);
/// The way it takes, or what stops it, in two words: "gateway", "interface", "nat", "sg in".
QString wayOf(const Design& design, const Trace& trace, const Flow& flow);

struct PathCell {
    QString flow;  ///< id; empty where nothing is wanted
    QString way;
    PathTone tone = PathTone::Unknown;
    int more = 0;  ///< further flows between the same two; the worst is shown
    friend bool operator==(const PathCell&, const PathCell&) = default;
};

/// One source of flows, and how it fares with each target.
struct PathRow {
    QString key;
    QString label;
    QString pictogram;
    std::vector<PathCell> cells;
    friend bool operator==(const PathRow&, const PathRow&) = default;
};

struct PathTarget {
    std::string id;
    QString label;
    friend bool operator==(const PathTarget&, const PathTarget&) = default;
};

struct PathMatrix {
    std::vector<PathTarget> targets;
    std::vector<PathRow> rows;
    /// Flows by tone: those that are wanted, and those that are blocked as they must be.
    std::array<int, 6> counts{};
    int flows = 0;
};

/// Sources and targets in the reading order of the canvas.
PathMatrix pathMatrix(const Judgement& judgement);

/// The private-path matrix: sources of flows against their targets.
class PathsModel : public GW_ROWS_MODEL(PathRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(gw::Document* document READ document WRITE setDocument NOTIFY documentChanged)
    Q_PROPERTY(QStringList targets READ targets NOTIFY refreshed)
    /// The tones of the matrix, each once: its legend.
    Q_PROPERTY(QVariantList tones READ tones NOTIFY refreshed)
    Q_PROPERTY(int flows READ flows NOTIFY refreshed)
    Q_PROPERTY(int privateFlows READ privateFlows NOTIFY refreshed)
    Q_PROPERTY(int publicFlows READ publicFlows NOTIFY refreshed)
    Q_PROPERTY(int blockedFlows READ blockedFlows NOTIFY refreshed)
    Q_PROPERTY(int unknownFlows READ unknownFlows NOTIFY refreshed)
    Q_PROPERTY(int unwantedFlows READ unwantedFlows NOTIFY refreshed)

public:
    enum Tone { Private, Public, Blocked, Unknown, Purpose, Open };
    Q_ENUM(Tone)

    using RowsModel::RowsModel;

    Document* document() const { return document_; }
    void setDocument(Document* document);
    QStringList targets() const;
    QVariantList tones() const;
    int flows() const { return flows_; }
    int privateFlows() const { return counts_[0]; }
    int publicFlows() const { return counts_[1]; }
    int blockedFlows() const { return counts_[2]; }
    int unknownFlows() const { return counts_[3]; }
    /// Flows that are wanted private and are not, or wanted and blocked.
    int unwantedFlows() const { return publicFlows() + blockedFlows() + unknownFlows(); }

signals:
    void documentChanged();
    void refreshed();

protected:
    const std::vector<Role>& roles() const override;

private:
    void refresh();

    Document* document_ = nullptr;
    std::vector<PathTarget> targets_;
    std::array<int, 6> counts_{};
    int flows_ = 0;
};

}  // namespace gw
