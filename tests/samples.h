#pragma once
#include <QtGlobal>

#include <fstream>
#include <sstream>

#include "model/spec/spec.h"

namespace gw {

/// A sample by its name. Stops the test where the file is no design.
inline Design sample(const std::string& name) {
    std::ifstream file(SOURCE_DIR "/resources/samples/" + name + ".gatewright.json");
    std::stringstream text;
    text << file.rdbuf();
    auto design = readSpec(text.str());
    if (!design) qFatal("%s", design.error().text().c_str());
    return *std::move(design);
}

/// The reference design, SecureCart: every flow of it fares as wanted.
inline Design secureCart() {
    return sample("securecart");
}

}  // namespace gw
