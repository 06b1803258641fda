#include <QtTest>
#include <algorithm>
#include <map>
#include <set>

#include "model/catalog/catalog.h"
#include "model/catalog/partition.h"

using gw::Catalog;
using gw::Confidence;
using gw::PortRange;
using gw::Service;

namespace {

const Catalog& catalog() {
    return Catalog::builtIn();
}

const Service& service(std::string_view name) {
    const Service* found = catalog().service(name);
    if (!found) qFatal("no service %s", std::string(name).c_str());
    return *found;
}

std::string firstOf(std::string_view text) {
    const auto found = catalog().search(text);
    return found.empty() ? "" : std::string(found.front()->name);
}

template <class Rows, class Key>
bool isSortedAndUnique(const Rows& rows, Key key) {
    return std::ranges::adjacent_find(rows, [&](const auto& a, const auto& b) { return !(key(a) < key(b)); }) ==
           rows.end();
}

}  // namespace

class CatalogTest : public QObject {
    Q_OBJECT

private slots:
    void holdsEveryServiceOnce() {
        QCOMPARE(catalog().services().size(), 543u);
        QVERIFY(isSortedAndUnique(catalog().services(), [](const Service& s) { return s.name; }));
        std::set<std::string> names;
        for (const Service& each : catalog().services()) {
            QCOMPARE(catalog().service(each.name), &each);
            QVERIFY2(!each.title.empty() && !each.category.empty(), each.name.data());
            QVERIFY(!each.ports.empty());
            QVERIFY(each.types.gateway || each.types.interface);
            if (each.serviceName.empty()) {
                QVERIFY(each.serviceNameIn("us-east-1").empty());
            } else {
                QVERIFY2(names.insert(each.serviceNameIn("us-east-1")).second, each.name.data());
            }
            if (each.endpointPolicyConfidence != Confidence::Unverified) QVERIFY(each.endpointPolicy.has_value());
            if (each.privateDnsNamesConfidence != Confidence::Unverified) QVERIFY(!each.privateDnsNames.empty());
        }
        QCOMPARE(catalog().service("no-such-service"), nullptr);
        QCOMPARE(catalog().service(""), nullptr);
    }

    void eachRegionIsOfOnePartition() {
        for (const auto& [region, partition] : std::map<std::string, std::string>{{"us-east-1", "aws"},
                                                                                  {"ap-southeast-7", "aws"},
                                                                                  {"cn-northwest-1", "aws-cn"},
                                                                                  {"us-gov-east-1", "aws-us-gov"},
                                                                                  {"us-iso-east-1", "aws-iso"},
                                                                                  {"us-isob-east-1", "aws-iso-b"},
                                                                                  {"eusc-de-east-1", "aws-eusc"},
                                                                                  {"", "aws"}})
            QCOMPARE(std::string(gw::partitionOf(region)), partition);
        for (const gw::RegionInfo& region : catalog().regions())
            QCOMPARE(gw::partitionOf(region.code) == "aws-cn", region.title.find("China") != std::string_view::npos);
    }

    void knowsWhatAwsSaysOfTheServicesOfSecureCart() {
        const Service& s3 = service("s3");
        QVERIFY(s3.types.gateway && s3.types.interface);
        QVERIFY(s3.crossRegion);
        QCOMPARE(s3.endpointPolicy, std::optional(true));
        QCOMPARE(s3.endpointPolicyConfidence, Confidence::Verified);
        QCOMPARE(s3.serviceNameIn("eu-west-1"), std::string("com.amazonaws.eu-west-1.s3"));
        QVERIFY(std::ranges::count(s3.privateDnsNamesIn("eu-west-1"), "*.s3.eu-west-1.amazonaws.com") == 1);

        // F-134: interface endpoints of DynamoDB have no private DNS.
        const Service& dynamodb = service("dynamodb");
        QVERIFY(dynamodb.types.gateway && dynamodb.types.interface && !dynamodb.privateDns);
        QCOMPARE(dynamodb.privateDnsConfidence, Confidence::Verified);
        QVERIFY(dynamodb.privateDnsNames.empty());

        // F-016, F-132: S3 Express has a gateway endpoint alone.
        QVERIFY(service("s3express").types.gateway && !service("s3express").types.interface);
        for (const Service& each : catalog().services())
            QCOMPARE(each.types.gateway, each.name == "s3" || each.name == "dynamodb" || each.name == "s3express");

        const Service& secrets = service("secretsmanager");
        QVERIFY(secrets.types.interface && !secrets.types.gateway && secrets.privateDns);
        QCOMPARE(secrets.iamPrefix, std::string_view("secretsmanager"));
        QCOMPARE(secrets.ports, std::vector{PortRange::single(443)});
        QCOMPARE(service("ecr.dkr").privateDnsNamesIn("us-east-1").front(),
                 std::string("*.dkr.ecr.us-east-1.amazonaws.com"));
    }

