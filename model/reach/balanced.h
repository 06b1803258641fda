#pragma once
#include "model/reach/pipeline.h"

namespace gw {

/// Adds what becomes of a call to anything but an AWS service once it has come to the answer; nothing where it is
/// answered. Of a workload: whether it listens. Of a load balancer: by the listener of the protocol and port to any
/// target that is reached, as load balancers send to healthy targets alone; an Application Load Balancer without
/// targets may answer by itself. Of an endpoint service: by any of its load balancers; where none is drawn that is
/// Unknown, unless the design assumes that it answers.
void judgeAnswering(const Network& network, const Flow& flow, const Call& call, const End& source, const Answer& answer,
                    Branch& branch);

}  // namespace gw
