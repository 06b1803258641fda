#pragma once
#include "app/views/rows_model.h"

#include <qqmlintegration.h>
#include <QVariantList>

#include "app/views/document.h"
#include "app/views/session.h"
#include "model/edit/fields.h"

namespace gw {

/// What was typed and refused, and why: shown in place of the value until it is put right or dropped.
struct Refusal {
    QString text;
    QString message;
};

struct FieldRow {
    QString key;
    QString label;
    QString help;
    /// What edits it: "line", "number", "switch", "choice", "reference", "references", "words", "service", "notes",
    /// "policy" or "table".
    QString editor;
    bool required = false;
    QString text;          ///< the value as setField() takes it
    QString shown;         ///< with names in place of ids
    QString error;         ///< why `text` was refused; it then is what was typed, not the value
    QVariantList members;  ///< of lists: maps with `value` and `label`
    QVariantList choices;  ///< maps with `value` and `label`
    QVariantList columns;  ///< of tables: maps with `label`, `help`, `editor`, `choices`
    QVariantList cells;    ///< of tables: a list of maps with `text`, `shown`, `error` for each row
    friend bool operator==(const FieldRow&, const FieldRow&) = default;
};

/// Fields of the thing; refused texts, by field ("cidr") or cell ("ingress/2/port"), stand in for their values.
std::vector<FieldRow> fieldRows(const Design& design, const AnyId& id, const QHash<QString, Refusal>& refused);

/// The fields of one thing, to be read and changed. What is not well-formed is never applied.
class FieldsModel : public GW_ROWS_MODEL(FieldRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(gw::Document* document READ document WRITE setDocument NOTIFY documentChanged)
    /// Where what would happen is shown; without one it is not asked.
    Q_PROPERTY(gw::Session* session MEMBER session_ NOTIFY sessionChanged)
    Q_PROPERTY(QString subject READ subject WRITE setSubject NOTIFY subjectChanged)
    Q_PROPERTY(QString title READ title NOTIFY refreshed)
    Q_PROPERTY(QString kind READ kind NOTIFY refreshed)
    Q_PROPERTY(QString noun READ noun NOTIFY refreshed)
    Q_PROPERTY(QString pictogram READ pictogram NOTIFY refreshed)
    /// Ids of security groups, route tables and network ACLs that decide about the thing's packets.
    Q_PROPERTY(QStringList filters READ filters NOTIFY refreshed)

public:
    using RowsModel::RowsModel;

    Document* document() const { return document_; }
    void setDocument(Document* document);
    QString subject() const { return subject_; }
    void setSubject(const QString& subject);
    QString title() const { return title_; }
    QString kind() const { return kind_; }
    QString noun() const { return noun_; }
    QString pictogram() const { return pictogram_; }
    QStringList filters() const { return filters_; }

    /// Sets the field to what the text says, names standing for ids; a refusal is shown at the field.
    Q_INVOKABLE bool set(const QString& key, const QString& text);
    Q_INVOKABLE void addMember(const QString& key, const QString& value);
    Q_INVOKABLE void removeMember(const QString& key, int at);
    Q_INVOKABLE bool setCell(const QString& key, int row, int column, const QString& text);
    /// Whether the window can say what would happen without one row of the table: routes.
    Q_INVOKABLE bool asksWithout(const QString& key) const;
    /// Shows what would happen without that row.
    Q_INVOKABLE void supposeWithout(const QString& key, int row);
    /// Adds a row of cells to a table; what is wrong with it is told by refusalOf(key + "/new").
    Q_INVOKABLE bool addRow(const QString& key, const QStringList& cells);
    Q_INVOKABLE void removeRow(const QString& key, int row);
    Q_INVOKABLE QString refusalOf(const QString& place) const { return refused_.value(place).message; }
    /// Forgets what was typed and refused there.
    Q_INVOKABLE void restore(const QString& place);

signals:
    void documentChanged();
    void sessionChanged();
    void subjectChanged();
    void refreshed();

protected:
    const std::vector<Role>& roles() const override;

private:
    void refresh();
    bool attempt(const QString& place, const QString& text, const Edit& edit);
    const FieldRow* rowOf(const QString& key) const;

    Document* document_ = nullptr;
    Session* session_ = nullptr;
    QString subject_;
    QHash<QString, Refusal> refused_;
    QString title_;
    QString kind_;
    QString noun_;
    QString pictogram_;
    QStringList filters_;
};

}  // namespace gw
