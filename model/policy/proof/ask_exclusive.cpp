#include <algorithm>
#include <utility>

#include "model/catalog/iam.h"
#include "model/policy/arn.h"
#include "model/policy/proof/asks.h"
#include "model/policy/proof/exclusive_grants.h"

namespace gw {
namespace {

const PatternStyle resourceStyle{true, false, false, PatternStyle::Colons::Resource};

/// The resources that the question is about: what an S3 bucket holds belongs to it.
std::vector<Pattern> patternsOfResource(const std::string& resource) {
    std::vector<Pattern> patterns{Pattern(resource, resourceStyle)};
    const auto arn = Arn::parse(resource);
    if (arn && arn->service == "s3" && arn->account.empty() && arn->resource.find('/') == std::string_view::npos)
        patterns.emplace_back(resource + "/*", resourceStyle);
    return patterns;
}

/// "key is one of the values", or is none.
CompiledCondition isOneOf(const std::string& key, const std::vector<std::string>& values, bool negated) {
    PolicyCondition condition;
    condition.compares.negated = negated;
    condition.key.text = key;
    for (const std::string& value : values) condition.values.push_back({value});
    return CompiledCondition(condition, false);
}

/// An action is one of the resource's service; a role's trust policy is asked by STS.
bool goesWith(const std::string& lowerAction, const std::string& resource) {
    const auto arn = Arn::parse(resource);
    if (!arn || arn->service.find_first_of("*?") != std::string_view::npos) return true;
    const std::string_view service = servicePrefixOf(lowerAction);
    return service == arn->service || (service == "sts" && arn->service == "iam");
}

/// The question over the requests that its policies tell apart.
class ExclusiveProof {
public:
    ExclusiveProof(const ExclusiveQuestion& question, std::string_view text)
        : question_(question),
          text_(text),
          grants_(question.grants),
          resources_(patternsOfResource(question.resource)) {
        for (const auto& [key, values] : question.except) notExcepted_.push_back(isOneOf(key, values, true));
        std::vector<std::string> endpoints;
        for (const EndpointWay& way : grants_.ways())
            if (!way.endpoint.empty()) endpoints.push_back(way.endpoint);
        if (endpoints.empty()) return;
        // The way without a known endpoint comes first, as in grants_.ways().
        throughWay_.push_back(isOneOf("aws:SourceVpce", endpoints, true));
        for (const std::string& endpoint : endpoints)
            throughWay_.push_back(isOneOf("aws:SourceVpce", {endpoint}, false));
    }

    ProofAnswer answer() {
        auto space = RequestSpace::of(distinctions());
        if (!space) return unknownBecause(space.error());
        space_.emplace(*std::move(space));
        hunt_.emplace(*space_, text_);
        for (std::size_t way = 0; way < grants_.ways().size(); ++way)
            for (const CallerStanding standing :
                 {CallerStanding::OwnAccount, CallerStanding::OtherAccount, CallerStanding::NoAccount})
                if (ProofAnswer found = lookOn(way, standing); found.verdict != ProofAnswer::Verdict::Proved)
                    return found;
        if (!hunt_->doubt().empty()) return unknownBecause(hunt_->doubt());
        return {ProofAnswer::Verdict::Proved};
    }

private:
    RequestDistinctions distinctions() const {
        RequestDistinctions all;
        all.policies = question_.grants;
        for (const CompiledCondition& each : notExcepted_) all.conditions.push_back(&each);
        for (const CompiledCondition& each : throughWay_) all.conditions.push_back(&each);
        // The judge treats keys, and aliases of keys, apart from what else KMS has.
        const bool ofKeys = goesWith("kms:decrypt", question_.resource);
        all.actions = grants_.specialActions(ofKeys);
        if (const auto arn = Arn::parse(question_.resource))
            all.actions.push_back({Pattern(lowerCase(arn->service) + ":*", {})});
        all.resources.push_back(resources_);
        if (ofKeys)
            for (const char* name : {"*:key/*", "*:alias/*"}) all.resources.push_back({Pattern(name, {})});
        if (const std::string owner = ownerOfResource(); !owner.empty()) all.accounts.push_back(owner);
        return all;
    }

    std::string ownerOfResource() const {
        const auto arn = Arn::parse(question_.resource);
        return arn && isAccountNumber(arn->account) ? std::string(arn->account) : std::string();
    }

