#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/ip.h"
#include "model/core/ports.h"

namespace gw {

/// How sure a fact is: what is Unverified never makes an error.
enum class Confidence : std::uint8_t { Verified, Derived, Unverified };

/// The kinds of endpoint a service offers.
struct EndpointTypes {
    bool gateway = false;
    bool interface = false;
    bool gatewayLoadBalancer = false;
    bool resource = false;
};

/// One service that a VPC endpoint can lead to (facts: services.json).
struct Service {
    std::string_view name;           ///< the end of its service name, our key everywhere: "s3", "ecr.api", "secretsmanager"
    std::string_view title;          ///< "Amazon S3"
    std::string_view category;       ///< "storage"
    std::string_view serviceName;    ///< "com.amazonaws.{region}.s3"
    EndpointTypes types{};
    std::optional<bool> endpointPolicy{};  ///< whether it takes endpoint policies; empty where not known
    Confidence endpointPolicyConfidence = Confidence::Unverified;
    bool privateDns = true;
    Confidence privateDnsConfidence = Confidence::Unverified;
    std::vector<std::string_view> privateDnsNames{};  ///< "*.s3.{region}.amazonaws.com"
    std::vector<PortRange> ports{};                   ///< TCP ports it answers on; never empty
    bool crossRegion = false;
    bool fips = false;
    std::string_view iamPrefix;  ///< "secretsmanager"; empty where not known
    std::string_view note;

    /// "com.amazonaws.us-east-1.s3"
    std::string serviceNameIn(std::string_view region) const;
};

struct RegionInfo {
    std::string_view code;   ///< "us-east-1"
    std::string_view title;  ///< "US East (N. Virginia)"
    std::vector<std::string_view> zones;  ///< "a", "b", ...: the usual letters; accounts differ
};

/// A price in US dollars for one unit.
struct Price {
    double usd = 0;
    std::string_view unit;    ///< "hour", "GB"
    std::string_view date;    ///< as of when
    std::string_view source;  ///< where it was read
    Confidence confidence = Confidence::Unverified;
};

/// A quota of AWS (facts: limits.json).
struct Quota {
    std::string_view id;    ///< "vpcs_per_region"
    std::string_view what;  ///< "VPCs per Region"
    double standard = 0;    ///< what an account has unless raised
    std::optional<double> maximum{};
    bool adjustable = false;
    std::string_view source;
};

/// One service that a kind of workload cannot do without (facts: dependencies.json).
struct Companion {
    std::string_view service;  ///< a Service name
    bool gateway = false;      ///< a gateway endpoint is the usual door
    std::string_view need;     ///< "required", "conditional", "optional", "per-call"
    std::string_view when;     ///< the condition in words; empty for always
};
struct CompanionSet {
    std::string_view id;        ///< "ecr-pull"
    std::string_view workload;  ///< "Pull container images from ECR ..."
    std::vector<Companion> members;
    std::string_view source;
};

/// What AWS offers: read once from the resources built into the program. Views point into it and live as long as it.
class Catalog {
public:
    /// The one catalogue of the program; made on first use, safe from any thread.
    static const Catalog& builtIn();

    /// All services, sorted by name.
    std::span<const Service> services() const { return services_; }
    /// nullptr where there is no service of that name.
    const Service* service(std::string_view name) const;
    /// Services whose name, title or category contains every word of the text, best first.
    std::vector<const Service*> search(std::string_view text) const;

    std::span<const RegionInfo> regions() const { return regions_; }
    const RegionInfo* region(std::string_view code) const;

    /// Price of an item ("interface_endpoint.hour", "nat_gateway.gb", ...) in a Region; that of us-east-1 where the list
    /// has none for the Region (`exact` then false); empty where the item is not priced at all.
    struct PriceAnswer {
        Price price{};
        bool exact = true;
    };
    std::optional<PriceAnswer> price(std::string_view item, std::string_view region) const;
    std::span<const std::string_view> pricedItems() const { return pricedItems_; }
    /// Day the price list was made, "2026-11-23".
    std::string_view priceDate() const { return priceDate_; }

    const Quota* quota(std::string_view id) const;
    std::span<const Quota> quotas() const { return quotas_; }
    std::span<const CompanionSet> companionSets() const { return companionSets_; }

private:
    Catalog();

    struct PricedItem {
        std::string_view item;
        std::string_view region;
        Price price{};
    };
    std::vector<std::string> texts_;
    std::vector<Service> services_;
    std::vector<RegionInfo> regions_;
    std::vector<PricedItem> prices_;
    std::vector<std::string_view> pricedItems_;
    std::string_view priceDate_;
    std::vector<Quota> quotas_;
    std::vector<CompanionSet> companionSets_;
};

}  // namespace gw
