#pragma once
#include "app/views/rows_model.h"

#include <qqmlintegration.h>
#include <QVariantList>

#include <functional>

#include "app/views/document.h"
#include "app/views/field_rows.h"
#include "app/views/session.h"
#include "model/edit/fields.h"

namespace gw {

/// The fields of one thing, to be read and changed. What is not well-formed is never applied.
class FieldsModel : public GW_ROWS_MODEL(FieldRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(gw::Document* document READ document WRITE setDocument NOTIFY documentChanged)
    /// Where what would happen is shown, and what was refused is kept when another thing is inspected.
    Q_PROPERTY(gw::Session* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(QString subject READ subject WRITE setSubject NOTIFY subjectChanged)
    /// Things that are changed along with the subject: of these those of its kind.
    Q_PROPERTY(QStringList also READ also WRITE setAlso NOTIFY alsoChanged)
    /// How many things one change is done to.
    Q_PROPERTY(int edited READ edited NOTIFY refreshed)
    Q_PROPERTY(QString title READ title NOTIFY refreshed)
    Q_PROPERTY(QString kind READ kind NOTIFY refreshed)
    Q_PROPERTY(QString noun READ noun NOTIFY refreshed)
    /// Of several such things: "VPC endpoints".
    Q_PROPERTY(QString nouns READ nouns NOTIFY refreshed)
    Q_PROPERTY(QString pictogram READ pictogram NOTIFY refreshed)
    /// Ids of security groups, route tables and network ACLs that decide about the thing's packets.
    Q_PROPERTY(QStringList filters READ filters NOTIFY refreshed)

public:
    using RowsModel::RowsModel;

    Document* document() const { return document_; }
    void setDocument(Document* document);
    Session* session() const { return session_; }
    void setSession(Session* session);
    QString subject() const { return subject_; }
    void setSubject(const QString& subject);
    QStringList also() const { return also_; }
    void setAlso(const QStringList& also);
    int edited() const { return static_cast<int>(editedIds().size()); }
    QString title() const { return title_; }
    QString kind() const { return kind_; }
    QString noun() const { return noun_; }
    QString nouns() const;
    QString pictogram() const { return pictogram_; }
    QStringList filters() const { return filters_; }

    /// Sets the field to what the text says, names standing for ids; a refusal is shown at the field.
    Q_INVOKABLE bool set(const QString& key, const QString& text);
    Q_INVOKABLE void addMember(const QString& key, const QString& value);
    /// Puts what was typed in the place of a member.
    Q_INVOKABLE void replaceMember(const QString& key, int at, const QString& value);
    Q_INVOKABLE void removeMember(const QString& key, int at);
    Q_INVOKABLE bool setCell(const QString& key, int row, int column, const QString& text);
    /// Whether the window can say what would happen without one row of the table: routes.
    Q_INVOKABLE bool asksWithout(const QString& key) const;
    /// Shows what would happen without that row.
    Q_INVOKABLE void supposeWithout(const QString& key, int row);
    /// Adds a row of cells to a table; what is wrong with it is told by refusalOf(key + "/new") and faultOf().
    Q_INVOKABLE bool addRow(const QString& key, const QStringList& cells);
    Q_INVOKABLE void removeRow(const QString& key, int row);
    Q_INVOKABLE QString refusalOf(const QString& place) const { return refusals().value(place).message; }
    /// The column that the row refused there is wrong in; -1 where none is alone.
    Q_INVOKABLE int faultOf(const QString& place) const { return refusals().value(place).column; }
    /// What was typed into the row refused there, a text for each column; empty where none was.
    Q_INVOKABLE QStringList draftOf(const QString& place) const { return refusals().value(place).cells; }
    /// Forgets what was typed and refused there.
    Q_INVOKABLE void restore(const QString& place);

signals:
    void documentChanged();
    void sessionChanged();
    void subjectChanged();
    void alsoChanged();
    void refreshed();
    /// Another thing, or other things along with it, are inspected next: what is being typed is handed in now.
    void leaving();
    /// Rows that are being written are added, or refused and kept, as if Enter were pressed in them.
    void handingIn();

protected:
    const std::vector<Role>& roles() const override;

private:
    void refresh();
    void leave();
    /// What is refused is another.
    void tellUnapplied();
    /// Of the subject.
    Refusals& refusals() { return session_ ? session_->refusals(subject_) : refusals_; }
    Refusals refusals() const { return session_ ? session_->refusals(subject_) : refusals_; }
    bool attempt(const QString& place, const QString& text, const Edit& edit);
    const FieldRow* rowOf(const QString& key) const;
    /// The subject, and what is changed along with it.
    std::vector<AnyId> editedIds() const;
    /// The edits of the things changed together, as one step.
    Edit together(std::vector<Edit> edits) const;
    Edit forEach(const std::function<Edit(const AnyId&)>& edit) const;
    /// Sets the field of each thing to what `next` makes of its value, as one step.
    bool setEach(const QString& key, const QString& typed, const std::function<QString(const QString&)>& next);

    Document* document_ = nullptr;
    Session* session_ = nullptr;
    QString subject_;
    QStringList also_;
    /// Of a model without a session.
    Refusals refusals_;
    QString title_;
    QString kind_;
    QString noun_;
    QString pictogram_;
    QStringList filters_;
};

}  // namespace gw
