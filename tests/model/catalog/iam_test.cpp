#include <QtTest>

#include <algorithm>
#include <set>
#include <thread>

#include "model/catalog/iam.h"
#include "model/core/json.h"
#include "resources/embedded.h"

using namespace gw;

/// What IAM knows of AWS's services: the whole list can be read, and holds what its documentation says.
class IamTest : public QObject {
    Q_OBJECT
private slots:
    void everyServiceIsWhole();
    void actionsAreFound();
    void keysAreFound();
    void globalKeysAreFound();
    void aKeyIsFoundWhoeverSendsIt();
    void unknownNamesAreNotFound();
    void threadsSeeTheSame();
};

void IamTest::everyServiceIsWhole() {
    const auto whole = parseJson(embeddedFile("catalog/iam.json"));
    QVERIFY(whole.has_value());
    const IamCatalog& catalog = IamCatalog::builtIn();
    QCOMPARE(catalog.prefixes().size(), whole->find("services")->children.size());
    QVERIFY(std::ranges::is_sorted(catalog.prefixes()));
    QVERIFY(catalog.date().starts_with("20"));
    std::size_t actions = 0;
    for (const std::string_view prefix : catalog.prefixes()) {
        const IamService* service = catalog.service(prefix);
        QVERIFY(service && service->prefix() == prefix && !service->title().empty());
        actions += service->actions().size();
        for (const IamAction& action : service->actions()) {
            QCOMPARE(service->action(action.name), &action);
            QVERIFY(static_cast<std::size_t>(action.level) < 5);
            for (const std::uint16_t type : action.types) QVERIFY(type < service->types().size());
            for (const std::uint16_t key : action.keys) QVERIFY(key < service->keys().size());
        }
        for (const IamResourceType& type : service->types()) {
            QVERIFY(!type.arns.empty());
            for (const std::string_view arn : type.arns) QVERIFY(arn.starts_with("arn:"));
            for (const std::uint16_t key : type.keys) QVERIFY(key < service->keys().size());
        }
    }
    QVERIFY(actions > 20'000);
}

void IamTest::actionsAreFound() {
    const IamService* s3 = IamCatalog::builtIn().service("S3");
    QVERIFY(s3 && s3->title() == "Amazon S3");
    const IamAction* get = s3->action("getobject");
    QVERIFY(get && get->name == "GetObject" && get->level == AccessLevel::Read);
    std::set<std::string_view> forms;
    for (const std::uint16_t type : get->types)
        for (const std::string_view arn : s3->types()[type].arns) forms.insert(arn);
    QVERIFY(forms.contains("arn:${Partition}:s3:::${BucketName}/${ObjectName}"));
    QVERIFY(!forms.contains("arn:${Partition}:s3:::${BucketName}"));
    QVERIFY(s3->action("ListAllMyBuckets")->types.empty());
    QCOMPARE(s3->action("PutBucketPolicy")->level, AccessLevel::Permissions);
    QVERIFY(wordOf(AccessLevel::Permissions) == "permissions management");
}

void IamTest::keysAreFound() {
    const IamService* s3 = IamCatalog::builtIn().service("s3");
    QVERIFY(s3->carries(*s3->action("ListBucket"), "s3:PREFIX"));
    QVERIFY(!s3->carries(*s3->action("GetObject"), "s3:prefix"));
    QVERIFY(s3->carries(*s3->action("GetObject"), "s3:ExistingObjectTag/class"));
    QVERIFY(!s3->carries(*s3->action("GetObject"), "s3:ExistingObjectTag/"));
    // By way of the access points that it acts on.
    QVERIFY(s3->carries(*s3->action("GetObject"), "s3:DataAccessPointArn"));
    QVERIFY(s3->key("s3:TlsVersion")->type == IamConditionKey::Type::Numeric);
    QVERIFY(s3->key("aws:TagKeys")->multivalued);
}

void IamTest::globalKeysAreFound() {
    const IamCatalog& catalog = IamCatalog::builtIn();
    QVERIFY(catalog.globalKeys().size() > 50);
    QVERIFY(catalog.globalKey("AWS:sourcevpce")->name == "aws:SourceVpce");
    QVERIFY(catalog.globalKey("aws:PrincipalTag/team")->type == IamConditionKey::Type::String);
    QVERIFY(catalog.globalKey("aws:SourceIp")->type == IamConditionKey::Type::Ip);
    QVERIFY(catalog.globalKey("aws:PrincipalOrgPaths")->multivalued);
    const auto& senders = catalog.globalKey("aws:SourceVpcArn")->services;
    QVERIFY(std::ranges::binary_search(senders, std::string_view("s3")));
    QVERIFY(!std::ranges::binary_search(senders, std::string_view("sqs")));
}

void IamTest::aKeyIsFoundWhoeverSendsIt() {
    const IamCatalog& catalog = IamCatalog::builtIn();
    QCOMPARE(catalog.key("AWS:tagkeys"), catalog.globalKey("aws:TagKeys"));
    QCOMPARE(catalog.key("kms:EncryptionContextKeys"), catalog.service("kms")->key("kms:EncryptionContextKeys"));
    QVERIFY(catalog.key("kms:EncryptionContextKeys")->multivalued && !catalog.key("aws:SourceVpce")->multivalued);
    QVERIFY(!catalog.key("kms:NoSuchKey") && !catalog.key("nosuchservice:Key") && !catalog.key("nothing"));
}

void IamTest::unknownNamesAreNotFound() {
    const IamCatalog& catalog = IamCatalog::builtIn();
    for (const std::string_view prefix : {"", "s", "s33", "zzz", "*"}) QVERIFY(!catalog.service(prefix));
    QVERIFY(!catalog.service("s3")->action("GetObjects") && !catalog.service("s3")->action(""));
    QVERIFY(!catalog.service("s3")->key("s3:nothing") && !catalog.globalKey("aws:PrincipalTag/"));
}

void IamTest::threadsSeeTheSame() {
    std::vector<const IamService*> seen(8);
    std::vector<std::thread> threads;
    for (const IamService*& each : seen)
        threads.emplace_back([&each] { each = IamCatalog::builtIn().service("appmesh"); });
    for (std::thread& thread : threads) thread.join();
    QVERIFY(seen[0] && std::ranges::all_of(seen, [&](const IamService* each) { return each == seen[0]; }));
}

QTEST_APPLESS_MAIN(IamTest)
#include "iam_test.moc"
