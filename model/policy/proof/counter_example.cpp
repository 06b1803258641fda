#include "model/policy/proof/counter_example.h"

#include <algorithm>
#include <array>

#include "model/catalog/iam.h"
#include "model/policy/arn.h"

namespace gw {
namespace {

/// How well a resource goes with an action; the higher the better.
int fitOf(std::string_view action, std::string_view resource) {
    const auto arn = Arn::parse(resource);
    if (!arn) return 0;
    if (arn->service != servicePrefixOf(action)) return 1;
    // An action on objects goes with an object, most others go with a bucket.
    if (arn->service != "s3") return 2;
    const bool onObjects = action.find("object") != std::string_view::npos;
    return onObjects == (arn->resource.find('/') != std::string_view::npos) ? 3 : 2;
}

struct ActionOnResource {
    std::size_t action = 0;
    std::size_t resource = 0;
};

/// Keys that every request has (F-319; "AWS global condition context keys" of the IAM User Guide).
bool isAlwaysPresent(std::string_view lowerKey) {
    using namespace std::string_view_literals;
    constexpr std::array keys{"aws:currenttime"sv, "aws:epochtime"sv, "aws:securetransport"sv, "aws:viaawsservice"sv};
    return std::ranges::find(keys, lowerKey) != keys.end();
}

/// Whether a request with those keys has the key too: what comes through an endpoint tells of it (F-312, F-316).
bool isExpected(std::string_view lowerKey, const RequestExample& request) {
    const bool throughEndpoint = request.valuesOf("aws:vpcsourceip") || request.valuesOf("aws:sourcevpc");
    return isAlwaysPresent(lowerKey) || (lowerKey == "aws:sourcevpce" && throughEndpoint);
}

/// The keys, with the endpoint's behind those that let it be expected.
std::vector<std::size_t> choosingOrder(const RequestSpace& space) {
    std::vector<std::size_t> order;
    for (std::size_t key = 0; key < space.keys().size(); ++key) order.push_back(key);
    std::stable_partition(order.begin(), order.end(),
                          [&](std::size_t key) { return lowerCase(space.keys()[key].key) != "aws:sourcevpce"; });
    return order;
}

/// Pairs of the box, the best fit first.
std::vector<ActionOnResource> pairsIn(const RequestSpace& space, const RequestBox& box, std::size_t most) {
    std::vector<ActionOnResource> pairs;
    auto actions = space.boxes().classesOf(box, RequestSpace::actionDimension);
    auto resources = space.boxes().classesOf(box, RequestSpace::resourceDimension);
    constexpr std::size_t enough = 64;
    actions.resize(std::min(actions.size(), enough));
    resources.resize(std::min(resources.size(), enough));
    for (const std::size_t action : actions)
        for (const std::size_t resource : resources) pairs.push_back({action, resource});
    std::ranges::stable_sort(pairs, std::ranges::greater(), [&](const ActionOnResource& pair) {
        return fitOf(space.actions()[pair.action], space.resources()[pair.resource]);
    });
    pairs.resize(std::min(pairs.size(), most));
    return pairs;
}

}  // namespace

const KeyValues* RequestExample::valuesOf(std::string_view lowerKey) const {
    const auto at = std::ranges::find_if(context, [&](const auto& each) { return lowerCase(each.first) == lowerKey; });
    return at == context.end() ? nullptr : &at->second;
}

AccessResult resultOf(const CounterExample& example) {
    RequestContext context;
    for (const auto& [key, values] : example.request.context) context.set(key, values);
    const AccessRequest request(example.request.action, {example.request.resource, example.resourceAccount},
                                RequestPrincipal::of(example.request.principal), std::move(context));
    Grants grants;
    for (const auto& [type, policy] : example.policies) {
        GrantedPolicy granted{policy->name, policy->compiled};
        const auto atLevel = [&](std::vector<OrganizationLevel>& levels) {
            if (levels.empty()) levels.emplace_back();
            levels.front().policies.push_back(std::move(granted));
        };
        switch (type) {
            case PolicyType::Identity:
                grants.identity.push_back(std::move(granted));
                break;
            case PolicyType::Resource:
            case PolicyType::Trust:
                grants.resource = std::move(granted);
                break;
            case PolicyType::Endpoint:
                grants.endpoint.push_back(std::move(granted));
                break;
            case PolicyType::ServiceControl:
                atLevel(grants.serviceControl);
                break;
            case PolicyType::ResourceControl:
                atLevel(grants.resourceControl);
                break;
            case PolicyType::Boundary:
                grants.boundaries.push_back(std::move(granted));
                break;
            case PolicyType::Session:
                grants.session = std::move(granted);
                break;
        }
    }
    return decide(request, grants);
}

std::vector<RequestExample> requestsIn(const RequestSpace& space, const RequestBox& box, std::size_t most) {
    std::vector<RequestExample> found;
    const BoxSpace& boxes = space.boxes();
    const auto principals = boxes.classesOf(box, RequestSpace::principalDimension);
    const auto pairs = pairsIn(space, box, most);
    const auto order = choosingOrder(space);
    // Mixed radix: the first request takes the first of each, the next ones vary principal, resource and keys in turn.
    for (std::size_t i = 0; i < most; ++i) {
        std::size_t left = i;
        const auto pick = [&](std::size_t count) {
            const std::size_t at = left % count;
            left /= count;
            return at;
        };
        RequestExample example;
        for (const std::size_t key : order) {
            auto classes = boxes.classesOf(box, RequestSpace::firstKeyDimension + key);
            // The absent key comes first.
            if (classes.front() == 0 && isExpected(lowerCase(space.keys()[key].key), example))
                std::rotate(classes.begin(), classes.begin() + 1, classes.end());
            const KeyValues& values = space.keys()[key].examples[classes[pick(classes.size())]];
            if (!values.empty()) example.context.emplace_back(space.keys()[key].key, values);
        }
        std::ranges::sort(example.context, {}, [](const auto& each) { return lowerCase(each.first); });
        const ActionOnResource& pair = pairs[pick(pairs.size())];
        example.action = space.spelled(space.actions()[pair.action]);
        example.resource = space.resources()[pair.resource];
        example.principal = space.principals()[principals[pick(principals.size())]].name();
        if (left > 0) break;
        found.push_back(std::move(example));
    }
    return found;
}

}  // namespace gw
