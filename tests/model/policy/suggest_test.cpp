#include <QtTest>

#include "model/policy/read.h"
#include "model/policy/suggest/policy_cursor.h"
#include "model/policy/suggest/suggest.h"
#include "tests/random/random.h"
#include "tests/random/rounds.h"

using namespace gw;

/// What fits where the cursor stands, written as "|" in the text.
class SuggestTest : public QObject {
    Q_OBJECT

private slots:
    void fits_data();
    void fits();
    void fitsNot_data();
    void fitsNot();
    void whatStandsThereIsNotOfferedAgain();
    void theServiceOfThePlaceComesFirst();
    void taking_data();
    void taking();
    void takingEachLeavesTheRestAsItIs();
    void formsAreOfThePartition();
    void keepsApartStatements();
    void takesAnyText();
    void takesTextOfAnyDepthAndLength_data();
    void takesTextOfAnyDepthAndLength();

private:
    static PolicyPlace placeOf(const QString& where) {
        PolicyPlace place;
        place.inDesign = true;
        if (where == "bucket") {
            place.type = PolicyType::Resource;
            place.service = "s3";
            place.resource = "arn:aws:s3:::archive";
        } else if (where == "gateway" || where == "interface") {
            place.type = PolicyType::Endpoint;
            place.service = "s3";
            place.endpointKind = where == "gateway" ? Grants::EndpointKind::Gateway : Grants::EndpointKind::Interface;
        } else if (where == "trust") {
            place.type = PolicyType::Trust;
        } else if (where == "scp") {
            place.type = PolicyType::ServiceControl;
        }
        return place;
    }
    static PolicyVocabulary words() {
        PolicyVocabulary all;
        all.services = {"dynamodb", "s3"};
        all.resources = {{"arn:aws:s3:::archive", "archive"},
                         {"arn:aws:dynamodb:us-east-1:111122223333:table/orders", "orders"}};
        all.principals = {{"arn:aws:iam::111122223333:role/order-task", "order-task"}};
        all.accounts = {{"111122223333", "shop"}};
        all.endpoints = {{"vpce-s3", "vpce-s3"}, {"vpce-0abc", "secrets door"}};
        all.vpcs = {{"vpc-shop", "shop"}};
        all.blocks = {{"10.0.0.0/16", "shop"}};
        all.organizations = {{"o-shop", "Shop"}};
        all.regions = {{"us-east-1", {}}};
        return all;
    }
    static std::vector<PolicySuggestion> at(const QString& marked, const QString& where = {},
                                            const PolicyVocabulary& vocabulary = words()) {
        const std::string text = marked.toStdString();
        const std::size_t cursor = text.find('|');
        return suggestionsAt(text.substr(0, cursor) + text.substr(cursor + 1), cursor, placeOf(where), vocabulary);
    }
    static QStringList labels(const std::vector<PolicySuggestion>& all) {
        QStringList found;
        for (const PolicySuggestion& each : all) found << QString::fromStdString(each.label);
        return found;
    }
};

