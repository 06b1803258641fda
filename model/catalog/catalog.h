#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/ip.h"
#include "model/core/json.h"
#include "model/core/ports.h"

namespace gw {

/// How sure a fact is: read in AWS's documentation or API, concluded from such, or neither. What is Unverified never
/// makes an error (FACTS section 9).
enum class Confidence : std::uint8_t { Verified, Derived, Unverified };
/// "verified", "derived", "unverified".
std::string_view nameOf(Confidence confidence);

/// The kinds of endpoint a service offers. AWS's own services offer these two; the other kinds lead to endpoint
/// services and resources of a design.
struct EndpointTypes {
    bool gateway = false;
    bool interface = false;
    friend bool operator==(const EndpointTypes&, const EndpointTypes&) = default;
};

/// One service that a VPC endpoint can lead to (facts: services.json).
struct Service {
    /// Our key everywhere, unique: the end of its service name ("s3", "ecr.api", "secretsmanager"); where AWS has two
    /// of the same end, the undocumented one carries its prefix as well ("aws.api.freetier").
    std::string_view name;
    std::string_view title;                       ///< "Amazon S3"
    std::vector<std::string_view> otherTitles{};  ///< further services behind the same endpoint: "Amazon RDS"
    std::string_view category;                    ///< "storage"; "unlisted" where AWS's table does not name it
    std::string_view serviceName;                 ///< "com.amazonaws.{region}.s3"; empty where the prefix is not known
    std::string_view onlyRegion;                  ///< the one Region that offers it; empty for all
    EndpointTypes types{};
    std::optional<bool> endpointPolicy{};  ///< whether it takes endpoint policies; empty where not known
    Confidence endpointPolicyConfidence = Confidence::Unverified;
    bool privateDns = true;
    Confidence privateDnsConfidence = Confidence::Unverified;
    std::vector<std::string_view>
        privateDnsNames{};  ///< "*.s3.{region}.amazonaws.com"; empty where there are none or not known
    Confidence privateDnsNamesConfidence = Confidence::Unverified;
    std::vector<PortRange> ports{};  ///< TCP ports it answers on; never empty
    bool crossRegion = false;        ///< reachable from other Regions (FACTS F-076)
    bool fips = false;
    std::string_view iamPrefix;  ///< "secretsmanager"; empty where not known
    std::string_view lifecycle;  ///< "ended 2026-09-30"; empty for a service in use
    std::string_view note;

    /// "com.amazonaws.us-east-1.s3"; empty where the prefix is not known. China, the European Sovereign Cloud and the
    /// isolated Regions use other prefixes for some services, which the facts do not list one by one.
    std::string serviceNameIn(std::string_view region) const;
    /// privateDnsNames with the Region put in.
    std::vector<std::string> privateDnsNamesIn(std::string_view region) const;
};

/// General knowledge, not from the facts: good for choosing from a list, never the reason of an error.
struct RegionInfo {
    std::string_view code;                ///< "us-east-1"
    std::string_view title;               ///< "US East (N. Virginia)"
    std::vector<std::string_view> zones;  ///< "a", "b", ...: the usual letters; accounts differ
};

/// A price in US dollars for one unit.
struct Price {
    /// What a unit costs up to a total of `upTo` units in a month; the last step has no end.
    struct Step {
        std::optional<double> upTo{};
        double usd = 0;
        friend bool operator==(const Step&, const Step&) = default;
    };

    double usd = 0;             ///< of the first unit
    std::vector<Step> steps{};  ///< where the price falls with volume; else empty
    std::string_view unit;      ///< "hour", "zone and hour", "GB", ...
    std::string_view date;      ///< as of when: a day or a month
    std::string_view source;    ///< where it was read
    Confidence confidence = Confidence::Unverified;
};

/// A quota of AWS (facts: limits.json).
struct Quota {
    std::string_view id;    ///< "vpcs_per_region"
    std::string_view what;  ///< "VPCs per Region"
    double standard = 0;    ///< what an account has unless raised
    std::optional<double> maximum{};
    std::optional<bool> adjustable{};  ///< empty where AWS does not say
    std::string_view source;           ///< of FACTS
    Confidence confidence = Confidence::Verified;
    std::string_view note;
};

/// One service that a kind of workload cannot do without (facts: dependencies.json).
struct Companion {
    std::string_view service;  ///< a Service name; "*" for each service its code calls; "dsql-*" for one name a cluster
    bool gateway = false;      ///< a gateway endpoint is the usual door
    std::string_view need;     ///< "required", "conditional", "optional", "per-call"
    std::optional<bool> privateDns{};  ///< what private DNS of the endpoint must be, where it matters
    std::string_view when;             ///< the condition in words; empty for always
    std::string_view note;
};
struct CompanionSet {
    std::string_view id;        ///< "ecr-pull"
    std::string_view workload;  ///< "Pull container images from ECR ..."
    std::vector<Companion> members;
    std::vector<std::string_view> networkRules;  ///< what security groups and policies must let through, in words
    std::vector<std::string_view> notes;
    std::string_view source;
    Confidence confidence = Confidence::Unverified;
};

/// What AWS offers: read once from the resources built into the program. Views point into it and live as long as it.
class Catalog {
public:
    /// The one catalogue of the program; made on first use, safe from any thread.
    static const Catalog& builtIn();

    Catalog(const Catalog&) = delete;
    Catalog& operator=(const Catalog&) = delete;

    /// All services, sorted by name.
    std::span<const Service> services() const { return services_; }
    /// nullptr where there is no service of that name.
    const Service* service(std::string_view name) const;
    /// Services whose name, titles or category contain every word of the text, best first; letter case does not
    /// matter. All of them for an empty text.
    std::vector<const Service*> search(std::string_view text) const;

    /// All Regions, sorted by code.
    std::span<const RegionInfo> regions() const { return regions_; }
    const RegionInfo* region(std::string_view code) const;

    /// Price of an item ("interface_endpoint.hour", "nat_gateway.gb", ...) in a Region; that of us-east-1 where the
    /// list has none for the Region (`exact` then false); empty where the item is not priced at all.
    struct PriceAnswer {
        Price price{};
        bool exact = true;
    };
    std::optional<PriceAnswer> price(std::string_view item, std::string_view region) const;
    /// All items of the price list, sorted.
    std::span<const std::string_view> pricedItems() const { return pricedItems_; }
    /// Day the price list was made, "2026-11-23".
    std::string_view priceDate() const { return priceDate_; }

    const Quota* quota(std::string_view id) const;
    /// All quotas, sorted by id.
    std::span<const Quota> quotas() const { return quotas_; }

    const CompanionSet* companionSet(std::string_view id) const;
    /// All companion sets, sorted by id.
    std::span<const CompanionSet> companionSets() const { return companionSets_; }

private:
    Catalog();
    ~Catalog() = default;

    /// The price of an item in one Region, or in all of them ("*").
    struct PricedItem {
        std::string_view item;
        std::string_view region;
        Price price{};
    };
    const Price* listed(std::string_view item, std::string_view region) const;

    /// What was read; all views below point into it.
    std::vector<JsonNode> documents_;
    std::vector<Service> services_;
    std::vector<RegionInfo> regions_;
    std::vector<PricedItem> prices_;
    std::vector<std::string_view> pricedItems_;
    std::string_view priceDate_;
    std::vector<Quota> quotas_;
    std::vector<CompanionSet> companionSets_;
};

/// "secretsmanager" -> "Secrets Manager": what people call the service, without AWS or Amazon; the key where unknown.
std::string titleOf(std::string_view service);

}  // namespace gw
