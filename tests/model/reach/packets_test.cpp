#include <QtTest>

#include <algorithm>
#include <random>

#include "model/reach/packets.h"

using namespace gw;

namespace {

constexpr unsigned side = 6;  ///< values of each dimension of the toy space

PacketRange pointAt(unsigned index) {
    PacketRange point;
    for (Span& span : point.spans) {
        span = {index % side, index % side};
        index /= side;
    }
    return point;
}

bool holds(const PacketSet& set, const PacketRange& point) {
    return std::ranges::any_of(set.ranges(), [&](const PacketRange& range) { return range.contains(point); });
}

PacketSet randomSet(std::mt19937& random) {
    PacketSet set;
    const unsigned count = random() % 4;
    for (unsigned i = 0; i < count; ++i) {
        PacketRange range;
        for (Span& span : range.spans) {
            const auto a = static_cast<unsigned>(random() % side);
            const auto b = static_cast<unsigned>(random() % side);
            span = {std::min(a, b), std::max(a, b)};
        }
        set.add(range);
    }
    return set;
}

}  // namespace

/// Set arithmetic against membership, point by point, over all of a toy space.
class PacketsTest : public QObject {
    Q_OBJECT
private slots:
    void setsAgreeWithTheirPoints();
    void blocksBecomeSpans();
};

void PacketsTest::setsAgreeWithTheirPoints() {
    std::mt19937 random(7);
    constexpr unsigned points = side * side * side * side;
    for (int round = 0; round < 300; ++round) {
        const PacketSet a = randomSet(random);
        const PacketSet b = randomSet(random);
        const PacketSet both = a.within(b);
        const PacketSet rest = a.without(b);
        bool contains = true;
        bool any = false;
        for (unsigned i = 0; i < points; ++i) {
            const PacketRange point = pointAt(i);
            const bool inA = holds(a, point);
            const bool inB = holds(b, point);
            QCOMPARE(holds(both, point), inA && inB);
            QCOMPARE(holds(rest, point), inA && !inB);
            contains = contains && (!inB || inA);
            any = any || inA;
        }
        QCOMPARE(a.contains(b), contains);
        QCOMPARE(a.empty(), !any);
    }
}

void PacketsTest::blocksBecomeSpans() {
    const Span span = spanOf(Cidr::literal("10.0.1.5/24"));
    QVERIFY(span == (Span{0x0A000100, 0x0A0001FF}));
    const Span all = spanOf(Cidr::literal("::/0"));
    QVERIFY(all == Span{});
}

QTEST_APPLESS_MAIN(PacketsTest)
#include "packets_test.moc"
