#pragma once
#include "app/views/rows_model.h"

#include <qqmlintegration.h>

#include "app/views/document.h"

namespace gw {

struct FlowRow {
    QString key;
    QString label;
    int tone = 0;  ///< Fare
    QString way;
    QString summary;
    friend bool operator==(const FlowRow&, const FlowRow&) = default;
};

/// Flows that start or end at the thing or pass it; sorted by name.
std::vector<FlowRow> flowRows(const Judgement& judgement, const AnyId& subject);

/// The flows of one thing.
class FlowsModel : public GW_ROWS_MODEL(FlowRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(gw::Document* document READ document WRITE setDocument NOTIFY documentChanged)
    Q_PROPERTY(QString subject READ subject WRITE setSubject NOTIFY subjectChanged)
    Q_PROPERTY(int count READ shown NOTIFY refreshed)

public:
    using RowsModel::RowsModel;

    Document* document() const { return document_; }
    void setDocument(Document* document);
    QString subject() const { return subject_; }
    void setSubject(const QString& subject);
    int shown() const { return rowCount(); }

signals:
    void documentChanged();
    void subjectChanged();
    void refreshed();

protected:
    const std::vector<Role>& roles() const override;

private:
    void refresh();

    Document* document_ = nullptr;
    QString subject_;
};

}  // namespace gw
