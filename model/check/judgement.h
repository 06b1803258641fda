#pragma once
#include "model/check/findings.h"

namespace gw {

/// All that is found out about one version of a design. It keeps that version, since facts and findings point into it.
class Judgement {
public:
    /// `previous`, the judgement of an earlier version or of any other design, makes it quicker and changes nothing of
    /// the outcome: what reads the same in both is taken over. It need not outlive the constructor. Waivers that have
    /// expired by `today` hold no more; empty holds them all.
    explicit Judgement(Design design, const Date& today = {}, const Judgement* previous = nullptr)
        : design_(std::move(design)),
          facts_(design_, previous ? &previous->facts_ : nullptr),
          findings_(facts_, previous ? &previous->findings_ : nullptr),
          diagnostics_(findings_.diagnostics(today)) {}
    Judgement(const Judgement&) = delete;
    Judgement& operator=(const Judgement&) = delete;

    const Design& design() const { return design_; }
    const Facts& facts() const { return facts_; }
    /// Worst first; waived ones included.
    const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

private:
    Design design_;
    Facts facts_;
    Findings findings_;
    std::vector<Diagnostic> diagnostics_;
};

}  // namespace gw
