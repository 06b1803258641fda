#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "model/policy/proof/prove.h"

/// libFuzzer: the reader of questions, and the prover: a counter-example is one that the judge allows, and an answer
/// that is unknown has a reason.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    using Verdict = gw::ProofAnswer::Verdict;
    const std::string_view text(reinterpret_cast<const char*>(bytes), count);
    const auto question = gw::readProofQuestion(text);
    if (!question) {
        if (question.error().offset > text.size() || question.error().message.empty()) std::abort();
        return 0;
    }
    const gw::ProofAnswer answer = gw::prove(*question);
    if (answer.counterExample.has_value() != (answer.verdict == Verdict::Refuted)) std::abort();
    if (answer.counterExample && gw::resultOf(*answer.counterExample) != gw::AccessResult::Allowed) std::abort();
    if (answer.verdict == Verdict::Unknown && answer.reason.empty()) std::abort();
    return 0;
}
