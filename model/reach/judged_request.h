#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/policy/evaluate.h"
#include "model/reach/call_grants.h"

namespace gw {

/// What the design leaves open of a request, where the answer turns on it.
enum class OpenFact : std::uint8_t {
    None,
    Arn,             ///< which of the resources it may be is asked for
    Account,         ///< the account of who signs
    ResourcePolicy,  ///< the policy of what is asked for
};

/// A request with the answer of its policies.
struct JudgedRequest {
    Evaluation told{};
    /// What would have to be known for an answer; `told` is then that of an example.
    OpenFact open = OpenFact::None;
    /// Where `told` is unknown: the keys that it turns on, as the policies write them.
    std::vector<std::string> keys{};

    bool isOpen() const { return open != OpenFact::None; }
};

/// Which answers count as refusals: where somebody else gives the leave, denials alone.
enum class CountedRefusals : std::uint8_t { All, Denials };

/// Asks the policies, and asks again for all that the request may turn out to be: every resource that they tell apart,
/// every account that they name, whatever policy of the resource. Exact for resources (`textClasses`), but for those
/// that a policy names by what the request carries; an account that no policy names is as any other. Where
/// aws:SourceIp or aws:VpcSourceIp stands for a block, it is one address of it.
JudgedRequest judgedRequest(const AccessRequest& request, const CallGrants& grants, const AskedArn& arn,
                            const Signer& signer, CountedRefusals refusals = CountedRefusals::All);

}  // namespace gw
