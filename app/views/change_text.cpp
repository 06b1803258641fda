#include "app/views/change_text.h"

#include <algorithm>

#include "app/views/lists.h"
#include "app/views/text.h"
#include "app/views/thing_text.h"
#include "model/design/patch.h"
#include "model/design/references.h"
#include "model/edit/fields.h"

namespace gw {
namespace {

QString named(const Design& design, const std::string& id) {
    return screenText(contains(design, AnyId(id)) ? nameOf(design, AnyId(id)) : id);
}

QString cellsText(const Design& design, const std::vector<std::string>& cells) {
    QStringList words;
    for (const std::string& cell : cells)
        if (!cell.empty()) words << named(design, cell);
    return words.join(' ');
}

/// The members of a list, each under its name; a text that is no list has one.
QStringList membersOf(const Design& design, const FieldView& view) {
    QStringList members;
    for (const QString& id : membersOfLine(screenText(view.text))) members << named(design, id.toStdString());
    return members;
}

bool isList(FieldKind kind) {
    return kind == FieldKind::Blocks || kind == FieldKind::Addresses || kind == FieldKind::Words ||
           kind == FieldKind::References;
}

QString difference(const Design& before, const FieldView& was, const Design& after, const FieldView& is) {
    QStringList old;
    QStringList now;
    if (is.kind == FieldKind::Table) {
        for (const auto& cells : was.cells) old << cellsText(before, cells);
        for (const auto& cells : is.cells) now << cellsText(after, cells);
    } else if (isList(is.kind)) {
        old = membersOf(before, was);
        now = membersOf(after, is);
    } else if (is.kind == FieldKind::Policy) {
        return QObject::tr("another policy");
    } else {
        const auto shown = [&](const FieldView& view, const Design& design) {
            return view.text.empty() ? QObject::tr("none") : named(design, view.text);
        };
        return shown(was, before) + " → " + shown(is, after);
    }
    QStringList parts;
    for (const QString& member : now)
        if (!old.contains(member)) parts << "+ " + member;
    for (const QString& member : old)
        if (!now.contains(member)) parts << "− " + member;
    return parts.join(", ");
}

QStringList changedFields(const Design& before, const Design& after, const AnyId& id) {
    QStringList lines;
    const auto was = fieldsOf(before, id);
    const auto is = fieldsOf(after, id);
    for (std::size_t at = 0; at < std::min(was.size(), is.size()); ++at)
        if (was[at] != is[at])
            if (const QString change = difference(before, was[at], after, is[at]); !change.isEmpty())
                lines << QObject::tr("%1, %2: %3").arg(labelOf(after, id), screenText(is[at].label), change);
    return lines;
}

}  // namespace

QStringList changeLines(const Design& before, const Design& after) {
    QStringList lines;
    for (const AnyId& id : diff(before, after).touched()) {
        const bool was = contains(before, id);
        const bool is = contains(after, id);
        QString line;
        if (was && is)
            line = changedFields(before, after, id).join('\n');
        else if (is)
            line = QObject::tr("Adds %1 %2").arg(screenText(nounOf(after, id)), labelOf(after, id));
        else if (was)
            line = QObject::tr("Removes %1 %2").arg(screenText(nounOf(before, id)), labelOf(before, id));
        if (!line.isEmpty()) lines << line.split('\n');
    }
    lines.removeDuplicates();
    return lines;
}

}  // namespace gw
