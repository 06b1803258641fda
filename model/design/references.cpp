#include "model/design/references.h"

#include <algorithm>

namespace gw {

bool contains(const Design& design, const AnyId& id) {
    return withRow(design, id, [](const auto&) {});
}

std::string_view nounOf(const Design& design, const AnyId& id) {
    std::string_view noun;
    withRow(design, id, [&]<class Row>(const Row&) { noun = Row::kind.noun; });
    return noun;
}

std::string nameOf(const Design& design, const AnyId& id) {
    std::string name = id.value;
    withRow(design, id, [&]<class Row>(const Row& row) {
        if constexpr (requires { row.name; }) {
            if (!row.name.empty()) name = row.name;
        } else if constexpr (requires { row.code; }) {
            name = row.code;
        }
    });
    return name;
}

bool isOurs(const Design& design, const Id<Account>& account) {
    const Account* row = find(design, account);
    return !row || row->trusted;
}

std::string freeId(const Design& design, std::string_view prefix) {
    constexpr std::size_t roomForNumber = 8;
    std::string base;
    for (const char c : prefix.substr(0, maxIdLength - roomForNumber)) {
        const std::string_view one(&c, 1);
        if (isId(one) || (!base.empty() && isId(base + c)))
            base += c;
        else if (!base.empty() && base.back() != '-')
            base += '-';
    }
    if (base.empty()) base = "x";
    std::string id = base;
    for (int number = 2; contains(design, AnyId(id)); ++number) id = base + "-" + std::to_string(number);
    return id;
}

}  // namespace gw
