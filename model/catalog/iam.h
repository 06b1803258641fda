#pragma once
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/core/json.h"

/// What IAM knows of AWS's services: actions, kinds of resources and condition keys (AWS Service Authorization
/// Reference, by way of iam-data; F-330). New ones come every week: what is not listed is worth a word, never an error.
namespace gw {

/// What an action does, as AWS classes it.
enum class AccessLevel : std::uint8_t { Read, List, Write, Tagging, Permissions };
/// "permissions management".
std::string_view wordOf(AccessLevel level);

/// The prefix of a service, as the policy wrote it: "s3" of "s3:GetObject"; all of a text without a colon.
constexpr std::string_view servicePrefixOf(std::string_view actionOrKey) {
    return actionOrKey.substr(0, actionOrKey.find(':'));
}

/// A key that a request may carry.
struct IamConditionKey {
    enum class Type : std::uint8_t { String, Arn, Numeric, Bool, Date, Ip, Binary };

    std::string_view name{};  ///< "s3:prefix"; what users choose of it as in "aws:ResourceTag/${TagKey}"
    Type type = Type::String;
    bool multivalued = false;
    std::vector<std::string_view> services{};  ///< the prefixes that alone send it, sorted; empty for no such limit

    /// Whether the key of a policy is this one; letter case does not count.
    bool isNamed(std::string_view key) const;
};

/// A kind of resource: "bucket".
struct IamResourceType {
    std::string_view name{};
    /// Forms of its ARN: "arn:${Partition}:s3:::${BucketName}"; seldom more than one.
    std::vector<std::string_view> arns{};
    std::span<const std::uint16_t> keys{};  ///< places in IamService::keys()
};

/// One action of a service.
struct IamAction {
    std::string_view name{};  ///< "GetObject"
    AccessLevel level = AccessLevel::Read;
    std::vector<std::uint16_t> types{};     ///< places in IamService::types(); none where it takes "*" alone
    std::span<const std::uint16_t> keys{};  ///< places in IamService::keys(), beside those of its types
};

/// One service by its prefix.
class IamService {
public:
    explicit IamService(std::string_view json);
    IamService(const IamService&) = delete;
    IamService& operator=(const IamService&) = delete;

    std::string_view prefix() const { return prefix_; }  ///< "s3"
    std::string_view title() const { return title_; }    ///< "Amazon S3"
    /// Sorted by name, letter case aside.
    std::span<const IamAction> actions() const { return actions_; }
    std::span<const IamResourceType> types() const { return types_; }
    std::span<const IamConditionKey> keys() const { return keys_; }

    /// nullptr where the service has no action of that name; letter case does not count.
    const IamAction* action(std::string_view name) const;
    /// nullptr where the service sends no such key with any action.
    const IamConditionKey* key(std::string_view name) const;
    /// Whether requests for the action may carry the key, by itself or for one of its resources.
    bool carries(const IamAction& action, std::string_view key) const;

private:
    JsonNode document_;
    std::string_view prefix_;
    std::string_view title_;
    std::vector<IamConditionKey> keys_;
    std::vector<std::vector<std::uint16_t>> sets_;
    std::vector<IamResourceType> types_;
    std::vector<IamAction> actions_;
};

/// All services; each is read when somebody first asks for it.
class IamCatalog {
public:
    /// The one of the program; safe from any thread.
    static const IamCatalog& builtIn();

    IamCatalog(const IamCatalog&) = delete;
    IamCatalog& operator=(const IamCatalog&) = delete;

    /// nullptr where IAM knows no such prefix; letter case does not count.
    const IamService* service(std::string_view prefix) const;
    /// The prefixes of all services, sorted.
    std::vector<std::string_view> prefixes() const;
    /// The key that any service may send ("aws:SourceVpce"), nullptr where there is none of that name.
    const IamConditionKey* globalKey(std::string_view name) const;
    std::span<const IamConditionKey> globalKeys() const { return globalKeys_; }
    /// The key of that name, global or of the service that its prefix names; nullptr where AWS lists none.
    const IamConditionKey* key(std::string_view name) const;
    /// Day the list of actions was made, "2026-09-26".
    std::string_view date() const { return date_; }

private:
    struct Slot {
        std::string_view prefix;
        std::string_view json;
        std::once_flag once;
        std::unique_ptr<const IamService> service;
    };

    IamCatalog();
    ~IamCatalog() = default;

    std::size_t count_ = 0;
    std::unique_ptr<Slot[]> slots_;  ///< sorted by prefix
    std::string_view date_;
    JsonNode keysDocument_;
    std::vector<IamConditionKey> globalKeys_;
};

}  // namespace gw
