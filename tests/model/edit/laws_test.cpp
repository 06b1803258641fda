#include <QtTest>
#include <random>

#include "model/design/references.h"
#include "model/edit/clip.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"
#include "model/edit/palette.h"
#include "model/spec/spec.h"
#include "tests/model/edit/geometry_laws.h"
#include "tests/random/rounds.h"

using namespace gw;

namespace {

/// Somebody who does anything at all to a design, the same for the same seed.
class Hand {
public:
    explicit Hand(unsigned seed) : random_(seed) {}

    const Design& design() const { return design_; }
    const std::string& lastStep() const { return lastStep_; }

    /// One step of any kind; false where it was refused. What was refused has changed nothing.
    bool step() {
        const int kind = upTo(99);
        if (design_.placements.size() < 6 || kind < 30) return add();
        if (kind < 60) return move();
        if (kind < 70) return resize();
        if (kind < 80) return drop();
        if (kind < 84) return span();
        if (kind < 87) return paste();
        if (kind < 88) return pasteFromElsewhere();
        if (kind < 92) return run(edits::connect(any(), any(), freeId(design_, "flow")));
        if (kind < 95) return run(edits::rename(any(), "name " + std::to_string(upTo(9))));
        if (kind < 96) return run(edits::rename(any(), "Nürnberg, \"Ost\" <1>"));
        return run(edits::removeThings({any().value}));
    }

    bool run(const Edit& edit) {
        lastStep_ = edit.label;
        auto after = apply(edit, design_);
        if (!after) return false;
        design_ = *std::move(after);
        return true;
    }

    bool add() {
        const PaletteItem& item = palette()[static_cast<std::size_t>(upTo(static_cast<int>(palette().size()) - 1))];
        const Point at{upTo(1600), upTo(1000)};
        const auto frame = frameFor(design_, item, framesAt(at));
        return frame && run(edits::addThing(std::string(item.key), newIdFor(design_, item), *frame, at));
    }

private:
    int upTo(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
    int by(int most) { return upTo(2 * most) - most; }

    AnyId any() {
        if (design_.placements.empty()) return {};
        auto at = design_.placements.begin();
        for (int steps = upTo(static_cast<int>(design_.placements.size()) - 1); steps > 0; --steps) ++at;
        return AnyId(at->id.value);
    }

    /// What lies under the pointer, deepest first.
    std::vector<AnyId> framesAt(Point at) {
        std::vector<AnyId> frames;
        const auto add = [&](const auto& table) {
            for (const auto& row : table)
                if (const Placement* placed = design_.placements.find({row.id.value});
                    placed && placed->box().contains(at))
                    frames.emplace_back(row.id);
        };
        add(design_.subnets);
        add(design_.vpcs);
        add(design_.regions);
        return frames;
    }

    bool move() {
        std::set<std::string> ids;
        for (int count = upTo(3); count >= 0; --count) ids.insert(any().value);
        return run(edits::moveThings(ids, by(200), by(150)));
    }

    bool resize() {
        const AnyId id = any();
        Box box = design_.placements.find({id.value})->box();
        if (upTo(1)) box.x += by(60);
        if (upTo(1)) box.y += by(60);
        box.width += by(120);
        box.height += by(120);
        return run(edits::resizeThing(id, box));
    }

    bool drop() {
        const AnyId id = any();
        const Point at{upTo(1600), upTo(1000)};
        const auto frame = frameFor(design_, id, framesAt(at));
        return frame && run(edits::dropInto(id, *frame, at));
    }

    /// A workload gets a second subnet of its VPC.
    bool span() {
        for (const Workload& workload : design_.workloads) {
            if (upTo(2)) continue;
            std::string subnets;
            for (const Subnet& subnet : design_.subnets)
                if (subnet.vpc == workload.vpc && upTo(2)) subnets += (subnets.empty() ? "" : ", ") + subnet.id.value;
            return run(edits::setField(workload.id, "subnets", subnets));
        }
        return false;
    }

    bool paste() {
        const Design clip = clipOf(design_, {any().value, any().value});
        const auto ids = idsForPaste(design_, clip);
        if (upTo(2) == 0) return run(edits::paste(clip, ids, by(200), by(200)));
        const AnyId into = upTo(2) == 0 ? AnyId{} : any();
        if (upTo(2) == 0) return run(edits::pasteAt(clip, ids, into, {by(2000), by(2000)}));
        return run(edits::pasteBeside(clip, ids, into));
    }

    /// From a design in which the same ids may be things of other kinds, and ids are as long as they may be.
    bool pasteFromElsewhere() {
        Design other = design_;
        if (design_.subnets.empty() || design_.regions.empty()) return false;
        Subnet stranger = *design_.subnets.begin();
        stranger.id = {std::string(maxIdLength, 's')};
        stranger.vpc = {design_.regions.begin()->id.value};
        Vpc twin;
        twin.id = stranger.vpc;
        twin.region = {"elsewhere"};
        other.regions.erase({twin.id.value});
        other.vpcs.put(twin);
        other.subnets.put(stranger);
        other.placements.put({.id = {stranger.id.value}, .x = 40, .y = 40, .width = 160, .height = 88});
        const Design clip = clipOf(other, {stranger.id.value, any().value});
        return run(edits::paste(clip, idsForPaste(design_, clip), by(200), by(200)));
    }

    std::mt19937 random_;
    Design design_{};
    std::string lastStep_{};
};

/// What a file of the design would lose, or be refused for.
std::string notKeptByAFile(const Design& design) {
    const auto read = readSpec(writeSpec(design));
    if (!read) return "the file would be refused: " + read.error().message;
    return *read == design ? std::string{} : "the file would hold another design";
}

}  // namespace

class LawsTest : public QObject {
    Q_OBJECT

private slots:
    void anyStepsKeepTheLaws() {
        const auto seeds = static_cast<unsigned>(rounds(40));
        int done = 0;
        for (unsigned seed = 1; seed <= seeds; ++seed) {
            Hand hand(seed);
            for (int step = 0; step < 120; ++step) {
                done += hand.step();
                std::string broken = brokenLaw(hand.design());
                if (broken.empty()) broken = notKeptByAFile(hand.design());
                QVERIFY2(broken.empty(), ("seed " + std::to_string(seed) + ", step " + std::to_string(step) + ", " +
                                          hand.lastStep() + ": " + broken)
                                             .c_str());
            }
        }
        // A hand whose every step is refused would prove nothing.
        QVERIFY(done > static_cast<int>(seeds) * 60);
    }
};

QTEST_APPLESS_MAIN(LawsTest)
#include "laws_test.moc"
