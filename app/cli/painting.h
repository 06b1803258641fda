#pragma once
#include <string>

#include "model/core/result.h"
#include "model/scene/look.h"
#include "model/scene/scene.h"

/// Pictures that need Qt's painter. Qt Gui starts on first use, on its offscreen platform: no display is needed.
namespace gw::cli {

Result<std::string> paintedPng(const Scene& scene, Theme theme, double scale);
/// `day` ("2026-11-24") becomes the date of creation.
Result<std::string> paintedPdf(const Scene& scene, Theme theme, const std::string& title, const std::string& day);

}  // namespace gw::cli
