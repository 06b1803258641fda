#pragma once
#include <QHash>
#include <QString>
#include <QStringList>

namespace gw {

/// What was typed and refused, and why: shown in place of the value until it is put right or dropped.
struct Refusal {
    QString text;
    QString message;
    /// Of a row of a table: the column at fault; -1 where none is alone.
    int column = -1;
    /// Of a row that is not in its table yet: what was typed into each of its cells.
    QStringList cells;
};

/// Of one thing: by field ("cidr") or cell ("ingress/2/port").
using Refusals = QHash<QString, Refusal>;

}  // namespace gw
