#pragma once
#include <functional>
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

/// The text of the file, or of standard input for "-"; a byte over 64 MB at most.
Result<std::string> readInput(const std::string& path);
/// Hands over the lines of the file, or of standard input for "-", one after the other, without their ends; `rest` is
/// called whenever all that is there has been handed over, before more is waited for. Holds one line at a time; refuses
/// one over 64 MB. Stops where `take` or `rest` fails.
Status forEachLine(const std::string& path, const std::function<Status(std::string_view line)>& take,
                   const std::function<Status()>& rest);

/// Writes to the file, which holds all of it afterwards or what it held before; to standard output for "-". A file that
/// may not be written is left alone, though its folder would let another take its place.
Status writeOutput(const std::string& path, std::string_view bytes);
inline Status print(std::string_view bytes) {
    return writeOutput("-", bytes);
}

/// Whether both name one file that is there. Standard input and output are none.
bool isSameFile(const std::string& one, const std::string& other);

/// Says something on standard error, in one line whatever the text holds.
void tell(std::string_view line);

}  // namespace gw::cli
