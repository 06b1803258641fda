#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/policy/access_request.h"
#include "model/reach/asked_arn.h"
#include "model/reach/pipeline.h"

namespace gw {

/// Who signs a call, and of which account.
struct Signer {
    FlowPrincipal principal = FlowPrincipal::Role;
    const Role* role = nullptr;
    const Account* account = nullptr;  ///< nullptr where the design does not draw it
    std::string number{};              ///< twelve digits; a stand-in where `isKnown` is false
    bool isKnown = false;
    /// Where it is not known: the numbers of accounts that are drawn apart from its own.
    std::vector<std::string> isNot{};
};

/// The requests that a call makes of an AWS service: the same on every way, but for what follows from the way.
class CallRequest {
public:
    /// Keeps references to all three.
    CallRequest(const Network& network, const Flow& flow, const ServiceResource& target);
    CallRequest(const Network& network, const Flow& flow, ServiceResource&& target) = delete;

    /// Whether it says who asks for what: actions, and a role unless nobody or AWS signs.
    bool isKnown() const;
    const Signer& signer() const { return signer_; }
    /// Who owns what is asked for; nullptr where the design does not draw the account.
    const Account* owner() const { return owner_; }
    /// The account of what is asked for, twelve digits. A stand-in where the design draws it without a number and apart
    /// from that of who signs; empty where it says nothing, so that it is the signer's.
    const std::string& ownerAccount() const { return ownerAccount_; }
    /// Whether the design says another account of what is asked for than that of the target.
    bool asksElsewhere() const { return asksElsewhere_; }
    AskedArn arnFor(std::string_view action) const;
    /// What calls of the resource, which is of the target's owner, ask for.
    std::string calledArnOf(const ServiceResource& resource) const;
    /// The request for that action on that way. Keys that neither the design nor the way tells are not known.
    AccessRequest on(const Branch& branch, const std::string& action, const AskedArn& arn) const;

private:
    void findSigner();
    void findOwner();
    void findAccountOfOwner();
    void setSigner();
    void setRole();

    const Network& network_;
    const Flow& flow_;
    const ServiceResource& target_;
    Signer signer_;
    const Account* owner_ = nullptr;
    std::string ownerNumber_;   ///< empty where it is not known
    std::string ownerAccount_;  ///< that, or a stand-in
    bool asksElsewhere_ = false;
    RequestPrincipal principal_;
    RequestContext context_;
};

/// The role that signs the flow: its own, else that of the caller; nullptr where none does.
const Role* signingRole(const Design& design, const Flow& flow);

}  // namespace gw
