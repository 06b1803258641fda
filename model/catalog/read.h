#pragma once
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "model/catalog/catalog.h"
#include "model/catalog/iam.h"

/// Reading of the catalogue's own files. They are built in and checked by the tests, so a member that has the wrong
/// type is our own mistake and reads as empty. What is returned points into `node`.
namespace gw::catalog {

/// The file of resources/catalog as a tree; stops the program where it is missing or no JSON.
JsonNode readBuiltIn(std::string_view file);

std::string_view text(const JsonNode& node, std::string_view key, std::string_view otherwise = {});
std::vector<std::string_view> texts(const JsonNode& node, std::string_view key);
std::optional<bool> flag(const JsonNode& node, std::string_view key);
std::optional<double> number(const JsonNode* node);
/// The confidence a member names; `otherwise` where there is no such member.
Confidence confidence(const JsonNode& node, std::string_view key, Confidence otherwise = Confidence::Unverified);
/// The elements of a list; none where there is no such member.
const std::vector<std::pair<std::string, JsonNode>>& rows(const JsonNode& node, std::string_view key);

Service readService(const JsonNode& node);
RegionInfo readRegion(const JsonNode& node);
Price readPrice(const JsonNode& node);
Quota readQuota(const JsonNode& node);
CompanionSet readCompanionSet(const JsonNode& node);
/// The type that the letter of a condition key stands for, and whether the key has several values.
std::pair<IamConditionKey::Type, bool> keyType(std::string_view letter);

}  // namespace gw::catalog
