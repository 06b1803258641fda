#include "model/spec/migrate.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace gw {
namespace {

constexpr std::string_view family = "gatewright/";
constexpr std::size_t currentVersion = 1;

/// Turns a document of one version into one of the next.
using Migration = void (*)(JsonNode& document);
/// The migration at index i leads from version i + 1 to i + 2. Whoever raises `currentVersion` adds one here, and a
/// document of the old version to tests/fixtures/spec.
constexpr std::array<Migration, currentVersion - 1> migrations{};

/// 0 where the text names no version.
std::size_t versionIn(std::string_view format) {
    std::size_t version = 0;
    if (!format.starts_with(family)) return 0;
    const auto [end, error] = std::from_chars(format.data() + family.size(), format.data() + format.size(), version);
    const bool isAll = error == std::errc{} && end == format.data() + format.size();
    // "gatewright/01" is no way to write it.
    return isAll && format.substr(family.size()) == std::to_string(version) ? version : 0;
}

}  // namespace

tl::expected<void, JsonError> migrate(JsonNode& document) {
    const auto refused = [](std::size_t offset, std::string message) {
        return tl::unexpected<JsonError>({offset, std::move(message)});
    };
    const std::string wanted = "\"format\": \"" + std::string(specFormat) + "\"";
    if (!document.is(JsonNode::Kind::Object))
        return refused(document.offset, "this is no Gatewright document; one is an object that says " + wanted + ".");
    const JsonNode* format = document.find("format");
    if (!format)
        return refused(document.offset, "this does not say what it is; a Gatewright document says " + wanted + ".");
    const std::size_t version = format->is(JsonNode::Kind::String) ? versionIn(format->text) : 0;
    if (version == 0)
        return refused(format->offset, "this is no format of Gatewright; say \"" + std::string(specFormat) + "\".");
    if (version > currentVersion)
        return refused(format->offset, "a newer Gatewright wrote this (" + format->text + "); open it with that one.");
    std::for_each(migrations.begin() + (version - 1), migrations.end(), [&](Migration step) { step(document); });
    return {};
}

}  // namespace gw
