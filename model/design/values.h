#pragma once
#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/core/id.h"
#include "model/core/ip.h"
#include "model/core/json.h"
#include "model/core/ports.h"
#include "model/design/field.h"

/// Values that several kinds of rows hold, and the names of all rows.
namespace gw {

struct Organization;
struct OrganizationalUnit;
struct Account;
struct Policy;
struct Role;
struct Region;
struct AvailabilityZone;
struct Vpc;
struct Subnet;
struct RouteTable;
struct InternetGateway;
struct EgressOnlyGateway;
struct NatGateway;
struct ElasticIp;
struct VpnGateway;
struct TransitGateway;
struct TransitGatewayAttachment;
struct TransitGatewayRouteTable;
struct PeeringConnection;
struct OnPremisesNetwork;
struct VpnConnection;
struct SecurityGroup;
struct NetworkAcl;
struct PrefixList;
struct Endpoint;
struct EndpointService;
struct ResourceGateway;
struct ResourceConfiguration;
struct ServiceNetwork;
struct Workload;
struct LoadBalancer;
struct ServiceResource;
struct Client;
struct Flow;
struct HostedZone;
struct ResolverEndpoint;
struct ResolverRule;
struct FlowLog;

struct Tag {
    std::string key{};
    std::string value{};
    friend bool operator==(const Tag&, const Tag&) = default;
    static constexpr auto fields = FieldList{required("key", "Key", &Tag::key, "At most 128 characters."),
                                             field("value", "Value", &Tag::value, "At most 256 characters.")};
};
using Tags = std::vector<Tag>;

/// A policy in IAM's language: always a JSON object, written in one standard layout. What it means is for model/policy.
class PolicyDocument {
public:
    /// {}: a policy without a statement.
    PolicyDocument() = default;

    /// Refuses what is no JSON object; `offset` of the error counts bytes of `text`.
    static tl::expected<PolicyDocument, JsonError> parse(std::string_view text);
    static PolicyDocument of(const JsonNode& object);
    /// For literals in code: stops the program where `text` is no JSON object.
    static PolicyDocument literal(std::string_view text);

    /// The policy over several lines, indented by two spaces.
    const std::string& text() const { return text_; }

    friend bool operator==(const PolicyDocument&, const PolicyDocument&) = default;

private:
    std::string text_ = "{}";
};

/// A policy inside the row it belongs to.
struct NamedPolicy {
    std::string name{};
    PolicyDocument document{};
    friend bool operator==(const NamedPolicy&, const NamedPolicy&) = default;
    static constexpr auto fields =
        FieldList{required("name", "Name", &NamedPolicy::name, "Name of the inline policy."),
                  required("document", "Policy", &NamedPolicy::document, "The policy itself.")};
};

/// Where a security group rule lets traffic come from or go to.
using Peer = std::variant<Cidr, IdOf<SecurityGroup, PrefixList>>;
/// Where a route leads: an address block, or all blocks of a prefix list.
using Destination = std::variant<Cidr, IdOf<PrefixList>>;

/// A day of the calendar, "2026-11-24"; empty means none. Always well-formed.
class Date {
public:
    Date() = default;
    static Result<Date> parse(std::string_view text);
    const std::string& text() const { return text_; }
    explicit operator bool() const { return !text_.empty(); }
    friend auto operator<=>(const Date&, const Date&) = default;
    friend bool operator==(const Date&, const Date&) = default;

private:
    std::string text_;
};

/// A twelve-digit AWS account number, or empty.
class AccountNumber {
public:
    AccountNumber() = default;
    static Result<AccountNumber> parse(std::string_view text);
    const std::string& text() const { return text_; }
    explicit operator bool() const { return !text_.empty(); }
    friend auto operator<=>(const AccountNumber&, const AccountNumber&) = default;
    friend bool operator==(const AccountNumber&, const AccountNumber&) = default;

private:
    std::string text_;
};

}  // namespace gw
