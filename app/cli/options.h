#pragma once
#include <CLI/CLI.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "model/design/field.h"
#include "model/design/values.h"

namespace gw::cli {

/// The names of an enumeration as words of an option: "text|json".
template <class E>
std::vector<std::string> wordsOf() {
    std::vector<std::string> words;
    for (const auto& name : namesOf(E{})) words.emplace_back(name.name);
    return words;
}

/// The value a word stands for; the words were checked when the option was read.
template <class E>
E valueOf(std::string_view word) {
    for (const auto& name : namesOf(E{}))
        if (name.name == word) return name.value;
    return {};
}

/// An option that takes one of some words.
CLI::Option* addChoice(CLI::App& command, const std::string& flag, std::string& word,
                       const std::vector<std::string>& words, const std::string& about);

/// --date: the day that waivers are held against; today where it is not given.
CLI::Option* addDate(CLI::App& command, std::string& day);
/// The day said by --date; the local one for an empty text.
Date dayOf(const std::string& day);

}  // namespace gw::cli
