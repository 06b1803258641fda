#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/check/rule.h"

/// What wanted flows meet on their way, for rules that tell what their traces found.
namespace gw {

/// One thing that decided with one code, and the flows it decided about.
struct Encounter {
    AnyId subject{};
    std::vector<const Flow*> flows{};  ///< sorted by id
    /// Some of them get no further, or not always.
    bool stops = false;

    /// Of what the encounter is about: an error where a declared need suffers.
    Severity severity() const { return stops ? Severity::Error : Severity::Warning; }
};

/// Wanted flows with a step of that code ("ROUTE_LOOP"), sorted by subject.
std::vector<Encounter> encounters(const Facts& facts, std::string_view code);

/// "payment", or "payment and 2 more": who calls, each once.
std::string callersIn(const Facts& facts, const std::vector<const Flow*>& flows);

/// Whether the call ends before its target, always or now and then.
bool isStopped(const Trace& trace);

}  // namespace gw
