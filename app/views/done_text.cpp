#include "app/views/done_text.h"

#include <array>
#include <utility>

#include "app/views/text.h"

namespace gw {
namespace {

using namespace std::string_view_literals;

/// Verbs of our labels that do not end in -ed; all others follow the rule.
constexpr auto irregular = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"Admit", "Admitted"},
    {"Bring", "Brought"},
    {"Give", "Gave"},
    {"Have", "Had"},
    {"Keep", "Kept"},
    {"Lead", "Led"},
    {"Leave", "Left"},
    {"Let", "Let"},
    {"Make", "Made"},
    {"Put", "Put"},
    {"Say", "Said"},
    {"Set", "Set"},
    {"Split", "Split"},
    {"Stand", "Stood"},
    {"Stop", "Stopped"},
    {"Take", "Took"},
    {"Write", "Wrote"},
});

std::string pastOf(std::string_view verb) {
    for (const auto& [now, then] : irregular)
        if (now == verb) return std::string(then);
    const bool isConsonantY =
        verb.size() > 1 && verb.ends_with('y') && "aeiou"sv.find(verb[verb.size() - 2]) == std::string_view::npos;
    if (isConsonantY) return std::string(verb.substr(0, verb.size() - 1)) + "ied";
    if (verb.ends_with('e')) return std::string(verb) + "d";
    return std::string(verb) + "ed";
}

}  // namespace

QString doneText(std::string_view label) {
    const auto end = std::min(label.find(' '), label.size());
    std::string text = pastOf(label.substr(0, end)) + std::string(label.substr(end));
    if (!text.ends_with('.')) text += '.';
    return screenText(text);
}

}  // namespace gw
