#include <QtTest>

#include "model/catalog/catalog.h"
#include "model/report/design_proofs.h"
#include "tests/samples.h"

using namespace gw;
using Proof = ProofAnswer::Verdict;

/// What is proved of the policies of a design, and what shows otherwise.
class DesignProofsTest : public QObject {
    Q_OBJECT

private slots:
    void aBucketBoundToItsEndpoint();
    void aBucketThatIsNot();
    void whoeverIsNotDrawnCountsToo();
    void strangersAtAnEndpoint();
    void strangersCallWhatTheEndpointAnswers();
    void anEndpointThatMayAnswerMore();
    void withoutAnAccountNothingIsKnown();
    void deadStatements();
    void whatChangedSinceASave();

private:
    static PolicyDocument statements(const std::string& text) {
        return PolicyDocument::literal(R"({"Version": "2012-10-17", "Statement": [)" + text + "]}");
    }
    static void setBucketPolicy(Design& design, const std::string& text) {
        ServiceResource row = *find(design, Id<ServiceResource>{"bucket-archive"});
        row.policy = statements(text);
        design.resources.put(row);
    }
    static void setEndpointPolicy(Design& design, std::optional<PolicyDocument> policy) {
        Endpoint row = *find(design, Id<Endpoint>{"vpce-s3"});
        row.policy = std::move(policy);
        design.endpoints.put(row);
    }
    static DesignProof onlyThrough(const Design& design) {
        const Network network(design);
        return proveOnlyThrough(network, *find(design, Id<ServiceResource>{"bucket-archive"}),
                                *find(design, Id<Endpoint>{"vpce-s3"}));
    }
};

static const std::string boundToEndpoint =
    R"({"Sid": "Bound", "Effect": "Deny", "Principal": "*", "Action": "s3:*",
        "Resource": ["arn:aws:s3:::securecart-order-archive", "arn:aws:s3:::securecart-order-archive/*"],
        "Condition": {"StringNotEquals": {"aws:SourceVpce": "vpce-s3"}}})";

void DesignProofsTest::aBucketBoundToItsEndpoint() {
    Design design = secureCart();
    setBucketPolicy(design, boundToEndpoint);
    const DesignProof proof = onlyThrough(design);
    QCOMPARE(proof.verdict, Proof::Proved);
    QVERIFY(proof.lines.empty());
    QVERIFY(!proof.picture);
}

void DesignProofsTest::aBucketThatIsNot() {
    Design design = secureCart();
    // The bucket itself is left open: only its objects are bound.
    setBucketPolicy(design, R"({"Effect": "Deny", "Principal": "*", "Action": "s3:*",
        "Resource": "arn:aws:s3:::securecart-order-archive/*",
        "Condition": {"StringNotEquals": {"aws:SourceVpce": "vpce-s3"}}})");
    const DesignProof proof = onlyThrough(design);
    QCOMPARE(proof.verdict, Proof::Refuted);
    QVERIFY2(proof.summary.find("other than through vpce-s3") != std::string::npos, proof.summary.c_str());
    // Roles of the design that may change the policy of the bucket, and who is not drawn.
    QVERIFY2(proof.summary.starts_with("admin, ci-deploy and whoever has policies"), proof.summary.c_str());
    QVERIFY(std::ranges::any_of(proof.lines, [](const std::string& line) {
        return line.starts_with("to: arn:aws:s3:::securecart-order-archive of account");
    }));
    QVERIFY(proof.picture);
    QCOMPARE(proof.picture->way.back(), AnyId("bucket-archive"));
    QVERIFY(!proof.picture->outsider.empty());
}

