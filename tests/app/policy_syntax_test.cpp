#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QSignalSpy>
#include <QtTest>

#include <algorithm>
#include <memory>

#include "app/views/policy_syntax.h"

namespace gw {

/// A policy that is read while it is typed, with the place where it hangs.
class PolicySyntaxTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        QQmlComponent component(&engine_);
        component.setData("import QtQuick\nTextEdit {}", {});
        area_.reset(qobject_cast<QQuickItem*>(component.create()));
        QVERIFY(area_);
        QVERIFY(document_.openSample("securecart"));
        syntax_ = std::make_unique<PolicySyntax>();
        syntax_->setTextDocument(area_->property("textDocument").value<QQuickTextDocument*>());
    }
    void cleanup() {
        syntax_.reset();
        area_.reset();
    }

    /// An inspector that goes over to another thing changes the place piece by piece, in the midst of taking its
    /// editors apart: nothing may be told in there.
    void checksLookOnceThePlaceStands() {
        area_->setProperty("text", policyOf("s3:NoSuchAction"));
        QSignalSpy told(syntax_.get(), &PolicySyntax::findingsChanged);
        hangAt("vpce-s3");
        QCOMPARE(told.count(), 0);
        QTRY_COMPARE(told.count(), 1);
        QVERIFY(std::ranges::any_of(syntax_->findings(), [](const QVariant& each) {
            return each.toMap()["message"].toString().contains("NoSuchAction");
        }));
        // Once for each place, not for each piece of it.
        QTest::qWait(0);
        QCOMPARE(told.count(), 1);
    }

    void whatIsNoPolicyIsToldAtOnce() {
        hangAt("vpce-s3");
        area_->setProperty("text", "{\"Version\": }");
        QVERIFY(syntax_->error().startsWith("Line 1, column 13"));
        area_->setProperty("text", policyOf("s3:GetObject"));
        QVERIFY(syntax_->error().isEmpty());
    }

    void whatWasFoundInAnotherTextIsGoneAtOnce() {
        area_->setProperty("text", policyOf("s3:NoSuchAction"));
        hangAt("vpce-s3");
        QTRY_VERIFY(!syntax_->findings().isEmpty());
        area_->setProperty("text", policyOf("s3:NoSuchActionEither"));
        QVERIFY(syntax_->findings().isEmpty());
        QTRY_VERIFY(!syntax_->findings().isEmpty());
    }

private:
    static QString policyOf(const QString& action) {
        return QString(R"({"Statement": {"Effect": "Allow", "Principal": "*", "Action": "%1", "Resource": "*"}})")
            .arg(action);
    }
    void hangAt(const QString& row) {
        syntax_->setDesign(&document_);
        syntax_->setProperty("row", row);
        syntax_->setProperty("field", "policy");
    }

    QQmlEngine engine_;
    Document document_;
    std::unique_ptr<QQuickItem> area_;
    std::unique_ptr<PolicySyntax> syntax_;
};

}  // namespace gw

QTEST_MAIN(gw::PolicySyntaxTest)
#include "policy_syntax_test.moc"
