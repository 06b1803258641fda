#include "model/catalog/endpoint_policies.h"

#include "model/catalog/catalog.h"

namespace gw {

bool ignoresEndpointPolicy(std::string_view service) {
    const Service* known = Catalog::builtIn().service(service);
    return known && known->endpointPolicy == false && known->endpointPolicyConfidence != Confidence::Unverified;
}

}  // namespace gw
