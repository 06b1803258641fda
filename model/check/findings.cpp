#include "model/check/findings.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include "model/core/parallel.h"

namespace gw {
namespace {

const Waiver* waiverOf(const Design& design, const Rule& rule, const Finding& finding, const Date& today) {
    for (const Waiver& waiver : design.waivers)
        if (waiver.rule == rule.code && waiver.subject == finding.subject &&
            (!waiver.expires || !today || today <= waiver.expires))
            return &waiver;
    return nullptr;
}

bool isBefore(const std::shared_ptr<const Finding>& a, const std::shared_ptr<const Finding>& b) {
    return std::tie(b->severity, a->subject.value) < std::tie(a->severity, b->subject.value);
}

}  // namespace

Findings::Findings(const Facts& facts, const Findings* previous) : design_(&facts.design()) {
    const auto rules = allRules();
    byRule_.resize(rules.size());
    const auto before = [&](std::size_t i) { return previous ? previous->byRule_[i] : nullptr; };
    inParallel(rules.size(), 16, [&](std::size_t i) {
        if (!rules[i]->check.isAfterOthers()) byRule_[i] = ofRule(facts, *rules[i], before(i));
    });
    const Told others = told();
    for (std::size_t i = 0; i < rules.size(); ++i)
        if (rules[i]->check.isAfterOthers()) byRule_[i] = afterOthers(facts, *rules[i], others, before(i));
}

Told Findings::told() const {
    Told told;
    for (std::size_t i = 0; i < byRule_.size(); ++i)
        if (byRule_[i])
            for (const auto& finding : byRule_[i]->sorted) {
                if (finding->severity != Severity::Error) break;
                told.add(finding->subject, allRules()[i]->category == Category::Traffic);
            }
    return told;
}

std::span<const Part> Findings::Block::readFor(std::size_t piece) const {
    const std::size_t from = piece == 0 ? 0 : readTo[piece - 1];
    return std::span(read).subspan(from, readTo[piece] - from);
}

void Findings::Block::add(std::shared_ptr<const Piece> piece, std::span<const Part> parts) {
    read.insert(read.end(), parts.begin(), parts.end());
    readTo.push_back(read.size());
    for (const Finding& finding : piece->findings) found.emplace_back(piece, &finding);
    pieces.push_back(std::move(piece));
}

Findings::OfRule::OfRule(std::vector<std::shared_ptr<const Block>> made) : blocks(std::move(made)) {
    std::size_t parts = 0;
    for (const auto& block : blocks) {
        parts += block->read.size();
        sorted.insert(sorted.end(), block->found.begin(), block->found.end());
    }
    if (!std::ranges::is_sorted(sorted, isBefore)) std::ranges::stable_sort(sorted, isBefore);
    read = PartSet(parts);
    for (const auto& block : blocks) read.add(block->read);
}

/// The blocks of a rule, made row by row; blocks and pieces that read nothing that changed are those that there were.
class Findings::Blocks {
public:
    Blocks(const Facts& facts, const Rule& rule, const OfRule* previous)
        : facts_(facts), rule_(rule), previous_(previous) {}

    /// The rows are those of before.
    void keepRows() {
        for (const auto& block : previous_->blocks)
            if (facts_.changes().touch(block->read))
                makeAnew(*block);
            else
                blocks_.push_back(block);
    }
    void add(const std::string& id, const void* row) {
        const std::size_t hash = std::hash<std::string_view>{}(id);
        if (hash % usualSize == 0) finishBlock();
        hash_ = hash_ * 31 + hash;
        rows_.push_back({&id, row});
    }
    /// All rows have been added. Whether the blocks are the very ones that there were.
    bool endAsBefore() {
        finishBlock();
        return areSame_ && previous_ && previous_->blocks.size() == blocks_.size();
    }
    std::vector<std::shared_ptr<const Block>> take() { return std::move(blocks_); }

private:
    static constexpr std::size_t usualSize = 64;
    struct RowAt {
        const std::string* id;
        const void* row;  ///< nullptr for all rows at once
    };

    void finishBlock() {
        if (rows_.empty()) return;
        // Blocks that begin before this one have been passed, but the last of them may hold some of its rows.
        const auto first = [&](std::size_t at) -> const std::string& { return previous_->blocks[at]->pieces[0]->row; };
        while (previous_ && next_ < previous_->blocks.size() && first(next_) < *rows_.front().id) ++next_;
        const Block* there = previous_ && next_ < previous_->blocks.size() ? previous_->blocks[next_].get() : nullptr;
        if (there && there->rows == hash_ && there->pieces.size() == rows_.size() &&
            !facts_.changes().touch(there->read)) {
            blocks_.push_back(previous_->blocks[next_++]);
        } else {
            areSame_ = false;
            makeBlock();
        }
        rows_.clear();
        hash_ = 0;
    }

