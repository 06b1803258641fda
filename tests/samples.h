#pragma once
#include <QtGlobal>

#include <fstream>
#include <sstream>

#include "model/spec/spec.h"

namespace gw {

/// The reference design, SecureCart: every flow of it fares as wanted. Stops the test where the file is no design.
inline Design secureCart() {
    std::ifstream file(SOURCE_DIR "/resources/samples/securecart.gatewright.json");
    std::stringstream text;
    text << file.rdbuf();
    auto design = readSpec(text.str());
    if (!design) qFatal("%s", design.error().text().c_str());
    return *std::move(design);
}

}  // namespace gw
