#include "tests/model/reach/faults.h"
#include "tests/model/reach/surroundings.h"

namespace gw::faults {

using shop::change;

std::vector<Fault> ofNames() {
    const auto keys = "keys-flow";
    const auto images = "images-flow";
    return {
        // Names
        {"dns-support-off", [](Design& d) { change<Vpc>(d, "vpc", [](Vpc& v) { v.dnsSupport = false; }); }, keys,
         Verdict::Blocked, "DNS_SUPPORT_OFF"},
        {"private-dns-off",
         [](Design& d) { change<Endpoint>(d, "vpce-secrets", [](Endpoint& e) { e.privateDns = false; }); }, keys,
         Verdict::Blocked, "DNS_PUBLIC_ANSWER"},
        {"hostnames-off", [](Design& d) { change<Vpc>(d, "vpc", [](Vpc& v) { v.dnsHostnames = false; }); }, keys,
         Verdict::Blocked, "DNS_PUBLIC_ANSWER"},
        {"hostnames-off-gateway", [](Design& d) { change<Vpc>(d, "vpc", [](Vpc& v) { v.dnsHostnames = false; }); },
         images, Verdict::PrivateGateway, ""},
        {"hostnames-off-gateway-with-a-record-type-of-its-own",
         [](Design& d) {
             change<Vpc>(d, "vpc", [](Vpc& v) { v.dnsHostnames = false; });
             change<Endpoint>(d, "vpce-s3", [](Endpoint& e) { e.dnsRecordIpType = DnsRecordIpType::Ipv4; });
         },
         images, Verdict::Unknown, ""},
        {"private-dns-off-with-nat",
         [](Design& d) { change<Endpoint>(d, "vpce-secrets", [](Endpoint& e) { e.privateDns = false; }); }, keys,
         Verdict::Public, "", true},
        {"pending-endpoint",
         [](Design& d) {
             change<Endpoint>(d, "vpce-secrets", [](Endpoint& e) { e.state = EndpointState::PendingAcceptance; });
         },
         keys, Verdict::Blocked, "VPCE_STATE"},
        {"own-dns-server",
         [](Design& d) {
             change<Vpc>(d, "vpc", [](Vpc& v) { v.dnsServers = {IpAddress::parse("10.0.1.53").value()}; });
         },
         keys, Verdict::Unknown, ""},
        {"resolver-of-the-vpc",
         [](Design& d) {
             change<Vpc>(d, "vpc", [](Vpc& v) { v.dnsServers = {IpAddress::parse("10.0.0.2").value()}; });
         },
         keys, Verdict::PrivateInterface, ""},
        {"global-sts",
         [](Design& d) {
             d.resources.put(shop::resource("sts", "sts"));
             Endpoint e = *find(d, Id<Endpoint>{"vpce-secrets"});
             e.id = {"vpce-sts"};
             e.service = "sts";
             d.endpoints.put(e);
             Flow f = shop::flow("sts-flow", Id<Workload>{"app"}, Id<ServiceResource>{"sts"});
             f.hostStyle = HostStyle::Global;
             d.flows.put(f);
         },
         "sts-flow", Verdict::Public, "", true},
        {"endpoint-name",
         [](Design& d) {
             change<Endpoint>(d, "vpce-secrets", [](Endpoint& e) { e.privateDns = false; });
             style(d, "keys-flow", HostStyle::EndpointSpecific);
         },
         keys, Verdict::PrivateInterface, ""},
        {"endpoint-name-of-pending",
         [](Design& d) {
             change<Endpoint>(d, "vpce-secrets", [](Endpoint& e) { e.state = EndpointState::Pending; });
             style(d, "keys-flow", HostStyle::EndpointSpecific);
         },
         keys, Verdict::Blocked, "VPCE_STATE"},
        {"dynamodb-has-no-private-dns",
         [](Design& d) {
             d.resources.put(shop::resource("table", "dynamodb"));
             Endpoint e = *find(d, Id<Endpoint>{"vpce-secrets"});
             e.id = {"vpce-ddb"};
             e.service = "dynamodb";
             d.endpoints.put(e);
             d.flows.put(shop::flow("table-flow", Id<Workload>{"app"}, Id<ServiceResource>{"table"}));
         },
         "table-flow", Verdict::Blocked, "DNS_PUBLIC_ANSWER"},
        {"zone-without-record",
         [](Design& d) {
             change<Endpoint>(d, "vpce-secrets", [](Endpoint& e) { e.privateDns = false; });
             HostedZone zone;
             zone.id = {"zone"};
             zone.name = "secretsmanager.us-east-1.amazonaws.com";
             zone.vpcs = {{"vpc"}};
             d.hostedZones.put(zone);
         },
         keys, Verdict::Blocked, "DNS_NO_ANSWER"},
        {"wildcard-is-not-its-apex",
         [](Design& d) {
             change<Endpoint>(d, "vpce-secrets", [](Endpoint& e) { e.privateDns = false; });
             HostedZone zone;
             zone.id = {"zone"};
             zone.name = "secretsmanager.us-east-1.amazonaws.com";
             zone.vpcs = {{"vpc"}};
             DnsRecord record;
             record.name = "*.secretsmanager.us-east-1.amazonaws.com";
             record.alias = Id<Endpoint>{"vpce-secrets"};
             zone.records = {record};
             d.hostedZones.put(zone);
         },
         keys, Verdict::Blocked, "DNS_NO_ANSWER"},
        {"zone-written-otherwise",
         [](Design& d) {
             HostedZone zone;
             zone.id = {"zone"};
             zone.name = "SecretsManager.us-east-1.amazonaws.com.";
             zone.vpcs = {{"vpc"}};
             d.hostedZones.put(zone);
         },
         keys, Verdict::Blocked, "DNS_NO_ANSWER"},
        {"everything-is-forwarded",
         [](Design& d) {
             change<Endpoint>(d, "vpce-secrets", [](Endpoint& e) { e.privateDns = false; });
             ResolverRule rule;
             rule.id = {"rule"};
             rule.domain = ".";
             rule.ruleKind = ResolverRuleKind::Forward;
             rule.vpcs = {{"vpc"}};
             d.resolverRules.put(rule);
         },
         keys, Verdict::Unknown, ""},
        {"one-subnet-without-ipv4",
         [](Design& d) {
             change<Subnet>(d, "app-b", [](Subnet& s) {
                 s.cidr.reset();
                 s.ipv6Cidr = Cidr::literal("2600:1f18:0:2::/64");
             });
         },
         images, Verdict::Partial, "DNS_NO_IPV6"},
        {"zone-with-alias",
         [](Design& d) {
             change<Endpoint>(d, "vpce-secrets", [](Endpoint& e) { e.privateDns = false; });
             HostedZone zone;
             zone.id = {"zone"};
             zone.name = "secretsmanager.us-east-1.amazonaws.com";
             zone.vpcs = {{"vpc"}};
             DnsRecord record;
             record.name = zone.name;
             record.alias = Id<Endpoint>{"vpce-secrets"};
             zone.records = {record};
             d.hostedZones.put(zone);
         },
         keys, Verdict::PrivateInterface, ""},
        {"forwarding-rule",
         [](Design& d) {
             ResolverRule forward;
             forward.id = {"rule"};
             forward.domain = "secretsmanager.us-east-1.amazonaws.com";
             forward.vpcs = {{"vpc"}};
             d.resolverRules.put(forward);
         },
         keys, Verdict::Unknown, ""},
        {"private-api", [](Design& d) { addApi(d, ApiType::Private, true); }, "api-flow", Verdict::PrivateInterface,
         ""},
        {"hijacked-api", [](Design& d) { addApi(d, ApiType::Regional, true); }, "api-flow", Verdict::Blocked,
         "DNS_HIJACKED"},
        {"api-type-not-stated", [](Design& d) { addApi(d, ApiType::None, true); }, "api-flow", Verdict::Unknown, ""},
        {"private-api-over-nat", [](Design& d) { addApi(d, ApiType::Private, false); }, "api-flow", Verdict::Blocked,
         "API_IS_PRIVATE", true},
        {"public-api-over-nat", [](Design& d) { addApi(d, ApiType::Regional, false); }, "api-flow", Verdict::Public, "",
         true},
    };
}

}  // namespace gw::faults
