#pragma once
#include <QStringList>

#include "app/views/refusals.h"
#include "model/design/design.h"

namespace gw {

/// Where text stands that was typed and refused, in words and sorted: "Resource policy of archive", "Ports in row 2 of
/// Inbound rules of order". `refused` is by the id of the thing. What has no field any more is left out: its thing or
/// its row is gone.
QStringList unappliedTexts(const Design& design, const QHash<QString, Refusals>& refused);

/// The first of them, and how many more: what one line has room for.
QString inBrief(const QStringList& unapplied);

}  // namespace gw
