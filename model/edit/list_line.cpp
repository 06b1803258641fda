#include "model/edit/list_line.h"

namespace gw {
namespace {

bool hasToBeMarked(char letter) {
    return letter == ',' || letter == '\\';
}

}  // namespace

std::string listLineOf(const std::vector<std::string>& members) {
    std::string line;
    for (const std::string& member : members) {
        if (!line.empty()) line += ", ";
        for (std::size_t at = 0; at < member.size(); ++at) {
            const bool isLast = at + 1 == member.size();
            if (member[at] == ',' || (member[at] == '\\' && (isLast || hasToBeMarked(member[at + 1])))) line += '\\';
            line += member[at];
        }
    }
    return line;
}

std::vector<std::string> listMembersOf(std::string_view line) {
    std::vector<std::string> members;
    std::string member;
    const auto end = [&] {
        const auto first = member.find_first_not_of(" \t\r");
        if (first != std::string::npos)
            members.push_back(member.substr(first, member.find_last_not_of(" \t\r") - first + 1));
        member.clear();
    };
    for (std::size_t at = 0; at < line.size(); ++at) {
        const bool marks = line[at] == '\\' && at + 1 < line.size() && hasToBeMarked(line[at + 1]);
        if (marks)
            member += line[++at];
        else if (line[at] == ',' || line[at] == '\n')
            end();
        else
            member += line[at];
    }
    end();
    return members;
}

}  // namespace gw
