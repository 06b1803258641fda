#include <QTest>

#include <algorithm>

#include "model/check/address_space.h"
#include "tests/random/random.h"

using namespace gw;

/// Room is found exactly: against a search that tries every block.
class AddressSpaceTest : public QObject {
    Q_OBJECT

private slots:
    void firstFreeBlock();
    void lastAddresses();
    void privateBlocksKeepClearOfVpcs();
    void renumberingMovesSubnetsAlong();
    void addressesAreFreeWhereNobodyHoldsThem();
};

namespace {

std::optional<Cidr> firstFreeByTrying(const std::vector<Cidr>& within, const std::vector<Cidr>& taken, int prefix) {
    for (const Cidr& space : within)
        for (Bits128 at = space.first().bits; at <= space.last().bits; at += Bits128{1} << (32 - prefix)) {
            const Cidr block = Cidr::of({IpFamily::V4, at}, prefix);
            const bool isFree = std::ranges::none_of(taken, [&](const Cidr& other) { return other.overlaps(block); });
            if (space.contains(block) && isFree) return block;
        }
    return {};
}

}  // namespace

void AddressSpaceTest::firstFreeBlock() {
    Random random(7);
    for (int round = 0; round < 2000; ++round) {
        const auto block = [&](int shortest) {
            const int prefix = random.between(shortest, 30);
            return Cidr::of({IpFamily::V4, Bits128{0x0A000000} + static_cast<Bits128>(random.between(0, 1023))}, prefix)
                .canonical();
        };
        std::vector<Cidr> within{block(22), block(24)};
        std::vector<Cidr> taken;
        for (int count = random.between(0, 12); count > 0; --count) taken.push_back(block(24));
        const int prefix = random.between(22, 30);
        QVERIFY(freeBlock(within, taken, prefix) == firstFreeByTrying(within, taken, prefix));
    }
}

void AddressSpaceTest::lastAddresses() {
    const std::vector<Cidr> top{Cidr::literal("255.255.255.0/24")};
    QVERIFY(freeBlock(top, std::vector{Cidr::literal("255.255.255.0/25")}, 25) == Cidr::literal("255.255.255.128/25"));
    QVERIFY(freeBlock(top, top, 25) == std::nullopt);
    const std::vector<Cidr> six{Cidr::literal("ffff:ffff:ffff:ffff::/64")};
    QVERIFY(freeBlock(six, six, 65) == std::nullopt);
    QVERIFY(freeBlock(six, std::vector<Cidr>{}, 63) == std::nullopt);
}

void AddressSpaceTest::privateBlocksKeepClearOfVpcs() {
    Design design;
    for (int count = 0; count < 300; ++count) {
        const auto block = freePrivateBlock(design, widestBlock);
        // 10.0.0.0/8 holds 256 blocks of that size, 172.16.0.0/12 without 172.17.0.0/16 fifteen, 192.168.0.0/16 one.
        QCOMPARE(block.has_value(), count < 256 + 15 + 1);
        if (!block) break;
        for (const Vpc& vpc : design.vpcs) QVERIFY(!vpc.cidrs.front().overlaps(*block));
        QVERIFY(!block->overlaps(Cidr::literal("172.17.0.0/16")));
        Vpc vpc;
        vpc.id = {"vpc-" + std::to_string(count)};
        vpc.cidrs = {*block};
        design.vpcs.put(vpc);
    }
}

void AddressSpaceTest::renumberingMovesSubnetsAlong() {
    Design design;
    Vpc vpc;
    vpc.id = {"shop"};
    vpc.cidrs = {Cidr::literal("10.20.0.0/16"), Cidr::literal("10.21.0.0/16")};
    design.vpcs.put(vpc);
    for (const auto& [id, block] : {std::pair{"app", "10.20.4.0/24"}, std::pair{"other", "10.21.4.0/24"}}) {
        Subnet subnet;
        subnet.id = {id};
        subnet.vpc = vpc.id;
        subnet.cidr = Cidr::literal(block);
        design.subnets.put(subnet);
    }
    const auto after = apply(renumber(design, vpc, vpc.cidrs.front(), Cidr::literal("172.16.0.0/16")), design);
    QVERIFY(after.has_value());
    QCOMPARE(after->vpcs.find(vpc.id)->cidrs.front().text(), std::string("172.16.0.0/16"));
    QCOMPARE(after->subnets.find({"app"})->cidr->text(), std::string("172.16.4.0/24"));
    QCOMPARE(after->subnets.find({"other"})->cidr->text(), std::string("10.21.4.0/24"));
}

/// Of a /28 AWS keeps five addresses; eleven workloads take the others one by one, and the twelfth finds none.
void AddressSpaceTest::addressesAreFreeWhereNobodyHoldsThem() {
    Subnet subnet;
    subnet.id = {"app-a"};
    subnet.cidr = Cidr::literal("10.20.0.16/28");
    Design design;
    std::vector<std::string> given;
    while (const auto free = freeAddress(design, subnet)) {
        QVERIFY(!isReserved(*subnet.cidr, *free));
        given.push_back(free->text());
        Workload workload;
        workload.id = {"w" + std::to_string(given.size())};
        workload.privateIp = free;
        design.workloads.put(workload);
    }
    QCOMPARE(given.size(), std::size_t{11});
    QCOMPARE(QString::fromStdString(given.front()), QString("10.20.0.20"));
    QCOMPARE(QString::fromStdString(given.back()), QString("10.20.0.30"));
    QVERIFY(isReserved(*subnet.cidr, subnet.cidr->last()));
    QVERIFY(!isReserved(*subnet.cidr, {IpFamily::V4, subnet.cidr->last().bits + 1}));
    QVERIFY(freeAddress(design, Subnet{}) == std::nullopt);
}

QTEST_GUILESS_MAIN(AddressSpaceTest)
#include "address_space_test.moc"
