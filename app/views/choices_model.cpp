#include "app/views/choices_model.h"

#include "app/views/text.h"
#include "model/catalog/catalog.h"

namespace gw {

void ChoicesModel::setChoices(const QVariantList& choices) {
    if (choices == choices_) return;
    choices_ = choices;
    emit choicesChanged();
    refresh();
}

void ChoicesModel::setServices(bool services) {
    if (services == services_) return;
    services_ = services;
    emit choicesChanged();
    refresh();
}

void ChoicesModel::setFilter(const QString& filter) {
    if (filter == filter_) return;
    filter_ = filter;
    emit filterChanged();
    refresh();
}

const std::vector<ChoicesModel::Role>& ChoicesModel::roles() const {
    static const std::vector<Role> roles = {
        {"value", [](const ChoiceRow& row) { return QVariant(row.key); }},
        {"label", [](const ChoiceRow& row) { return QVariant(row.label); }},
        {"note", [](const ChoiceRow& row) { return QVariant(row.note); }},
    };
    return roles;
}

void ChoicesModel::refresh() {
    std::vector<ChoiceRow> rows;
    if (services_) {
        for (const Service* service : Catalog::builtIn().search(filter_.toStdString()))
            rows.push_back({screenText(service->name), screenText(service->title), screenText(service->name)});
    } else {
        const QStringList words = filter_.split(' ', Qt::SkipEmptyParts);
        for (const QVariant& choice : choices_) {
            const QVariantMap map = choice.toMap();
            const QString value = map["value"].toString();
            const QString label = map["label"].toString();
            const QString note = map.value("note", value == label ? QString() : value).toString();
            const bool fits = std::ranges::all_of(words, [&](const QString& word) {
                return value.contains(word, Qt::CaseInsensitive) || label.contains(word, Qt::CaseInsensitive) ||
                       note.contains(word, Qt::CaseInsensitive);
            });
            if (fits) rows.push_back({value, label, note});
        }
    }
    setRows(std::move(rows));
}

}  // namespace gw
