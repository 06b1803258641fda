#include "model/report/description.h"

#include <array>
#include <map>

#include "model/catalog/catalog.h"
#include "model/design/references.h"
#include "model/design/text_form.h"
#include "model/edit/palette.h"
#include "model/reach/fare.h"
#include "model/report/traces.h"

namespace gw {
namespace {

/// The first finding about the thing, which is its worst; nullptr where there is none.
const Diagnostic* worstOf(std::span<const Diagnostic> diagnostics, const AnyId& id) {
    for (const Diagnostic& diagnostic : diagnostics)
        if (!diagnostic.waiver && diagnostic.finding->subject == id) return &diagnostic;
    return nullptr;
}

/// "3 private, 1 blocked as intended": of the flows that start or end at the thing; empty where there are none.
std::string pathsOf(const Facts& facts, const AnyId& id) {
    // In this order; that it may go any way is said where the flow is told.
    constexpr std::array words{std::pair{Fare::Private, "private"},
                               std::pair{Fare::Public, "not private"},
                               std::pair{Fare::Partial, "partly working"},
                               std::pair{Fare::Blocked, "blocked"},
                               std::pair{Fare::Intruding, "arriving against intent"},
                               std::pair{Fare::Unknown, "unknown"},
                               std::pair{Fare::Refused, "blocked as intended"}};
    std::map<Fare, int> counts;
    const auto count = [&](std::span<const Flow* const> flows) {
        for (const Flow* flow : flows)
            if (const Trace* trace = facts.traceOf(flow->id)) {
                const Fare fare = fareOf(*flow, *trace);
                ++counts[fare == Fare::Open ? Fare::Public : fare];
            }
    };
    count(facts.network().flowsFrom(id));
    count(facts.network().flowsTo(id));
    std::string text;
    for (const auto& [fare, word] : words)
        if (counts[fare] > 0) text += (text.empty() ? "" : ", ") + std::to_string(counts[fare]) + " " + word;
    return text;
}

/// "Secrets Manager": the title of the catalogue without who makes it.
std::string shortTitleOf(const std::string& name) {
    const Service* service = Catalog::builtIn().service(name);
    std::string_view title = service ? service->title : std::string_view(name);
    for (const std::string_view maker : {"Amazon ", "AWS "})
        if (title.starts_with(maker)) title.remove_prefix(maker.size());
    return std::string(title);
}

std::string capitalized(std::string_view words) {
    std::string text(words);
    if (!text.empty() && 'a' <= text[0] && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string kindTextOf(const Endpoint& endpoint) {
    const std::string kind = std::string(enumLabel(endpoint.type)) + " endpoint";
    return endpoint.service.empty() ? kind : kind + " · " + shortTitleOf(endpoint.service);
}

/// As the palette has it: "S3 bucket". What is no more than its service is called by that.
std::string kindTextOf(const ServiceResource& resource) {
    const PaletteItem* item = paletteItem("service." + resource.service);
    return item ? capitalized(item->noun) : shortTitleOf(resource.service);
}

std::string kindTextOf(const Subnet& subnet) {
    return subnet.cidr ? "Subnet · " + textOf(*subnet.cidr) : "Subnet";
}

std::string kindTextOf(const Vpc& vpc) {
    return vpc.cidrs.empty() ? "VPC" : "VPC · " + textOf(vpc.cidrs.front());
}

/// A flow is mostly known by its ends, not by a name of its own.
std::string calledOf(const Facts& facts, const AnyId& id) {
    const Flow* flow = find(facts.design(), Id<Flow>{id.value});
    if (!flow || !flow->name.empty()) return facts.name(id);
    return facts.name(flow->from) + " \u2192 " + facts.name(flow->to);
}

}  // namespace

std::string descriptionOf(const Facts& facts, std::span<const Diagnostic> diagnostics, const AnyId& id) {
    std::string text = std::string(nounOf(facts.design(), id)) + " " + calledOf(facts, id);
    if (const Diagnostic* worst = worstOf(diagnostics, id))
        text += ", " + textOf(worst->finding->severity) + ": " + worst->finding->message;
    if (const std::string paths = pathsOf(facts, id); !paths.empty()) text += ", " + paths;
    return text;
}

std::string kindTextOf(const Design& design, const AnyId& id) {
    std::string kind;
    withRow(design, id, [&]<class Row>(const Row& row) {
        if constexpr (std::is_same_v<Row, Workload>)
            kind = enumLabel(row.workloadKind);
        else if constexpr (std::is_same_v<Row, Client>)
            kind = enumLabel(row.clientKind);
        else if constexpr (std::is_same_v<Row, LoadBalancer>)
            kind = std::string(enumLabel(row.loadBalancerKind)) + " Load Balancer";
        else if constexpr (requires { kindTextOf(row); })
            kind = kindTextOf(row);
        else
            kind = capitalized(Row::kind.noun);
    });
    return kind;
}

std::string tipOf(const Facts& facts, std::span<const Diagnostic> diagnostics, const AnyId& id) {
    std::string text = calledOf(facts, id) + " · " + kindTextOf(facts.design(), id);
    // What a trace says of a flow names its ends.
    if (const Trace* trace = facts.traceOf({id.value})) {
        const Flow* flow = find(facts.design(), Id<Flow>{id.value});
        return flow && flow->name.empty() ? summaryOf(*trace) : text + "\n" + summaryOf(*trace);
    }
    if (const Diagnostic* worst = worstOf(diagnostics, id)) return text + "\n" + worst->finding->message;
    if (const std::string paths = pathsOf(facts, id); !paths.empty()) text += "\n" + paths;
    return text;
}

}  // namespace gw
