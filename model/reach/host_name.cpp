#include "model/reach/host_name.h"

#include <algorithm>

#include "model/reach/asked_arn.h"

namespace gw {
namespace {

std::string replaced(std::string_view pattern, std::string_view region) {
    std::string text(pattern);
    if (const auto at = text.find("{region}"); at != std::string::npos) text.replace(at, 8, region);
    return text;
}

/// The parts of an ARN: arn:partition:service:region:account:resource.
std::string_view partOf(std::string_view arn, int wanted) {
    for (int part = 0; part < wanted; ++part) {
        const auto colon = arn.find(':');
        if (colon == std::string_view::npos) return {};
        arn.remove_prefix(colon + 1);
    }
    return wanted == 5 ? arn : arn.substr(0, arn.find(':'));
}

/// What stands before the service's own name: the bucket, the API's id, the registry's account.
std::string labelBefore(const ServiceResource& resource) {
    std::string_view label;
    if (resource.service == "s3")
        label = partOf(resource.arn, 5);
    else if (resource.service == "execute-api")
        label = apiIdIn(resource.arn);
    else if (resource.service == "ecr.dkr")
        label = partOf(resource.arn, 4);
    label = label.substr(0, label.find('/'));
    if (label.find('*') != std::string_view::npos) label = {};
    return label.empty() ? std::string{} : std::string(label) + ".";
}

}  // namespace

bool isWithin(std::string_view name, std::string_view domain) {
    if (domain.empty()) return false;
    // A dot at the end is the root, and letter case means nothing in names.
    const auto withoutRoot = [](std::string_view text) {
        return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
    };
    const auto lower = [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    name = withoutRoot(name);
    domain = withoutRoot(domain);
    if (domain.empty()) return true;
    if (name.size() < domain.size()) return false;
    const std::string_view tail = name.substr(name.size() - domain.size());
    if (!std::ranges::equal(tail, domain, {}, lower, lower)) return false;
    return name.size() == domain.size() || name.at(name.size() - domain.size() - 1) == '.';
}

std::string serviceDomainOf(std::string_view service, std::string_view region) {
    // The first name in the catalogue, without what varies before it.
    const Service* known = Catalog::builtIn().service(service);
    if (known && !known->privateDnsNames.empty()) {
        std::string_view pattern = known->privateDnsNames.front();
        if (pattern.starts_with("*.")) pattern.remove_prefix(2);
        return replaced(pattern, region);
    }
    if (known && known->serviceName.find("{region}") == std::string_view::npos)
        return std::string(service) + ".amazonaws.com";
    return std::string(service) + "." + std::string(region) + ".amazonaws.com";
}

std::string hostNameOf(const ServiceResource& resource, HostStyle style, std::string_view region) {
    const std::string service = resource.service;
    const std::string in(region);
    const std::string label = labelBefore(resource);
    switch (style) {
        case HostStyle::Regional:
        case HostStyle::EndpointSpecific:
            return label + serviceDomainOf(service, region);
        case HostStyle::DualStack:
            // S3 has names of its own; most others stand on api.aws (FACTS F-122, F-146, F-205).
            return service == "s3" ? label + "s3.dualstack." + in + ".amazonaws.com"
                                   : label + service + "." + in + ".api.aws";
        case HostStyle::Fips:
            return label + service + "-fips." + in + ".amazonaws.com";
        case HostStyle::Global:
            return label + service + ".amazonaws.com";
        case HostStyle::Legacy:
            return label + service + "-" + in + ".amazonaws.com";
        case HostStyle::Custom:
            return resource.customDomain;
    }
    return {};
}

NameCover privateDnsCovers(std::string_view service, std::string_view region, HostStyle style, std::string_view host) {
    const Service* known = Catalog::builtIn().service(service);
    if (known && !known->privateDns) return NameCover::NotCovered;
    if (known)
        for (const std::string_view pattern : known->privateDnsNames) {
            const std::string name = replaced(pattern, region);
            const std::string_view below =
                name.starts_with("*.") ? std::string_view(name).substr(2) : std::string_view{};
            if (host == name || (!below.empty() && isWithin(host, below))) return NameCover::Covered;
        }
    // Private DNS answers for the service's default name (FACTS F-146), also where the catalogue does not spell it out.
    if (style == HostStyle::Regional && host == serviceDomainOf(service, region)) return NameCover::Covered;
    // The global and legacy names are outside the hidden zone (FACTS F-123, F-162), as is a name of your own.
    if (style != HostStyle::DualStack && style != HostStyle::Fips) return NameCover::NotCovered;
    // The whole list of names is known where the catalogue has read several of them (S3: FACTS F-128).
    const bool sure =
        known && known->privateDnsConfidence != Confidence::Unverified && known->privateDnsNames.size() > 1;
    return sure ? NameCover::NotCovered : NameCover::NotKnown;
}

}  // namespace gw
