#include "app/views/table_layout.h"

#include <QFontMetricsF>

#include <algorithm>

namespace gw {

TableLayout::TableLayout(QObject* parent) : QObject(parent) {
    connect(this, &TableLayout::asked, this, &TableLayout::arrange);
}

QVariantList TableLayout::alone() const {
    QVariantList alone;
    for (const ColumnWish& wish : wishes_) alone << wish.alone;
    return alone;
}

QVariantList TableLayout::places() const {
    QVariantList places;
    for (const ColumnPlace& place : places_)
        places << QVariantMap{{"line", place.line}, {"width", place.width}, {"x", place.x}};
    return places;
}

int TableLayout::lines() const {
    int lines = 1;
    for (std::size_t at = 0; at < places_.size(); ++at)
        if (!wishes_[at].alone) lines = std::max(lines, places_[at].line + 1);
    return lines;
}

std::vector<ColumnWish> TableLayout::wishes() const {
    constexpr double widest = 116;
    const QFontMetricsF head(headFont_);
    const QFontMetricsF mono(monoFont_);
    const QFontMetricsF words(wordsFont_);
    std::vector<ColumnWish> wishes;
    for (qsizetype at = 0; at < columns_.size(); ++at) {
        const QVariantMap column = columns_[at].toMap();
        const QString editor = column["editor"].toString();
        const QFontMetricsF& metrics = editor == "line" || editor == "number" ? mono : words;
        double written = 0;
        for (const QVariant& row : cells_)
            written = std::max(written, metrics.horizontalAdvance(row.toList().value(at).toMap()["shown"].toString()));
        const double label = head.horizontalAdvance(column["label"].toString());
        wishes.push_back({std::max(label, std::min(written, widest)) + padding_,
                          column["key"] == "description" || editor == "policy"});
    }
    return wishes;
}

void TableLayout::arrange() {
    wishes_ = wishes();
    places_ = placesOf(wishes_, room_, width_);
    emit arranged();
}

}  // namespace gw