    void knowsPortsThatAreNotHttps() {
        QCOMPARE(service("cassandra").ports, std::vector{PortRange::single(9142)});
        QCOMPARE(service("appstream.streaming").ports, (std::vector<PortRange>{{443, 443}, {1400, 1499}}));
        QCOMPARE(service("backup-gateway").ports.size(), 6u);
    }

    void namesServicesThatAreNotRegional() {
        QCOMPARE(service("iam").serviceNameIn("eu-west-1"), std::string("com.amazonaws.iam"));
        QCOMPARE(service("route53globalresolver").serviceNameIn("eu-west-1"),
                 std::string("aws.api.us-east-2.route53globalresolver"));
        QCOMPARE(service("notebook").serviceNameIn("eu-west-1"), std::string("aws.sagemaker.eu-west-1.notebook"));
        QCOMPARE(service("codewhisperer").serviceNameIn("eu-west-1"),
                 std::string("com.amazonaws.us-east-1.codewhisperer"));
        // The documented one of two keeps the plain name.
        QCOMPARE(service("freetier").serviceNameIn("us-east-1"), std::string("com.amazonaws.us-east-1.freetier"));
        QCOMPARE(service("aws.api.freetier").serviceNameIn("us-east-1"), std::string("aws.api.us-east-1.freetier"));
        QCOMPARE(service("appmesh").lifecycle, std::string_view("ended 2026-09-30"));
    }

    void findsServicesByWhatPeopleType() {
        QCOMPARE(firstOf("s3"), std::string("s3"));
        QCOMPARE(firstOf("S3"), std::string("s3"));
        QCOMPARE(firstOf("secret"), std::string("secretsmanager"));
        QCOMPARE(firstOf("amazon rds"), std::string("rds"));
        QCOMPARE(firstOf("ecr dkr"), std::string("ecr.dkr"));
        QCOMPARE(firstOf("dynamo"), std::string("dynamodb"));
        QCOMPARE(firstOf("cloudwatch logs"), std::string("logs"));
        QVERIFY(catalog().search("s3 nonsense").empty());
        QCOMPARE(catalog().search("").size(), 543u);
        QCOMPARE(catalog().search("  ").front(), catalog().services().data());
        const auto storage = catalog().search("storage");
        QVERIFY(std::ranges::count(storage, "s3", &Service::name) == 1);
    }

    void knowsRegionsAndTheirZones() {
        QVERIFY(isSortedAndUnique(catalog().regions(), [](const gw::RegionInfo& r) { return r.code; }));
        const gw::RegionInfo* virginia = catalog().region("us-east-1");
        QVERIFY(virginia);
        QCOMPARE(virginia->title, std::string_view("US East (N. Virginia)"));
        QCOMPARE(virginia->zones, (std::vector<std::string_view>{"a", "b", "c", "d", "e", "f"}));
        QCOMPARE(catalog().region("us-east-9"), nullptr);
    }

