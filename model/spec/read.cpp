#include <algorithm>
#include <set>

#include "model/core/visible_text.h"
#include "model/spec/migrate.h"
#include "model/spec/reader.h"
#include "model/spec/spec.h"

namespace gw {
namespace {

/// Levels of the document around a policy: a policy may itself be nested `maxJsonDepth` deep.
constexpr std::size_t levelsAroundPolicy = 6;

/// The members that lead to a place in the text, "subnets/app-a/cidr"; elements of lists count from 0, keys that are
/// no words stand in quotes.
std::string pathTo(const JsonNode& root, std::size_t offset) {
    std::string path;
    for (const JsonNode* at = &root;;) {
        const auto& children = at->children;
        const auto behind =
            std::upper_bound(children.begin(), children.end(), offset,
                             [](std::size_t place, const auto& child) { return place < child.second.keyOffset; });
        if (behind == children.begin()) return path;
        const auto& [key, child] = *(behind - 1);
        if (!path.empty()) path += '/';
        path += at->is(JsonNode::Kind::Array) ? std::to_string(behind - 1 - children.begin())
                : isId(key)                   ? key
                                              : quotedBriefly(key);
        at = &child;
    }
}

bool checkMembers(SpecReader& reader, const JsonNode& root) {
    std::vector<std::string_view> known{"format"};
    forEachField<Header>([&](const auto& field) { known.push_back(field.key); });
    forEachTable([&]<class Row>(Table<Row> Design::*) { known.push_back(Row::kind.section); });
    std::set<std::string_view> seen;
    for (const auto& [key, node] : root.children) {
        if (std::ranges::find(known, key) == known.end()) return reader.refuseUnknown(node.keyOffset, key, known);
        if (!seen.insert(key).second) return reader.refuseTwice(node.keyOffset, key);
    }
    return true;
}

bool readDocument(SpecReader& reader, const JsonNode& root, Design& design) {
    bool good = checkMembers(reader, root);
    forEachField<Header>([&](const auto& field) {
        const JsonNode* node = root.find(field.key);
        good = good && (!node || reader.read(*node, design.header.*field.member));
    });
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        const JsonNode* node = root.find(Row::kind.section);
        good = good && (!node || reader.readTable(*node, design.*table));
    });
    return good && reader.resolveReferences();
}

}  // namespace

std::string SpecError::text() const {
    return std::to_string(at.line) + ":" + std::to_string(at.column) + ": " + (path.empty() ? "" : path + ": ") +
           message;
}

tl::expected<Design, SpecError> readSpec(std::string_view text) {
    const auto refused = [&](const JsonError& error, std::string path) {
        return tl::unexpected<SpecError>({positionAt(text, error.offset), std::move(path), error.message});
    };
    if (text.size() > maxSpecBytes)
        return refused({0, "the document is larger than " + std::to_string(maxSpecBytes >> 20) + " MB; divide it."},
                       {});
    auto document = parseJson(text, maxJsonDepth + levelsAroundPolicy);
    if (!document) return refused(document.error(), {});
    if (const auto ready = migrate(*document); !ready)
        return refused(ready.error(), pathTo(*document, ready.error().offset));
    Design design;
    SpecReader reader;
    if (!readDocument(reader, *document, design))
        return refused(reader.error(), pathTo(*document, reader.error().offset));
    return design;
}

}  // namespace gw
