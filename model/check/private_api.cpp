#include "model/check/private_api.h"

namespace gw {

std::set<std::string> endpointsFor(const Facts& facts, const ServiceResource& api) {
    std::set<std::string> ids;
    for (const Id<Endpoint>& id : api.apiEndpoints) ids.insert(id.value);
    if (!ids.empty()) return ids;
    for (const Flow* flow : facts.network().flowsTo(api.id)) {
        const Workload* caller = find(facts.design(), Id<Workload>{flow->from.value});
        const Vpc* vpc = caller && flow->intent != FlowIntent::Blocked ? facts.network().vpcOf(*caller) : nullptr;
        if (!vpc) continue;
        for (const Endpoint* endpoint : facts.network().endpointsOf(vpc->id))
            if (endpoint->service == "execute-api") ids.insert(endpoint->id.value);
    }
    return ids;
}

PolicyDocument admittingThrough(const std::set<std::string>& endpoints) {
    std::string list;
    for (const std::string& id : endpoints) list += (list.empty() ? "" : ", ") + quotedJson(id);
    const std::string common = R"("Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*")";
    return PolicyDocument::literal(R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", )" + common +
                                   R"(}, {"Effect": "Deny", )" + common +
                                   R"(, "Condition": {"StringNotEquals": {"aws:SourceVpce": [)" + list + "]}}}]}");
}

}  // namespace gw
