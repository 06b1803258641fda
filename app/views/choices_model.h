#pragma once
#include "app/views/rows_model.h"

#include <qqmlintegration.h>
#include <QVariantList>

namespace gw {

struct ChoiceRow {
    QString key;
    QString label;
    QString note;
    friend bool operator==(const ChoiceRow&, const ChoiceRow&) = default;
};

/// What a picker offers: the choices given, or the services of the catalogue, that hold every word of the filter.
class ChoicesModel : public GW_ROWS_MODEL(ChoiceRow) {
    Q_OBJECT
    QML_ELEMENT
    /// Maps with `value` and `label`, and `note` where another word than the value stands beside the label.
    Q_PROPERTY(QVariantList choices READ choices WRITE setChoices NOTIFY choicesChanged)
    /// Offers the services of the catalogue instead.
    Q_PROPERTY(bool services READ services WRITE setServices NOTIFY choicesChanged)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)

public:
    using RowsModel::RowsModel;

    QVariantList choices() const { return choices_; }
    void setChoices(const QVariantList& choices);
    bool services() const { return services_; }
    void setServices(bool services);
    QString filter() const { return filter_; }
    void setFilter(const QString& filter);

signals:
    void choicesChanged();
    void filterChanged();

protected:
    const std::vector<Role>& roles() const override;

private:
    void refresh();

    QVariantList choices_;
    bool services_ = false;
    QString filter_;
};

}  // namespace gw
