#include "model/policy/proof/prove.h"

#include "model/policy/proof/asks.h"

namespace gw {

std::string_view wordOf(ProofAnswer::Verdict verdict) {
    switch (verdict) {
        case ProofAnswer::Verdict::Proved:
            return "proved";
        case ProofAnswer::Verdict::Refuted:
            return "refuted";
        case ProofAnswer::Verdict::Unknown:
            return "unknown";
    }
    return {};
}

ProofAnswer prove(const ProofQuestion& question) {
    return std::visit([&](const auto& ask) { return answerTo(ask, question.text); }, question.ask);
}

}  // namespace gw
