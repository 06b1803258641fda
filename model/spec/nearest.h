#pragma once
#include <span>
#include <string>
#include <string_view>

namespace gw {

/// The word most like `word`, where one is like it: at most a third of its letters wrong. Empty where none is.
std::string_view nearest(std::string_view word, std::span<const std::string_view> words);

}  // namespace gw