void DesignProofsTest::whoeverIsNotDrawnCountsToo() {
    Design design = secureCart();
    design.flows = {};
    design.workloads = {};
    design.roles = {};
    setBucketPolicy(design, R"({"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::securecart-order-archive/*"})");
    const DesignProof proof = onlyThrough(design);
    QCOMPARE(proof.verdict, Proof::Refuted);
    QVERIFY2(proof.summary.starts_with("Whoever has policies of their own"), proof.summary.c_str());
}

void DesignProofsTest::strangersAtAnEndpoint() {
    Design design = secureCart();
    setEndpointPolicy(design, std::nullopt);
    const DesignProof open = proveNoStranger(design, *find(design, Id<Endpoint>{"vpce-s3"}));
    QCOMPARE(open.verdict, Proof::Refuted);
    QVERIFY(open.picture);
    QCOMPARE(open.picture->way.front(), AnyId("vpce-s3"));
    setEndpointPolicy(design, statements(R"({"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*",
        "Condition": {"StringEquals": {"aws:PrincipalAccount": "111122223333", "aws:ResourceAccount": "111122223333"}}})"));
    const DesignProof closed = proveNoStranger(design, *find(design, Id<Endpoint>{"vpce-s3"}));
    QCOMPARE(closed.verdict, Proof::Proved);
}

void DesignProofsTest::strangersCallWhatTheEndpointAnswers() {
    Design design = secureCart();
    for (const char* id : {"vpce-s3", "vpce-api", "vpce-secrets"}) {
        Endpoint row = *find(design, Id<Endpoint>{id});
        const std::string prefix(Catalog::builtIn().service(row.service)->iamPrefix);
        row.policy = std::nullopt;
        const DesignProof open = proveNoStranger(design, row);
        QCOMPARE(open.verdict, Proof::Refuted);
        QVERIFY2(open.lines.at(1).starts_with("does: " + prefix + ":"), open.lines.at(1).c_str());
        // Calls of another service do not come there, whatever the policy says of them.
        row.policy = statements(R"({"Effect": "Allow", "Principal": "*", "Action": "ec2:*", "Resource": "*"})");
        QCOMPARE(proveNoStranger(design, row).verdict, Proof::Proved);
    }
}

void DesignProofsTest::anEndpointThatMayAnswerMore() {
    const Design design = secureCart();
    Endpoint row = *find(design, Id<Endpoint>{"vpce-secrets"});
    row.service = "sts";
    row.policy = statements(R"({"Effect": "Allow", "Principal": "*", "Action": "iam:*", "Resource": "*"})");
    const DesignProof proof = proveNoStranger(design, row);
    QCOMPARE(proof.verdict, Proof::Unknown);
    QVERIFY2(proof.reason.find("It holds for sts:*") == 0, proof.reason.c_str());
    QVERIFY2(proof.reason.find("iam:") != std::string::npos, proof.reason.c_str());
    // What nobody may do with any action is proved there too.
    row.policy = statements(R"({"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*"})");
    QCOMPARE(proveNoStranger(design, row).verdict, Proof::Proved);
}

void DesignProofsTest::withoutAnAccountNothingIsKnown() {
    Design design = secureCart();
    design.accounts = {};
    const DesignProof proof = proveNoStranger(design, *find(design, Id<Endpoint>{"vpce-s3"}));
    QCOMPARE(proof.verdict, Proof::Unknown);
    QVERIFY(!proof.reason.empty());
}

void DesignProofsTest::deadStatements() {
    Design design = secureCart();
    const DesignProof plain = proveNothingDead(Facts(design));
    QVERIFY(plain.verdict != Proof::Refuted);
    QVERIFY(plain.lines.empty());
    // What is not known is said, and by which policy.
    QCOMPARE(plain.reason.empty(), plain.verdict == Proof::Proved);
    setEndpointPolicy(design, statements(R"({"Sid": "All", "Effect": "Allow", "Principal": "*", "Action": "s3:*",
        "Resource": "*"}, {"Sid": "Some", "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*"})"));
    const DesignProof proof = proveNothingDead(Facts(design));
    QCOMPARE(proof.verdict, Proof::Refuted);
    QCOMPARE(proof.lines, std::vector<std::string>{"vpce-s3, endpoint policy: Some changes nothing"});
}

void DesignProofsTest::whatChangedSinceASave() {
    const Design before = secureCart();
    QCOMPARE(proveNothingChanged(Facts(before), before).verdict, Proof::Proved);
    Design after = before;
    setEndpointPolicy(after, std::nullopt);
    const DesignProof proof = proveNothingChanged(Facts(after), before);
    QCOMPARE(proof.verdict, Proof::Refuted);
    QVERIFY(!proof.lines.empty());
    QVERIFY2(proof.lines.front().starts_with("vpce-s3, endpoint policy now allows "), proof.lines.front().c_str());
    QVERIFY(proof.picture);
    QCOMPARE(proof.picture->way.front(), AnyId("vpce-s3"));
}

QTEST_APPLESS_MAIN(DesignProofsTest)
#include "design_proofs_test.moc"
