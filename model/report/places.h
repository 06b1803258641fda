#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

#include "model/core/text_places.h"

namespace gw {

/// Where each row of a document stands in its text, so that a finding can name line and column.
class Places {
public:
    /// Of a text that is no document nothing is known: everything then stands at its start. The text must outlive it.
    explicit Places(std::string_view document);

    /// Where the row's id stands; the start of the document for an id that no row has.
    TextPosition of(const std::string& id) const;

private:
    TextPlaces places_;
    std::unordered_map<std::string, std::size_t> offsets_;
};

}  // namespace gw
