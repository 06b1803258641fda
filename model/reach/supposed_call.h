#pragma once
#include <optional>
#include <string>

#include "model/reach/access_question.h"
#include "model/reach/call_request.h"

namespace gw {

/// A call as a question means it. What stands in no design gets a row in one of its own, so that it is judged as all
/// else is.
class SupposedCall {
public:
    /// Refuses what `ask` refuses. The design of the call is the network's, and beside it what stands in that one.
    static Result<SupposedCall> of(const Network& network, const AccessQuestion& question);

    /// The request with the principal that no row of the design can be.
    AccessRequest supposed(AccessRequest request) const;
    const Design& design() const { return design_; }
    const Flow& flow() const { return flow_; }
    const ServiceResource& target() const { return target_; }

private:
    SupposedCall(const Design& design, const AccessQuestion& question);
    Status findTarget(const AccessQuestion& question);
    Status findPrincipal(const AccessQuestion& question);
    void standIn(const RequestPrincipal& principal);

    Design design_;
    Flow flow_;
    ServiceResource target_;
    std::optional<RequestPrincipal> principal_;
};

}  // namespace gw
