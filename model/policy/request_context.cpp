#include "model/policy/request_context.h"

#include <algorithm>
#include <utility>

namespace gw {

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

RequestContext::Entry& RequestContext::entryOf(std::string_view key) {
    std::string lower = lowerCase(key);
    const auto at = std::ranges::lower_bound(entries_, lower, {}, &Entry::key);
    if (at != entries_.end() && at->key == lower) return *at;
    return *entries_.insert(at, Entry{std::move(lower)});
}

void RequestContext::set(std::string_view key, std::vector<std::string> values) {
    Entry& entry = entryOf(key);
    entry.known = true;
    entry.values = std::move(values);
}

void RequestContext::setUnknown(std::string_view key) {
    Entry& entry = entryOf(key);
    entry.known = false;
    entry.values.clear();
}

RequestContext::Lookup RequestContext::find(std::string_view lowerKey) const {
    const auto at = std::ranges::lower_bound(entries_, lowerKey, {}, &Entry::key);
    if (at == entries_.end() || at->key != lowerKey)
        return {othersUnknown_ ? Presence::Unknown : Presence::Absent, nullptr};
    if (!at->known) return {Presence::Unknown, nullptr};
    if (at->values.empty()) return {Presence::Absent, nullptr};
    return {Presence::Present, &at->values};
}

}  // namespace gw
