#include "model/reach/fare.h"

namespace gw {

Fare fareOf(const Flow& flow, const Trace& trace) {
    if (flow.intent == FlowIntent::Blocked) {
        if (trace.verdict == Verdict::Blocked) return Fare::Refused;
        return trace.policiesOpen || trace.verdict == Verdict::Unknown ? Fare::Unknown : Fare::Intruding;
    }
    switch (trace.verdict) {
        case Verdict::PrivateGateway:
        case Verdict::PrivateInterface:
            return Fare::Private;
        case Verdict::Public:
            return flow.intent == FlowIntent::Any ? Fare::Open : Fare::Public;
        case Verdict::Partial:
            // All of it may arrive, on ways of two kinds.
            return flow.intent == FlowIntent::Any && trace.asWanted ? Fare::Open : Fare::Partial;
        case Verdict::Blocked:
            return Fare::Blocked;
        case Verdict::Unknown:
            break;
    }
    return Fare::Unknown;
}

}  // namespace gw
