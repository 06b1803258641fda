#include <algorithm>
#include <utility>

#include "model/policy/arn.h"
#include "model/policy/read_elements.h"

namespace gw {
namespace {

using ProblemKind = PolicyProblem::Kind;
using Entry = PrincipalEntry;

bool isAlphanumeric(std::string_view text) {
    return std::ranges::all_of(
        text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

/// The id that AWS writes in place of a user or role that was deleted: "AIDA...", "AROA...".
bool isUniqueId(std::string_view name) {
    return name.size() >= 16 && name.starts_with('A') && isAlphanumeric(name);
}

/// What is wrong with the name of an AWS principal (F-295); empty where nothing is.
std::string complaintAbout(std::string_view name) {
    if (name == "*" || isAccountNumber(name) || isUniqueId(name)) return {};
    const auto arn = Arn::parse(name);
    if (!arn) return "is neither \"*\", twelve digits nor an ARN";
    if (name.find('*') != std::string_view::npos || name.find('?') != std::string_view::npos)
        return "holds a wildcard; in a principal \"*\" stands alone. Name the account and narrow it with "
               "aws:PrincipalArn";
    if (arn->service == "iam" &&
        (arn->resource == "root" || arn->resource.starts_with("user/") || arn->resource.starts_with("role/")))
        return isAccountNumber(arn->account) || arn->account == "cloudfront" ? std::string()
                                                                             : "names no account of twelve digits";
    if (arn->service == "sts" &&
        (arn->resource.starts_with("assumed-role/") || arn->resource.starts_with("federated-user/")))
        return isAccountNumber(arn->account) ? std::string() : "names no account of twelve digits";
    return "is no account, user, role or session; groups and other resources are no principals";
}

void readNames(const JsonNode& node, std::string_view word, Entry::Kind kind, PrincipalList& into,
               ProblemList& problems) {
    for (PlacedText& name : readStrings(node, "Principal " + std::string(word), problems)) {
        std::string complaint;
        if (kind == Entry::Kind::Aws) complaint = complaintAbout(name.text);
        if (kind != Entry::Kind::Aws && name.text.empty()) complaint = "is empty";
        if (!complaint.empty())
            problems.add(ProblemKind::BadPrincipal, name.offset,
                         "The principal \"" + name.text + "\" " + std::move(complaint) + ".");
        into.entries.push_back({kind, std::move(name)});
    }
}

}  // namespace

PrincipalList readPrincipal(const JsonNode& node, bool negated, PolicyType type, ProblemList& problems) {
    constexpr std::pair<std::string_view, Entry::Kind> words[] = {{"AWS", Entry::Kind::Aws},
                                                                  {"Service", Entry::Kind::Service},
                                                                  {"Federated", Entry::Kind::Federated},
                                                                  {"CanonicalUser", Entry::Kind::CanonicalUser}};
    const std::string element = negated ? "NotPrincipal" : "Principal";
    PrincipalList list;
    list.negated = negated;
    list.offset = node.offset;
    if (node.is(JsonNode::Kind::String)) {
        if (node.text != "*")
            problems.add(ProblemKind::BadPrincipal, node.offset,
                         element + " as a text can be \"*\" alone; write { \"AWS\": \"" + node.text + "\" }.");
        else
            list.entries.push_back({Entry::Kind::Everyone, {node.text, node.offset}});
    } else if (isCleanObject(node, element, problems)) {
        if (node.children.empty())
            problems.add(ProblemKind::Empty, node.offset, element + " names nobody; name at least one principal.");
        refuseUnknown(node, {"AWS", "Service", "Federated", "CanonicalUser"}, problems);
        for (const auto& [key, child] : node.children)
            for (const auto& [word, kind] : words)
                if (key == word) readNames(child, word, kind, list, problems);
    }
    // Organizations takes an RCP only for everyone; who is meant stands in its conditions.
    if (type == PolicyType::ResourceControl)
        for (const Entry& entry : list.entries)
            if (entry.name.text != "*")
                problems.add(ProblemKind::BadPrincipal, entry.name.offset,
                             "A resource control policy takes \"*\" as its principal alone; narrow it by conditions.");
    return list;
}

}  // namespace gw
