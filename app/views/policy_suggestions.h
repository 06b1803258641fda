#pragma once
#include "app/views/rows_model.h"

#include <qqmlintegration.h>
#include <QQuickTextDocument>

#include "app/views/document.h"
#include "model/policy/suggest/suggest.h"

namespace gw {

struct SuggestionRow {
    QString key;
    QString label;
    QString detail;
    friend bool operator==(const SuggestionRow&, const SuggestionRow&) = default;
};

/// What fits where the cursor stands in the text of a policy.
class PolicySuggestions : public GW_ROWS_MODEL(SuggestionRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(gw::Document* document MEMBER document_)
    /// With the key of its field: where the policy hangs.
    Q_PROPERTY(QString row MEMBER row_)
    Q_PROPERTY(QString field MEMBER field_)
    Q_PROPERTY(QQuickTextDocument* textDocument MEMBER textDocument_)
    Q_PROPERTY(int count READ shown NOTIFY counted)

public:
    using RowsModel::RowsModel;

    int shown() const { return rowCount(); }

    /// Looks for what fits at a character of the text. While `typing` only inside a string, and not where all is typed
    /// already.
    Q_INVOKABLE void ask(int cursor, bool typing);
    Q_INVOKABLE void clear();
    /// "s3:GetObject, read, 1 of 12", for those who hear it.
    Q_INVOKABLE QString spoken(int row) const;
    /// Puts a row into the text as one step of the editor's own undo; taken() tells what is to be selected then.
    Q_INVOKABLE void take(int row);

signals:
    void counted();
    /// Where both are the same, the cursor stands there.
    void taken(int from, int to);

protected:
    const std::vector<Role>& roles() const override;

private:
    void show(std::vector<PolicySuggestion> suggestions);

    Document* document_ = nullptr;
    QString row_;
    QString field_;
    QQuickTextDocument* textDocument_ = nullptr;
    /// The text that they were made for.
    std::string text_;
    std::vector<PolicySuggestion> suggestions_;
};

}  // namespace gw
