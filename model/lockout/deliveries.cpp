#include "model/lockout/deliveries.h"

#include <algorithm>

#include "model/lockout/callers.h"
#include "model/lockout/service_uses.h"
#include "model/policy/pattern.h"
#include "model/policy/read.h"
#include "model/reach/ruling.h"

namespace gw {
namespace {

using std::string;
using std::string_view;

constexpr string_view serviceSource = "IAM User Guide, aws:PrincipalIsAWSService (F-319, F-322)";
constexpr string_view logPrincipal = "delivery.logs.amazonaws.com";

const Deliverer* delivererOf(const ServiceUse* use, string_view principal) {
    if (!use) return nullptr;
    const auto at = std::ranges::find(use->deliverers, principal, &Deliverer::principal);
    return at == use->deliverers.end() ? nullptr : &*at;
}

bool hasWildcard(string_view text) {
    return text.find_first_of("*?") != string_view::npos;
}

/// The actions that the pattern means: itself, or of those that are usual the ones it matches.
std::vector<string> actionsOf(const string& pattern, const ServiceUse* use, const Deliverer* deliverer) {
    if (!hasWildcard(pattern)) return {pattern};
    std::vector<string> found;
    const auto usual = deliverer ? deliverer->actions : use ? use->actions : std::span<const string_view>{};
    for (const string_view action : usual)
        if (matchesWildcard(pattern, action, true)) found.emplace_back(action);
    return found;
}

/// The pattern of the statement that means what the action is for: of a bucket's two, that of its objects or its own.
string resourceFor(const PolicyStatement& statement, string_view action) {
    if (!statement.resource || statement.resource->negated) return {};
    const bool isOfBucket = action.starts_with("s3:") && action.find("Object") == string_view::npos;
    for (const PlacedText& pattern : statement.resource->patterns) {
        if (pattern.text == "*") continue;
        if (!action.starts_with("s3:") || (pattern.text.find('/') == string::npos) == isOfBucket) return pattern.text;
    }
    return {};
}

class Deliveries {
public:
    Deliveries(const Network& network, const ServiceResource& target)
        : network_(network), target_(target), use_(useOf(prefixOf(target))) {}

    void addNamed(const PolicyDocument& policy, bool isWanted) {
        const PolicyReading reading = readPolicy(policy.text(), PolicyType::Resource);
        for (const PolicyStatement& statement : reading.policy.statements)
            if (statement.allows() && statement.principal && !statement.principal->negated && !statement.action.negated)
                for (const PrincipalEntry& entry : statement.principal->entries)
                    if (entry.kind == PrincipalEntry::Kind::Service && entry.name.text != "*")
                        addStatement(statement, entry.name.text, isWanted);
    }

    /// VPC flow logs go to "bucket/AWSLogs/account/" (Amazon VPC User Guide, Publish flow logs to Amazon S3).
    void addFlowLogs() {
        if (target_.service != "s3" || target_.arn.empty()) return;
        for (const FlowLog& log : network_.design().flowLogs) {
            const string_view rest = string_view(log.destination).substr(0, target_.arn.size()) == target_.arn
                                         ? string_view(log.destination).substr(target_.arn.size())
                                         : string_view("-");
            if (log.destinationType != LogDestination::S3 || (!rest.empty() && rest.front() != '/')) continue;
            const Account* owner = ownerOf(network_, target_);
            string folder = target_.arn + string(rest);
            if (!folder.ends_with('/')) folder += '/';
            folder += "AWSLogs/" + (owner ? owner->number.text() : string()) + (owner ? "/*" : "*");
            DraftCaller& written = add(string(logPrincipal), "s3:PutObject", folder);
            written.isToldAnyway = true;
            written.who = log.id;
        }
    }

    std::vector<DraftCaller> take() { return std::move(found_); }

private:
    void addStatement(const PolicyStatement& statement, const string& principal, bool isWanted) {
        for (const PlacedText& pattern : statement.action.patterns)
            for (const string& action : actionsOf(pattern.text, use_, delivererOf(use_, principal))) {
                DraftCaller& caller = add(principal, action, resourceFor(statement, action));
                caller.isToldAnyway = caller.isToldAnyway || isWanted;
            }
    }

    /// One caller for each principal and resource, with all its actions.
    DraftCaller& add(const string& principal, const string& action, const string& resource) {
        const auto same = std::ranges::find_if(found_, [&](const DraftCaller& each) {
            return each.principal == principal && each.flow.resourceArn == resource;
        });
        if (same != found_.end()) {
            if (std::ranges::find(same->actions, action) == same->actions.end()) same->actions.push_back(action);
            return *same;
        }
        const Deliverer* deliverer = delivererOf(use_, principal);
        DraftCaller& caller = found_.emplace_back();
        caller.kind = LockoutKind::Delivery;
        caller.signs = DraftCaller::Signs::Service;
        caller.name = caller.principal = principal;
        caller.how = (deliverer ? string(deliverer->what) + ", " : string()) + "by a principal of its own";
        caller.source = serviceSource;
        if (deliverer) caller.source += "; " + string(deliverer->source);
        if (deliverer) caller.acl = deliverer->acl;
        caller.flow.to = FlowTarget(target_.id.value);
        caller.flow.principal = FlowPrincipal::AwsService;
        caller.flow.resourceArn = resource;
        caller.target = target_.id;
        caller.way = wayFromOutside();
        caller.actions.push_back(action);
        return caller;
    }

    const Network& network_;
    const ServiceResource& target_;
    const ServiceUse* use_;
    std::vector<DraftCaller> found_;
};

}  // namespace

std::vector<DraftCaller> deliveriesTo(const Network& network, const ServiceResource& target,
                                      const PolicyDocument* standing, const PolicyDocument* draft) {
    Deliveries deliveries(network, target);
    deliveries.addFlowLogs();
    if (standing) deliveries.addNamed(*standing, false);
    if (draft) deliveries.addNamed(*draft, true);
    std::vector<DraftCaller> found = deliveries.take();
    for (DraftCaller& caller : found) caller.flow.actions = caller.actions;
    return found;
}

}  // namespace gw