void SuggestTest::fits_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("first");
    const auto row = [](const char* name, const char* text, const char* first, const char* where = "") {
        QTest::newRow(name) << text << where << first;
    };
    row("element of the document", R"({"|"})", "Version");
    row("element of the document, typed", R"({"st|"})", "Statement");
    row("element without quotes", "{|}", "Version");
    row("element of a statement", R"({"Statement": [{"|"}]})", "Sid");
    row("element of a lone statement", R"({"Statement": {"eff|"}})", "Effect");
    row("element behind another", R"({"Statement": [{"Effect": "Allow", "|"}]})", "Sid");
    row("element, its comma missing", "{\"Statement\": [{\"Effect\": \"Allow\"\n \"a|\"}]}", "Action");
    row("element, its quote missing", "{\"Statement\": [{\"Effect\": \"Allow\",\n \"Reso|\n}]}", "Resource");
    row("who, where policies name principals", R"({"Statement": [{"princ|"}]})", "Principal", "bucket");
    row("version", R"({"Version": "|"})", "2012-10-17");
    row("effect", R"({"Statement": [{"Effect": "|"}]})", "Allow");
    row("effect, typed", R"({"Statement": [{"Effect": "d|"}]})", "Deny");
    row("effect without quotes", R"({"Statement": [{"Effect": |}]})", "Allow");
    row("a service of the design", R"({"Statement": [{"Action": "|"}]})", "dynamodb:");
    row("another service", R"({"Statement": [{"Action": ["secretsm|"]}]})", "secretsmanager:");
    row("actions of a service", R"({"Statement": [{"Action": "s3:getobject|"}]})", "s3:GetObject");
    row("actions by a part of their name", R"({"Statement": [{"Action": "s3:tagging|"}]})", "s3:DeleteJobTagging");
    row("an action without its service", R"({"Statement": [{"Action": "getitem|"}]})", "dynamodb:GetItem");
    row("an action of a list", R"({"Statement": [{"NotAction": ["s3:GetObject", "s3:putobj|"]}]})", "s3:PutObject");
    row("an action where roles are assumed", R"({"Statement": [{"Action": "assumerole|"}]})", "sts:AssumeRole",
        "trust");
    row("what the policy hangs on", R"({"Statement": [{"Resource": "|"}]})", "arn:aws:s3:::archive", "bucket");
    row("a resource that suits the action", R"({"Statement": [{"Action": "dynamodb:GetItem", "Resource": "|"}]})",
        "arn:aws:dynamodb:us-east-1:111122223333:table/orders");
    row("a resource by its name", R"({"Statement": [{"Resource": "orders|"}]})",
        "arn:aws:dynamodb:us-east-1:111122223333:table/orders");
    row("a form of an ARN", R"({"Statement": [{"Action": "kms:Decrypt", "Resource": "arn:aws:kms|"}]})",
        "arn:aws:kms:us-east-1:111122223333:key/${KeyId}");
    row("kinds of principals", R"({"Statement": [{"Principal": {"|"}}]})", "AWS", "bucket");
    row("a role", R"({"Statement": [{"Principal": {"AWS": "|"}}]})", "arn:aws:iam::111122223333:role/order-task",
        "bucket");
    row("everyone alone at a gateway endpoint", R"({"Statement": [{"Principal": {"AWS": "|"}}]})", "*", "gateway");
    row("a service principal", R"({"Statement": [{"Principal": {"Service": ["ecs|"]}}]})", "ecs-tasks.amazonaws.com",
        "trust");
    row("an operator", R"({"Statement": [{"Condition": {"stringn|"}}]})", "StringNotEquals");
    row("an operator with IfExists", R"({"Statement": [{"Condition": {"boolif|"}}]})", "BoolIfExists");
    row("a key of the network", R"({"Statement": [{"Condition": {"StringEquals": {"sourcevpce|"}}}]})",
        "aws:SourceVpce");
    row("a key of the action",
        R"({"Statement": [{"Action": "s3:ListBucket", "Condition": {"StringLike": {"pref|"}}}]})", "s3:prefix");
    row("a key that an address suits", R"({"Statement": [{"Condition": {"IpAddress": {"|"}}}]})", "aws:SourceIp");
    row("an endpoint", R"({"Statement": [{"Condition": {"StringEquals": {"aws:SourceVpce": "|"}}}]})", "vpce-s3");
    row("an endpoint by its name", R"({"Statement": [{"Condition": {"StringEquals": {"AWS:sourcevpce": ["secr|"]}}}]})",
        "vpce-0abc");
    row("a VPC", R"({"Statement": [{"Condition": {"StringEquals": {"aws:SourceVpc": "|"}}}]})", "vpc-shop");
    row("an account", R"({"Statement": [{"Condition": {"StringEquals": {"aws:PrincipalAccount": "|"}}}]})",
        "111122223333");
    row("an organisation", R"({"Statement": [{"Condition": {"StringEquals": {"aws:PrincipalOrgID": "|"}}}]})",
        "o-shop");
    row("a block", R"({"Statement": [{"Condition": {"IpAddress": {"aws:VpcSourceIp": "|"}}}]})", "10.0.0.0/16");
    row("true and false", R"({"Statement": [{"Condition": {"Bool": {"aws:SecureTransport": "|"}}}]})", "true");
    row("whether there is a key", R"({"Statement": [{"Condition": {"Null": {"aws:SourceVpce": "|"}}}]})", "true");
}

