#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace gw {

/// A list on one line, as fields show it: members joined by ", ". A comma in a member has a backslash before it, and so
/// has a backslash that would otherwise be read as the sign of that.
std::string listLineOf(const std::vector<std::string>& members);
/// The members of such a line, or of several; without the spaces around them, empty ones left out.
std::vector<std::string> listMembersOf(std::string_view line);

}  // namespace gw
