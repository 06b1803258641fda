#pragma once
#include "app/views/rows_model.h"

#include <qqmlintegration.h>

#include "app/views/document.h"

namespace gw {

struct OutlineRow {
    QString key;    ///< id of the thing; of a folder its path
    QString thing;  ///< id of the thing, empty for a folder
    QString label;
    QString pictogram;
    int depth = 0;
    int count = 0;  ///< of a folder: what it holds
    bool expandable = false;
    bool expanded = false;
    int severity = -1;  ///< worst finding at it and, where it is folded, below it
    friend bool operator==(const OutlineRow&, const OutlineRow&) = default;
};

/// Everything of the design as a tree: Regions, VPCs, and folders of what stands in them. Regions and VPCs are open
/// unless they are in `toggled`, folders are folded unless they are.
std::vector<OutlineRow> outlineRows(const Judgement& judgement, const Design& design, const QSet<QString>& toggled);

/// The outline of the document.
class OutlineModel : public GW_ROWS_MODEL(OutlineRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(gw::Document* document READ document WRITE setDocument NOTIFY documentChanged)

public:
    using RowsModel::RowsModel;

    Document* document() const { return document_; }
    void setDocument(Document* document);

    Q_INVOKABLE void toggle(const QString& key);
    /// Opens what the thing stands in; its row, or -1 where it has none.
    Q_INVOKABLE int reveal(const QString& thing);
    Q_INVOKABLE QString thingAt(int row) const;
    Q_INVOKABLE QString keyAt(int row) const;

signals:
    void documentChanged();

protected:
    const std::vector<Role>& roles() const override;

private:
    void refresh();

    Document* document_ = nullptr;
    QSet<QString> toggled_;
};

}  // namespace gw
