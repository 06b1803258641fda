#pragma once
#include "app/views/rows_model.h"

#include <qqmlintegration.h>
#include <QVariantList>

#include "app/views/document.h"

namespace gw {

/// How a flow fares, as a colour and a word of the screen.
enum class PathTone { Private, Public, Blocked, Unknown, Purpose };

PathTone toneOf(const Trace& trace, const Flow& flow);
/// The way it takes, or what stops it, in two words: "gateway", "interface", "nat", "sg in".
QString wayOf(const Design& design, const Trace& trace);

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
    /// Flows by tone.
    std::array<int, 5> counts{};
    /// Flows that do not fare as their intent asks.
    int unwanted = 0;
};

/// Sources and targets in the reading order of the canvas.
PathMatrix pathMatrix(const Judgement& judgement);

/// The private-path matrix: sources of flows against their targets.
class PathsModel : public GW_ROWS_MODEL(PathRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(gw::Document* document READ document WRITE setDocument NOTIFY documentChanged)
    Q_PROPERTY(QStringList targets READ targets NOTIFY refreshed)
    Q_PROPERTY(int flows READ flows NOTIFY refreshed)
    Q_PROPERTY(int privateFlows READ privateFlows NOTIFY refreshed)
    Q_PROPERTY(int publicFlows READ publicFlows NOTIFY refreshed)
    Q_PROPERTY(int blockedFlows READ blockedFlows NOTIFY refreshed)
    Q_PROPERTY(int unknownFlows READ unknownFlows NOTIFY refreshed)
    Q_PROPERTY(int purposeFlows READ purposeFlows NOTIFY refreshed)
    Q_PROPERTY(int unwantedFlows READ unwantedFlows NOTIFY refreshed)

public:
    enum Tone { Private, Public, Blocked, Unknown, Purpose };
    Q_ENUM(Tone)

    using RowsModel::RowsModel;

    Document* document() const { return document_; }
    void setDocument(Document* document);
    QStringList targets() const;
    int flows() const;
    int privateFlows() const { return counts_[0]; }
    int publicFlows() const { return counts_[1]; }
    int blockedFlows() const { return counts_[2]; }
    int unknownFlows() const { return counts_[3]; }
    int purposeFlows() const { return counts_[4]; }
    /// Flows that do not fare as their intent asks.
    int unwantedFlows() const { return unwanted_; }

signals:
    void documentChanged();
    void refreshed();

protected:
    const std::vector<Role>& roles() const override;

private:
    void refresh();

    Document* document_ = nullptr;
    std::vector<PathTarget> targets_;
    std::array<int, 5> counts_{};
    int unwanted_ = 0;
};

}  // namespace gw