void SuggestTest::fits() {
    QFETCH(QString, text);
    QFETCH(QString, where);
    QFETCH(QString, first);
    const QStringList found = labels(at(text, where));
    QVERIFY2(!found.isEmpty(), "nothing fits");
    QCOMPARE(found.first(), first);
}

void SuggestTest::fitsNot_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("label");
    const auto row = [](const char* name, const char* text, const char* label, const char* where = "") {
        QTest::newRow(name) << text << where << label;
    };
    row("no principal in a role's policy", R"({"Statement": [{"|"}]})", "Principal");
    row("no NotPrincipal in an SCP", R"({"Statement": [{"|"}]})", "NotPrincipal", "scp");
    row("no resource in a trust policy", R"({"Statement": [{"|"}]})", "Resource", "trust");
    row("no roles at a gateway endpoint", R"({"Statement": [{"Principal": {"AWS": "|"}}]})",
        "arn:aws:iam::111122223333:role/order-task", "gateway");
    row("not both of a pair", R"({"Statement": [{"Action": "s3:GetObject", "|"}]})", "NotAction");
    row("no key of another kind", R"({"Statement": [{"Condition": {"Bool": {"|"}}}]})", "aws:SourceVpce");
    row("no key of another action",
        R"({"Statement": [{"Action": "s3:GetObject", "Condition": {"StringLike": {"|"}}}]})", "s3:prefix");
    row("no elements of the document in a statement", R"({"Statement": [{"|"}]})", "Version");
}

void SuggestTest::fitsNot() {
    QFETCH(QString, text);
    QFETCH(QString, where);
    QFETCH(QString, label);
    const QStringList found = labels(at(text, where));
    QVERIFY(!found.isEmpty());
    QVERIFY(!found.contains(label));
}

void SuggestTest::whatStandsThereIsNotOfferedAgain() {
    QVERIFY(!labels(at(R"({"Version": "2012-10-17", "|"})")).contains("Version"));
    QVERIFY(!labels(at(R"({"Statement": [{"Action": ["s3:GetObject", "s3:GetO|"]}]})")).contains("s3:GetObject"));
    QVERIFY(!labels(at(R"({"Statement": [{"Condition": {"StringEquals": {"aws:SourceVpce": ["vpce-s3", "|"]}}}]})"))
                 .contains("vpce-s3"));
    // Its own word is no other one.
    QVERIFY(labels(at(R"({"Vers|ion": "2012-10-17"})")).contains("Version"));
    // Nothing is known to fit behind a value, before a colon, outside of the document, or in a Sid.
    QVERIFY(at(R"({"Version": "2012-10-17" |})").empty());
    QVERIFY(at(R"({"Version" |})").empty());
    QVERIFY(at(R"({} |)").empty());
    QVERIFY(at(R"({"Statement": [{"Sid": "|"}]})").empty());
}

void SuggestTest::theServiceOfThePlaceComesFirst() {
    const QStringList found = labels(at(R"({"Statement": [{"Action": "|"}]})", "bucket"));
    QVERIFY(found.first().startsWith("s3:"));
    QVERIFY(found.size() > 100);
    // All of them at once is the last that is offered of the service.
    QVERIFY(labels(at(R"({"Statement": [{"Action": "s3:*|"}]})", "bucket")).contains("s3:*"));
    QCOMPARE(labels(at(R"({"Statement": [{"Action": "s3:GetObject", "Resource": "arn:aws:s3:::arch|"}]})", "bucket")),
             (QStringList{"arn:aws:s3:::archive", "arn:aws:s3:::archive/*"}));
}

