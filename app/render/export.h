#pragma once
#include <QByteArray>
#include <QImage>

#include <string>

#include "model/core/result.h"
#include "model/scene/look.h"
#include "model/scene/scene.h"

/// Pictures as files. All need a QGuiApplication (any platform, offscreen too): text is drawn with Qt's fonts.
namespace gw {

/// The scene at `scale` pixels for each pixel at 100 %, on the canvas colour of the theme. Says so where the picture
/// would be wider or higher than 16,384 pixels.
Result<QImage> imageOf(const Scene& scene, Theme theme, double scale);
/// The same as a PNG file.
Result<QByteArray> pngOf(const Scene& scene, Theme theme, double scale);

/// A PDF of one page as large as the picture (1 px at 100 % is 1/96 inch), text selectable, pictograms as vectors.
/// `date` ("2026-11-25") becomes its date of creation: the same scene, theme, title and date give the same bytes.
Result<QByteArray> pdfOf(const Scene& scene, Theme theme, const std::string& title, const std::string& date);

}  // namespace gw
