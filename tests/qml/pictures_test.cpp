#include <QQmlProperty>
#include <QtTest>

#include "tests/qml/window_harness.h"

namespace gw {

/// The whole window in its main states, kept as pictures in build/<preset>/pictures to be compared with the mock-ups.
class PicturesTest : public WindowHarness {
    Q_OBJECT

private slots:
    void initTestCase();
    void mainStates_data();
    void mainStates();
    void lenses_data();
    void lenses();

private:
    void keep();
};

void PicturesTest::initTestCase() {
    QDir().mkpath(PICTURES_DIR);
    QVERIFY2(open(), qPrintable(warnings_.join('\n')));
}

void PicturesTest::mainStates_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("sample");
    QTest::addColumn<QString>("tab");
    QTest::addColumn<QString>("selected");
    QTest::addColumn<QString>("traced");
    QTest::newRow("main-light") << QSize(1440, 900) << "light"
                                << "securecart-broken"
                                << "problems"
                                << "vpce-secrets"
                                << "";
    QTest::newRow("main-dark") << QSize(1440, 900) << "dark"
                               << "securecart"
                               << "problems"
                               << "vpce-secrets"
                               << "";
    QTest::newRow("main-contrast") << QSize(1440, 900) << "highContrast"
                                   << "securecart-broken"
                                   << "problems"
                                   << "vpce-secrets"
                                   << "";
    QTest::newRow("main-small") << QSize(1280, 800) << "light"
                                << "securecart-broken"
                                << "problems"
                                << "payment"
                                << "";
    QTest::newRow("main-large") << QSize(1920, 1080) << "light"
                                << "securecart"
                                << "spec"
                                << "sg-vpce-secrets"
                                << "";
    QTest::newRow("main-large-dark") << QSize(1920, 1080) << "dark"
                                     << "securecart-broken"
                                     << "problems"
                                     << "vpc-shop"
                                     << "";
    QTest::newRow("paths-light") << QSize(1440, 900) << "light"
                                 << "securecart-broken"
                                 << "paths"
                                 << ""
                                 << "payment-keys";
    QTest::newRow("paths-dark") << QSize(1280, 800) << "dark"
                                << "securecart"
                                << "paths"
                                << "payment-keys"
                                << "payment-keys";
}

void PicturesTest::mainStates() {
    QFETCH(QSize, size);
    QFETCH(QString, scheme);
    QFETCH(QString, sample);
    QFETCH(QString, tab);
    QFETCH(QString, selected);
    QFETCH(QString, traced);
    window_->resize(size);
    QVERIFY(document_->openSample(sample));
    QVERIFY(QQmlProperty::write(window_, "scheme", scheme));
    session_->setProperty("bottomTab", tab);
    session_->select(selected);
    session_->setTracedFlow(traced);
    session_->setLensIndex(0);
    session_->fit();
    keep();
    QCOMPARE(window_->size(), size);
}

/// The window as it is now, in a file named after the row.
void PicturesTest::keep() {
    QTest::qWait(400);
    const QImage picture = window_->grabWindow();
    QCOMPARE(picture.size(), window_->size() * window_->devicePixelRatio());
    QVERIFY(picture.save(QStringLiteral(PICTURES_DIR "/%1.png").arg(QTest::currentDataTag())));
}

void PicturesTest::lenses_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<int>("lens");
    QTest::addColumn<QString>("zoneDown");
    for (const auto& lens : namesOf(Lens{})) {
        if (lens.value == Lens::Topology) continue;
        const std::string name = "lens-" + std::string(lens.name);
        const int index = static_cast<int>(lens.value);
        QTest::newRow((name + "-light").c_str()) << QSize(1920, 1080) << "light" << index << QString();
        QTest::newRow((name + "-dark").c_str()) << QSize(1920, 1080) << "dark" << index << QString();
        QTest::newRow((name + "-small").c_str()) << QSize(1280, 800) << "light" << index << QString();
        QTest::newRow((name + "-contrast").c_str()) << QSize(1280, 800) << "highContrast" << index << QString();
    }
    const int resilience = static_cast<int>(Lens::Resilience);
    QTest::newRow("zone-down-light") << QSize(1920, 1080) << "light" << resilience << "us-east-1a";
    QTest::newRow("zone-down-contrast") << QSize(1280, 800) << "highContrast" << resilience << "us-east-1a";
    QTest::newRow("zone-down-small") << QSize(1280, 800) << "dark" << resilience << "us-east-1a";
}

void PicturesTest::lenses() {
    QFETCH(QSize, size);
    QFETCH(QString, scheme);
    QFETCH(int, lens);
    QFETCH(QString, zoneDown);
    window_->resize(size);
    const bool broken = lens == static_cast<int>(Lens::Dns) || !zoneDown.isEmpty();
    QVERIFY(document_->openSample(broken ? "securecart-broken" : "securecart"));
    QVERIFY(QQmlProperty::write(window_, "scheme", scheme));
    session_->setProperty("bottomTab", "problems");
    session_->clearSelection();
    session_->setLensIndex(lens);
    if (!zoneDown.isEmpty()) {
        session_->suppose({Supposition::Kind::ZoneDown, AnyId(zoneDown.toStdString())});
        QTRY_VERIFY(session_->whatIf());
    }
    session_->fit();
    keep();
}

}  // namespace gw

QTEST_MAIN(gw::PicturesTest)
#include "pictures_test.moc"
