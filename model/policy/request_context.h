#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gw {

/// The condition keys of a request with their values. A key is present, absent, or not known: of one that is not known
/// the judge neither takes a value for granted nor its absence. Keys are compared without regard to case.
class RequestContext {
public:
    enum class Presence { Present, Absent, Unknown };
    struct Lookup {
        Presence presence = Presence::Absent;
        /// The values of a present key; nullptr otherwise.
        const std::vector<std::string>* values = nullptr;
    };

    /// The key has these values; without any it is absent, as AWS sees an empty one.
    void set(std::string_view key, std::vector<std::string> values);
    void set(std::string_view key, std::string value) { set(key, std::vector{std::move(value)}); }
    /// The key may be absent or have any value.
    void setUnknown(std::string_view key);
    void setAbsent(std::string_view key) { set(key, std::vector<std::string>{}); }
    /// Whether keys that nothing was said about are unknown; absent from the start, as in a request that AWS sees.
    void assumeOthersUnknown(bool unknown) { othersUnknown_ = unknown; }

    /// `lowerKey`: the key in lower case.
    Lookup find(std::string_view lowerKey) const;

private:
    struct Entry {
        std::string key{};
        bool known = true;
        std::vector<std::string> values{};
    };
    Entry& entryOf(std::string_view key);

    /// Sorted by key.
    std::vector<Entry> entries_;
    bool othersUnknown_ = false;
};

/// ASCII letters in lower case.
std::string lowerCase(std::string_view text);

}  // namespace gw
