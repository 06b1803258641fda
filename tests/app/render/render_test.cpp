#include <QtTest>

#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include "app/render/export.h"
#include "app/render/painter.h"
#include "model/interchange/svg.h"
#include "model/scene/legend.h"
#include "tests/model/scene/shop.h"

using namespace gw;

class RenderTest : public QObject {
    Q_OBJECT

private slots:
    void pictureHasTheSizeOfTheScene();
    void cullingChangesNoPixel();
    void everyDetailPaintsSomething_data();
    void everyDetailPaintsSomething();
    void namesGrowAwayFromTheirLine();
    void badgesLeaveFreeWhatTheyAreAbout();
    void svgLooksLikePng();
    void pdfIsTheSameForTheSameDate();
    void aPageOfPdfIsOneThatReadersTake();
    void tooLargePicturesAreRefused();

private:
    const Design design_ = test::shop();
    const Scene scene_ = sceneOf(design_, test::shopOverlay());
};

namespace {

QImage painted(const Scene& scene, const Area& visible, double zoom, const HitIndex* index) {
    QImage image(static_cast<int>(visible.width * zoom), static_cast<int>(visible.height * zoom),
                 QImage::Format_ARGB32_Premultiplied);
    image.fill(colourIn(Ink::Canvas, Theme::Light));
    QPainter painter(&image);
    ScenePainter().paint(painter, scene, {{visible.x, visible.y}, zoom, visible, Theme::Light, detailAt(zoom)}, index);
    return image;
}

/// Mean difference of the grey values of two pictures, 0 to 255, both made small: details of the edges do not count.
double difference(const QImage& a, const QImage& b) {
    const QSize size(160, 120);
    const QImage x =
        a.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
    const QImage y =
        b.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
    double sum = 0;
    for (int row = 0; row < size.height(); ++row)
        for (int column = 0; column < size.width(); ++column)
            sum += std::abs(qGray(x.pixel(column, row)) - qGray(y.pixel(column, row)));
    return sum / (size.width() * size.height());
}

}  // namespace

void RenderTest::pictureHasTheSizeOfTheScene() {
    const Scene picture = exportedPicture(scene_);
    const auto image = imageOf(picture, Theme::Dark, 2);
    QVERIFY(image);
    QCOMPARE(image->width(), static_cast<int>(std::ceil(picture.bounds.width * 2)));
    QCOMPARE(image->pixelColor(0, 0), colourIn(Ink::Canvas, Theme::Dark));
}

void RenderTest::cullingChangesNoPixel() {
    const HitIndex index(scene_);
    for (const double zoom : {1.0, 0.5, 0.3, 0.15})
        for (const Area& visible : {Area{330, 100, 300, 200}, Area{800, 140, 320, 240}, Area{200, 0, 1000, 700}})
            QCOMPARE(painted(scene_, visible, zoom, &index), painted(scene_, visible, zoom, nullptr));
}

void RenderTest::everyDetailPaintsSomething_data() {
    QTest::addColumn<double>("zoom");
    QTest::newRow("all") << 1.0;
    QTest::newRow("names") << 0.5;
    QTest::newRow("bars") << 0.3;
    QTest::newRow("counts") << 0.15;
}

void RenderTest::everyDetailPaintsSomething() {
    QFETCH(double, zoom);
    const QImage image = painted(scene_, scene_.bounds.grown(16), zoom, nullptr);
    const QString folder = qEnvironmentVariable("GATEWRIGHT_SCREENSHOTS");
    if (!folder.isEmpty())
        QVERIFY(image.save(QStringLiteral("%1/shop-%2.png").arg(folder, QLatin1String(QTest::currentDataTag()))));
    int coloured = 0;
    for (int row = 0; row < image.height(); ++row)
        for (int column = 0; column < image.width(); ++column)
            coloured += image.pixelColor(column, row) == colourIn(Ink::Canvas, Theme::Light) ? 0 : 1;
    QVERIFY(coloured > image.width() * image.height() / 20);
}

/// Rows of the picture, from the first to the last, that the text takes where its base line is at 100.
static std::pair<int, int> rowsOf(Growth grows) {
    Scene scene;
    TextShape text{{10, 100}, "EIT", TextStyle{10, Weight::SemiBold}};
    text.grows = grows;
    scene.shapes.emplace_back(text);
    Item item;
    item.count = 1;
    scene.items.push_back(item);
    constexpr double zoom = 0.5;
    const QImage image = painted(scene, {0, 0, 100, 200}, zoom, nullptr);
    std::pair<int, int> rows{image.height(), 0};
    for (int row = 0; row < image.height(); ++row)
        for (int column = 0; column < image.width(); ++column)
            if (qGray(image.pixel(column, row)) < 128) rows = {std::min(rows.first, row), std::max(rows.second, row)};
    return rows;
}

