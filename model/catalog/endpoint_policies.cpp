#include "model/catalog/endpoint_policies.h"

#include <algorithm>
#include <array>

#include "model/catalog/catalog.h"

namespace gw {

bool ignoresEndpointPolicy(std::string_view service) {
    const Service* known = Catalog::builtIn().service(service);
    return known && known->endpointPolicy == false && known->endpointPolicyConfidence != Confidence::Unverified;
}

bool answersOnePrefix(std::string_view iamPrefix) {
    constexpr std::array<std::string_view, 8> single{"s3",  "dynamodb", "secretsmanager", "sqs",
                                                     "sns", "kms",      "execute-api",    "lambda"};
    return std::ranges::find(single, iamPrefix) != single.end();
}

}  // namespace gw
