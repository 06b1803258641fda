#include <algorithm>

#include "model/core/version.h"
#include "model/design/references.h"
#include "model/design/text_form.h"
#include "model/report/findings.h"
#include "model/report/json_value.h"
#include "model/report/places.h"

namespace gw {
namespace {

std::string_view level(Severity severity) {
    switch (severity) {
        case Severity::Error:
            return "error";
        case Severity::Warning:
            return "warning";
        case Severity::Hint:
            break;
    }
    return "note";
}

JsonNode message(std::string_view text) {
    return json::Object().add("text", text);
}

/// "VPE009", "endpoint-on-default-security-group" -> "EndpointOnDefaultSecurityGroup", as SARIF wants names of rules.
std::string pascalCase(std::string_view name) {
    std::string text;
    bool upper = true;
    for (const char c : name) {
        if (c == '-') {
            upper = true;
            continue;
        }
        text += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        upper = false;
    }
    return text;
}

JsonNode ruleJson(const Rule* rule) {
    return json::Object()
        .add("id", rule->code)
        .add("name", pascalCase(rule->name))
        .add("shortDescription", message(rule->title))
        .add("fullDescription", message(rule->why))
        .add("help", message(std::string(rule->howToFix) + " Source: " + std::string(rule->source)))
        .add("defaultConfiguration", json::Object().add("level", level(rule->severity)))
        .add("properties", json::Object().add("category", textOf(rule->category)));
}

/// A path as a URI reference: what RFC 3986 does not allow in a path is percent-encoded.
std::string uriOf(std::string_view path) {
    if (path == "-") return "stdin";
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string uri;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           std::string_view("-._~/!$&'()*+,;=@").find(c) != std::string_view::npos;
        if (plain)
            uri += c;
        else
            (((uri += '%') += hex[byte >> 4]) += hex[byte & 15]);
    }
    return uri;
}

JsonNode locationJson(const CheckedDesign& checked, const Places& places, const AnyId& subject) {
    const TextPosition at = places.of(subject.value);
    const JsonNode region =
        json::Object().add("startLine", json::number(at.line)).add("startColumn", json::number(at.column));
    const JsonNode physical =
        json::Object().add("artifactLocation", json::Object().add("uri", uriOf(checked.path))).add("region", region);
    const JsonNode logical = json::Object()
                                 .add("name", nameOf(*checked.design, subject))
                                 .add("fullyQualifiedName", subject.value)
                                 .add("kind", nounOf(*checked.design, subject));
    return json::Object()
        .add("physicalLocation", physical)
        .add("logicalLocations", json::array(std::array{logical}, [](const JsonNode& node) { return node; }));
}

JsonNode resultJson(const CheckedDesign& checked, const Places& places, const Diagnostic& diagnostic,
                    const FindingsScope& scope) {
    const Finding& finding = *diagnostic.finding;
    const auto index = std::ranges::find(scope.rules, diagnostic.rule) - scope.rules.begin();
    json::Object object;
    object.add("ruleId", diagnostic.rule->code)
        .add("ruleIndex", json::number(index))
        .add("level", level(finding.severity));
    object.add("message", message(finding.message));
    object.add("locations", json::array(std::array{finding.subject},
                                        [&](const AnyId& subject) { return locationJson(checked, places, subject); }));
    // What stays the same when lines move: the rule and the subject.
    object.add("partialFingerprints",
               json::Object().add("gatewright/1", std::string(diagnostic.rule->code) + "/" + finding.subject.value));
    if (const Waiver* waiver = diagnostic.waiver)
        object.add("suppressions", json::array(std::array{waiver}, [](const Waiver* each) -> JsonNode {
                       return json::Object().add("kind", "inSource").add("justification", each->reason);
                   }));
    return object;
}

}  // namespace

std::string findingsSarif(std::span<const CheckedDesign> designs, const FindingsScope& scope) {
    JsonNode results{JsonNode::Kind::Array};
    for (const CheckedDesign& checked : designs) {
        const Places places(checked.text);
        for (const Diagnostic& each : checked.diagnostics)
            results.children.emplace_back(std::string(), resultJson(checked, places, each, scope));
    }
    const JsonNode driver = json::Object()
                                .add("name", "Gatewright")
                                .add("version", programVersion())
                                .add("rules", json::array(scope.rules, ruleJson));
    const JsonNode run = json::Object()
                             .add("tool", json::Object().add("driver", driver))
                             .add("columnKind", "unicodeCodePoints")
                             .add("results", std::move(results));
    const JsonNode log = json::Object()
                             .add("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                             .add("version", "2.1.0")
                             .add("runs", json::array(std::array{run}, [](const JsonNode& node) { return node; }));
    return prettyJson(log) + "\n";
}

}  // namespace gw
