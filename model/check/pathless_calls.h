#pragma once
#include <vector>

#include "model/design/design.h"

/// Wanted calls for which the caller's VPC has no way to the service: no endpoint, NAT gateway or internet gateway.
/// Each is told by one rule, the one that knows most about it.
namespace gw {

class Facts;
struct FlowFacts;

enum class PathlessKind : std::uint8_t {
    Companion,    ///< member of a companion set of the caller
    NoEndpoint,   ///< AWS has no endpoint for the service here, as far as is known
    Rotation,     ///< Secrets Manager, called by a function that rotates secrets
    Function,     ///< any other call of a Lambda function
    TaskLogs,     ///< CloudWatch Logs, written by a task's execution role
    TaskSecrets,  ///< secrets and parameters, injected by a task's execution role
    Keys,         ///< KMS
    Credentials,  ///< STS
    Messaging,    ///< queues, topics, events, streams, state machines
    Ec2Api,       ///< the API of EC2
    Other,
};

struct PathlessCall {
    PathlessKind kind = PathlessKind::Other;
    const Flow* flow = nullptr;
    const Workload* caller = nullptr;
    const ServiceResource* target = nullptr;
    const Vpc* vpc = nullptr;
};

/// Whether the flow is such a call.
bool isPathless(const Facts& facts, const FlowFacts& flow);

/// Whether the call is part of a rotation of secrets.
bool rotatesSecrets(const Flow& flow);

/// What a Reading notes of whoever looks at such calls.
inline constexpr Part pathlessCallsPart = 204;

/// Such calls, the first of each caller and service, sorted by flow. Asks `facts` for flows and companions alone.
std::vector<PathlessCall> pathlessCalls(const Facts& facts);

}  // namespace gw
