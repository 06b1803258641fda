#pragma once
#include <QString>

#include "model/core/result.h"
#include "model/design/design.h"

namespace gw {

/// Reads a design from a file; the error is one line: the file, the place in it, what is wrong and what to do.
Result<Design> readDesignFile(const QString& path);

/// Writes the design so that the file holds either all of it or what it held before.
Status writeDesignFile(const QString& path, const Design& design);

}  // namespace gw