    /// Whether the principal can stand so to the resource. Where nobody says whose it is, it can be anybody's.
    bool standsSo(const RequestPrincipal& principal, CallerStanding standing) const {
        if (principal.kind() == RequestPrincipal::Kind::Root || principal.isServiceLinkedRole()) return false;
        if (standing == CallerStanding::NoAccount) return !principal.belongsToAccount();
        const std::string owner = ownerOfResource();
        return principal.belongsToAccount() &&
               (owner.empty() || (principal.account() == owner) == (standing == CallerStanding::OwnAccount));
    }

    RequestBox requestsOn(std::size_t way, CallerStanding standing) const {
        RequestBox box = space_->boxes().whole();
        space_->boxes().narrow(
            box, RequestSpace::principalDimension,
            space_->principalsWhere([&](const RequestPrincipal& principal) { return standsSo(principal, standing); }));
        space_->boxes().narrow(box, RequestSpace::actionDimension, space_->actionsWhere([&](const std::string& action) {
            return goesWith(action, question_.resource);
        }));
        space_->boxes().narrow(box, RequestSpace::resourceDimension,
                               space_->resourcesWhere([&](const std::string& arn) { return isAsked(arn); }));
        for (const CompiledCondition& each : notExcepted_) space_->narrow(box, each);
        if (!throughWay_.empty()) space_->narrow(box, throughWay_[way]);
        return box;
    }

    bool isAsked(const std::string& arn) const {
        return std::ranges::any_of(resources_, [&](const Pattern& each) { return each.matchesPlain(arn); });
    }

    /// A request that gets through that way; Proved where there is none, or where the hunt has its doubts.
    ProofAnswer lookOn(std::size_t way, CallerStanding standing) {
        const EndpointWay& through = grants_.ways()[way];
        const auto allowances = grants_.allowancesOf(*space_, standing, through);
        const auto denials = grants_.denialsOf(*space_, standing, through);
        if (!allowances || !denials)
            return unknownBecause("A statement falls into more cases than are worked through.");
        const RequestBox box = requestsOn(way, standing);
        for (const std::vector<std::vector<RequestBox>>& lists : *allowances) {
            std::vector<const std::vector<RequestBox>*> within;
            within.reserve(lists.size());
            for (const std::vector<RequestBox>& list : lists) within.push_back(&list);
            if (auto found = hunt_->find(box, within, *denials, [&](const RequestExample& request) {
                    return confirmed(request, standing, through);
                }))
                return {ProofAnswer::Verdict::Refuted, std::move(found)};
        }
        return {ProofAnswer::Verdict::Proved};
    }

    std::optional<CounterExample> confirmed(RequestExample request, CallerStanding standing,
                                            const EndpointWay& way) const {
        // The caller that the request's keys tell of reads better than one that they contradict.
        if (const KeyValues* arn = request.valuesOf("aws:principalarn"); arn && arn->size() == 1) {
            RequestExample told = request;
            told.principal = arn->front();
            if (standsSo(RequestPrincipal::of(told.principal), standing))
                if (auto example = judged(told, standing, way)) return example;
        }
        return judged(request, standing, way);
    }

    std::optional<CounterExample> judged(const RequestExample& request, CallerStanding standing,
                                         const EndpointWay& way) const {
        for (const auto& [key, values] : question_.except)
            if (const KeyValues* given = request.valuesOf(lowerCase(key)))
                for (const std::string& value : *given)
                    if (std::ranges::find(values, value) != values.end()) return std::nullopt;
        CounterExample example = grants_.attachedTo(request, standing, way);
        const std::string caller = RequestPrincipal::of(request.principal).account();
        if (ownerOfResource().empty() && !caller.empty())
            example.resourceAccount = standing == CallerStanding::OwnAccount ? caller
                                      : caller == "999988887777"             ? "444455556666"
                                                                             : "999988887777";
        if (!isAsked(request.resource) || resultOf(example) != AccessResult::Allowed) return std::nullopt;
        return example;
    }

    const ExclusiveQuestion& question_;
    std::string_view text_;
    ExclusiveGrants grants_;
    std::vector<Pattern> resources_;
    std::vector<CompiledCondition> notExcepted_;
    std::vector<CompiledCondition> throughWay_;
    std::optional<RequestSpace> space_;
    std::optional<RequestHunt> hunt_;
};

}  // namespace

ProofAnswer answerTo(const ExclusiveQuestion& question, std::string_view text) {
    return ExclusiveProof(question, text).answer();
}

}  // namespace gw
