#include "app/views/field_rows.h"

#include <span>

#include "app/views/lists.h"
#include "app/views/subnet_filters.h"
#include "app/views/text.h"
#include "model/design/references.h"
#include "model/edit/fields.h"
#include "model/reach/implied_routes.h"

namespace gw {
namespace {

QString editorOf(FieldKind kind, std::string_view key) {
    switch (kind) {
        case FieldKind::Switch:
            return "switch";
        case FieldKind::Choice:
            return "choice";
        case FieldKind::Number:
            return "number";
        case FieldKind::Reference:
            return "reference";
        case FieldKind::References:
            return "references";
        case FieldKind::Blocks:
        case FieldKind::Addresses:
        case FieldKind::Words:
            return "words";
        case FieldKind::Policy:
            return "policy";
        case FieldKind::Table:
            return "table";
        case FieldKind::BlockOrReference:
            return "blockOrReference";
        case FieldKind::Text:
        case FieldKind::Block:
        case FieldKind::Address:
        case FieldKind::Ports:
        case FieldKind::Protocol:
        case FieldKind::Date:
        case FieldKind::Account:
            break;
    }
    if (key == "service") return "service";
    return key == "notes" || key == "text" ? "notes" : "line";
}

QString nameOf(const std::vector<FieldChoice>& choices, const QString& value) {
    const auto at = std::ranges::find(choices, value.toStdString(), &FieldChoice::value);
    return at == choices.end() ? value : screenText(at->label);
}

QString namesOf(FieldKind kind, const std::vector<FieldChoice>& choices, const QString& text) {
    if (kind != FieldKind::References) return nameOf(choices, text);
    QStringList names;
    for (const QString& value : membersOfLine(text)) names << nameOf(choices, value);
    return lineOfMembers(names);
}

QVariantList mapsOf(const std::vector<FieldChoice>& choices) {
    QVariantList maps;
    for (const FieldChoice& choice : choices)
        maps << QVariantMap{{"value", screenText(choice.value)}, {"label", screenText(choice.label)}};
    return maps;
}

QVariantList membersOf(const FieldView& view) {
    QVariantList members;
    for (const QString& value : membersOfLine(screenText(view.text)))
        members << QVariantMap{{"value", value}, {"label", nameOf(view.choices, value)}};
    return members;
}

/// What may stand in a cell of the column; of a switch, its two states.
std::vector<FieldChoice> choicesOf(const FieldColumn& column) {
    if (column.kind != FieldKind::Switch) return column.choices;
    return {{"true", QObject::tr("Yes").toStdString()}, {"false", QObject::tr("No").toStdString()}};
}

/// The heading of a column in the words of AWS's console, where which end of the traffic is meant hangs on the table.
QString headOf(const FieldView& view, const FieldColumn& column) {
    const bool inbound = view.key == "ingress";
    if (!inbound && view.key != "egress") return screenText(column.label);
    if (column.key == "peer" || column.key == "cidr")
        return inbound ? QObject::tr("Source") : QObject::tr("Destination");
    if (column.key == "ports") return QObject::tr("Port range");
    if (column.key == "number") return QObject::tr("Rule number");
    if (column.key == "action") return QObject::tr("Allow/Deny");
    return screenText(column.label);
}

QVariantList columnsOf(const FieldView& view) {
    QVariantList columns;
    for (const FieldColumn& column : view.columns)
        columns << QVariantMap{{"key", screenText(column.key)},
                               {"label", headOf(view, column)},
                               {"help", screenText(column.help)},
                               {"editor", editorOf(column.kind, column.key)},
                               {"choices", mapsOf(choicesOf(column))}};
    return columns;
}

QVariantList cellsOf(const FieldView& view, const Refusals& refused) {
    QVariantList rows;
    for (std::size_t row = 0; row < view.cells.size(); ++row) {
        QVariantList cells;
        for (std::size_t column = 0; column < view.columns.size(); ++column) {
            const QString place = QStringLiteral("%1/%2/%3").arg(screenText(view.key)).arg(row).arg(column);
            const bool wrong = refused.contains(place);
            const QString text = wrong ? refused[place].text : screenText(view.cells[row][column]);
            const QString shown =
                wrong ? text : namesOf(view.columns[column].kind, choicesOf(view.columns[column]), text);
            cells << QVariantMap{{"text", text}, {"shown", shown}, {"error", refused.value(place).message}};
        }
        rows << QVariant(cells);
    }
    return rows;
}

/// "10.20.0.0/16 → local", "s3 → vpce-s3"
QStringList givenRoutes(const Design& design, const RouteTable& table) {
    QStringList lines;
    for (const ImpliedRoute& route : impliedRoutesOf(design, table))
        lines << QObject::tr("%1 → %2").arg(
            screenText(route.destination),
            route.target ? screenText(nameOf(design, route.target)) : QObject::tr("local"));
    return lines;
}

/// The fields in which two things of one kind differ.
QSet<QString> differingKeys(const Design& design, const AnyId& one, const AnyId& other) {
    QSet<QString> keys;
    withRow(design, one, [&]<class Row>(const Row& row) {
        const Row* second = (design.*gw::tableOf<Row>()).find({other.value});
        if (!second) return;
        forEachField<Row>([&](const auto& field) {
            if (row.*field.member != second->*field.member) keys.insert(screenText(std::string(field.key)));
        });
    });
    return keys;
}

/// That the subnet is part of; empty of anything else.
Id<Vpc> vpcOf(const Design& design, const AnyId& subnet) {
    const Subnet* row = design.subnets.find({subnet.value});
    return row ? row->vpc : Id<Vpc>{};
}

/// Takes from the row what the same field of another thing does not have, and does not offer.
void mix(FieldRow& row, const FieldRow& other) {
    if (isSubnetFilter(row.key) && row.choices != other.choices)
        row.choices.removeIf([&](const QVariant& choice) { return !other.choices.contains(choice); });
    if (!row.error.isEmpty()) return;
    const bool alike = row.text == other.text && row.shown == other.shown && row.cells == other.cells;
    if (!row.mixed && alike) return;
    row.mixed = true;
    row.text.clear();
    row.shown.clear();
    row.cells.clear();
    row.given.clear();
    row.members.removeIf([&](const QVariant& member) { return !other.members.contains(member); });
}

}  // namespace

std::vector<FieldRow> fieldRows(const Design& design, const AnyId& id, const Refusals& refused) {
    std::vector<FieldRow> rows;
    for (const FieldView& view : fieldsOf(design, id)) {
        if (!view.applies) continue;
        FieldRow row;
        row.key = screenText(view.key);
        row.label = screenText(view.label);
        row.help = screenText(view.help);
        row.editor = editorOf(view.kind, view.key);
        row.required = view.required;
        row.error = refused.value(row.key).message;
        row.text = refused.contains(row.key) ? refused[row.key].text : screenText(view.text);
        row.shown = row.error.isEmpty() ? namesOf(view.kind, view.choices, row.text) : row.text;
        row.choices = mapsOf(view.choices);
        if (row.editor == "references" || row.editor == "words") row.members = membersOf(view);
        if (row.editor == "table") {
            row.columns = columnsOf(view);
            row.cells = cellsOf(view, refused);
            if (const RouteTable* table = design.routeTables.find({id.value}); table && row.key == "routes")
                row.given = givenRoutes(design, *table);
        }
        rows.push_back(std::move(row));
    }
    if (const Subnet* subnet = design.subnets.find({id.value})) {
        std::vector<FieldRow> filters = subnetFilterRows(design, *subnet);
        for (FieldRow& filter : filters) filter.error = refused.value(filter.key).message;
        // What they decide about comes before what AWS does by itself there.
        const auto before = std::ranges::find(rows, "intent", &FieldRow::key);
        rows.insert(before, std::make_move_iterator(filters.begin()), std::make_move_iterator(filters.end()));
    }
    return rows;
}

std::vector<FieldRow> sharedFieldRows(const Design& design, const std::vector<AnyId>& ids, const Refusals& refused) {
    std::vector<FieldRow> rows = fieldRows(design, ids.front(), refused);
    if (ids.size() == 1) return rows;
    std::erase_if(rows, [](const FieldRow& row) { return row.key == "name"; });
    for (const AnyId& id : std::span(ids).subspan(1)) {
        const QSet<QString> unlike = differingKeys(design, ids.front(), id);
        // What is alike is left as the first has it, with what was refused there. What is mixed already and has no
        // member left stays so: of many things most are not read at all.
        const bool isOfOtherVpc = vpcOf(design, id) != vpcOf(design, ids.front());
        const auto matters = [&](const FieldRow& row) {
            if (isSubnetFilter(row.key)) return !row.mixed || (isOfOtherVpc && !row.choices.isEmpty());
            return row.mixed ? !row.members.isEmpty() : unlike.contains(row.key);
        };
        if (std::ranges::none_of(rows, matters)) continue;
        const std::vector<FieldRow> others = fieldRows(design, id, {});
        for (FieldRow& row : rows)
            if (const auto other = std::ranges::find(others, row.key, &FieldRow::key);
                other != others.end() && matters(row))
                mix(row, *other);
    }
    return rows;
}

}  // namespace gw
