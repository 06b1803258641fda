#pragma once
#include <memory>
#include <vector>

#include "model/check/rule.h"

namespace gw {

/// All that is found out about one version of a design. It keeps that version, since facts and findings point into it.
class Judgement {
public:
    /// Takes as long as all rules and traces take: some milliseconds for SecureCart, seconds for 100,000 things.
    explicit Judgement(Design design);

    const Design& design() const { return design_; }
    const Facts& facts() const { return facts_; }
    /// Worst first; waived ones included.
    const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

private:
    Design design_;
    Facts facts_;
    std::vector<Diagnostic> diagnostics_;
};

/// Whether both designs are judged alike: rules and traces never read where a thing is drawn, so a drag that only moves
/// things asks no judge.
bool judgedAlike(const Design& one, const Design& other);

/// Rows of the tables that a judge walks; tells a small design from one that is judged beside the user's work.
std::size_t judgedRows(const Design& design);

}  // namespace gw
