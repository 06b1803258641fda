#include <QtTest>

#include "model/reach/reach.h"
#include "tests/model/reach/described_design.h"

using namespace gw;

namespace {

std::filesystem::path corpusFolder() {
    return std::filesystem::path(SOURCE_DIR).parent_path() / "shared" / "corpus";
}

/// A call of an instance, and what the authors of the description saw of it.
struct Seen {
    const char* name;
    const char* folder;
    const char* region;
    const char* instance;
    const char* service;  ///< empty: the internet, 8.8.8.8 on port 80
    Verdict verdict;
    std::vector<const char*> via;
};

// As Batfish's own tests of the two deployments say (AwsConfigurationVpcEndpointGatewayTest,
// AwsConfigurationNatGatewayTest).
const std::vector<Seen> seen{
    {"private-to-s3",
     "d27-describe-batfish-gateway",
     "us-east-1",
     "i-01c6c0647fdccc89e",
     "s3",
     Verdict::PrivateGateway,
     {"vpce-0b7357542bb7b83ec"}},
    {"public-to-s3",
     "d27-describe-batfish-gateway",
     "us-east-1",
     "i-0464d440ca0ee9e34",
     "s3",
     Verdict::PrivateGateway,
     {"vpce-0b7357542bb7b83ec"}},
    {"private-to-other-service",
     "d27-describe-batfish-gateway",
     "us-east-1",
     "i-01c6c0647fdccc89e",
     "sqs",
     Verdict::Blocked,
     {}},
    {"public-to-other-service",
     "d27-describe-batfish-gateway",
     "us-east-1",
     "i-0464d440ca0ee9e34",
     "sqs",
     Verdict::Public,
     {"igw-0c8afe4471084ccba"}},
    {"private-over-nat",
     "d28-describe-batfish-nat",
     "us-east-2",
     "i-0a128d26e59be60f3",
     "",
     Verdict::Public,
     {"nat-07ab4846da51f4612", "igw-071753b9c23d8a9b2"}},
};

}  // namespace

/// Deployments that others have described, with what reaches what.
class DescribedTest : public QObject {
    Q_OBJECT
private slots:
    void isAsItsAuthorsSay_data();
    void isAsItsAuthorsSay();
};

void DescribedTest::isAsItsAuthorsSay_data() {
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(seen.size()); ++i)
        QTest::newRow(seen.at(static_cast<std::size_t>(i)).name) << i;
}

void DescribedTest::isAsItsAuthorsSay() {
    QFETCH(int, index);
    const Seen& call = seen.at(static_cast<std::size_t>(index));
    const auto folder = corpusFolder() / call.folder;
    if (!std::filesystem::exists(folder)) QSKIP("The corpus is not beside the source folder.");
    Design design = describedDesign(folder, call.region);
    Flow flow;
    flow.id = {"flow"};
    flow.from = Id<Workload>{call.instance};
    if (*call.service) {
        ServiceResource resource;
        resource.id = {"resource"};
        resource.service = call.service;
        resource.region = {"region"};
        design.resources.put(resource);
        flow.to = resource.id;
    } else {
        Client internet;
        internet.id = {"internet"};
        internet.cidrs = {Cidr::literal("8.8.8.8/32")};
        design.clients.put(internet);
        flow.to = internet.id;
        flow.port = PortRange::single(80);
    }
    design.flows.put(flow);
    const Trace found = trace(Network(design), flow);
    QVERIFY2(found.verdict == call.verdict, found.summary.c_str());
    std::vector<AnyId> via;
    for (const char* id : call.via) via.emplace_back(std::string(id));
    QCOMPARE(found.via, via);
    if (call.verdict == Verdict::Blocked) QCOMPARE(found.blockers.front().code, std::string("ROUTE_NONE"));
}

QTEST_APPLESS_MAIN(DescribedTest)
#include "described_test.moc"
