#include "model/policy/access_request.h"

#include <algorithm>
#include <utility>

#include "model/policy/arn.h"

namespace gw {

AccessRequest::AccessRequest(std::string action, RequestedResource resource, RequestPrincipal principal,
                             RequestContext context)
    : action_(std::move(action)),
      lowerAction_(lowerCase(action_)),
      serviceLength_(std::min(lowerAction_.find(':'), lowerAction_.size())),
      resource_(std::move(resource)),
      principal_(std::move(principal)),
      context_(std::move(context)) {
    if (resource_.account.empty())
        if (const auto arn = Arn::parse(resource_.arn); arn && isAccountNumber(arn->account))
            resource_.account = arn->account;
    withinOneAccount_ =
        principal_.belongsToAccount() && (resource_.account.empty() || resource_.account == principal_.account());
}

}  // namespace gw
