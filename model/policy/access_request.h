#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "model/policy/request_context.h"
#include "model/policy/request_principal.h"

namespace gw {

/// What a request is for.
struct RequestedResource {
    /// "*" for an action without a resource.
    std::string arn{};
    /// Whose it is, twelve digits; where it is empty the ARN's account counts, and without that the principal's own.
    std::string account{};
    /// S3 Block Public Access, "RestrictPublicBuckets", of the bucket or its account.
    bool restrictsPublicBuckets = false;
};

/// One request to AWS, with what the judge asks of it worked out once.
class AccessRequest {
public:
    AccessRequest() = default;
    AccessRequest(std::string action, RequestedResource resource, RequestPrincipal principal, RequestContext context);

    /// "s3:GetObject".
    const std::string& action() const { return action_; }
    /// In lower case, as actions are compared.
    const std::string& lowerAction() const { return lowerAction_; }
    /// "s3".
    std::string_view service() const { return std::string_view(lowerAction_).substr(0, serviceLength_); }
    const RequestedResource& resource() const { return resource_; }
    const RequestPrincipal& principal() const { return principal_; }
    const RequestContext& context() const { return context_; }
    /// Whether resource and principal are of one account. False for whoever has no account.
    bool isWithinOneAccount() const { return withinOneAccount_; }

private:
    std::string action_;
    std::string lowerAction_;
    std::size_t serviceLength_ = 0;
    RequestedResource resource_;
    RequestPrincipal principal_;
    RequestContext context_;
    bool withinOneAccount_ = false;
};

}  // namespace gw
