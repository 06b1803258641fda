#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "model/policy/evaluation_request.h"
#include "model/policy/lint/lint.h"
#include "model/policy/read.h"
#include "model/policy/suggest/suggest.h"

namespace {

/// Whatever is wrong is told at a place inside the text, and whatever was read can be judged.
void reads(std::string_view text, gw::PolicyType type) {
    const gw::PolicyReading reading = gw::readPolicy(text, type);
    for (const gw::PolicyProblem& problem : reading.problems)
        if (problem.offset > text.size() || problem.message.empty()) std::abort();
    gw::PolicyPlace place;
    place.type = type;
    for (const gw::PolicyFinding& finding : gw::lintPolicy(text, place)) {
        if (finding.begin > finding.end || finding.end > text.size() || finding.message.empty()) std::abort();
        if (finding.fix && !gw::parseJson(gw::mended(std::string(text), *finding.fix))) std::abort();
    }
    for (const std::size_t cursor : {text.size() / 2, text.size()})
        for (const gw::PolicySuggestion& each : gw::suggestionsAt(text, cursor, place, {}))
            if (each.begin > each.end || each.end > text.size() || each.selectTo > each.insert.size()) std::abort();
    gw::Grants grants;
    grants.identity.push_back({"p", gw::CompiledPolicy(reading.policy)});
    gw::RequestContext context;
    context.set("aws:PrincipalTag/team", "red");
    const gw::AccessRequest request("s3:GetObject", {"arn:aws:s3:::shop/red"},
                                    gw::RequestPrincipal::of("arn:aws:iam::111122223333:user/ann"), context);
    if (gw::evaluate(request, grants).result != gw::decide(request, grants)) std::abort();
}

}  // namespace

/// libFuzzer: the reader of policies, what is found in them and what is suggested to go on with, for every type of
/// policy, the reader of requests, and the judge of both.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), count);
    for (const gw::PolicyTypeInfo& info : gw::policyTypes()) reads(text, info.type);
    if (const auto request = gw::readEvaluationRequest(text))
        static_cast<void>(gw::evaluate(request->request, request->grants));
    return 0;
}
