#pragma once
#include <string>
#include <string_view>

#include "model/core/result.h"
#include "model/design/design.h"

/// Files and the standard streams, as the commands use them. Errors are one line, ready for standard error.
namespace gw::cli {

/// A design and the text it was read from.
struct OpenDesign {
    std::string path{};
    std::string text{};
    Design design{};
};

/// Reads the file, or standard input for "-". Text that is no design is refused with "path:line:column: what".
Result<OpenDesign> openDesign(const std::string& path);

/// Writes to the file, which holds all of it afterwards or what it held before; to standard output for "-".
Status writeOutput(const std::string& path, std::string_view bytes);
inline Status print(std::string_view bytes) {
    return writeOutput("-", bytes);
}

}  // namespace gw::cli
