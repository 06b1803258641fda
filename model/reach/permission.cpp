#include "model/reach/permission.h"

#include <algorithm>
#include <utility>

#include "model/catalog/iam.h"
#include "model/reach/key_use.h"
#include "model/reach/permission_answer.h"

namespace gw {
namespace {

using std::string;
using std::string_view;

/// Answers whoever signs, whatever policies of IAM say (AWS STS API Reference, GetCallerIdentity, GetSessionToken).
bool needsNoPermission(string_view action) {
    return action == "sts:GetCallerIdentity" || action == "sts:GetSessionToken";
}

/// The request as an endpoint's policy is asked: whether a bucket lets the public in is for the bucket to say.
AccessRequest atEndpoint(const AccessRequest& asked) {
    RequestedResource resource = asked.resource();
    resource.restrictsPublicBuckets = false;
    return AccessRequest(string(asked.action()), std::move(resource), asked.principal(), asked.context());
}

/// Tells what was said, where somebody listens.
void hear(std::vector<HeardRequest>* heard, const AccessRequest& request, const Evaluation& told,
          const CallGrants& grants) {
    if (heard) heard->push_back({request, told, &grants});
}

}  // namespace

/// The key that what is called is encrypted with, as its service asks for it on the caller's behalf.
struct PolicyJudge::KeyUse {
    KeyUse(const Network& network, Flow flow, const ServiceResource& key)
        : resource(key),
          asked(std::move(flow)),
          request(network, asked, key),
          grants(grantsOf(network, request, asked, key)) {}

    const ServiceResource& resource;
    Flow asked;
    CallRequest request;
    CallGrants grants;
};

PolicyJudge::PolicyJudge(const Network& network, const Flow& flow, const ServiceResource& target,
                         SupposedRequest supposed)
    : network_(network), flow_(flow), target_(target), supposed_(std::move(supposed)), request_(network, flow, target) {
    if (!request_.isKnown()) return;
    grants_ = grantsOf(network, request_, flow, target);
    // A role without any policy is one whose policies the design does not tell.
    isOpen_ = request_.signer().principal == FlowPrincipal::Role && grants_.grants.identity.empty();
    if (isOpen_) grants_.grants.identity.push_back(allowingEverything(network));
    findKey();
}

PolicyJudge::~PolicyJudge() = default;

void PolicyJudge::findKey() {
    // An AWS service brings its own leave; AWS's own keys serve whoever may call their service.
    if (target_.awsOwned || request_.signer().principal == FlowPrincipal::AwsService) return;
    // How a resource is encrypted that is not drawn, nobody knows.
    if (request_.asksElsewhere()) return;
    const ServiceResource* key = find(network_.design(), target_.encryptionKey);
    if (!key || key->service != "kms" || key->awsOwned) return;
    Flow asked = flow_;
    asked.resourceArn.clear();
    auto use = std::make_unique<KeyUse>(network_, std::move(asked), *key);
    if (isOpen_) use->grants.grants.identity.push_back(allowingEverything(network_));
    key_ = std::move(use);
}

AccessRequest PolicyJudge::requestOf(const CallRequest& call, const Branch& branch, const string& action,
                                     const AskedArn& arn) const {
    AccessRequest own = call.on(branch, action, arn);
    return supposed_ ? supposed_(std::move(own)) : own;
}

void PolicyJudge::askKey(const Branch& branch, const string& action, PolicyAnswer& answer,
                         std::vector<HeardRequest>* heard) const {
    for (const string_view needed : keyActionsFor(action)) {
        const string keyAction(needed);
        const AskedArn arn = key_->request.arnFor(keyAction);
        const AccessRequest direct = requestOf(key_->request, branch, keyAction, arn);
        const AccessRequest forwarded(
            keyAction, direct.resource(), direct.principal(),
            forwardedContext(direct.context(), string(servicePrefixOf(action)), network_.regionOf(target_)));
        answer.alsoNeeds(keyAction, arn, key_->resource);
        const JudgedRequest judged = judgedRequest(forwarded, key_->grants, arn, key_->request.signer());
        hear(heard, forwarded, judged.told, key_->grants);
        answer.rest(judged, key_->grants);
    }
}

const CallGrants& PolicyJudge::grantsAt(const Endpoint& endpoint) {
    const auto at = std::ranges::find(endpoints_, &endpoint, &AtEndpoint::endpoint);
    if (at != endpoints_.end()) return *at->grants;
    endpoints_.push_back({&endpoint, std::make_unique<const CallGrants>(grantsOf(network_, endpoint))});
    return *endpoints_.back().grants;
}

Permission PolicyJudge::judge(const Branch& branch, std::vector<HeardRequest>* heard) {
    if (!request_.isKnown()) return {};
    PolicyAnswer answer(request_, target_, isOpen_, branch);
    for (const string& action : flow_.actions) judge(branch, action, answer, heard);
    return answer.take();
}

void PolicyJudge::judge(const Branch& branch, const string& action, PolicyAnswer& answer,
                        std::vector<HeardRequest>* heard) {
    const AskedArn arn = request_.arnFor(action);
    const AccessRequest asked = requestOf(request_, branch, action, arn);
    const Signer& signer = request_.signer();
    answer.begin(action, arn);
    if (branch.endpoint && branch.road != Road::Internet) {
        const CallGrants& grants = grantsAt(*branch.endpoint);
        if (grants.grants.endpoint.empty()) {
            answer.defaultEndpoint();
        } else {
            const AccessRequest passing = atEndpoint(asked);
            const JudgedRequest judged = judgedRequest(passing, grants, arn, signer);
            hear(heard, passing, judged.told, grants);
            answer.endpoint(judged, grants);
        }
    }
    const bool isApi = target_.service == "execute-api" && target_.apiAuth != ApiAuth::Iam;
    if (needsNoPermission(action)) {
        answer.noPolicy("This call needs no permission.");
    } else if (target_.awsOwned) {
        answer.noPolicy("It belongs to AWS, which lets its callers in.");
        if (signer.principal == FlowPrincipal::Role) {
            const JudgedRequest judged = ofCallerAlone(asked, arn);
            hear(heard, asked, judged.told, grants_);
            answer.rest(judged, grants_);
        }
    } else if (isApi && !grants_.grants.resource && target_.apiType != ApiType::Private) {
        answer.noPolicy("Its methods do not ask for IAM.");
    } else {
        if (target_.service == "execute-api" && target_.apiType == ApiType::Private && !grants_.grants.resource)
            answer.closedApi();
        // Where a Lambda authoriser decides, the resource policy may deny, and need not allow (F-326).
        const bool isLet = isApi && target_.apiAuth == ApiAuth::Custom && grants_.grants.resource;
        JudgedRequest judged =
            judgedRequest(asked, grants_, arn, signer, isLet ? CountedRefusals::Denials : CountedRefusals::All);
        if (isLet && judged.told.result == AccessResult::ImplicitlyDenied) {
            judged.told.result = AccessResult::Allowed;
            judged.told.decidedBy.clear();
        }
        hear(heard, asked, judged.told, grants_);
        answer.rest(judged, grants_);
        if (key_) askKey(branch, action, answer, heard);
    }
    answer.end();
}

JudgedRequest PolicyJudge::ofCallerAlone(const AccessRequest& asked, const AskedArn& arn) const {
    JudgedRequest judged = judgedRequest(asked, grants_, arn, request_.signer());
    std::erase_if(judged.told.decidedBy, [](const StatementName& each) { return each.type == PolicyType::Resource; });
    return judged;
}

}  // namespace gw
