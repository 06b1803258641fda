#include "model/catalog/iam.h"

#include <algorithm>

#include "model/catalog/read.h"
#include "resources/embedded.h"

namespace gw {
namespace {

constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isLess(std::string_view a, std::string_view b) {
    return std::ranges::lexicographical_compare(a, b, {}, lower, lower);
}

bool isSame(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

/// Between two quotes behind `label`; empty where the label does not stand there.
std::string_view quotedBehind(std::string_view text, std::string_view label) {
    const auto at = text.find(label);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + label.size());
    return text.substr(0, text.find('"'));
}

/// The lines that hold a service each.
std::vector<std::string_view> serviceLines(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (line.ends_with(',')) line.remove_suffix(1);
        if (line.starts_with("{\"prefix\"")) lines.push_back(line);
    }
    return lines;
}

}  // namespace

std::string_view wordOf(AccessLevel level) {
    switch (level) {
        case AccessLevel::Read:
            return "read";
        case AccessLevel::List:
            return "list";
        case AccessLevel::Write:
            return "write";
        case AccessLevel::Tagging:
            return "tagging";
        case AccessLevel::Permissions:
            break;
    }
    return "permissions management";
}

bool IamConditionKey::isNamed(std::string_view key) const {
    // What users choose stands once in a name: "${TagKey}" or "<key>"; it is never empty.
    const auto open = name.find_first_of("$<");
    if (open == std::string_view::npos) return isSame(name, key);
    const auto close = name.find_first_of("}>", open);
    const std::string_view before = name.substr(0, open);
    const std::string_view behind = name.substr(close + 1);
    return key.size() > before.size() + behind.size() && isSame(key.substr(0, before.size()), before) &&
           isSame(key.substr(key.size() - behind.size()), behind);
}

const IamAction* IamService::action(std::string_view name) const {
    const auto at = std::ranges::lower_bound(actions_, name, isLess, &IamAction::name);
    return at != actions_.end() && isSame(at->name, name) ? &*at : nullptr;
}

const IamConditionKey* IamService::key(std::string_view name) const {
    const auto at = std::ranges::find_if(keys_, [&](const IamConditionKey& key) { return key.isNamed(name); });
    return at == keys_.end() ? nullptr : &*at;
}

bool IamService::carries(const IamAction& action, std::string_view key) const {
    const auto holds = [&](std::span<const std::uint16_t> places) {
        return std::ranges::any_of(places, [&](std::uint16_t place) { return keys_[place].isNamed(key); });
    };
    return holds(action.keys) ||
           std::ranges::any_of(action.types, [&](std::uint16_t type) { return holds(types_[type].keys); });
}

const IamCatalog& IamCatalog::builtIn() {
    static const IamCatalog catalog;
    return catalog;
}

IamCatalog::IamCatalog() : keysDocument_(catalog::readBuiltIn("condition-keys.json")) {
    const std::string_view text = embeddedFile("catalog/iam.json");
    date_ = quotedBehind(text.substr(0, text.find('\n')), "\"generated\":\"");
    const std::vector<std::string_view> lines = serviceLines(text);
    count_ = lines.size();
    slots_ = std::make_unique<Slot[]>(count_);
    for (std::size_t i = 0; i < count_; ++i) {
        slots_[i].prefix = quotedBehind(lines[i], "\"prefix\":\"");
        slots_[i].json = lines[i];
    }
    for (const auto& [none, row] : catalog::rows(keysDocument_, "keys")) {
        const auto [type, multivalued] = catalog::keyType(catalog::text(row, "type"));
        globalKeys_.push_back({catalog::text(row, "key"), type, multivalued, catalog::texts(row, "services")});
    }
}

const IamService* IamCatalog::service(std::string_view prefix) const {
    const std::span<Slot> slots(slots_.get(), count_);
    const auto at = std::ranges::lower_bound(slots, prefix, isLess, &Slot::prefix);
    if (at == slots.end() || !isSame(at->prefix, prefix)) return nullptr;
    std::call_once(at->once, [&] { at->service = std::make_unique<const IamService>(at->json); });
    return at->service.get();
}

std::vector<std::string_view> IamCatalog::prefixes() const {
    std::vector<std::string_view> all;
    for (std::size_t i = 0; i < count_; ++i) all.push_back(slots_[i].prefix);
    return all;
}

const IamConditionKey* IamCatalog::globalKey(std::string_view name) const {
    const auto at = std::ranges::find_if(globalKeys_, [&](const IamConditionKey& key) { return key.isNamed(name); });
    return at == globalKeys_.end() ? nullptr : &*at;
}

const IamConditionKey* IamCatalog::key(std::string_view name) const {
    if (const IamConditionKey* global = globalKey(name)) return global;
    const IamService* ofPrefix = service(servicePrefixOf(name));
    return ofPrefix ? ofPrefix->key(name) : nullptr;
}

}  // namespace gw
