#include "model/report/places.h"

#include <algorithm>

namespace gw {

Places::Places(std::string_view document) {
    for (std::size_t i = 0; i < document.size(); ++i)
        if (document[i] == '\n') lineStarts_.push_back(i + 1);
    const auto root = parseJson(document);
    if (!root) return;
    for (const auto& [section, rows] : root->children) {
        // A placement has the id of what it places, and stands behind it.
        if (!rows.is(JsonNode::Kind::Object)) continue;
        for (const auto& [id, row] : rows.children) offsets_.emplace(id, row.keyOffset);
    }
}

TextPosition Places::of(const std::string& id) const {
    const auto found = offsets_.find(id);
    const std::size_t offset = found == offsets_.end() ? 0 : found->second;
    const auto behind = std::ranges::upper_bound(lineStarts_, offset);
    const auto line = static_cast<std::size_t>(behind - lineStarts_.begin());
    return {line, offset - lineStarts_[line - 1] + 1};
}

}  // namespace gw
