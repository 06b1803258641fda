#include "model/reach/call_request.h"

#include <algorithm>

#include "model/catalog/partition.h"
#include "model/policy/arn.h"

namespace gw {
namespace {

using std::string;
using std::string_view;

/// Stand for accounts whose numbers the design does not say: that of who signs, and another one.
constexpr string_view unknownAccount = "000000000000";
constexpr string_view otherAccount = "000000000001";

const Account* accountOfNumber(const Design& design, string_view number) {
    const auto at =
        std::ranges::find_if(design.accounts, [&](const Account& each) { return each.number.text() == number; });
    return at == design.accounts.end() ? nullptr : &*at;
}

/// The one account that is ours; nullptr where there is none or a choice.
const Account* onlyAccount(const Design& design) {
    const Account* only = nullptr;
    for (const Account& account : design.accounts) {
        if (!account.trusted) continue;
        if (only) return nullptr;
        only = &account;
    }
    return only;
}

const Account* accountOfRegion(const Design& design, const Id<Region>& id) {
    const Region* region = find(design, id);
    return region ? find(design, region->account) : nullptr;
}

string_view accountIn(string_view arn) {
    const auto parts = Arn::parse(arn);
    return parts && isAccountNumber(parts->account) ? parts->account : string_view{};
}

void setKnown(RequestContext& context, string_view key, const string& value) {
    if (!value.empty()) context.set(key, value);
}

}  // namespace

const Role* signingRole(const Design& design, const Flow& flow) {
    if (flow.principal != FlowPrincipal::Role) return nullptr;
    if (flow.role) return find(design, flow.role);
    if (const Workload* workload = find(design, Id<Workload>{flow.from.value})) return find(design, workload->role);
    if (const Client* client = find(design, Id<Client>{flow.from.value})) return find(design, client->role);
    return find(design, Id<Role>{flow.from.value});
}

CallRequest::CallRequest(const Network& network, const Flow& flow, const ServiceResource& target)
    : network_(network), flow_(flow), target_(target) {
    findOwner();
    findSigner();
    findAccountOfOwner();
    setSigner();
    context_.assumeOthersUnknown(true);
    setKnown(context_, "aws:ResourceAccount", ownerNumber_);
    if (target.service == "s3") setKnown(context_, "s3:ResourceAccount", ownerNumber_);
    // What AWS owns is of an account that is none of ours and in no organisation of ours (F-114).
    if (target.awsOwned)
        for (const string_view key : {"aws:ResourceAccount", "s3:ResourceAccount", "aws:ResourceOrgID"})
            context_.set(key, "amazonaws.com");
    if (const Organization* organization = owner_ ? find(network.design(), owner_->organization) : nullptr)
        setKnown(context_, "aws:ResourceOrgID", organization->organizationId);
    for (const Tag& tag : target.tags) context_.set("aws:ResourceTag/" + tag.key, tag.value);
    setKnown(context_, "aws:RequestedRegion", string(network.regionOf(target)));
    // The names of AWS's services are asked for over TLS unless the call says another port.
    if (!flow.port || *flow.port == PortRange::single(443)) context_.set("aws:SecureTransport", "true");
    context_.set("aws:ViaAWSService", "false");
    for (const string_view key : {"aws:CalledVia", "aws:CalledViaFirst", "aws:CalledViaLast"}) context_.setAbsent(key);
}

/// The ARN that is asked for says whose it is, before what the target's says and where the target is drawn.
void CallRequest::findOwner() {
    const Design& design = network_.design();
    if (target_.awsOwned) return;
    const string_view own = accountIn(target_.arn);
    const string_view asked = accountIn(flow_.resourceArn);
    const string_view number = asked.empty() ? own : asked;
    const Account* drawn = target_.account ? find(design, target_.account) : accountOfRegion(design, target_.region);
    if (!drawn && !own.empty()) drawn = onlyAccount(design);
    if (number.empty()) {
        owner_ = drawn;
        ownerNumber_ = drawn ? drawn->number.text() : string();
        return;
    }
    ownerNumber_ = number;
    owner_ = accountOfNumber(design, number);
    // An account that is drawn without its number has the one of what it owns. What AWS STS is asked for is not its
    // own.
    const bool isOwn = number == own || (own.empty() && target_.service != "sts");
    if (!owner_ && isOwn && drawn && drawn->number.text().empty()) owner_ = drawn;
    const string ofTarget = own.empty() && drawn ? drawn->number.text() : string(own);
    asksElsewhere_ = !asked.empty() && !ofTarget.empty() && asked != ofTarget;
}

void CallRequest::findSigner() {
    const Design& design = network_.design();
    signer_.principal = flow_.principal;
    // Methods of an API that do not ask for IAM take calls unsigned (F-326).
    if (target_.service == "execute-api" && target_.apiAuth != ApiAuth::Iam && flow_.principal == FlowPrincipal::Role)
        signer_.principal = FlowPrincipal::Anonymous;
    if (signer_.principal == FlowPrincipal::Role) signer_.role = signingRole(design, flow_);
    if (!signer_.role) return;
    signer_.account = find(design, signer_.role->account);
    if (!signer_.account)
        if (const Workload* workload = find(design, Id<Workload>{flow_.from.value}))
            if (const Vpc* vpc = network_.vpcOf(*workload)) signer_.account = accountOfRegion(design, vpc->region);
    if (!signer_.account) signer_.account = onlyAccount(design);
    if (signer_.account) signer_.number = signer_.account->number.text();
    // A role stands in the account of what it asks for, unless the design says otherwise.
    if (signer_.number.empty() && (!signer_.account || signer_.account == owner_)) signer_.number = ownerNumber_;
    signer_.isKnown = !signer_.number.empty();
    if (signer_.isKnown) return;
    signer_.number = unknownAccount;
    if (!signer_.account) return;
    for (const Account& each : design.accounts)
        if (each.id != signer_.account->id) signer_.isNot.push_back(each.number.text());
}

/// Accounts that are drawn apart are two, whether or not the design says their numbers.
void CallRequest::findAccountOfOwner() {
    ownerAccount_ = ownerNumber_;
    const bool isApart = target_.awsOwned || (owner_ && signer_.account && owner_ != signer_.account);
    if (ownerAccount_.empty() && isApart) ownerAccount_ = otherAccount;
}

void CallRequest::setSigner() {
    if (signer_.principal == FlowPrincipal::Role) {
        if (signer_.role) setRole();
        return;
    }
    // Who signs for AWS is of an account that is none of ours and in no organisation of ours (F-114): its names are not
    // known, but no pattern that names ours matches them. Nobody has none.
    const bool aws = signer_.principal == FlowPrincipal::AwsService;
    if (aws) principal_ = RequestPrincipal::of("amazonaws.com");
    for (const string_view key : {"aws:PrincipalArn", "aws:PrincipalAccount"}) {
        if (aws)
            context_.set(key, "amazonaws.com");
        else
            context_.setAbsent(key);
    }
    for (const string_view key : {"aws:PrincipalOrgID", "aws:PrincipalOrgPaths"}) context_.setAbsent(key);
    if (aws) return;
    context_.set("aws:PrincipalType", "Anonymous");
    context_.set("aws:userid", "anonymous");
    for (const string_view key : {"aws:username", "aws:PrincipalServiceName", "aws:SourceArn", "aws:SourceAccount"})
        context_.setAbsent(key);
}

void CallRequest::setRole() {
    const Design& design = network_.design();
    const Role& role = *signer_.role;
    const auto asked = Arn::parse(target_.arn);
    const string partition(asked && !asked->partition.empty() ? asked->partition
                                                              : partitionOf(network_.regionOf(target_)));
    principal_ = RequestPrincipal::of("arn:" + partition + ":iam::" + signer_.number + ":role/" +
                                      string(role.name.empty() ? role.id.value : role.name));
    context_.set("aws:PrincipalArn", principal_.name());
    context_.set("aws:PrincipalAccount", signer_.number);
    context_.set("aws:PrincipalType", "AssumedRole");
    context_.set("aws:PrincipalIsAWSService", "false");
    // Keys that services send when they call for somebody, and those of users (IAM User Guide, global condition keys).
    for (const string_view key : {"aws:PrincipalServiceName", "aws:PrincipalServiceNamesList", "aws:SourceArn",
                                  "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths", "aws:username"})
        context_.setAbsent(key);
    for (const Tag& tag : role.tags) context_.set("aws:PrincipalTag/" + tag.key, tag.value);
    if (const Organization* organization = signer_.account ? find(design, signer_.account->organization) : nullptr)
        setKnown(context_, "aws:PrincipalOrgID", organization->organizationId);
}

bool CallRequest::isKnown() const {
    return !flow_.actions.empty() && (signer_.principal != FlowPrincipal::Role || signer_.role);
}

string CallRequest::calledArnOf(const ServiceResource& resource) const {
    return calledArn(resource.arn, ownerNumber_);
}

AskedArn CallRequest::arnFor(string_view action) const {
    return askedArn(action, flow_.resourceArn.empty() ? calledArnOf(target_) : flow_.resourceArn);
}

AccessRequest CallRequest::on(const Branch& branch, const string& action, const AskedArn& arn) const {
    RequestContext context = context_;
    if (branch.endpoint && branch.road != Road::Internet) {
        // Through an endpoint the service sees the VPC and the private address, and no aws:SourceIp (FACTS F-116).
        context.set("aws:SourceVpce", branch.endpoint->id.value);
        context.set("aws:SourceVpc", branch.endpoint->vpc.value);
        setKnown(context, "aws:VpcSourceIp", branch.privateAddress);
        context.setAbsent("aws:SourceIp");
    } else if (branch.road == Road::Internet) {
        setKnown(context, "aws:SourceIp", branch.publicAddress);
        for (const string_view key : {"aws:SourceVpce", "aws:SourceVpc", "aws:VpcSourceIp", "aws:SourceVpcArn",
                                      "aws:VpceAccount", "aws:VpceOrgID", "aws:VpceOrgPaths"})
            context.setAbsent(key);
    }
    const bool restricts = target_.blockPublicAccess && target_.service == "s3";
    return AccessRequest(action, RequestedResource{arn.text, ownerAccount_, restricts}, principal_, std::move(context));
}

}  // namespace gw
