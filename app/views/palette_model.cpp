#include "app/views/palette_model.h"

#include "app/views/text.h"
#include "model/edit/palette.h"

namespace gw {
namespace {

bool fits(const PaletteItem& item, const QStringList& words) {
    return std::ranges::all_of(words, [&](const QString& word) {
        return screenText(item.label).contains(word, Qt::CaseInsensitive) ||
               screenText(item.noun).contains(word, Qt::CaseInsensitive) ||
               screenText(item.words).contains(word, Qt::CaseInsensitive);
    });
}

QVariant itemsOf(const PaletteRow& row) {
    QVariantList items;
    for (const PaletteCell& item : row.items)
        items << QVariantMap{
            {"key", item.key}, {"label", item.label}, {"name", item.name}, {"pictogram", item.pictogram}};
    return items;
}

}  // namespace

std::vector<PaletteRow> paletteRows(const QString& filter, const QSet<QString>& closed) {
    const QStringList words = filter.split(' ', Qt::SkipEmptyParts);
    std::vector<PaletteRow> rows;
    for (const PaletteItem& item : palette()) {
        if (!fits(item, words)) continue;
        const QString section = screenText(item.section);
        if (rows.empty() || rows.back().key != section)
            rows.push_back({section, !words.isEmpty() || !closed.contains(section), {}});
        QString name = screenText(item.noun);
        name[0] = name[0].toUpper();
        rows.back().items.push_back({screenText(item.key), screenText(item.label), name, screenText(item.icon)});
    }
    return rows;
}

PaletteModel::PaletteModel(QObject* parent) : RowsModel(parent), closed_{"Services", "Around"} {
    refresh();
}

void PaletteModel::setFilter(const QString& filter) {
    if (filter == filter_) return;
    filter_ = filter;
    refresh();
    emit filterChanged();
}

QString PaletteModel::first() const {
    const QString typed = filter_.trimmed();
    QString starts;
    for (const PaletteRow& row : rows())
        for (const PaletteCell& item : row.items) {
            if (item.label.compare(typed, Qt::CaseInsensitive) == 0) return item.key;
            if (starts.isEmpty() && item.label.startsWith(typed, Qt::CaseInsensitive)) starts = item.key;
        }
    return !starts.isEmpty() || rows().empty() ? starts : rows().front().items.front().key;
}

void PaletteModel::toggle(const QString& section) {
    if (!closed_.remove(section)) closed_.insert(section);
    refresh();
}

const std::vector<PaletteModel::Role>& PaletteModel::roles() const {
    static const std::vector<Role> roles = {
        {"key", [](const PaletteRow& row) { return QVariant(row.key); }},
        {"open", [](const PaletteRow& row) { return QVariant(row.open); }},
        {"items", itemsOf},
    };
    return roles;
}

}  // namespace gw
