#include "resources/embedded.h"

namespace gw {
namespace {

struct File {
    std::string_view path;
    const char* begin;
    const char* end;
};

}  // namespace
}  // namespace gw

namespace {
using gw::File;
#include "embedded_table.inc"
}  // namespace

namespace gw {

std::string_view embeddedFile(std::string_view path) {
    for (const File& file : files)
        if (file.path == path) return {file.begin, static_cast<std::size_t>(file.end - file.begin)};
    return {};
}

}  // namespace gw
