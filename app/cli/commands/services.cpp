#include <algorithm>
#include <memory>

#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/options.h"
#include "model/catalog/catalog.h"

namespace gw::cli {
namespace {

std::string padded(std::string_view text, std::size_t width) {
    std::string all(text);
    all.resize(std::max(width, all.size()), ' ');
    return all;
}

std::string_view typesOf(const Service& service) {
    if (service.types.gateway) return service.types.interface ? "Gateway, Interface" : "Gateway";
    return "Interface";
}

template <class Texts>
std::string joined(const Texts& texts) {
    std::string all;
    for (const auto& text : texts) (all += all.empty() ? "" : ", ") += text;
    return all;
}

std::string answer(bool yes, Confidence confidence) {
    return std::string(yes ? "yes" : "no") + " (" + std::string(nameOf(confidence)) + ")";
}

std::string list(std::span<const Service* const> services) {
    std::size_t width = 0;
    for (const Service* service : services) width = std::max(width, service->name.size());
    std::string text;
    for (const Service* service : services)
        text += padded(service->name, width + 2) + padded(typesOf(*service), 20) + std::string(service->title) + "\n";
    return text;
}

std::string details(const Service& service) {
    std::vector<std::string> ports;
    for (const PortRange& range : service.ports) ports.push_back(range.text());
    std::string text = std::string(service.name) + "\n" + std::string(service.title) + "\n\n";
    const auto add = [&](std::string_view label, std::string_view value) {
        if (!value.empty()) text += padded(label, 19) + std::string(value) + "\n";
    };
    add("Also", joined(service.otherTitles));
    add("Category", service.category);
    add("Service name", service.serviceName.empty() ? "not known" : service.serviceName);
    add("Only in", service.onlyRegion);
    add("Endpoint types", typesOf(service));
    add("Endpoint policy",
        service.endpointPolicy ? answer(*service.endpointPolicy, service.endpointPolicyConfidence) : "not known");
    add("Private DNS", answer(service.privateDns, service.privateDnsConfidence));
    if (!service.privateDnsNames.empty())
        add("Private DNS names",
            joined(service.privateDnsNames) + " (" + std::string(nameOf(service.privateDnsNamesConfidence)) + ")");
    add("TCP ports", joined(ports));
    add("Cross-Region", service.crossRegion ? "yes" : "");
    add("FIPS", service.fips ? "yes" : "");
    add("IAM prefix", service.iamPrefix);
    add("Life", service.lifecycle);
    add("Note", service.note);
    return text;
}

Result<int> run(const std::string& name) {
    const Catalog& catalog = Catalog::builtIn();
    const Service* exact = catalog.service(name);
    const auto found = catalog.search(name);
    if (!exact && found.empty()) return fail("There is no service " + name + "; gatewright-cli services lists them.");
    if (Status done = print(exact ? details(*exact) : list(found)); !done) return tl::unexpected<Error>(done.error());
    return 0;
}

}  // namespace

Run declareServices(CLI::App& command) {
    const auto name = std::make_shared<std::string>();
    command.add_option("name", *name, "Its name (s3, ecr.dkr), or words of its title to search for")->type_name("NAME");
    return [name] { return run(*name); };
}

}  // namespace gw::cli
