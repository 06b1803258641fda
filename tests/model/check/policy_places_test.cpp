#include <QtTest>

#include "model/check/policy_places.h"
#include "tests/samples.h"

using namespace gw;

/// Where the policies of a design hang, and what they can speak of.
class PolicyPlacesTest : public QObject {
    Q_OBJECT

private slots:
    void eachFieldThatHoldsAPolicy_data();
    void eachFieldThatHoldsAPolicy();
    void otherFieldsHoldNone();
    void theWordsOfTheDesign();
    void rolesAreNamedInTheirPartition();
};

void PolicyPlacesTest::eachFieldThatHoldsAPolicy_data() {
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("service");
    const auto row = [](const char* id, const char* field, PolicyType type, const char* service = "") {
        QTest::newRow(id) << id << field << static_cast<int>(type) << service;
    };
    row("vpce-s3", "policy", PolicyType::Endpoint, "s3");
    row("vpce-ecr-api", "policy", PolicyType::Endpoint, "ecr");
    row("bucket-archive", "policy", PolicyType::Resource, "s3");
    row("order-task", "policies", PolicyType::Identity);
    row("payment-task", "trustPolicy", PolicyType::Trust);
}

void PolicyPlacesTest::eachFieldThatHoldsAPolicy() {
    QFETCH(QString, row);
    QFETCH(QString, field);
    QFETCH(int, type);
    QFETCH(QString, service);
    const auto place = placeOfPolicy(secureCart(), AnyId(row.toStdString()), field.toStdString());
    QVERIFY(place);
    QCOMPARE(static_cast<int>(place->type), type);
    QCOMPARE(QString::fromStdString(place->service), service);
    QVERIFY(place->inDesign);
}

void PolicyPlacesTest::otherFieldsHoldNone() {
    QVERIFY(!placeOfPolicy(secureCart(), AnyId("vpce-s3"), "notes"));
    QVERIFY(!placeOfPolicy(secureCart(), AnyId("vpc-shop"), "policy"));
    QVERIFY(!placeOfPolicy(secureCart(), AnyId(), "policy"));
}

void PolicyPlacesTest::theWordsOfTheDesign() {
    const Design design = secureCart();
    const Network network(design);
    const PolicyVocabulary words = vocabularyOf(network);
    const auto has = [](const std::vector<PolicyWord>& all, const PolicyWord& word) {
        return std::ranges::find(all, word) != all.end();
    };
    QVERIFY(has(words.endpoints, {"vpce-s3", {}}));
    QVERIFY(has(words.vpcs, {"vpc-shop", {}}));
    QVERIFY(has(words.blocks, {"10.20.0.0/16", "vpc-shop"}));
    QVERIFY(has(words.accounts, {"111122223333", "shop"}));
    QVERIFY(has(words.organizations, {"o-securecart", "SecureCart"}));
    QVERIFY(has(words.regions, {"us-east-1", {}}));
    QVERIFY(has(words.resources, {"arn:aws:s3:::securecart-order-archive", "order-archive"}));
    QVERIFY(has(words.principals, {"arn:aws:iam::111122223333:role/order-task", "order-task"}));
    QVERIFY(std::ranges::is_sorted(words.services));
    QVERIFY(std::ranges::find(words.services, "secretsmanager") != words.services.end());
    // A role whose account nobody knows has no ARN.
    Design unknown = design;
    unknown.accounts = {};
    const Network lost(unknown);
    QVERIFY(vocabularyOf(lost).principals.empty());
}

void PolicyPlacesTest::rolesAreNamedInTheirPartition() {
    Design design = secureCart();
    Region region = *design.regions.begin();
    region.code = "cn-north-1";
    design.regions.put(region);
    const Network network(design);
    const PolicyVocabulary words = vocabularyOf(network);
    QVERIFY(!words.principals.empty());
    for (const PolicyWord& each : words.principals)
        QVERIFY2(each.text.starts_with("arn:aws-cn:iam::"), each.text.c_str());
}

QTEST_APPLESS_MAIN(PolicyPlacesTest)
#include "policy_places_test.moc"
