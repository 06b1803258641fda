#include "model/core/version.h"

namespace gw {

std::string_view programVersion() {
    return GATEWRIGHT_VERSION;
}

}  // namespace gw
