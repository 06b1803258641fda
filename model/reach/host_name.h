#pragma once
#include <string>
#include <string_view>

#include "model/catalog/catalog.h"
#include "model/design/design.h"

namespace gw {

/// The host name that a caller of this style uses for a resource: "bucket.s3.us-east-1.amazonaws.com". Where the name
/// begins with something the design does not say (an API's id), it is left out. Empty where nothing is known of the
/// name.
std::string hostNameOf(const ServiceResource& resource, HostStyle style, std::string_view region);

/// The domain that private DNS of the service's endpoints answers for: "secretsmanager.us-east-1.amazonaws.com".
std::string serviceDomainOf(std::string_view service, std::string_view region);

enum class NameCover : std::uint8_t { Covered, NotCovered, NotKnown };

/// Whether private DNS of an interface endpoint of the service leads the host name to it (FACTS F-128, F-146, F-162).
NameCover privateDnsCovers(std::string_view service, std::string_view region, HostStyle style, std::string_view host);

/// Whether `name` is the domain itself or stands below it, whatever the case of letters; "." is the domain of all
/// names.
bool isWithin(std::string_view name, std::string_view domain);

}  // namespace gw
