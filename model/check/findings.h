#pragma once
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "model/check/rule.h"

namespace gw {

/// What all rules find in a design, kept in pieces together with what was read to find them, for the findings of the
/// next version to take over.
class Findings {
public:
    /// `previous` are those of the facts that `facts` were made with; the outcome is the same without them.
    explicit Findings(const Facts& facts, const Findings* previous = nullptr);

    /// In order of severity (worst first), code, subject. Waivers expire after their day: `today` "2026-11-24"; empty
    /// holds them all.
    std::vector<Diagnostic> diagnostics(const Date& today = {}) const;

private:
    /// What a rule finds about one row, or in all.
    struct Piece {
        std::string row{};
        std::vector<Finding> findings{};
    };
    /// Pieces of rows that follow one another, about 64. Where a block ends only the ids of its rows decide, so that a
    /// row that comes or goes leaves the blocks before and behind as they are.
    struct Block {
        std::vector<std::shared_ptr<const Piece>> pieces{};
        std::vector<Part> read{};           ///< for all pieces, one piece's after the other's
        std::vector<std::size_t> readTo{};  ///< for each piece, where in `read` its own end
        std::size_t rows = 0;               ///< a hash of the ids
        std::vector<std::shared_ptr<const Finding>> found{};

        std::span<const Part> readFor(std::size_t piece) const;
        void add(std::shared_ptr<const Piece> piece, std::span<const Part> parts);
    };
    struct OfRule {
        std::vector<std::shared_ptr<const Block>> blocks{};
        /// By severity, worst first, then by subject.
        std::vector<std::shared_ptr<const Finding>> sorted{};
        PartSet read{};  ///< for all blocks

        explicit OfRule(std::vector<std::shared_ptr<const Block>> made);
    };
    class Blocks;

    static std::shared_ptr<const OfRule> ofRule(const Facts& facts, const Rule& rule,
                                                const std::shared_ptr<const OfRule>& previous);
    static std::shared_ptr<const OfRule> afterOthers(const Facts& facts, const Rule& rule, const Told& told,
                                                     const std::shared_ptr<const OfRule>& previous);
    Told told() const;

    const Design* design_;
    std::vector<std::shared_ptr<const OfRule>> byRule_;
};

}  // namespace gw