void SuggestTest::taking_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("after");  // what is selected afterwards in < >, or the cursor as |
    const auto row = [](const char* name, const char* text, const char* label, const char* after) {
        QTest::newRow(name) << text << label << after;
    };
    row("a value", R"({"Statement": [{"Effect": "a|"}]})", "Allow", R"({"Statement": [{"Effect": "Allow"|}]})");
    row("a value of which a part stands there", R"({"Statement": [{"Effect": "Al|lo"}]})", "Allow",
        R"({"Statement": [{"Effect": "Allow"|}]})");
    row("a value without quotes", R"({"Statement": [{"Effect": |}]})", "Deny",
        R"({"Statement": [{"Effect": "Deny"|}]})");
    row("an element", R"({"|"})", "Version", R"({"Version": "2012-10-17"|})");
    row("an element with its value to come", R"({"Statement": [{"eff|"}]})", "Effect",
        R"({"Statement": [{"Effect": "|"}]})");
    row("an element with an object", R"({"Statement": [{|}]})", "Condition", R"({"Statement": [{"Condition": {|}}]})");
    row("an element, its quote missing", "{\n \"Stat|\n}", "Statement", "{\n \"Statement\": [{|}]\n}");
    row("the name of an element alone", R"({"Statement": [{"Act|ion": "s3:*"}]})", "NotAction",
        R"({"Statement": [{"NotAction"|: "s3:*"}]})");
    row("a service", R"({"Statement": [{"Action": "dyn|"}]})",
        "dynamodb:", R"({"Statement": [{"Action": "dynamodb:|"}]})");
    row("a form", R"({"Statement": [{"Action": "kms:Decrypt", "Resource": "|"}]})",
        "arn:aws:kms:us-east-1:111122223333:key/${KeyId}",
        R"({"Statement": [{"Action": "kms:Decrypt", "Resource": "arn:aws:kms:us-east-1:111122223333:key/<KeyId>"}]})");
    row("a key", R"({"Statement": [{"Condition": {"StringEquals": {"|"}}}]})", "aws:SourceVpce",
        R"({"Statement": [{"Condition": {"StringEquals": {"aws:SourceVpce": "|"}}}]})");
    row("a key with a part to choose", R"({"Statement": [{"Condition": {"StringEquals": {"aws:resourcet|"}}}]})",
        "aws:ResourceTag/${TagKey}",
        R"({"Statement": [{"Condition": {"StringEquals": {"aws:ResourceTag/<TagKey>": ""}}}]})");
}

void SuggestTest::taking() {
    QFETCH(QString, text);
    QFETCH(QString, label);
    QFETCH(QString, after);
    const std::vector<PolicySuggestion> all = at(text);
    const auto found = std::ranges::find(all, label.toStdString(), &PolicySuggestion::label);
    QVERIFY2(found != all.end(), qPrintable(labels(all).join(' ')));
    std::string made = taken(QString(text).remove('|').toStdString(), *found);
    const std::size_t from = found->begin + found->selectFrom;
    const std::size_t to = found->begin + found->selectTo;
    made.insert(to, from == to ? "|" : ">");
    if (from != to) made.insert(from, "<");
    QCOMPARE(QString::fromStdString(made), after);
}

void SuggestTest::takingEachLeavesTheRestAsItIs() {
    const std::string text =
        R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]})";
    int tried = 0;
    for (std::size_t cursor = 0; cursor <= text.size(); ++cursor)
        for (const PolicySuggestion& each : suggestionsAt(text, cursor, placeOf("bucket"), words())) {
            // Inside a string of a text that is JSON, each leaves it JSON.
            const std::string made = taken(text, each);
            if (draftCursorAt(text, cursor).token) QVERIFY2(parseJson(made), made.c_str());
            QVERIFY(made.starts_with(text.substr(0, each.begin)) && made.ends_with(text.substr(each.end)));
            ++tried;
        }
    QVERIFY(tried > 100);
}

