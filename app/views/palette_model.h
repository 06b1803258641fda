#pragma once
#include "app/views/rows_model.h"

#include <qqmlintegration.h>
#include <QVariantList>

namespace gw {

struct PaletteCell {
    QString key;
    QString label;  ///< short
    QString name;   ///< in full
    QString pictogram;
    friend bool operator==(const PaletteCell&, const PaletteCell&) = default;
};

/// One section of the palette with the things in it.
struct PaletteRow {
    QString key;
    bool open = true;
    std::vector<PaletteCell> items;
    friend bool operator==(const PaletteRow&, const PaletteRow&) = default;
};

/// Sections whose things hold every word of the filter. A filter opens all sections that have a match.
std::vector<PaletteRow> paletteRows(const QString& filter, const QSet<QString>& closed);

/// Everything that can be drawn, by section.
class PaletteModel : public GW_ROWS_MODEL(PaletteRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
    /// Key of what the filter names, or begins to, else of the first thing that fits; empty where none does.
    Q_PROPERTY(QString first READ first NOTIFY filterChanged)

public:
    explicit PaletteModel(QObject* parent = nullptr);

    QString filter() const { return filter_; }
    void setFilter(const QString& filter);
    QString first() const;
    Q_INVOKABLE void toggle(const QString& section);

signals:
    void filterChanged();

protected:
    const std::vector<Role>& roles() const override;

private:
    void refresh() { setRows(paletteRows(filter_, closed_)); }

    QString filter_;
    QSet<QString> closed_;
};

}  // namespace gw
