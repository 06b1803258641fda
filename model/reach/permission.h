#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "model/reach/judged_request.h"

namespace gw {

class PolicyAnswer;

/// What the policies say to a call on one of its ways, for all the actions that it needs.
struct Permission {
    /// NotJudged where the design does not say who asks for what. Blocked where one action or more is not allowed.
    Outcome outcome = Outcome::NotJudged;
    /// The design shows no policy of the role: what is said holds if they allow the call.
    bool isOpen = false;
    std::vector<Ruling> rulings{};
    /// Facts that are missing for an answer, a sentence each.
    std::vector<std::string> missing{};
    /// Actions that pass, those that are stopped, and those of which it is not known.
    std::vector<std::string> passing{};
    std::vector<std::string> stopped{};
    std::vector<std::string> notKnown{};
};

/// One request that policies were asked about, and what they said: at the endpoint, then at all others, then about the
/// key behind what is called. Points into the judge that was asked.
struct HeardRequest {
    AccessRequest request{};
    Evaluation told{};
    const CallGrants* grants = nullptr;
};

/// Turns the request of a call into another one on the same way: of another principal, of another resource.
using SupposedRequest = std::function<AccessRequest(AccessRequest)>;

/// Asks the policies of a design about one call: those of the caller's role, of what is called, of the organisations of
/// both, and of the endpoint that the way passes (rules/analysis.md 3.3, stage 10). What it answers points into it.
class PolicyJudge {
public:
    /// `supposed`: what is asked in place of the flow's own requests; nothing for those.
    PolicyJudge(const Network& network, const Flow& flow, const ServiceResource& target, SupposedRequest supposed = {});
    ~PolicyJudge();

    /// `heard`: where to tell each request and all that was said to it; nullptr for what comes of it alone.
    Permission judge(const Branch& branch, std::vector<HeardRequest>* heard = nullptr);

private:
    struct KeyUse;
    const CallGrants& grantsAt(const Endpoint& endpoint);
    void findKey();
    void judge(const Branch& branch, const std::string& action, PolicyAnswer& answer, std::vector<HeardRequest>* heard);
    /// Whether the caller's own account lets it ask for what AWS owns: across accounts both sides must allow a signed
    /// call (F-309; AWS Systems Manager User Guide, "SSM Agent communications with AWS managed S3 buckets").
    JudgedRequest ofCallerAlone(const AccessRequest& asked, const AskedArn& arn) const;
    /// What the service that is called asks of the key that what is called is encrypted with.
    void askKey(const Branch& branch, const std::string& action, PolicyAnswer& answer,
                std::vector<HeardRequest>* heard) const;
    AccessRequest requestOf(const CallRequest& call, const Branch& branch, const std::string& action,
                            const AskedArn& arn) const;

    const Network& network_;
    const Flow& flow_;
    const ServiceResource& target_;
    SupposedRequest supposed_;
    CallRequest request_;
    CallGrants grants_;
    std::unique_ptr<const KeyUse> key_;
    bool isOpen_ = false;  ///< the design shows no policy of the role
    struct AtEndpoint {
        const Endpoint* endpoint = nullptr;
        std::unique_ptr<const CallGrants> grants{};
    };
    std::vector<AtEndpoint> endpoints_;
};

}  // namespace gw
