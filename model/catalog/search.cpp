#include <algorithm>
#include <cctype>
#include <tuple>
#include <utility>

#include "model/catalog/catalog.h"

namespace gw {
namespace {

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return result;
}

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : lower(text) + ' ') {
        if (c != ' ' && c != '\t') {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    return words;
}

/// How well a word fits one text of a service: 0 whole, 1 at its start, 2 at the start of a word, 3 inside; 9 not at
/// all.
int fit(const std::string& text, const std::string& word) {
    if (text == word) return 0;
    int best = 9;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        if (at == 0) return 1;
        best = std::min(best, std::isalnum(static_cast<unsigned char>(text[at - 1])) ? 3 : 2);
    }
    return best;
}

/// Places of a service in the list: smaller is better; empty where a word is found nowhere.
std::optional<int> rank(const Service& service, const std::vector<std::string>& words) {
    int sum = 0;
    for (const std::string& word : words) {
        int best = fit(lower(service.name), word) * 2;
        best = std::min(best, fit(lower(service.title), word) * 2 + 1);
        for (const std::string_view other : service.otherTitles) best = std::min(best, fit(lower(other), word) * 2 + 1);
        // A category holds many services: it finds them, behind those that bear the word themselves.
        if (fit(lower(service.category), word) < 9) best = std::min(best, 8);
        if (best >= 18) return {};
        sum += best;
    }
    return sum;
}

}  // namespace

std::vector<const Service*> Catalog::search(std::string_view text) const {
    struct Hit {
        int rank;
        bool fips;
        std::size_t length;
        const Service* service;
    };
    const std::vector<std::string> words = wordsOf(text);
    std::vector<Hit> hits;
    for (const Service& service : services_)
        if (const auto found = rank(service, words))
            hits.push_back({*found, service.fips, service.name.size(), &service});
    // Of equals: the plain service before its FIPS twin, then the shorter name, then the alphabet.
    if (!words.empty())
        std::ranges::stable_sort(hits, [](const Hit& a, const Hit& b) {
            return std::tie(a.rank, a.fips, a.length) < std::tie(b.rank, b.fips, b.length);
        });
    std::vector<const Service*> found;
    found.reserve(hits.size());
    for (const Hit& hit : hits) found.push_back(hit.service);
    return found;
}

std::string titleOf(std::string_view service) {
    const Service* known = Catalog::builtIn().service(service);
    if (!known || known->title.empty()) return std::string(service);
    std::string_view title = known->title;
    for (const std::string_view owner : {"Amazon ", "AWS "})
        if (title.starts_with(owner)) title.remove_prefix(owner.size());
    return std::string(title);
}

}  // namespace gw
