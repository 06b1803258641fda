#include "model/catalog/read.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>

#include "resources/embedded.h"

namespace gw::catalog {

JsonNode readBuiltIn(std::string_view file) {
    auto read = parseJson(embeddedFile("catalog/" + std::string(file)));
    if (read) return *std::move(read);
    std::fprintf(stderr, "gatewright: resources/catalog/%s: %s\n", std::string(file).c_str(),
                 read.error().message.c_str());
    std::abort();
}

std::string_view text(const JsonNode& node, std::string_view key, std::string_view otherwise) {
    const JsonNode* found = node.find(key);
    return found ? std::string_view(found->text) : otherwise;
}

std::vector<std::string_view> texts(const JsonNode& node, std::string_view key) {
    std::vector<std::string_view> all;
    for (const auto& [none, element] : rows(node, key)) all.push_back(element.text);
    return all;
}

std::optional<bool> flag(const JsonNode& node, std::string_view key) {
    const JsonNode* found = node.find(key);
    if (!found) return {};
    return found->text == "true";
}

std::optional<double> number(const JsonNode* node) {
    double value = 0;
    if (!node || !node->is(JsonNode::Kind::Number)) return {};
    std::from_chars(node->text.data(), node->text.data() + node->text.size(), value);
    return value;
}

Confidence confidence(const JsonNode& node, std::string_view key, Confidence otherwise) {
    const std::string_view name = text(node, key);
    for (const Confidence each : {Confidence::Verified, Confidence::Derived, Confidence::Unverified})
        if (name == nameOf(each)) return each;
    return otherwise;
}

const std::vector<std::pair<std::string, JsonNode>>& rows(const JsonNode& node, std::string_view key) {
    static const std::vector<std::pair<std::string, JsonNode>> none;
    const JsonNode* found = node.find(key);
    return found ? found->children : none;
}

Service readService(const JsonNode& node) {
    Service service;
    service.name = text(node, "name");
    service.title = text(node, "title");
    service.otherTitles = texts(node, "also");
    service.category = text(node, "category");
    service.serviceName = text(node, "serviceName");
    service.onlyRegion = text(node, "onlyRegion");
    for (const std::string_view type : texts(node, "types")) {
        service.types.gateway = service.types.gateway || type == "Gateway";
        service.types.interface = service.types.interface || type == "Interface";
    }
    if (service.types == EndpointTypes{}) service.types.interface = true;
    service.endpointPolicy = flag(node, "policy");
    service.endpointPolicyConfidence = confidence(node, "policyConfidence");
    service.privateDns = flag(node, "privateDns").value_or(true);
    service.privateDnsConfidence = confidence(node, "privateDnsConfidence");
    service.privateDnsNames = texts(node, "dnsNames");
    service.privateDnsNamesConfidence = confidence(node, "dnsNamesConfidence");
    for (const std::string_view port : texts(node, "ports"))
        if (const auto range = PortRange::parse(port)) service.ports.push_back(*range);
    if (service.ports.empty()) service.ports.push_back(PortRange::single(443));
    service.crossRegion = flag(node, "crossRegion").value_or(false);
    service.fips = flag(node, "fips").value_or(false);
    service.iamPrefix = text(node, "iam");
    service.lifecycle = text(node, "lifecycle");
    service.note = text(node, "note");
    return service;
}

RegionInfo readRegion(const JsonNode& node) {
    RegionInfo region{text(node, "code"), text(node, "title"), {}};
    const std::string_view letters = text(node, "zones");
    for (std::size_t i = 0; i < letters.size(); ++i) region.zones.push_back(letters.substr(i, 1));
    return region;
}

Price readPrice(const JsonNode& node) {
    Price price;
    price.usd = number(node.find("usd")).value_or(0);
    for (const auto& [none, step] : rows(node, "tiers"))
        if (step.children.size() == 2)
            price.steps.push_back({number(&step.children[0].second), number(&step.children[1].second).value_or(0)});
    price.unit = text(node, "unit");
    price.date = text(node, "date");
    price.source = text(node, "source");
    price.confidence = confidence(node, "confidence");
    return price;
}

Quota readQuota(const JsonNode& node) {
    Quota quota;
    quota.id = text(node, "id");
    quota.what = text(node, "what");
    quota.standard = number(node.find("standard")).value_or(0);
    quota.maximum = number(node.find("maximum"));
    quota.adjustable = flag(node, "adjustable");
    quota.source = text(node, "source");
    quota.confidence = confidence(node, "confidence", Confidence::Verified);
    quota.note = text(node, "note");
    return quota;
}

CompanionSet readCompanionSet(const JsonNode& node) {
    CompanionSet set;
    set.id = text(node, "id");
    set.workload = text(node, "workload");
    for (const auto& [none, member] : rows(node, "members"))
        set.members.push_back({text(member, "service"), flag(member, "gateway").value_or(false), text(member, "need"),
                               flag(member, "privateDns"), text(member, "when"), text(member, "note")});
    set.networkRules = texts(node, "rules");
    set.notes = texts(node, "notes");
    set.source = text(node, "source");
    set.confidence = confidence(node, "confidence");
    return set;
}

}  // namespace gw::catalog
