#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace gw {

/// What a policy is attached to, which decides what it may hold and how it weighs (F-291 to F-298, F-306).
enum class PolicyType : std::uint8_t {
    Identity,
    Resource,
    Endpoint,
    ServiceControl,
    ResourceControl,
    Boundary,
    Session,
    Trust
};

/// A policy type by its names, and what its statements may hold.
struct PolicyTypeInfo {
    PolicyType type = PolicyType::Identity;
    /// As JSON answers and questions name it: "identity", "serviceControl".
    std::string_view word{};
    /// In a sentence: "an identity policy".
    std::string_view label{};
    enum class Part : std::uint8_t { Refused, Optional, Required };
    Part principal = Part::Refused;
    Part resource = Part::Required;
    bool notPrincipal = false;
    bool id = false;
    /// Whether a Sid may hold letters and digits alone and stands once in a policy (F-293).
    bool plainSid = false;
    /// Most characters it may have; 0 where AWS states no number for the type (F-304).
    std::size_t characters = 0;
    /// Whether white space counts towards `characters`.
    bool spaceCounts = true;
};

/// In the order of PolicyType.
std::span<const PolicyTypeInfo> policyTypes();
const PolicyTypeInfo& infoOf(PolicyType type);
/// The type of that word; none for another word.
std::optional<PolicyType> policyTypeOf(std::string_view word);

}  // namespace gw
