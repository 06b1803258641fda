#pragma once
#include <QStringList>
#include <QVariantList>

#include <vector>

#include "app/views/refusals.h"
#include "model/design/design.h"

namespace gw {

/// A field of a thing as the inspector shows it.
struct FieldRow {
    QString key;
    QString label;
    QString help;
    /// What edits it: "line", "number", "switch", "choice", "reference", "references", "words", "service", "notes",
    /// "policy" or "table".
    QString editor;
    bool required = false;
    QString text;          ///< the value as setField() takes it
    QString shown;         ///< with names in place of ids
    bool mixed = false;    ///< of several things: their values differ, and none is shown
    QString error;         ///< why `text` was refused; it then is what was typed, not the value
    QVariantList members;  ///< of lists: maps with `value` and `label`
    QVariantList choices;  ///< maps with `value` and `label`
    QVariantList columns;  ///< of tables: maps with `key`, `label`, `help`, `editor`, `choices`
    QVariantList cells;    ///< of tables: a list of maps with `text`, `shown`, `error` for each row
    QStringList given;     ///< of tables: rows that AWS keeps there by itself, a line each
    friend bool operator==(const FieldRow&, const FieldRow&) = default;
};

/// Fields of the thing; refused texts, by field ("cidr") or cell ("ingress/2/port"), stand in for their values.
std::vector<FieldRow> fieldRows(const Design& design, const AnyId& id, const Refusals& refused);

/// What several things of one kind have in common: a value that differs is shown as mixed, of a list those members that
/// all have. A name is one thing's own, and is left out. The first of them is the one whose refused texts are told.
std::vector<FieldRow> sharedFieldRows(const Design& design, const std::vector<AnyId>& ids, const Refusals& refused);

}  // namespace gw
