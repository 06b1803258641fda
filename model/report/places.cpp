#include "model/report/places.h"

namespace gw {

Places::Places(std::string_view document) : places_(document) {
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
    return places_.of(found == offsets_.end() ? 0 : found->second);
}

}  // namespace gw
