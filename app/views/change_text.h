#pragma once
#include <QObject>
#include <QStringList>

#include "model/design/design.h"

namespace gw {

/// What is different, a line for each row added, removed or field changed: what the preview of a fix shows. Where
/// things are drawn is left out.
QStringList changeLines(const Design& before, const Design& after);

}  // namespace gw