    void pricesFallBackToTheHomeRegion() {
        const auto hour = catalog().price("interface_endpoint.hour", "us-east-1");
        QVERIFY(hour && hour->exact);
        QCOMPARE(hour->price.usd, 0.01);
        QCOMPARE(hour->price.unit, std::string_view("zone and hour"));
        QCOMPARE(hour->price.confidence, Confidence::Verified);
        QVERIFY(!hour->price.source.empty() && !hour->price.date.empty());

        const auto nat = catalog().price("nat_gateway.hour", "eu-central-1");
        QVERIFY(nat && nat->exact);
        QCOMPARE(nat->price.usd, 0.052);
        QCOMPARE(nat->price.confidence, Confidence::Unverified);

        const auto guessed = catalog().price("nat_gateway.hour", "me-central-1");
        QVERIFY(guessed && !guessed->exact);
        QCOMPARE(guessed->price.usd, 0.045);

        // A gateway endpoint costs nothing anywhere (F-338).
        const auto free = catalog().price("gateway_endpoint.gb", "ap-south-2");
        QVERIFY(free && free->exact);
        QCOMPARE(free->price.usd, 0.0);

        QVERIFY(!catalog().price("tunnel_endpoint.hour", "us-east-1"));
        QVERIFY(!catalog().price("", "us-east-1"));
        QCOMPARE(catalog().priceDate(), std::string_view("2026-11-23"));
    }

    void pricesThatFallWithVolumeHaveSteps() {
        using Step = gw::Price::Step;
        const auto gb = catalog().price("interface_endpoint.gb", "us-east-1");
        QVERIFY(gb.has_value());
        QCOMPARE(gb->price.steps, (std::vector<Step>{{1e6, 0.01}, {5e6, 0.006}, {{}, 0.004}}));
        QVERIFY(isSortedAndUnique(catalog().pricedItems(), [](std::string_view item) { return item; }));
        for (const std::string_view item : catalog().pricedItems()) {
            const auto answer = catalog().price(item, "us-east-1");
            QVERIFY2(answer && answer->exact, item.data());
            const auto& steps = answer->price.steps;
            if (steps.empty()) continue;
            QCOMPARE(steps.front().usd, answer->price.usd);
            QVERIFY(!steps.back().upTo.has_value());
        }
    }

    void knowsQuotas() {
        QCOMPARE(catalog().quotas().size(), 53u);
        QVERIFY(isSortedAndUnique(catalog().quotas(), [](const gw::Quota& q) { return q.id; }));
        const gw::Quota* routes = catalog().quota("routes_per_table");
        QVERIFY(routes);
        QCOMPARE(routes->standard, 500.0);
        QCOMPARE(routes->maximum, std::optional(1000.0));
        QCOMPARE(routes->adjustable, std::optional(true));
        QCOMPARE(catalog().quota("managed_policy_chars")->confidence, Confidence::Unverified);
        QCOMPARE(catalog().quota("nothing"), nullptr);
    }

    void companionsAreServicesOfTheCatalogue() {
        QCOMPARE(catalog().companionSets().size(), 33u);
        QVERIFY(isSortedAndUnique(catalog().companionSets(), [](const gw::CompanionSet& s) { return s.id; }));
        const std::set<std::string_view> needs{"required", "conditional", "optional", "per-call"};
        for (const gw::CompanionSet& set : catalog().companionSets())
            for (const gw::Companion& member : set.members) {
                QVERIFY(needs.contains(member.need));
                if (member.service.ends_with('*')) continue;
                const Service* found = catalog().service(member.service);
                QVERIFY2(found, member.service.data());
                if (member.gateway) QVERIFY(found->types.gateway);
            }
        const gw::CompanionSet* pull = catalog().companionSet("ecr-pull");
        QVERIFY(pull);
        QCOMPARE(pull->members.size(), 3u);
        QCOMPARE(pull->members[1].service, std::string_view("ecr.dkr"));
        QCOMPARE(pull->members[1].privateDns, std::optional(true));
        QVERIFY(pull->members[2].gateway);
    }
};

QTEST_GUILESS_MAIN(CatalogTest)
#include "catalog_test.moc"
