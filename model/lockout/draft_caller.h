#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/lockout/lockout.h"
#include "model/reach/pipeline.h"

namespace gw {

/// One who asks a resource for something, and how its requests get there.
struct DraftCaller {
    enum class Signs : std::uint8_t {
        Role,         ///< the role of the flow
        UnnamedRole,  ///< a role that the design does not draw: its ARN is not known
        Root,         ///< the root user of the account that owns the resource
        Service       ///< an AWS service by its own principal
    };

    LockoutKind kind = LockoutKind::Caller;
    Signs signs = Signs::Role;
    AnyId who{};
    std::string name{};
    std::string how{};
    std::string source{};
    /// Who asks for what; one of the design, or made up for the question.
    Flow flow{};
    bool isDrawn = false;  ///< the flow is one of the design
    AnyId target{};
    Branch way{};
    std::string principal{};    ///< of Service: "delivery.logs.amazonaws.com"
    std::string forwardedBy{};  ///< "athena.amazonaws.com" where that calls on for it; empty for a direct call
    std::string acl{};          ///< of Service: the value of s3:x-amz-acl it sends
    bool isToldAnyway = false;  ///< told also where it is not let in as it is: the design or the draft wants it
    std::vector<std::string> actions{};
};

/// A way from outside every VPC, through no endpoint.
Branch wayFromOutside();

}  // namespace gw
