#pragma once
#include <qqmlintegration.h>
#include <QFont>
#include <QObject>
#include <QVariantList>

#include "app/views/column_places.h"

namespace gw {

/// Where the cells of a table that is a field stand: as wide as what is written in them (placesOf() says where).
class TableLayout : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// As FieldRow has them.
    Q_PROPERTY(QVariantList cells MEMBER cells_ NOTIFY asked)
    Q_PROPERTY(QVariantList columns MEMBER columns_ NOTIFY asked)
    /// For the cells of one line, pixels.
    Q_PROPERTY(double room MEMBER room_ NOTIFY asked)
    /// Of what has a line of its own, pixels.
    Q_PROPERTY(double width MEMBER width_ NOTIFY asked)
    /// Beside what is written, pixels.
    Q_PROPERTY(double padding MEMBER padding_ NOTIFY asked)
    Q_PROPERTY(QFont headFont MEMBER headFont_ NOTIFY asked)
    Q_PROPERTY(QFont monoFont MEMBER monoFont_ NOTIFY asked)
    Q_PROPERTY(QFont wordsFont MEMBER wordsFont_ NOTIFY asked)
    /// Whether each column stands below the others, over the whole width: what a row says of itself, and policies.
    Q_PROPERTY(QVariantList alone READ alone NOTIFY arranged)
    /// Maps with `line`, `width` and `x`, in the order of the columns.
    Q_PROPERTY(QVariantList places READ places NOTIFY arranged)
    /// Lines of a row, those left out that stand alone.
    Q_PROPERTY(int lines READ lines NOTIFY arranged)

public:
    explicit TableLayout(QObject* parent = nullptr);

    QVariantList alone() const;
    QVariantList places() const;
    int lines() const;

signals:
    void asked();
    void arranged();

private:
    void arrange();
    /// What the columns ask for: what is written, cut beyond an address block of IPv4.
    std::vector<ColumnWish> wishes() const;

    QVariantList cells_;
    QVariantList columns_;
    double room_ = 0;
    double width_ = 0;
    double padding_ = 0;
    QFont headFont_;
    QFont monoFont_;
    QFont wordsFont_;
    std::vector<ColumnWish> wishes_;
    std::vector<ColumnPlace> places_;
};

}  // namespace gw
