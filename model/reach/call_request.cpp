#include "model/reach/call_request.h"

#include <algorithm>

#include "model/catalog/iam.h"
#include "model/catalog/partition.h"
#include "model/policy/arn.h"

namespace gw {
namespace {

using std::string;
using std::string_view;

/// Stands for an account whose number the design does not say.
constexpr string_view unknownAccount = "000000000000";
constexpr string_view anyName = "any-of-them";

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

/// Whether the action takes nothing but "*" for a resource, as far as the catalogue knows it.
bool takesNoResource(string_view action) {
    const std::size_t colon = action.find(':');
    const IamService* service = IamCatalog::builtIn().service(action.substr(0, colon));
    const IamAction* known =
        service && colon != string_view::npos ? service->action(action.substr(colon + 1)) : nullptr;
    return known && known->types.empty();
}

/// Whether the action is for things of that type, and for none of the other one, as far as the catalogue knows it.
bool isFor(string_view action, string_view type, string_view notFor) {
    const std::size_t colon = action.find(':');
    const IamService* service = IamCatalog::builtIn().service(action.substr(0, colon));
    const IamAction* known =
        service && colon != string_view::npos ? service->action(action.substr(colon + 1)) : nullptr;
    if (!known) return false;
    const auto takes = [&](string_view name) {
        return std::ranges::any_of(known->types, [&](std::uint16_t at) { return service->types()[at].name == name; });
    };
    return takes(type) && !takes(notFor);
}

/// How long the bucket's own part is of the ARN of a bucket or of what it holds; none for ARNs of other things, such as
/// access points.
std::optional<std::size_t> bucketPartOf(string_view arn) {
    const auto parts = Arn::parse(arn);
    if (!parts || parts->service != "s3" || !parts->region.empty() || !parts->account.empty()) return std::nullopt;
    return std::min(arn.find('/'), arn.size());
}

/// The ARN that AWS looks at when the action is asked for that, where it is another one: a bucket is listed, its
/// objects are read (S3 User Guide, "How Amazon S3 works with IAM"); a key is used, whatever its alias (KMS Developer
/// Guide, "Use aliases to control access to KMS keys"). It may go on behind what is told.
std::optional<string> arnThatTakes(string_view action, string_view arn) {
    if (const auto bucket = bucketPartOf(arn)) {
        if (isFor(action, "bucket", "object")) return string(arn.substr(0, *bucket));
        if (isFor(action, "object", "bucket") && *bucket == arn.size()) return string(arn) + "/";
    }
    const std::size_t alias = arn.find(":alias/");
    if (alias != string_view::npos && isFor(action, "key", "alias")) return string(arn.substr(0, alias)) + ":key/";
    return std::nullopt;
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

void CallRequest::findOwner() {
    const Design& design = network_.design();
    if (target_.awsOwned) return;
    const string_view inArn = accountIn(target_.arn);
    if (target_.account)
        owner_ = find(design, target_.account);
    else if (!inArn.empty())
        owner_ = accountOfNumber(design, inArn);
    else
        owner_ = accountOfRegion(design, target_.region);
    if (owner_)
        ownerNumber_ = owner_->number.text();
    else
        ownerNumber_ = inArn;
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
    if (signer_.number.empty()) signer_.number = ownerNumber_;
    signer_.isKnown = !signer_.number.empty();
    if (!signer_.isKnown) signer_.number = unknownAccount;
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
    for (const string_view key : {"aws:PrincipalArn", "aws:PrincipalAccount"})
        aws ? context_.set(key, "amazonaws.com") : context_.setAbsent(key);
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

AskedArn CallRequest::arnFor(string_view action) const {
    const auto from = [](string start) {
        const std::size_t sure = start.size();
        return AskedArn{std::move(start) + string(anyName), sure};
    };
    const string& arn = flow_.resourceArn.empty() ? target_.arn : flow_.resourceArn;
    if (arn.empty()) return takesNoResource(action) ? AskedArn{"*", 1} : from({});
    if (arn == "*" || takesNoResource(action)) return {"*", 1};
    const string asked = arnThatTakes(action, arn).value_or(arn);
    // A pattern stands for any that it matches.
    if (const std::size_t wildcard = asked.find_first_of("*?"); wildcard != string::npos)
        return from(asked.substr(0, wildcard));
    if (asked != arn) return asked.ends_with('/') ? from(asked) : AskedArn{asked, asked.size()};
    if (!flow_.resourceArn.empty()) return {arn, arn.size()};
    if (action == "logs:PutLogEvents" && arn.find(":log-stream:") == string::npos) return from(arn + ":log-stream:");
    if (action.starts_with("execute-api:") && arn.find('/') == string::npos) return from(arn + "/");
    return {arn, arn.size()};
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
    return AccessRequest(action, RequestedResource{arn.text, ownerNumber_, restricts}, principal_, std::move(context));
}

}  // namespace gw
