#include "model/policy/proof/lifelike.h"

#include <algorithm>
#include <utility>

#include "model/catalog/iam.h"
#include "model/policy/arn.h"
#include "model/policy/pattern.h"
#include "model/policy/proof/examples.h"

namespace gw {
namespace {

/// So many are tried; a policy that leaves none of them open is a rare one.
constexpr std::size_t mostForms = 40;

/// The form "arn:${Partition}:s3:::${BucketName}" with a text in the place of each variable, by its name.
template <class Fill>
std::string filledForm(std::string_view form, Fill fill) {
    std::string text;
    while (true) {
        const auto start = form.find("${");
        text += form.substr(0, start);
        if (start == std::string_view::npos) return text;
        const auto end = std::min(form.find('}', start), form.size() - 1);
        text += fill(form.substr(start + 2, end - start - 2));
        form.remove_prefix(end + 1);
    }
}

std::string_view usualText(std::string_view variable) {
    return variable == "Partition" ? "aws"
           : variable == "Region"  ? "us-east-1"
           : variable == "Account" ? "111122223333"
                                   : "example";
}

/// Whether the ARN is one of the form. A name that stands alone has no slash.
bool isOfForm(std::string_view form, const std::string& resource) {
    const auto parts = Arn::parse(form);
    const auto arn = Arn::parse(resource);
    if (!parts || !arn) return false;
    const bool nameAlone = parts->resource.starts_with("${") && parts->resource.find('/') == std::string_view::npos;
    if (nameAlone && arn->resource.find('/') != std::string_view::npos) return false;
    return matchesWildcard(filledForm(form, [](std::string_view) { return "*"; }), resource);
}

bool takes(const IamService& service, const IamAction& action, const std::string& resource) {
    return std::ranges::any_of(action.types, [&](std::uint16_t type) {
        return std::ranges::any_of(service.types()[type].arns,
                                   [&](std::string_view form) { return isOfForm(form, resource); });
    });
}

class LifelikeForms {
public:
    explicit LifelikeForms(const RequestExample& request) : request_(request) {}

    std::vector<RequestExample> take() {
        const auto colon = request_.action.find(':');
        const IamService* ofAction = IamCatalog::builtIn().service(std::string_view(request_.action).substr(0, colon));
        const IamAction* action =
            ofAction ? ofAction->action(std::string_view(request_.action).substr(colon + 1)) : nullptr;
        if (action && (action->types.empty() ? request_.resource == "*" : takes(*ofAction, *action, request_.resource)))
            return {};
        if (action) addResourcesOf(*ofAction, *action);
        const auto arn = Arn::parse(request_.resource);
        if (const IamService* ofResource = arn ? IamCatalog::builtIn().service(arn->service) : nullptr)
            addActionsOf(*ofResource);
        return std::move(forms_);
    }

private:
    void add(std::string action, std::string resource) {
        if (forms_.size() == mostForms) return;
        forms_.push_back(request_);
        forms_.back().action = std::move(action);
        forms_.back().resource = std::move(resource);
    }

    void addResourcesOf(const IamService& service, const IamAction& action) {
        if (action.types.empty()) add(request_.action, "*");
        std::vector<std::string> resources;
        for (const std::uint16_t type : action.types)
            for (const std::string_view form : service.types()[type].arns)
                resources.push_back(filledForm(form, usualText));
        // The plainest is the usual one: an object before an object of an access point.
        std::ranges::stable_sort(resources, {}, &std::string::size);
        for (std::string& resource : resources) add(request_.action, std::move(resource));
    }

    void addActionsOf(const IamService& service) {
        std::vector<const IamAction*> actions;
        for (const std::string_view usual : usualActionsOf(service.prefix()))
            if (const IamAction* action = service.action(usual.substr(usual.find(':') + 1))) actions.push_back(action);
        for (const IamAction& action : service.actions()) actions.push_back(&action);
        for (const IamAction* action : actions)
            if (takes(service, *action, request_.resource))
                add(std::string(service.prefix()) + ':' + std::string(action->name), request_.resource);
    }

    const RequestExample& request_;
    std::vector<RequestExample> forms_;
};

}  // namespace

std::vector<RequestExample> lifelikeForms(const RequestExample& request) {
    return LifelikeForms(request).take();
}

}  // namespace gw
