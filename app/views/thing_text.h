#pragma once
#include <QObject>
#include <QString>

#include "model/design/design.h"

/// How a thing is called and drawn in lists.
namespace gw {

/// Its name; of a flow without one its ends, "payment -> S3 images".
QString labelOf(const Design& design, const AnyId& id);
/// "Interface endpoint · Secrets Manager": its kind, and what of it tells it apart.
QString kindOf(const Design& design, const AnyId& id);
/// Name of its pictogram in resources/icons.
QString pictogramOf(const Design& design, const AnyId& id);

}  // namespace gw
