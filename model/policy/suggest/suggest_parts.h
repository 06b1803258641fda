#pragma once
#include <unordered_set>

#include "model/catalog/iam.h"
#include "model/policy/lint/statement_actions.h"
#include "model/policy/suggest/policy_cursor.h"
#include "model/policy/suggest/suggest.h"

/// What suggestions are made of; for the files of this folder alone.
namespace gw {

/// Words of a text, each once, in the order in which they come; views into it. Lists of any length take linear time.
class HeardWords {
public:
    void add(std::string_view word) {
        if (!word.empty() && known_.insert(word).second) inOrder_.push_back(word);
    }
    bool contains(std::string_view word) const { return known_.contains(word); }
    const std::vector<std::string_view>& inOrder() const { return inOrder_; }

private:
    std::vector<std::string_view> inOrder_;
    std::unordered_set<std::string_view> known_;
};

/// The cursor with what its statement says so far. Its words are views into the text.
struct SuggestPlace {
    DraftCursor cursor{};
    const PolicyPlace& place;
    const PolicyVocabulary& vocabulary;
    HeardWords actions{};  ///< of Action and NotAction, without the one at the cursor; the first few hundred
    HeardWords members{};  ///< keys of the object that holds the cursor, without the one at it
    HeardWords listed{};   ///< values beside the one at the cursor

    /// Prefixes of the services that the policy is about: of where it hangs, of its statement, then of the design.
    std::vector<std::string> services() const;
    /// The actions of the statement that AWS lists, wildcards resolved, each once.
    std::vector<NamedAction> namedActions() const;
    /// The last key of the path; empty at the top.
    std::string_view element() const;
    /// The key at that depth of the path, from 0; empty where it is shorter.
    std::string_view pathAt(std::size_t depth) const;
};

SuggestPlace suggestPlaceOf(std::string_view text, std::size_t at, const PolicyPlace& place,
                            const PolicyVocabulary& vocabulary);

/// What could stand at the cursor, before it is held against what is typed.
struct SuggestCandidate {
    std::string label{};
    std::string detail{};
    /// What stands in the quotes; `label` where it is empty.
    std::string value{};
    /// Of a key: what follows its colon; empty for a value.
    std::string behind{};
    /// Where typing goes on: bytes into `behind`, or into `value` where nothing is behind; npos for its end.
    std::size_t selectFrom = std::string::npos;
    std::size_t selectTo = std::string::npos;
};

std::vector<SuggestCandidate> keyCandidates(const SuggestPlace& at);
std::vector<SuggestCandidate> valueCandidates(const SuggestPlace& at);

/// "aws:ResourceTag/${TagKey}" with what users choose without its braces, and selected.
SuggestCandidate withPlaceholder(std::string_view form, std::string detail);

}  // namespace gw
