#include "model/design/design.h"

namespace gw {

Design::Design() = default;
Design::Design(const Design&) = default;
Design::Design(Design&&) noexcept = default;
Design& Design::operator=(const Design&) = default;
Design& Design::operator=(Design&&) noexcept = default;
Design::~Design() = default;

bool operator==(const Design&, const Design&) = default;

}  // namespace gw