    void makeBlock() {
        auto block = std::make_shared<Block>();
        block->rows = hash_;
        std::size_t from = next_ == 0 ? 0 : next_ - 1;
        std::size_t piece = 0;
        for (const RowAt& each : rows_) {
            const Block* known = knownAt(*each.id, from, piece);
            if (known && !facts_.changes().touch(known->readFor(piece)))
                block->add(known->pieces[piece], known->readFor(piece));
            else
                look(each, *block);
        }
        blocks_.push_back(std::move(block));
    }

    void makeAnew(const Block& old) {
        areSame_ = false;
        auto block = std::make_shared<Block>();
        block->rows = old.rows;
        for (std::size_t piece = 0; piece < old.pieces.size(); ++piece)
            if (const std::string& id = old.pieces[piece]->row; facts_.changes().touch(old.readFor(piece)))
                look({&id, rule_.check.isByRow() ? rule_.check.rowOf(facts_, id) : nullptr}, *block);
            else
                block->add(old.pieces[piece], old.readFor(piece));
        blocks_.push_back(std::move(block));
    }

    /// The block of before that has a piece of the row, and leaves `from` and `piece` there; nullptr where none has.
    const Block* knownAt(const std::string& id, std::size_t& from, std::size_t& piece) const {
        if (!previous_) return nullptr;
        for (; from < previous_->blocks.size(); ++from, piece = 0) {
            const auto& pieces = previous_->blocks[from]->pieces;
            while (piece < pieces.size() && pieces[piece]->row < id) ++piece;
            if (piece < pieces.size()) return pieces[piece]->row == id ? previous_->blocks[from].get() : nullptr;
        }
        return nullptr;
    }

    void look(const RowAt& at, Block& block) const {
        auto piece = std::make_shared<Piece>();
        piece->row = *at.id;
        const Reading reading;
        if (at.row) {
            Reading::note(partOf(*at.id));
            rule_.check.lookAt(facts_, at.row, piece->findings);
        } else {
            piece->findings = rule_.check(facts_);
        }
        block.add(std::move(piece), reading.parts());
    }

    const Facts& facts_;
    const Rule& rule_;
    const OfRule* previous_;
    std::size_t next_ = 0;  ///< of the blocks there were: the first that does not begin before the rows at hand
    std::vector<RowAt> rows_;
    std::size_t hash_ = 0;
    std::vector<std::shared_ptr<const Block>> blocks_;
    bool areSame_ = true;
};

std::shared_ptr<const Findings::OfRule> Findings::ofRule(const Facts& facts, const Rule& rule,
                                                         const std::shared_ptr<const OfRule>& previous) {
    static const std::string all;
    const bool areRowsSame = previous && (!rule.check.isByRow() || rule.check.areRowsSame(facts.changes()));
    if (areRowsSame && !facts.changes().mayTouch(previous->read)) return previous;
    Blocks blocks(facts, rule, previous.get());
    if (areRowsSame)
        blocks.keepRows();
    else if (rule.check.isByRow())
        rule.check.eachRow(facts, [&](const std::string& id, const void* row) { blocks.add(id, row); });
    else
        blocks.add(all, nullptr);
    if (blocks.endAsBefore()) return previous;
    return std::make_shared<const OfRule>(blocks.take());
}

std::shared_ptr<const Findings::OfRule> Findings::afterOthers(const Facts& facts, const Rule& rule, const Told& told,
                                                              const std::shared_ptr<const OfRule>& previous) {
    auto piece = std::make_shared<Piece>();
    piece->findings = rule.check.afterOthers(facts, told);
    auto block = std::make_shared<Block>();
    block->add(std::move(piece), {});
    auto made = std::make_shared<const OfRule>(std::vector<std::shared_ptr<const Block>>{std::move(block)});
    const auto isSame = [](const std::shared_ptr<const Finding>& a, const std::shared_ptr<const Finding>& b) {
        return a->subject == b->subject && a->severity == b->severity && a->message == b->message;
    };
    if (previous && std::ranges::equal(previous->sorted, made->sorted, isSame)) return previous;
    return made;
}

std::vector<Diagnostic> Findings::diagnostics(const Date& today) const {
    const auto rules = allRules();
    std::vector<Diagnostic> all;
    std::vector<std::size_t> next(rules.size(), 0);
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Hint})
        // Rules stand in order of code.
        for (std::size_t i = 0; i < rules.size(); ++i) {
            const auto& sorted = byRule_[i]->sorted;
            for (; next[i] < sorted.size() && sorted[next[i]]->severity == severity; ++next[i])
                all.push_back({rules[i], sorted[next[i]], waiverOf(*design_, *rules[i], *sorted[next[i]], today)});
        }
    return all;
}

}  // namespace gw
