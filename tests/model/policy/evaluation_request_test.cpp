#include <QtTest>

#include "model/policy/evaluation_request.h"

using namespace gw;

/// The document that `policy evaluate` reads: what it takes, and what it refuses where.
class EvaluationRequestTest : public QObject {
    Q_OBJECT
private slots:
    void everyMemberIsRead();
    void whatIsLeftOutIsAbsent();
    void refusals_data();
    void refusals();
};

namespace {

const QString statement = R"({"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}})";
const QString forEveryone = R"({"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}})";

std::string documentOf(const QString& request, const QString& rest = {}) {
    return QString(R"({"request":{%1}%2})").arg(request, rest).toStdString();
}

const QString plain = R"("action":"s3:GetObject","resource":{"arn":"arn:aws:s3:::b/x"},"principal":"*")";

}  // namespace

void EvaluationRequestTest::everyMemberIsRead() {
    const QString named = QString(R"([{"name":"a","policy":%1},{"name":"b","policy":%1}])").arg(statement);
    const QString request =
        QString(R"("action":"S3:GetObject","resource":{"arn":"arn:aws:s3:::b/x","accountId":"111122223333","policy":%1,
        "restrictPublicBuckets":true},"principal":"arn:aws:iam::111122223333:user/ann",
        "context":{"aws:TagKeys":["a","b"],"aws:SourceVpc":"vpc-1","aws:SourceIp":null,"aws:referer":[]})")
            .arg(forEveryone);
    const QString rest = QString(R"(,"identityPolicies":%1,"permissionBoundaries":%1,"sessionPolicy":%2,
        "vpcEndpointPolicies":[{"name":"e","policy":%3,"type":"Gateway"}],
        "serviceControlPolicies":[{"orgIdentifier":"r","policies":%1}],
        "resourceControlPolicies":[{"orgIdentifier":"o","policies":[{"name":"c","policy":%3}]}])")
                             .arg(named, statement, forEveryone);
    const auto read = readEvaluationRequest(documentOf(request, rest));
    if (!read) qFatal("%s", read.error().message.c_str());
    QCOMPARE(read->request.lowerAction(), std::string("s3:getobject"));
    QCOMPARE(std::string(read->request.service()), std::string("s3"));
    QVERIFY(read->request.isWithinOneAccount());
    QVERIFY(read->request.resource().restrictsPublicBuckets);
    const RequestContext& context = read->request.context();
    QCOMPARE(context.find("aws:tagkeys").values->size(), std::size_t{2});
    QVERIFY(context.find("aws:sourcevpc").presence == RequestContext::Presence::Present);
    QVERIFY(context.find("aws:sourceip").presence == RequestContext::Presence::Unknown);
    QVERIFY(context.find("aws:referer").presence == RequestContext::Presence::Absent);
    const Grants& grants = read->grants;
    QCOMPARE(grants.identity.size(), std::size_t{2});
    QCOMPARE(grants.identity[1].name, std::string("b"));
    QCOMPARE(grants.boundaries.size(), std::size_t{2});
    QVERIFY(grants.session && grants.resource);
    QCOMPARE(grants.resource->name, std::string("arn:aws:s3:::b/x"));
    QVERIFY(grants.endpointKind == Grants::EndpointKind::Gateway);
    QCOMPARE(grants.serviceControl.at(0).identifier, std::string("r"));
    QCOMPARE(grants.resourceControl.at(0).policies.size(), std::size_t{1});
}

void EvaluationRequestTest::whatIsLeftOutIsAbsent() {
    const auto read = readEvaluationRequest(documentOf(plain));
    QVERIFY(read.has_value());
    QVERIFY(read->request.context().find("aws:sourcevpc").presence == RequestContext::Presence::Absent);
    QVERIFY(read->grants.identity.empty() && read->grants.endpoint.empty() && !read->grants.session);
    QVERIFY(read->grants.endpointKind == Grants::EndpointKind::Interface);
    const auto named = readEvaluationRequest(
        documentOf(plain, QString(R"(,"sessionPolicy":{"name":"s","policy":%1})").arg(statement)));
    QVERIFY(named && named->grants.session->name == "s");
}

void EvaluationRequestTest::refusals_data() {
    QTest::addColumn<QString>("request");
    QTest::addColumn<QString>("rest");
    QTest::addColumn<QString>("says");
    const auto row = [](const QString& request, const QString& rest, const QString& says) {
        QTest::newRow(qPrintable(request + rest)) << request << rest << says;
    };
    row("", "", "\"action\" is missing");
    row(QString(plain).replace("s3:GetObject", "s3:Get*"), "", "without wildcards");
    row(QString(plain).replace("s3:GetObject", "GetObject"), "", "without wildcards");
    row(QString(plain).replace(R"("*")", "7"), "", "\"principal\" is a text");
    row(QString(plain).replace("arn\"", "Arn\""), "", "no member \"Arn\"");
    row(plain + R"(,"context":[])", "", "\"context\" is a JSON object");
    row(plain + R"(,"context":{"a:b":1})", "", "value is a text");
    row(plain + R"(,"context":{"a:b":["c",null]})", "", "value is a text");
    row(plain, R"(,"identityPolicies":{})", "is a list of policies");
    row(plain, R"(,"identityPolicies":[{"name":"a","policy":{}}])", "Statement");
    row(plain, QString(R"(,"identityPolicies":[{"name":"a","policy":%1}])").arg(forEveryone), "cannot stand in");
    row(plain, QString(R"(,"identityPolicies":[{"name":"a","type":"Gateway","policy":%1}])").arg(statement), "type");
    row(plain, QString(R"(,"vpcEndpointPolicies":[{"name":"a","type":"Tunnel","policy":%1}])").arg(forEveryone),
        "Gateway");
    row(plain, R"(,"serviceControlPolicies":[{"policies":[]}])", "\"orgIdentifier\" is missing");
    row(plain, R"(,"resourceControlPolicies":7)", "levels");
    row(plain, R"(,"other":1)", "no member \"other\"");
}

void EvaluationRequestTest::refusals() {
    QFETCH(QString, request);
    QFETCH(QString, rest);
    QFETCH(QString, says);
    const std::string text = documentOf(request, rest);
    const auto read = readEvaluationRequest(text);
    QVERIFY(!read);
    QVERIFY2(QString::fromStdString(read.error().message).contains(says), read.error().message.c_str());
    QVERIFY(read.error().offset < text.size());
}

QTEST_APPLESS_MAIN(EvaluationRequestTest)
#include "evaluation_request_test.moc"
