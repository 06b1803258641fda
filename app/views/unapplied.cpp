#include "app/views/unapplied.h"

#include <QObject>

#include <algorithm>

#include "app/views/field_rows.h"
#include "app/views/thing_text.h"
#include "model/design/references.h"

namespace gw {
namespace {

/// "Ports in row 2 of Inbound rules"; empty where the place is no more.
QString wordsOf(const std::vector<FieldRow>& rows, const QString& place) {
    const QStringList steps = place.split('/');
    const auto row = std::ranges::find(rows, steps.front(), &FieldRow::key);
    if (row == rows.end()) return {};
    if (steps.size() == 1) return row->label;
    if (steps.size() == 2) return steps[1] == "new" ? QObject::tr("New row of %1").arg(row->label) : QString{};
    const int line = steps[1].toInt();
    const int column = steps[2].toInt();
    if (line >= row->cells.size() || column >= row->columns.size()) return {};
    return QObject::tr("%1 in row %2 of %3")
        .arg(row->columns[column].toMap()["label"].toString())
        .arg(line + 1)
        .arg(row->label);
}

}  // namespace

QStringList unappliedTexts(const Design& design, const QHash<QString, Refusals>& refused) {
    QStringList texts;
    for (auto thing = refused.cbegin(); thing != refused.cend(); ++thing) {
        const AnyId id(thing.key().toStdString());
        if (thing->isEmpty() || !contains(design, id)) continue;
        const std::vector<FieldRow> rows = fieldRows(design, id, {});
        for (auto refusal = thing->cbegin(); refusal != thing->cend(); ++refusal)
            if (const QString words = wordsOf(rows, refusal.key()); !words.isEmpty())
                texts << QObject::tr("%1 of %2").arg(words, labelOf(design, id));
    }
    texts.sort();
    return texts;
}

QString inBrief(const QStringList& unapplied) {
    if (unapplied.size() < 2) return unapplied.value(0);
    return QObject::tr("%1 and %2 more").arg(unapplied.front()).arg(unapplied.size() - 1);
}

}  // namespace gw
