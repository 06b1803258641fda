#include "model/reach/supposed_call.h"

#include <algorithm>

#include "model/catalog/catalog.h"
#include "model/catalog/iam.h"
#include "model/design/references.h"
#include "model/policy/arn.h"
#include "model/reach/network.h"

namespace gw {
namespace {

using std::string;
using std::string_view;

/// The service of the catalogue whose actions have the prefix; the prefix itself where there is none.
string catalogServiceOf(const string& prefix) {
    const Catalog& catalog = Catalog::builtIn();
    if (catalog.service(prefix)) return prefix;
    for (const Service& each : catalog.services())
        if (each.iamPrefix == prefix) return string(each.name);
    return prefix;
}

/// What the question does not say, and cannot do without.
Status lackOf(const AccessQuestion& question) {
    if (question.principal.empty() && !question.from)
        return fail("The principal is not said. Choose a role, or write an ARN.");
    if (question.resource.empty()) return fail("The resource is not said. Choose one, or write its ARN.");
    if (question.action.find(':') == string::npos)
        return fail("Which action is asked about is not said. Choose one, such as s3:GetObject.");
    return {};
}

string typeOf(RequestPrincipal::Kind kind) {
    switch (kind) {
        case RequestPrincipal::Kind::Root:
            return "Account";
        case RequestPrincipal::Kind::User:
            return "User";
        case RequestPrincipal::Kind::Role:
            return "AssumedRole";
        default:
            return "FederatedUser";
    }
}

}  // namespace

Result<SupposedCall> SupposedCall::of(const Network& network, const AccessQuestion& question) {
    if (const Status lack = lackOf(question); !lack) return tl::unexpected(lack.error());
    SupposedCall call(network.design(), question);
    if (const Status found = call.findTarget(question); !found) return tl::unexpected(found.error());
    if (const Status found = call.findPrincipal(question); !found) return tl::unexpected(found.error());
    if (question.principal.empty() && !signingRole(call.design(), call.flow()))
        return fail(nameOf(network.design(), question.from) + " has no role. Choose who signs.");
    return call;
}

SupposedCall::SupposedCall(const Design& design, const AccessQuestion& question) : design_(design) {
    flow_.id = {"asked"};
    flow_.actions = {question.action};
    flow_.from = FlowSource(question.from.value);
}

Status SupposedCall::findTarget(const AccessQuestion& question) {
    const auto arn = Arn::parse(question.resource);
    if (const auto* row = find(design_, Id<ServiceResource>{question.resource})) {
        target_ = *row;
    } else if (question.resource == "*" || arn) {
        flow_.resourceArn = question.resource;
        const auto around = std::ranges::find_if(
            design_.resources, [&](const ServiceResource& each) { return isArnWithin(question.resource, each.arn); });
        if (around != design_.resources.end()) {
            target_ = *around;
        } else {
            target_.service = catalogServiceOf(lowerCase(servicePrefixOf(question.action)));
            if (arn) {
                for (const Region& region : design_.regions)
                    if (region.code == arn->region) target_.region = region.id;
                target_.name = question.resource;
                target_.arn = question.resource;
            }
        }
    } else {
        return fail("\"" + question.resource +
                    "\" is neither a resource of the design nor an ARN. Choose one, or write its ARN.");
    }
    flow_.to = FlowTarget(target_.id.value);
    return {};
}

Status SupposedCall::findPrincipal(const AccessQuestion& question) {
    const string& name = question.principal;
    if (name.empty()) return {};
    if (find(design_, Id<Role>{name})) {
        flow_.role = {name};
        return {};
    }
    const RequestPrincipal principal = RequestPrincipal::of(name);
    switch (principal.kind()) {
        case RequestPrincipal::Kind::Anonymous:
            flow_.principal = FlowPrincipal::Anonymous;
            return {};
        case RequestPrincipal::Kind::External:
            if (name.find('.') == string::npos)
                return fail("\"" + name +
                            "\" is no principal. Write an ARN, twelve digits, a service such as lambda.amazonaws.com, "
                            "or * for nobody.");
            flow_.principal = FlowPrincipal::AwsService;
            break;
        default:
            standIn(principal);
    }
    principal_ = principal;
    return {};
}

AccessRequest SupposedCall::supposed(AccessRequest request) const {
    if (!principal_) return request;
    RequestContext context = request.context();
    using enum RequestPrincipal::Kind;
    const RequestPrincipal::Kind kind = principal_->kind();
    if (kind == External) {
        context.set("aws:PrincipalIsAWSService", "true");
        context.set("aws:PrincipalServiceName", principal_->name());
        context.setUnknown("aws:SourceArn");
        context.setUnknown("aws:SourceAccount");
    } else {
        const string root = "arn:" + principal_->partition() + ":iam::" + principal_->account() + ":root";
        context.set("aws:PrincipalArn", kind == Root ? root : principal_->name());
        context.set("aws:PrincipalType", typeOf(kind));
        if (kind == User)
            context.set("aws:username", principal_->name().substr(principal_->name().rfind('/') + 1));
    }
    return AccessRequest(request.action(), request.resource(), *principal_, std::move(context));
}

/// A role of the same account without a policy that is drawn, so that those that are drawn are asked.
void SupposedCall::standIn(const RequestPrincipal& principal) {
    const auto known = std::ranges::find_if(
        design_.accounts, [&](const Account& each) { return each.number.text() == principal.account(); });
    Id<Account> account;
    if (known == design_.accounts.end()) {
        Account made;
        made.id = {freeId(design_, "asked-account")};
        if (auto number = AccountNumber::parse(principal.account())) made.number = *std::move(number);
        made.trusted = false;
        account = made.id;
        design_.accounts.put(std::move(made));
    } else {
        account = known->id;
    }
    Role role;
    role.id = {freeId(design_, "asked-role")};
    role.name = principal.name();
    role.account = account;
    flow_.role = role.id;
    design_.roles.put(std::move(role));
}

}  // namespace gw
