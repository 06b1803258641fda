#pragma once
#include "model/reach/judged_request.h"
#include "model/reach/permission.h"

namespace gw {

/// Gathers what policies say to the actions of a call on one way, and puts it into words. What it says points into what
/// it is made of.
class PolicyAnswer {
public:
    /// `isOpen`: the design shows no policy of the role.
    PolicyAnswer(const CallRequest& request, const ServiceResource& target, bool isOpen, const Branch& branch)
        : request_(request), target_(target), isOpen_(isOpen), branch_(branch) {}

    /// From here on it is about that action. `action` outlives `end`, `arn` the next word about another.
    void begin(const std::string& action, const AskedArn& arn);
    /// The call needs that as well, of another resource.
    void alsoNeeds(const std::string& action, const AskedArn& arn, const ServiceResource& of);
    /// What the policy of the endpoint says; the one that AWS gives it.
    void endpoint(const JudgedRequest& judged, const CallGrants& grants);
    void defaultEndpoint();
    /// What all others say.
    void rest(const JudgedRequest& judged, const CallGrants& grants);
    void noPolicy(std::string reason);
    /// A private API cannot be deployed without a policy, and lets nobody in (API Gateway Developer Guide, "Private
    /// REST APIs").
    void closedApi();
    void end();
    Permission take();

private:
    /// One thing that policies say, of several actions alike.
    struct Said {
        Ruling ruling{};
        std::string reason{};
        std::string arn{};          ///< what the first of the actions asks for
        std::string_view target{};  ///< the name of that
        std::vector<std::string> actions{};
    };

    std::string_view endpointId() const { return branch_.endpoint->id.value; }
    std::string_view endpointName() const { return labelOf(*branch_.endpoint); }
    /// What is spoken of: what is called, or the key behind it.
    std::string_view targetId() const { return of_->id.value; }
    std::string_view targetName() const { return labelOf(*of_); }
    const Role* role() const { return request_.signer().role; }
    std::string_view callerName() const {
        if (role()) return labelOf(*role());
        return request_.signer().principal == FlowPrincipal::AwsService ? "an AWS service" : "an unsigned call";
    }

    void say(Stage stage, Code code, Outcome outcome, std::string_view subject, std::string_view name,
             std::string reason = {}, std::string decided = {});
    void sayOfTarget(Code code, Outcome outcome, std::string reason = {}, std::string decided = {});
    void sayOpen();
    /// What decided for certain: statements that allow or deny, or policies that would have to allow.
    void tell(const Evaluation& told, const CallGrants& grants);
    void unknown(const JudgedRequest& judged, const CallGrants& grants);
    void tellRoleBeside(const Evaluation& told);
    void tellRoleInDoubt(const JudgedRequest& judged);
    bool isSaid(Stage stage) const;

    const CallRequest& request_;
    const ServiceResource& target_;
    bool isOpen_ = false;
    const Branch& branch_;
    const std::string* main_ = nullptr;    ///< the action of the call
    const std::string* action_ = nullptr;  ///< that, or one that it needs as well
    const ServiceResource* of_ = nullptr;
    const AskedArn* arn_ = nullptr;
    Outcome outcome_ = Outcome::Passed;
    std::vector<Stage> saidNow_;
    std::vector<Said> all_;
    Permission permission_;
};

}  // namespace gw
