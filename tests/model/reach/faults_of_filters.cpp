#include "tests/model/reach/faults.h"
#include "tests/model/reach/surroundings.h"

namespace gw::faults {

using shop::block;
using shop::change;
using shop::entry;
using shop::group;
using shop::list;
using shop::rule;

std::vector<Fault> ofFilters() {
    const auto keys = "keys-flow";
    const auto images = "images-flow";
    return {
        // Security groups
        {"no-egress", [](Design& d) { change<SecurityGroup>(d, "sg-app", [](SecurityGroup& g) { g.egress.clear(); }); },
         keys, Verdict::Blocked, "SG_NO_RULES"},
        {"egress-elsewhere",
         [](Design& d) {
             change<SecurityGroup>(d, "sg-app", [](SecurityGroup& g) { g.egress = {rule(443, list("pl-s3"))}; });
         },
         keys, Verdict::Blocked, "SG_OUT_NO_MATCH"},
        {"egress-wrong-port",
         [](Design& d) {
             change<SecurityGroup>(d, "sg-app", [](SecurityGroup& g) { g.egress = {rule(80, block("0.0.0.0/0"))}; });
         },
         images, Verdict::Blocked, "SG_OUT_NO_MATCH"},
        {"ingress-by-block",
         [](Design& d) {
             change<SecurityGroup>(d, "sg-door",
                                   [](SecurityGroup& g) { g.ingress = {rule(443, block("10.0.0.0/16"))}; });
         },
         keys, Verdict::PrivateInterface, ""},
        {"ingress-by-two-halves",
         [](Design& d) {
             change<SecurityGroup>(d, "sg-door", [](SecurityGroup& g) {
                 g.ingress = {rule(443, block("0.0.0.0/1")), rule(443, block("128.0.0.0/1"))};
             });
         },
         keys, Verdict::PrivateInterface, ""},
        {"ingress-from-other-group",
         [](Design& d) {
             change<SecurityGroup>(d, "sg-door", [](SecurityGroup& g) { g.ingress = {rule(443, group("sg-door"))}; });
         },
         keys, Verdict::Blocked, "SG_IN_NO_MATCH"},
        {"endpoint-on-default-group",
         [](Design& d) {
             change<Endpoint>(d, "vpce-secrets", [](Endpoint& e) { e.securityGroups.clear(); });
             change<SecurityGroup>(d, "sg-app", [](SecurityGroup& g) { g.egress = {rule(443, block("10.0.0.0/16"))}; });
         },
         keys, Verdict::Blocked, "SG_IN_NO_MATCH"},
        {"ingress-from-one-subnet",
         [](Design& d) {
             change<SecurityGroup>(d, "sg-door",
                                   [](SecurityGroup& g) { g.ingress = {rule(443, block("10.0.1.0/24"))}; });
         },
         keys, Verdict::Partial, "SG_IN_NO_MATCH"},
        {"ingress-from-half-a-subnet",
         [](Design& d) {
             change<SecurityGroup>(d, "sg-door", [](SecurityGroup& g) {
                 g.ingress = {rule(443, block("10.0.1.0/25")), rule(443, block("10.0.2.0/25"))};
             });
         },
         keys, Verdict::Partial, "SG_IN_NO_MATCH SG_IN_NO_MATCH"},
        {"egress-to-part-of-s3",
         [](Design& d) {
             change<SecurityGroup>(d, "sg-app",
                                   [](SecurityGroup& g) { g.egress = {rule(443, block("52.216.0.0/15"))}; });
         },
         images, Verdict::Unknown, ""},
        {"egress-to-s3-blocks",
         [](Design& d) {
             change<PrefixList>(d, "pl-s3", [](PrefixList& l) {
                 l.entries = {Cidr::literal("52.216.0.0/15"), Cidr::literal("3.5.0.0/19")};
             });
             change<SecurityGroup>(d, "sg-app", [](SecurityGroup& g) {
                 g.egress = {rule(443, block("52.216.0.0/15")), rule(443, block("3.5.0.0/16"))};
             });
         },
         images, Verdict::PrivateGateway, ""},

        // Network ACLs
        {"acl-open",
         [](Design& d) {
             d.networkAcls.put(aclOn({{"app-a"}, {"app-b"}}));
         },
         keys, Verdict::PrivateInterface, ""},
        {"acl-empty",
         [](Design& d) {
             NetworkAcl a = aclOn({{"app-a"}, {"app-b"}});
             a.ingress.clear();
             a.egress.clear();
             d.networkAcls.put(a);
         },
         keys, Verdict::Blocked, "ACL_OUT_DENY ACL_RETURN_DENY"},
        {"acl-deny-first",
         [](Design& d) {
             NetworkAcl a = aclOn({{"door-a"}, {"door-b"}});
             a.ingress.push_back(entry(90, AclAction::Deny, "10.0.0.0/16", PortRange::single(443)));
             d.networkAcls.put(a);
         },
         keys, Verdict::Blocked, "ACL_IN_DENY"},
        {"acl-deny-at-the-first-number",
         [](Design& d) {
             NetworkAcl a = aclOn({{"door-a"}, {"door-b"}});
             a.ingress.push_back(entry(1, AclAction::Deny, "10.0.0.0/16", PortRange::single(443)));
             a.ingress.push_back(entry(2, AclAction::Deny, "10.0.0.0/16", PortRange::single(22)));
             d.networkAcls.put(a);
         },
         keys, Verdict::Blocked, "ACL_IN_DENY"},
        {"acl-deny-later",
         [](Design& d) {
             NetworkAcl a = aclOn({{"door-a"}, {"door-b"}});
             a.ingress.push_back(entry(110, AclAction::Deny, "10.0.0.0/16", PortRange::single(443)));
             d.networkAcls.put(a);
         },
         keys, Verdict::PrivateInterface, ""},
        {"acl-forgets-replies",
         [](Design& d) {
             NetworkAcl a = aclOn({{"app-a"}, {"app-b"}});
             a.ingress = {entry(100, AclAction::Allow, "10.0.0.0/16", PortRange::single(443))};
             d.networkAcls.put(a);
         },
         keys, Verdict::Blocked, "ACL_RETURN_DENY"},
        {"acl-half-the-replies",
         [](Design& d) {
             NetworkAcl a = aclOn({{"app-a"}, {"app-b"}});
             a.ingress = {entry(100, AclAction::Allow, "10.0.0.0/16", {32768, 65535})};
             d.networkAcls.put(a);
         },
         keys, Verdict::Partial, "ACL_RETURN_PARTIAL"},
        {"acl-half-the-replies-of-s3",
         [](Design& d) {
             NetworkAcl a = aclOn({{"app-a"}, {"app-b"}});
             a.ingress = {entry(100, AclAction::Allow, "0.0.0.0/0", {32768, 65535})};
             d.networkAcls.put(a);
         },
         images, Verdict::Partial, "ACL_RETURN_PARTIAL"},
        {"acl-replies-in-pieces",
         [](Design& d) {
             NetworkAcl a = aclOn({{"app-a"}, {"app-b"}});
             a.ingress = {entry(100, AclAction::Allow, "0.0.0.0/0", {1024, 32767}),
                          entry(110, AclAction::Allow, "0.0.0.0/0", {32768, 65535})};
             d.networkAcls.put(a);
         },
         images, Verdict::PrivateGateway, ""},
        {"acl-within-subnet",
         [](Design& d) {
             NetworkAcl a = aclOn({{"app-a"}});
             a.ingress.clear();
             a.egress.clear();
             d.networkAcls.put(a);
             addPeer(d, "app-a", true);
             change<Workload>(d, "app", [](Workload& w) { w.subnets = {{"app-a"}}; });
         },
         "peer-flow", Verdict::PrivateInterface, ""},

        // Two faults at once are both told.
        {"two-faults",
         [](Design& d) {
             change<SecurityGroup>(d, "sg-app", [](SecurityGroup& g) { g.egress = {rule(80, block("0.0.0.0/0"))}; });
             change<SecurityGroup>(d, "sg-door", [](SecurityGroup& g) { g.ingress.clear(); });
             NetworkAcl a = aclOn({{"door-a"}, {"door-b"}});
             a.egress = {entry(100, AclAction::Deny, "0.0.0.0/0")};
             d.networkAcls.put(a);
         },
         keys, Verdict::Blocked, "SG_OUT_NO_MATCH SG_NO_RULES ACL_RETURN_DENY"},
    };
}

}  // namespace gw::faults
