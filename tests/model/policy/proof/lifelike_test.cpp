#include <QtTest>

#include "model/policy/proof/lifelike.h"

using namespace gw;

/// Requests as AWS meets them.
class LifelikeTest : public QObject {
    Q_OBJECT
private slots:
    void theBestFormComesFirst_data();
    void theBestFormComesFirst();
    void formsKeepCallerAndContext();
};

void LifelikeTest::theBestFormComesFirst_data() {
    QTest::addColumn<std::string>("action");
    QTest::addColumn<std::string>("resource");
    QTest::addColumn<std::string>("form");
    const auto row = [](const char* action, const char* resource, const char* form) {
        QTest::addRow("%s %s", action, resource) << std::string(action) << std::string(resource) << std::string(form);
    };
    // Nothing is better than what there is.
    row("s3:GetObject", "arn:aws:s3:::orders/1", "");
    row("s3:ListBucket", "arn:aws:s3:::orders", "");
    row("iam:PassRole", "arn:aws:iam::111122223333:role/team/app", "");
    row("sts:AssumeRole", "arn:aws:iam::111122223333:role/app", "");
    row("ec2:DescribeVpcs", "*", "");
    row("x:x", "arn:aws:nothing:::y", "");
    row("x:x", "*", "");
    row("s3:GetObject", "arn:aws:s3:::orders", "s3:GetObject arn:aws:s3:::example/example");
    row("iam:GetRole", "arn:aws:s3:::orders", "iam:GetRole arn:aws:iam::111122223333:role/example");
    row("ec2:DescribeVpcs", "arn:aws:s3:::orders", "ec2:DescribeVpcs *");
    row("x:x", "arn:aws:s3:::orders", "s3:ListBucket arn:aws:s3:::orders");
    row("x:x", "arn:aws:s3:::orders/1", "s3:GetObject arn:aws:s3:::orders/1");
    row("x:x", "arn:aws:sqs:eu-west-1:111122223333:q", "sqs:SendMessage arn:aws:sqs:eu-west-1:111122223333:q");
}

void LifelikeTest::theBestFormComesFirst() {
    QFETCH(std::string, action);
    QFETCH(std::string, resource);
    QFETCH(std::string, form);
    RequestExample request;
    request.action = action;
    request.resource = resource;
    const std::vector<RequestExample> forms = lifelikeForms(request);
    QCOMPARE(forms.empty() ? std::string() : forms.front().action + " " + forms.front().resource, form);
}

void LifelikeTest::formsKeepCallerAndContext() {
    const RequestExample request{"x:x", "arn:aws:s3:::orders", "*", {{"aws:SourceVpce", {"vpce-1"}}}};
    const std::vector<RequestExample> forms = lifelikeForms(request);
    QVERIFY(forms.size() > 10);
    for (const RequestExample& each : forms) {
        QCOMPARE(each.principal, request.principal);
        QCOMPARE(each.context, request.context);
    }
}

QTEST_APPLESS_MAIN(LifelikeTest)
#include "lifelike_test.moc"
