#include "app/views/fields_model.h"

#include <QRegularExpression>

#include "app/views/lists.h"
#include "app/views/subnet_filters.h"
#include "app/views/text.h"
#include "app/views/thing_text.h"
#include "model/design/references.h"

namespace gw {
namespace {

/// The id of the choice that the word names; the word itself where it names none.
QString idOf(const QVariantList& choices, const QString& word) {
    const auto named = std::ranges::find_if(choices, [&](const QVariant& choice) {
        return choice.toMap()["label"] == word || choice.toMap()["value"] == word;
    });
    // Yes and No are no names, and may be written small.
    if (named == choices.end() && choices.size() == 2 && choices[0].toMap()["value"] == "true")
        for (const QVariant& choice : choices)
            if (choice.toMap()["label"].toString().compare(word, Qt::CaseInsensitive) == 0)
                return choice.toMap()["value"].toString();
    return named == choices.end() ? word : named->toMap()["value"].toString();
}

/// The ids that the text stands for, which may call rows by their names.
QString valuesOf(const QString& editor, const QVariantList& choices, const QString& text) {
    if (choices.isEmpty()) return text;
    if (editor != "references") return idOf(choices, text.trimmed());
    QStringList values;
    for (const QString& word : membersOfLine(text)) values << idOf(choices, word);
    return lineOfMembers(values);
}

QString valuesOf(const QVariantMap& column, const QString& text) {
    return valuesOf(column["editor"].toString(), column["choices"].toList(), text);
}

template <class Ids>
void addIds(QStringList& out, const Ids& ids) {
    for (const auto& id : ids) out << screenText(id.value);
}

QStringList filtersOf(const Design& design, const AnyId& id) {
    QStringList filters;
    withRow(design, id, [&]<class Row>(const Row& row) {
        if constexpr (std::is_same_v<Row, Subnet>) {
            filters = filtersOfSubnet(design, row);
        } else {
            if constexpr (requires { row.securityGroups; }) addIds(filters, row.securityGroups);
            if constexpr (std::is_same_v<Row, Endpoint>) addIds(filters, row.routeTables);
        }
    });
    return filters;
}

/// The first cell with which there can be no such row; -1 where only the row as a whole cannot be.
int faultyCell(const Design& design, const AnyId& id, const std::string& key, const std::vector<std::string>& cells) {
    for (std::size_t count = 1; count <= cells.size(); ++count) {
        Design draft = design;
        const std::vector<std::string> first(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(count));
        if (!edits::addTableRow(id, key, first).run(draft)) return static_cast<int>(count) - 1;
    }
    return -1;
}

/// The column that a new row must have and a file need not: a route that leads nowhere is read and judged, but nobody
/// means to write one. -1 for none.
int missingCell(const FieldRow& table, const std::vector<std::string>& cells) {
    if (table.key != "routes") return -1;
    const auto at = [&](const char* key) {
        const auto column = std::ranges::find_if(
            table.columns, [&](const QVariant& each) { return each.toMap()["key"].toString() == key; });
        return static_cast<std::size_t>(column - table.columns.begin());
    };
    const auto cell = [&](std::size_t column) { return column < cells.size() ? cells[column] : std::string{}; };
    const std::size_t target = at("target");
    return target < cells.size() && cell(target).empty() && cell(at("state")) != "blackhole" ? static_cast<int>(target)
                                                                                             : -1;
}

/// The table of the design that the thing is a row of; empty where it is none.
std::string_view tableOf(const Design& design, const AnyId& id) {
    std::string_view table;
    withRow(design, id, [&]<class Row>(const Row&) { table = Row::kind.section; });
    return table;
}

/// What the field says of that thing, as setField() takes it.
QString valueOf(const Design& design, const AnyId& id, const QString& key) {
    const auto views = fieldsOf(design, id);
    const auto view = std::ranges::find(views, key.toStdString(), &FieldView::key);
    return view == views.end() ? QString{} : screenText(view->text);
}

}  // namespace

void FieldsModel::setDocument(Document* document) {
    if (document == document_) return;
    if (document_) document_->disconnect(this);
    document_ = document;
    if (document_) {
        connect(document_, &Document::changed, this, &FieldsModel::refresh);
        // What is being typed is not about the things of the same ids in another file.
        connect(document_, &Document::opening, this, [this] { setRows({}); });
        connect(document_, &Document::opened, this, [this] {
            refusals_.clear();
            refresh();
        });
    }
    emit documentChanged();
    refresh();
}

void FieldsModel::setSession(Session* session) {
    if (session == session_) return;
    if (session_) session_->disconnect(this);
    session_ = session;
    if (session_) connect(session_, &Session::handingIn, this, &FieldsModel::handingIn);
    emit sessionChanged();
    refresh();
}

void FieldsModel::setSubject(const QString& subject) {
    if (subject == subject_) return;
    leave();
    // What is being typed is about the thing before: no editor outlives it.
    setRows({});
    subject_ = subject;
    refusals_.clear();
    emit subjectChanged();
    refresh();
}

void FieldsModel::leave() {
    // Of a thing that is gone nothing can be said any more.
    if (document_ && contains(document_->design(), AnyId(subject_.toStdString()))) {
        emit leaving();
        emit handingIn();
    }
}

const FieldRow* FieldsModel::rowOf(const QString& key) const {
    const int at = indexOf(key);
    return at < 0 ? nullptr : &row(at);
}

bool FieldsModel::set(const QString& key, const QString& text) {
    const FieldRow* row = rowOf(key);
    if (!row) return false;
    const QString value = valuesOf(row->editor, row->choices, text);
    if (row->error.isEmpty() && value == row->text) return true;
    return setEach(key, text, [&](const QString&) { return QString(value); });
}

bool FieldsModel::setEach(const QString& key, const QString& typed,
                          const std::function<QString(const QString&)>& next) {
    if (!document_) return false;
    const Design& design = document_->design();
    std::vector<Edit> edits;
    for (const AnyId& id : editedIds())
        edits.push_back(isSubnetFilter(key)
                            ? setSubnetFilter(id, key, next({}))
                            : edits::setField(id, key.toStdString(), next(valueOf(design, id, key)).toStdString()));
    return attempt(key, typed, together(std::move(edits)));
}

QString FieldsModel::nouns() const {
    if (noun_.isEmpty()) return {};
    if (noun_.endsWith(u's')) return noun_ + QStringLiteral("es");
    static const QRegularExpression endsInY("[^aeiou]y$");
    return noun_.contains(endsInY) ? noun_.chopped(1) + QStringLiteral("ies") : noun_ + u's';
}

Edit FieldsModel::together(std::vector<Edit> edits) const {
    const std::string label = edits.size() == 1
                                  ? edits.front().label
                                  : "Change " + std::to_string(edits.size()) + " " + nouns().toStdString();
    return inOrder(label, std::move(edits));
}

Edit FieldsModel::forEach(const std::function<Edit(const AnyId&)>& edit) const {
    std::vector<Edit> edits;
    for (const AnyId& id : editedIds()) edits.push_back(edit(id));
    return together(std::move(edits));
}

std::vector<AnyId> FieldsModel::editedIds() const {
    const AnyId subject(subject_.toStdString());
    std::vector<AnyId> ids{subject};
    if (!document_) return ids;
    const Design& design = document_->design();
    for (const QString& each : also_)
        if (const AnyId id(each.toStdString()); id != subject && tableOf(design, id) == tableOf(design, subject))
            ids.push_back(id);
    return ids;
}

void FieldsModel::setAlso(const QStringList& also) {
    if (also == also_) return;
    leave();
    also_ = also;
    emit alsoChanged();
    refresh();
}

void FieldsModel::addMember(const QString& key, const QString& value) {
    const FieldRow* row = rowOf(key);
    if (!row) return;
    const QStringList added = membersOfLine(valuesOf(row->editor, row->choices, value));
    setEach(key, value, [&](const QString& text) {
        QStringList values = membersOfLine(text);
        // What another of them has already stays as it is; what the one inspected has is refused where it must be.
        for (const QString& each : added)
            if (editedIds().size() == 1 || !values.contains(each)) values << each;
        return lineOfMembers(values);
    });
}

void FieldsModel::replaceMember(const QString& key, int at, const QString& value) {
    const FieldRow* row = rowOf(key);
    if (!row) return;
    const QString replaced = row->members.value(at).toMap()["value"].toString();
    // A member that is gone has no place.
    if (replaced.isEmpty()) return;
    const QStringList placed = membersOfLine(valuesOf(row->editor, row->choices, value));
    setEach(key, value, [&](const QString& text) {
        QStringList values = membersOfLine(text);
        if (auto found = values.indexOf(replaced); found >= 0) {
            values.removeAt(found);
            for (const QString& each : placed) values.insert(found++, each);
        }
        return lineOfMembers(values);
    });
}

void FieldsModel::removeMember(const QString& key, int at) {
    const FieldRow* row = rowOf(key);
    if (!row) return;
    const QString removed = row->members.value(at).toMap()["value"].toString();
    setEach(key, {}, [&](const QString& text) {
        QStringList values = membersOfLine(text);
        values.removeOne(removed);
        return lineOfMembers(values);
    });
}

bool FieldsModel::setCell(const QString& key, int at, int column, const QString& text) {
    const FieldRow* row = rowOf(key);
    if (!row || at >= row->cells.size() || column >= row->columns.size()) return false;
    const QVariantMap cell = row->cells[at].toList()[column].toMap();
    const QString value = valuesOf(row->columns[column].toMap(), text);
    if (cell["error"].toString().isEmpty() && value == cell["text"].toString()) return true;
    const auto views = fieldsOf(document_->design(), AnyId(subject_.toStdString()));
    const auto view = std::ranges::find(views, key.toStdString(), &FieldView::key);
    const std::string columnKey = view->columns[static_cast<std::size_t>(column)].key;
    return attempt(QStringLiteral("%1/%2/%3").arg(key).arg(at).arg(column), text, forEach([&](const AnyId& id) {
                       return edits::setTableCell(id, key.toStdString(), static_cast<std::size_t>(at), columnKey,
                                                  value.toStdString());
                   }));
}

bool FieldsModel::addRow(const QString& key, const QStringList& cells) {
    const FieldRow* row = rowOf(key);
    if (!row) return false;
    std::vector<std::string> values;
    for (int at = 0; at < cells.size() && at < row->columns.size(); ++at)
        values.push_back(valuesOf(row->columns[at].toMap(), cells[at]).toStdString());
    const AnyId subject(subject_.toStdString());
    const QString place = key + "/new";
    const int faulty = faultyCell(document_->design(), subject, key.toStdString(), values);
    if (const int missing = faulty < 0 ? missingCell(*row, values) : -1; missing >= 0) {
        const QString label = row->columns[missing].toMap()["label"].toString();
        refusals().insert(place, {cells.join(' '), tr("Say a value for %1.").arg(label), missing, cells});
        tellUnapplied();
        return false;
    }
    const bool added =
        attempt(place, cells.join(' '),
                forEach([&](const AnyId& id) { return edits::addTableRow(id, key.toStdString(), values); }));
    if (!added) {
        refusals()[place].column = faulty;
        refusals()[place].cells = cells;
    }
    return added;
}

void FieldsModel::removeRow(const QString& key, int row) {
    // Refused cells are kept by their row, and rows move up.
    refusals().removeIf([&](const auto& refusal) { return refusal.key().startsWith(key + '/'); });
    // Nothing was typed there.
    attempt(key + "/removed", {}, forEach([&](const AnyId& id) {
                return edits::removeTableRow(id, key.toStdString(), static_cast<std::size_t>(row));
            }));
}

bool FieldsModel::asksWithout(const QString& key) const {
    return session_ && document_ && key == "routes" &&
           document_->design().routeTables.find({subject_.toStdString()}) != nullptr;
}

void FieldsModel::supposeWithout(const QString& key, int row) {
    if (asksWithout(key))
        session_->suppose({Supposition::Kind::RouteGone, AnyId(subject_.toStdString()), static_cast<std::size_t>(row)});
}

void FieldsModel::restore(const QString& place) {
    if (!refusals().remove(place)) return;
    refresh();
    tellUnapplied();
}

bool FieldsModel::attempt(const QString& place, const QString& text, const Edit& edit) {
    if (!document_) return false;
    refusals().remove(place);
    const Status done = document_->apply(edit);
    if (!done) refusals().insert(place, {text, screenText(done.error().message)});
    refresh();
    tellUnapplied();
    return done.has_value();
}

void FieldsModel::tellUnapplied() {
    if (session_) emit session_->unappliedChanged();
}

const std::vector<FieldsModel::Role>& FieldsModel::roles() const {
    static const std::vector<Role> roles = {
        {"key", [](const FieldRow& row) { return QVariant(row.key); }},
        {"label", [](const FieldRow& row) { return QVariant(row.label); }},
        {"help", [](const FieldRow& row) { return QVariant(row.help); }},
        {"editor", [](const FieldRow& row) { return QVariant(row.editor); }},
        {"needed", [](const FieldRow& row) { return QVariant(row.required); }},
        {"text", [](const FieldRow& row) { return QVariant(row.text); }},
        {"shown", [](const FieldRow& row) { return QVariant(row.shown); }},
        {"mixed", [](const FieldRow& row) { return QVariant(row.mixed); }},
        {"error", [](const FieldRow& row) { return QVariant(row.error); }},
        {"members", [](const FieldRow& row) { return QVariant(row.members); }},
        {"choices", [](const FieldRow& row) { return QVariant(row.choices); }},
        {"columns", [](const FieldRow& row) { return QVariant(row.columns); }},
        {"cells", [](const FieldRow& row) { return QVariant(row.cells); }},
        {"given", [](const FieldRow& row) { return QVariant(row.given); }},
    };
    return roles;
}

void FieldsModel::refresh() {
    const AnyId id(subject_.toStdString());
    if (!document_ || !contains(document_->design(), id)) {
        title_ = kind_ = noun_ = pictogram_ = QString{};
        filters_.clear();
        setRows({});
    } else {
        const Design& design = document_->design();
        title_ = labelOf(design, id);
        kind_ = kindOf(design, id);
        noun_ = screenText(nounOf(design, id));
        pictogram_ = pictogramOf(design, id);
        filters_ = filtersOf(design, id);
        setRows(sharedFieldRows(design, editedIds(), refusals()));
    }
    emit refreshed();
}

}  // namespace gw
