#pragma once
#include <algorithm>
#include <functional>
#include <string>

#include "model/reach/reach.h"
#include "tests/samples.h"

/// Changes of SecureCart's policies, on the call by which its orders are archived: "order-archive", by the role
/// "order-task", through "vpce-s3", to "bucket-archive".
namespace gw::archiving {

using std::string;
using Change = std::function<void(Design&)>;

template <class Row>
void change(Design& design, const char* id, const std::function<void(Row&)>& how) {
    auto& table = [&]() -> Table<Row>& {
        if constexpr (std::is_same_v<Row, Role>) return design.roles;
        if constexpr (std::is_same_v<Row, Endpoint>) return design.endpoints;
        if constexpr (std::is_same_v<Row, ServiceResource>) return design.resources;
        if constexpr (std::is_same_v<Row, Flow>) return design.flows;
        if constexpr (std::is_same_v<Row, Workload>) return design.workloads;
    }();
    Row row = *table.find({id});
    how(row);
    table.put(row);
}

inline PolicyDocument policy(const string& statements) {
    return PolicyDocument::literal(R"({"Version": "2012-10-17", "Statement": [)" + statements + "]}");
}
inline string statement(const string& effect, const string& action, const string& resource, const string& more = {}) {
    return R"({"Effect": ")" + effect + R"(", "Action": ")" + action + R"(", "Resource": ")" + resource + "\"" + more +
           "}";
}
inline const string everybody = R"(, "Principal": "*")";
inline const string archive = "arn:aws:s3:::securecart-order-archive/*";

inline Change role(const string& statements) {
    return [=](Design& design) {
        change<Role>(design, "order-task", [&](Role& row) { row.policies = {{"own", policy(statements)}}; });
    };
}
inline Change endpoint(const string& statements) {
    return [=](Design& design) {
        change<Endpoint>(design, "vpce-s3", [&](Endpoint& row) { row.policy = policy(statements); });
    };
}
inline Change bucket(const string& statements) {
    return [=](Design& design) {
        change<ServiceResource>(design, "bucket-archive",
                                [&](ServiceResource& row) { row.policy = policy(statements); });
    };
}
inline Change organization(PolicyKind kind, const char* target, const string& statements) {
    return [=](Design& design) {
        Policy row;
        row.id = {"guard"};
        row.policyKind = kind;
        row.document = policy(statements);
        row.targets = {IdOf<Organization, OrganizationalUnit, Account>(target)};
        design.policies.put(row);
    };
}
inline Change boundary(const string& statements) {
    return [=](Design& design) {
        Policy row;
        row.id = {"limit"};
        row.document = policy(statements);
        design.policies.put(row);
        change<Role>(design, "order-task", [](Role& each) { each.permissionsBoundary = {"limit"}; });
    };
}
inline Change elsewhere(const string& statements) {
    return [=](Design& design) {
        change<ServiceResource>(design, "bucket-archive", [&](ServiceResource& row) {
            row.account = {"stranger"};
            row.policy = policy(statements);
        });
    };
}

inline Trace traceIn(const Design& design, const char* flow) {
    const Network network(design);
    return trace(network, *find(design, Id<Flow>{flow}));
}

inline bool has(const Trace& trace, const string& code) {
    return std::ranges::any_of(trace.hops, [&](const Hop& hop) {
        return std::ranges::any_of(hop.steps, [&](const Step& step) { return step.code == code; });
    });
}

}  // namespace gw::archiving