void SuggestTest::formsAreOfThePartition() {
    PolicyVocabulary all = words();
    all.regions = {{"us-gov-west-1", {}}};
    all.resources = {{"arn:aws-us-gov:s3:::archive", "archive"}};
    const QStringList found = labels(at(R"({"Statement": [{"Action": "s3:GetObject", "Resource": "|"}]})", {}, all));
    QVERIFY(found.contains("arn:aws-us-gov:s3:::archive/*"));
    QVERIFY2(found.filter("arn:aws:").isEmpty(), qPrintable(found.join(' ')));
    const QStringList who = labels(at(R"({"Statement": [{"Principal": {"AWS": "|"}}]})", "bucket", all));
    QVERIFY2(who.contains("arn:aws-us-gov:iam::111122223333:root"), qPrintable(who.join(' ')));
}

void SuggestTest::keepsApartStatements() {
    const QString text =
        R"({"Statement": [{"Action": "dynamodb:GetItem"}, {"Action": "s3:ListBucket", "Condition": {"StringLike": {"|"}}}]})";
    const QStringList found = labels(at(text));
    QVERIFY(found.contains("s3:prefix"));
    QVERIFY(!found.contains("dynamodb:Attributes"));
}

void SuggestTest::takesAnyText() {
    const std::string letters = "{}[]\",:\\ \nA\"s3:*";
    Random random(7);
    for (int round = 0; round < rounds(2000); ++round) {
        std::string text = R"({"Statement": [{"Action": "s3:Get)";
        const std::size_t length = random.below(40);
        for (std::size_t i = 0; i < length; ++i) text += letters[random.below(letters.size())];
        const std::size_t cursor = random.below(text.size() + 1);
        for (const PolicySuggestion& each : suggestionsAt(text, cursor, placeOf("bucket"), words())) {
            QVERIFY(each.begin <= each.end && each.end <= text.size());
            QVERIFY(each.selectFrom <= each.selectTo && each.selectTo <= each.insert.size());
        }
    }
}

void SuggestTest::takesTextOfAnyDepthAndLength_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("suggests");
    const auto many = [](const char* text, int times) { return QString(text).repeated(times); };
    const auto numbered = [](const QString& form, int times) {
        QString all;
        for (int i = 0; i < times; ++i) all += form.arg(i);
        return all;
    };
    const QString cursor = R"({"Statement": [{"Effect": "|", "Action": [)";
    // Keys that lead to the last token would be two hundred million, were each token to keep its own.
    QTest::newRow("objects in objects") << many(R"({"a":)", 20'000) + "|" << false;
    QTest::newRow("lists in lists") << many("[", 400'000) + many(R"("a",)", 100'000) + "|" << false;
    QTest::newRow("deeper behind the cursor") << cursor + many("[", 400'000) + many(R"("a",)", 100'000) << true;
    QTest::newRow("deeper than looked at") << R"({"Statement": [{"Effect": )" + many("[", 62) + "|" << false;
    QTest::newRow("as deep as looked at") << R"({"Statement": [{"Effect": )" + many("[", 61) + "|" << true;
    QTest::newRow("many actions") << cursor + numbered(R"("s3:Get%1",)", 60'000) << true;
    QTest::newRow("many actions with wildcards")
        << R"({"Statement": [{"Action": [)" + numbered(R"("s3:*%1*",)", 60'000) +
               R"("s3:*"], "Condition": {"Bool": {"|"}}}]})"
        << true;
    QTest::newRow("many values beside a long key")
        << R"({"Statement": {"Action": {")" + many("k", 400'000) + R"(": [)" + many(R"("a",)", 100'000) + R"("|"]}}})"
        << true;
}

void SuggestTest::takesTextOfAnyDepthAndLength() {
    QFETCH(QString, text);
    QFETCH(bool, suggests);
    QVERIFY(std::size_t(text.size()) <= maxPolicyBytes);
    QCOMPARE(!at(text).empty(), suggests);
}

QTEST_APPLESS_MAIN(SuggestTest)
#include "suggest_test.moc"
