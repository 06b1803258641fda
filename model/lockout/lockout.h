#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/result.h"
#include "model/design/design.h"
#include "model/policy/evaluate.h"
#include "model/policy/read.h"

/// Who and what a policy would lock out, before it is applied. Window and command line ask here.
namespace gw {

/// Who is locked out. Each is asked for with a request of its own, by the judge that traces ask (evaluate.h).
enum class LockoutKind : std::uint8_t {
    /// A caller of the design, on a flow that is wanted.
    Caller,
    /// People at the console or a terminal: their requests pass no endpoint (F-117).
    Console,
    /// A pipeline, or another role that acts from outside every VPC.
    Pipeline,
    /// An AWS service that calls by its own principal: log delivery, notifications (F-319, F-322).
    Delivery,
    /// An AWS service that calls on for somebody, by a forward access session (F-319, F-322).
    ForwardAccess,
    /// Whoever may change the policy, and so repair it.
    Administrator,
};
constexpr auto namesOf(LockoutKind) {
    return std::to_array<EnumName<LockoutKind>>(
        {{LockoutKind::Caller, "caller", "Caller"},
         {LockoutKind::Console, "console", "Console"},
         {LockoutKind::Pipeline, "pipeline", "Pipeline"},
         {LockoutKind::Delivery, "delivery", "AWS service that delivers"},
         {LockoutKind::ForwardAccess, "forward-access", "AWS service on somebody's behalf"},
         {LockoutKind::Administrator, "administrator", "Administrator"}});
}

/// How sure it is, and since when.
enum class LockoutStanding : std::uint8_t {
    LockedOut,  ///< is let in by the policies as they stand, and is not by the draft
    MayBe,      ///< the same, but it hangs on keys that nobody knows, or on what the design does not say
    Already,    ///< is not let in as it is, and neither by the draft
};
constexpr auto namesOf(LockoutStanding) {
    return std::to_array<EnumName<LockoutStanding>>({{LockoutStanding::LockedOut, "locked-out", "locked out"},
                                                     {LockoutStanding::MayBe, "may-be", "may be locked out"},
                                                     {LockoutStanding::Already, "already", "not let in as it is"}});
}

/// A condition of the statement that decides, and what the request says to it.
struct ExcludingCondition {
    std::string conditionOperator{};    ///< as written: "StringNotEquals"
    std::string key{};                  ///< as written: "aws:SourceVpce"
    std::vector<std::string> values{};  ///< as written
    enum class Given : std::uint8_t { Present, Absent, Unknown };
    Given given = Given::Absent;
    std::vector<std::string> sent{};  ///< of a key that is present
    friend bool operator==(const ExcludingCondition&, const ExcludingCondition&) = default;
};

/// A condition that, added to the statements that deny, lets somebody stay. Tried: with it the request passes.
struct LockoutException {
    std::vector<StatementName> statements{};
    std::string conditionOperator{};
    std::string key{};
    std::vector<std::string> values{};  ///< to be added where the statement has operator and key already
    friend bool operator==(const LockoutException&, const LockoutException&) = default;
};

/// One of those that are locked out, for actions that fare alike.
struct LockedOut {
    LockoutKind kind = LockoutKind::Caller;
    LockoutStanding standing = LockoutStanding::LockedOut;
    AnyId who{};          ///< the row: a role, workload, client, flow log; empty for who stands in no design
    std::string name{};   ///< "order-service", "delivery.logs.amazonaws.com", "administrators of 111122223333"
    std::string how{};    ///< how it asks, one clause: "from a terminal or the console, through no endpoint"
    Id<Flow> flow{};      ///< of a caller on a flow; empty for all others
    AnyId target{};       ///< the resource that is asked for
    std::string via{};    ///< the endpoint's id, or the service that calls on; empty for a direct call
    std::string asked{};  ///< the ARN that was asked for
    std::vector<std::string> actions{};
    /// The statements that deny, or, where none does, the policies that would have to allow.
    std::vector<StatementName> decidedBy{};
    bool isImplicit = false;                       ///< nothing denies: nothing allows
    std::vector<ExcludingCondition> conditions{};  ///< of the first of these statements, where the draft holds it
    std::vector<std::string> missingKeys{};        ///< of MayBe: the keys whose values would tell
    std::optional<LockoutException> exception{};
    std::string keep{};    ///< what to add so that it stays, one sentence
    std::string source{};  ///< where AWS says that it asks so; FACTS numbers
    friend bool operator==(const LockedOut&, const LockedOut&) = default;
};

/// Somebody who may change the policy once the draft stands.
struct PolicyKeeper {
    Id<Role> role{};
    std::string name{};
    AnyId through{};      ///< the endpoint by which alone it gets there; empty for the way through none
    bool isSure = false;  ///< off where it hangs on keys that nobody knows
    friend bool operator==(const PolicyKeeper&, const PolicyKeeper&) = default;
};

/// Who could take the draft back.
struct PolicyRepair {
    std::vector<std::string> actions{};  ///< "s3:PutBucketPolicy"
    std::vector<PolicyKeeper> keepers{};
    AccessResult root = AccessResult::Unknown;  ///< what the root user of the owning account gets
    std::string rootNote{};                     ///< one sentence on the root user, with its source
    friend bool operator==(const PolicyRepair&, const PolicyRepair&) = default;
};

/// A draft for the policy of a row.
struct LockoutQuestion {
    /// A resource, an endpoint, or a policy with a life of its own (managed, boundary, SCP, RCP).
    AnyId row{};
    std::string draft{};
    /// The policy that stands there now, where it is not that of the row.
    std::optional<std::string> standing{};
};

struct Lockouts {
    PolicyType type = PolicyType::Resource;
    std::string name{};              ///< of the row
    std::vector<LockedOut> found{};  ///< LockedOut first, then MayBe, then Already; within these by kind and name
    /// Of a resource's policy, where it is known what changes it.
    std::optional<PolicyRepair> repair{};

    /// Whether somebody is, or may be, locked out.
    bool isAny() const;
};

/// Why a question about a draft cannot be answered.
struct LockoutRefusal {
    std::string message{};
    /// Where it is the draft that AWS would refuse: its place in it.
    std::optional<std::size_t> offset{};
};

/// Asks the policies of the design twice, as they stand and with the draft in its place, for everybody who has to do
/// with what it is about. A pure function of its arguments: the design is left as it is. Refuses a row that carries no
/// such policy, and a draft that AWS would refuse. Takes as long as two traces of each flow that is concerned.
tl::expected<Lockouts, LockoutRefusal> lockouts(const Design& design, const LockoutQuestion& question);

/// The draft with the exception in the statements that it names. Refuses what lockouts() refuses.
tl::expected<PolicyDocument, LockoutRefusal> draftWith(const Design& design, const LockoutQuestion& question,
                                                       const LockoutException& exception);

}  // namespace gw
