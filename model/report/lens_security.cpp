#include <algorithm>

#include "model/design/references.h"
#include "model/design/text_form.h"
#include "model/repair/recommend.h"
#include "model/report/lens_content.h"

namespace gw {
namespace {

using Groups = std::vector<const SecurityGroup*>;

/// What a thing wears: the groups it names, or those that hold where it names none.
struct Worn {
    Groups groups{};
    bool isDefault = false;  ///< it names none (FACTS F-020)
};

template <class Row>
Worn wornBy(const Network& network, const Row& row) {
    const auto interfaces = network.interfacesOf(row);
    if (interfaces.empty() || !interfaces.front().filtered) return {};
    return {interfaces.front().securityGroups, row.securityGroups.empty()};
}

/// What the group lets in from any address, " (open: 443/tcp)"; empty where nothing.
std::string openingOf(const SecurityGroup& group) {
    std::vector<std::string> open;
    for (const SecurityGroupRule& rule : group.ingress) {
        const Cidr* block = std::get_if<Cidr>(&rule.peer);
        if (!block || block->prefix() != 0) continue;
        const std::string what =
            rule.protocol == Protocol::all() ? "everything" : rule.ports.text() + "/" + rule.protocol.text();
        if (std::ranges::find(open, what) == open.end()) open.push_back(what);
    }
    std::string text;
    for (const std::string& what : open) text += (text.empty() ? "" : ", ") + what;
    return text.empty() ? text : " (open: " + text + ")";
}

/// Everything that wears security groups, with those it wears.
std::map<AnyId, Worn> wearers(const Network& network) {
    const Design& design = network.design();
    std::map<AnyId, Worn> all;
    for (const Workload& workload : design.workloads) all[workload.id] = wornBy(network, workload);
    for (const LoadBalancer& balancer : design.loadBalancers) all[balancer.id] = wornBy(network, balancer);
    for (const Endpoint& endpoint : design.endpoints)
        if (endpoint.type != EndpointType::Gateway)
            all[endpoint.id] = {network.groupsOf(endpoint), endpoint.securityGroups.empty()};
    for (const ResolverEndpoint& endpoint : design.resolverEndpoints) all[endpoint.id] = wornBy(network, endpoint);
    return all;
}

std::string wordsOf(const Design& design, const SecurityGroupRule& rule) {
    const std::string peer =
        rule.peer.index() == 0 ? std::get<0>(rule.peer).text() : nameOf(design, AnyId(std::get<1>(rule.peer).value));
    if (rule.protocol == Protocol::all()) return "everything " + peer;
    return rule.ports.text() + "/" + rule.protocol.text() + " " + peer;
}

std::string wordsOf(const Design& design, const std::vector<SecurityGroupRule>& rules) {
    constexpr std::size_t most = 3;
    std::string text;
    for (std::size_t i = 0; i < std::min(most, rules.size()); ++i)
        text += (i == 0 ? "" : ", ") + wordsOf(design, rules[i]);
    if (rules.size() > most) text += ", +" + std::to_string(rules.size() - most);
    return text.empty() ? "nothing" : text;
}

std::string detailOf(const Design& design, const Groups& groups) {
    std::string text;
    for (const SecurityGroup* group : groups)
        text += (text.empty() ? "" : " ") + nameOf(design, group->id) + " lets in " + wordsOf(design, group->ingress) +
                " and out " + wordsOf(design, group->egress) + ".";
    return text;
}

/// How many flows each network ACL stops, on the way there or back.
std::map<AnyId, std::size_t> stoppedByAcls(const Facts& facts) {
    std::map<AnyId, std::size_t> stopped;
    for (const FlowFacts& flow : facts.flows()) {
        // What is kept out on purpose is stopped as it should be.
        if (flow.flow.intent == FlowIntent::Blocked) continue;
        std::set<AnyId> acls;
        for (const Blocker& each : flow.trace.blockers)
            if (facts.design().networkAcls.find({each.subject.value})) acls.insert(each.subject);
        for (const AnyId& acl : acls) ++stopped[acl];
    }
    return stopped;
}

std::string detailOf(const NetworkAcl& acl, const std::string& name) {
    const auto isDeny = [](const NetworkAclEntry& entry) { return entry.action == AclAction::Deny; };
    const auto denies = std::ranges::count_if(acl.ingress, isDeny) + std::ranges::count_if(acl.egress, isDeny);
    return "Network ACL " + name + ": " + std::to_string(acl.ingress.size()) + " rules in, " +
           std::to_string(acl.egress.size()) + " out, " + std::to_string(denies) + " of them deny.";
}

/// Subnets behind an ACL that may stop something: the one of a new VPC lets all pass and is not worth a word.
void addAcls(LensContent& content, const Facts& facts) {
    const std::map<AnyId, std::size_t> stopped = stoppedByAcls(facts);
    for (const Subnet& subnet : facts.design().subnets) {
        const NetworkAcl* acl = facts.network().networkAclOf(subnet);
        if (!acl) continue;
        const auto count = stopped.find(acl->id);
        const std::string name = nameOf(facts.design(), acl->id);
        if (count != stopped.end())
            content.marks[subnet.id] = {Tone::Bad, "!", name + " stops " + std::to_string(count->second),
                                        detailOf(*acl, name)};
        else if (!acl->isDefault)
            content.marks[subnet.id] = {Tone::Plain, {}, name, detailOf(*acl, name)};
    }
    if (!stopped.empty()) content.legend.push_back({Tone::Bad, "!", "behind a network ACL that stops flows"});
}

bool isAboutGroups(Stage stage) {
    return stage == Stage::SecurityGroupOut || stage == Stage::SecurityGroupIn;
}

/// Whether a security group has a say in the flow.
bool meetsGroup(const Trace& trace) {
    return std::ranges::any_of(trace.hops, [](const Hop& hop) {
        return std::ranges::any_of(hop.steps, [](const Step& step) { return isAboutGroups(step.stage); });
    });
}

std::string headlineOf(const Facts& facts) {
    int admitted = 0;
    int refused = 0;
    int onPurpose = 0;
    for (const Trace& trace : facts.traces()) {
        const Flow* flow = find(facts.design(), trace.flow);
        if (!meetsGroup(trace)) continue;
        const bool stopped =
            std::ranges::any_of(trace.blockers, [](const Blocker& each) { return isAboutGroups(each.stage); });
        if (flow && flow->intent == FlowIntent::Blocked && trace.verdict == Verdict::Blocked)
            ++onPurpose;
        else
            ++(stopped ? refused : admitted);
    }
    std::string text = "Security groups admit " + std::to_string(admitted) + (admitted == 1 ? " flow" : " flows");
    if (refused > 0) text += ", stop " + std::to_string(refused);
    if (onPurpose > 0) text += "; " + std::to_string(onPurpose) + " blocked on purpose";
    return text;
}

}  // namespace

LensContent securityContent(const Facts& facts) {
    const Design& design = facts.design();
    LensContent content;
    for (const Flow& flow : design.flows)
        for (const AnyId& end : {AnyId(flow.from), AnyId(flow.to)}) content.marks.try_emplace(end);

    const std::map<AnyId, Worn> all = wearers(facts.network());
    std::map<Id<SecurityGroup>, std::size_t> numbers;
    for (const auto& [id, worn] : all)
        for (const SecurityGroup* group : worn.groups) numbers.try_emplace(group->id);
    std::size_t next = 0;
    for (auto& [group, number] : numbers) {
        number = next++;
        content.legend.push_back(
            {toneOfEqual(number), letterKey(number), nameOf(design, group) + openingOf(*find(design, group))});
    }
    bool anyDefault = false;
    for (const auto& [id, worn] : all) {
        const Groups& groups = worn.groups;
        LensMark& mark = content.marks[id];
        for (const SecurityGroup* group : groups) {
            const std::string between = mark.key.empty() ? "" : " ";
            mark.key += between + letterKey(numbers[group->id]);
            const std::string name = nameOf(design, group->id);
            // Alone, the word would say nothing of a group.
            mark.caption += (between.empty() ? "" : ", ") + (name == "default" ? "default group" : name);
        }
        if (groups.size() == 1) mark.tone = toneOfEqual(numbers[groups.front()->id]);
        if (groups.empty()) mark.caption = "no security group";
        mark.detail = detailOf(design, groups);
        if (!worn.isDefault) continue;
        anyDefault = true;
        mark.tone = Tone::Caution;
        mark.key = "?";
        mark.caption = "default group";
        mark.detail = "It names no security group: the default one of its VPC holds. " + mark.detail;
    }
    shorten(content.legend);
    if (anyDefault) content.legend.push_back({Tone::Caution, "?", "names no group: the default one holds"});
    addAcls(content, facts);
    content.headline = headlineOf(facts);
    return content;
}

}  // namespace gw