void RenderTest::namesGrowAwayFromTheirLine() {
    const auto [upperTop, upperBottom] = rowsOf(Growth::Up);
    const auto [top, bottom] = rowsOf(Growth::Around);
    const auto [lowerTop, lowerBottom] = rowsOf(Growth::Down);
    // The base line is at 50 on screen; capitals were 3.5 high and are 7.
    QVERIFY(upperTop < upperBottom && upperBottom <= 50);
    QVERIFY(bottom > 50);
    QVERIFY(upperTop < top && top < lowerTop);
    QVERIFY(lowerTop >= 46 && lowerBottom > bottom);
}

void RenderTest::badgesLeaveFreeWhatTheyAreAbout() {
    Scene scene;
    const Spot sign{100, 100};
    scene.shapes.emplace_back(CircleShape{sign, 10, Ink::Private, {}});
    scene.shapes.emplace_back(BadgeShape{{sign.x + 12, sign.y + 12}, 3, Ink::Error, {1, 1}});
    Item item;
    item.count = 2;
    scene.items.push_back(item);
    for (const double zoom : {1.0, 0.7, 0.45}) {
        const QImage image = painted(scene, {50, 50, 200, 200}, zoom, nullptr);
        const QPoint centre(static_cast<int>(50 * zoom), static_cast<int>(50 * zoom));
        for (const QPoint off : {QPoint(0, 0), QPoint(static_cast<int>(4 * zoom), static_cast<int>(4 * zoom))})
            // A clear green, whatever its edges are smoothed to.
            QVERIFY(image.pixelColor(centre + off).green() > image.pixelColor(centre + off).red() + 60);
    }
}

void RenderTest::svgLooksLikePng() {
    const QString converter = QStandardPaths::findExecutable(QStringLiteral("rsvg-convert"));
    if (converter.isEmpty()) QSKIP("rsvg-convert is not installed");
    const Scene picture = exportedPicture(scene_);
    QTemporaryDir folder;
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        QFile file(folder.filePath(QStringLiteral("shop.svg")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(svgOf(picture, design_, theme)));
        file.close();
        const QString png = folder.filePath(QStringLiteral("shop.png"));
        QCOMPARE(QProcess::execute(converter, {file.fileName(), QStringLiteral("-o"), png}), 0);
        const double differs = difference(QImage(png), *imageOf(picture, theme, 1));
        QVERIFY2(differs < 3, qPrintable(QString::number(differs)));
        // What is compared is no empty canvas.
        QImage empty(QImage(png).size(), QImage::Format_RGB32);
        empty.fill(colourIn(Ink::Canvas, theme));
        QVERIFY(difference(QImage(png), empty) > 4);
    }
}

void RenderTest::pdfIsTheSameForTheSameDate() {
    const auto pdf = pdfOf(scene_, Theme::Light, "shop", "2026-11-25");
    QVERIFY(pdf);
    QVERIFY(pdf->startsWith("%PDF"));
    QVERIFY(pdf->contains("/CreationDate (D:20261125"));
    QTest::qWait(1100);  // the clock that the PDF writer reads ticks in seconds
    QCOMPARE(*pdfOf(scene_, Theme::Light, "shop", "2026-11-25"), *pdf);
}

void RenderTest::aPageOfPdfIsOneThatReadersTake() {
    Scene scene = scene_;
    for (const double width : {1.0, 1000.0, 40'000.0, 300'000'000.0}) {
        scene.bounds.width = width;
        const auto pdf = pdfOf(scene, Theme::Light, "shop", "2026-11-25");
        QVERIFY(pdf);
        const auto box = QRegularExpression("/MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)\\]").match(QString::fromLatin1(*pdf));
        QVERIFY(box.hasMatch());
        for (const int side : {1, 2})
            QVERIFY2(2.9 <= box.captured(side).toDouble() && box.captured(side).toDouble() <= 14401,
                     qPrintable(box.captured()));
    }
}

void RenderTest::tooLargePicturesAreRefused() {
    const auto image = imageOf(scene_, Theme::Light, 40);
    QVERIFY(!image);
    QVERIFY(QString::fromStdString(image.error().message).contains(QStringLiteral("smaller scale")));
    // Wider than a whole number says.
    Scene scene = scene_;
    scene.bounds.width = 300'000'000;
    QVERIFY(!imageOf(scene, Theme::Light, 16));
}

QTEST_MAIN(RenderTest)
#include "render_test.moc"
