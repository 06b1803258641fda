#pragma once
#include <cstdint>
#include <string_view>

#include "model/reach/trace.h"

namespace gw {

/// How a flow fares, measured by what is wanted of it. The one place where the two meet: lines, tones and counts follow
/// from it.
enum class Fare : std::uint8_t {
    Private,
    Public,   ///< works, and was to be private
    Blocked,  ///< was to work
    Unknown,
    Refused,    ///< blocked, as it is meant to be
    Open,       ///< may go any way, and does
    Partial,    ///< works from some places or for some of what it asks for
    Intruding,  ///< arrives, in part or whole, and is meant to be blocked: a fault, whatever its way
};
constexpr std::size_t fareCount = 8;
constexpr auto namesOf(Fare) {
    return std::to_array<EnumName<Fare>>({{Fare::Private, "private", "private"},
                                          {Fare::Public, "public", "not private"},
                                          {Fare::Blocked, "blocked", "blocked"},
                                          {Fare::Unknown, "unknown", "unknown"},
                                          {Fare::Refused, "refused", "blocked on purpose"},
                                          {Fare::Open, "open", "any way"},
                                          {Fare::Partial, "partial", "works in part"},
                                          {Fare::Intruding, "intruding", "arrives, meant blocked"}});
}

/// `trace` is that of the flow. What is meant to be blocked and comes as far as policies that could not be asked is
/// unknown.
Fare fareOf(const Flow& flow, const Trace& trace);

/// Whether nothing is left to be mended; agrees with `Trace::asWanted`.
constexpr bool isAsWanted(Fare fare) {
    return fare == Fare::Private || fare == Fare::Open || fare == Fare::Refused;
}

}  // namespace gw
