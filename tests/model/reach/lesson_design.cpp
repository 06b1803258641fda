#include "tests/model/reach/lesson_design.h"

#include <map>
#include <set>

namespace gw::lessons {
namespace {

using nlohmann::json;

std::string textAt(const json& row, const char* key) {
    const auto at = row.find(key);
    return at == row.end() || !at->is_string() ? std::string{} : at->get<std::string>();
}

template <class Row>
std::vector<Id<Row>> idsAt(const json& row, const char* key) {
    std::vector<Id<Row>> ids;
    if (row.contains(key))
        for (const auto& each : row.at(key)) ids.push_back({each.get<std::string>()});
    return ids;
}

PortRange portsOf(const json& value) {
    if (value.is_number()) return PortRange::single(value.get<std::uint16_t>());
    if (value.is_array()) return {value.at(0).get<std::uint16_t>(), value.at(1).get<std::uint16_t>()};
    return {};
}

std::vector<SecurityGroupRule> rulesOf(const json& rows, std::set<std::string>& lists) {
    std::vector<SecurityGroupRule> rules;
    for (const auto& row : rows) {
        SecurityGroupRule rule;
        rule.ports = portsOf(row.at("port"));
        if (rule.ports.isAll()) rule.protocol = Protocol::all();
        const std::string peer = row.at("peer");
        if (peer.starts_with("sg:")) {
            rule.peer = IdOf<SecurityGroup, PrefixList>(peer.substr(3));
        } else if (peer.starts_with("pl:")) {
            lists.insert(peer.substr(3));
            rule.peer = IdOf<SecurityGroup, PrefixList>("pl-" + peer.substr(3));
        } else {
            rule.peer = Cidr::literal(peer);
        }
        rules.push_back(rule);
    }
    return rules;
}

std::vector<NetworkAclEntry> entriesOf(const json& rows) {
    std::vector<NetworkAclEntry> entries;
    for (const auto& row : rows) {
        NetworkAclEntry entry;
        entry.number = row.at("n");
        entry.action = row.at("allow").get<bool>() ? AclAction::Allow : AclAction::Deny;
        entry.protocol = Protocol::tcp();
        entry.ports = portsOf(row.at("ports"));
        entry.cidr = Cidr::literal(row.at("cidr").get<std::string>());
        entries.push_back(entry);
    }
    return entries;
}

/// Statements as lessons write them, in IAM's words; who is not named is everybody where the type wants a principal.
PolicyDocument policyOf(const json& statements, bool withPrincipal) {
    static const std::map<std::string, const char*> elements{{"effect", "Effect"},       {"action", "Action"},
                                                             {"resource", "Resource"},   {"condition", "Condition"},
                                                             {"principal", "Principal"}, {"sid", "Sid"}};
    json written = json::array();
    for (const auto& statement : statements) {
        json each = json::object();
        for (const auto& [key, value] : statement.items()) each[elements.at(key)] = value;
        if (withPrincipal && !each.contains("Principal")) each["Principal"] = "*";
        if (each.contains("Principal") && each["Principal"] != "*") each["Principal"] = {{"AWS", each["Principal"]}};
        written.push_back(each);
    }
    return PolicyDocument::literal(json{{"Version", "2012-10-17"}, {"Statement", written}}.dump());
}

/// Reads one lesson table after the other.
class Reader {
public:
    Reader(const json& lesson, std::string onlySubnet) : lesson_(lesson), onlySubnet_(std::move(onlySubnet)) {}
    Design read();

private:
    const json& rows(const char* key) const {
        static const json none = json::array();
        return lesson_.contains(key) ? lesson_.at(key) : none;
    }
    void readPlaces();
    void readRoutes();
    void readFilters();
    void readEndpoints();
    void readAccounts();
    void readEnds();
    Id<Account> accountOf(const json& row);

    const json& lesson_;
    std::string onlySubnet_;
    Design design_;
};

void Reader::readPlaces() {
    Region region;
    region.id = {"region"};
    region.code = lesson_.at("region");
    design_.regions.put(region);
    for (const auto& row : rows("vpcs")) {
        Vpc vpc;
        vpc.id = {row.at("id")};
        vpc.region = {"region"};
        vpc.cidrs = {Cidr::literal(row.at("cidr").get<std::string>())};
        vpc.dnsSupport = row.at("dnsSupport");
        vpc.dnsHostnames = row.at("dnsHostnames");
        if (row.at("dns") != "amazon") vpc.dnsServers = {IpAddress::parse("192.168.0.53").value()};
        design_.vpcs.put(vpc);
    }
    for (const auto& row : rows("subnets")) {
        AvailabilityZone zone;
        zone.id = {row.at("az")};
        zone.region = {"region"};
        design_.availabilityZones.put(zone);
        Subnet subnet;
        subnet.id = {row.at("id")};
        subnet.vpc = {row.at("vpc")};
        subnet.zone = {row.at("az")};
        subnet.cidr = Cidr::literal(row.at("cidr").get<std::string>());
        design_.subnets.put(subnet);
    }
}

void Reader::readRoutes() {
    for (const auto& row : rows("igws")) {
        InternetGateway gateway;
        gateway.id = {row.at("id")};
        gateway.vpc = {row.at("vpc")};
        design_.internetGateways.put(gateway);
    }
    ElasticIp address;
    address.id = {"eip"};
    design_.elasticIps.put(address);
    for (const auto& row : rows("nats")) {
        NatGateway nat;
        nat.id = {row.at("id")};
        nat.subnet = {row.at("subnet")};
        nat.vpc = find(design_, nat.subnet)->vpc;
        nat.elasticIps = {{"eip"}};
        design_.natGateways.put(nat);
    }
    for (const auto& row : rows("routeTables")) {
        RouteTable table;
        table.id = {row.at("id")};
        table.vpc = {row.at("vpc")};
        for (const auto& subnet : rows("subnets"))
            if (subnet.at("rt") == row.at("id")) table.subnets.push_back({subnet.at("id")});
        for (const auto& each : row.at("routes")) {
            Route route;
            route.destination = Cidr::literal(each.at("to").get<std::string>());
            const std::string via = each.at("via");
            route.target = RouteTarget(via.substr(via.find(':') + 1));
            table.routes.push_back(route);
        }
        design_.routeTables.put(table);
    }
}

void Reader::readFilters() {
    std::set<std::string> lists;
    for (const auto& row : rows("sgs")) {
        SecurityGroup group;
        group.id = {row.at("id")};
        group.vpc = {row.at("vpc")};
        group.isDefault = row.value("default", false);
        group.ingress = rulesOf(row.at("in"), lists);
        group.egress = rulesOf(row.at("out"), lists);
        design_.securityGroups.put(group);
    }
    for (const std::string& service : lists) {
        PrefixList list;
        list.id = {"pl-" + service};
        list.service = service;
        list.region = {"region"};
        design_.prefixLists.put(list);
    }
    for (const auto& row : rows("nacls")) {
        NetworkAcl acl;
        acl.id = {row.at("id")};
        acl.ingress = entriesOf(row.at("in"));
        acl.egress = entriesOf(row.at("out"));
        for (const auto& subnet : rows("subnets"))
            if (textAt(subnet, "nacl") == acl.id.value) {
                acl.subnets.push_back({subnet.at("id")});
                acl.vpc = {subnet.at("vpc")};
            }
        design_.networkAcls.put(acl);
    }
}

void Reader::readEndpoints() {
    for (const auto& row : rows("endpoints")) {
        Endpoint endpoint;
        endpoint.id = {row.at("id")};
        endpoint.vpc = {row.at("vpc")};
        endpoint.service = row.at("service");
        endpoint.type = row.at("type") == "gateway" ? EndpointType::Gateway : EndpointType::Interface;
        endpoint.routeTables = idsAt<RouteTable>(row, "routeTables");
        endpoint.subnets = idsAt<Subnet>(row, "subnets");
        endpoint.securityGroups = idsAt<SecurityGroup>(row, "sgs");
        endpoint.privateDns = row.value("privateDns", false);
        if (row.contains("policy") && row.at("policy").is_array()) endpoint.policy = policyOf(row.at("policy"), true);
        design_.endpoints.put(endpoint);
    }
    for (const auto& row : rows("zones")) {
        HostedZone zone;
        zone.id = {row.at("id")};
        zone.name = textAt(row, "service") + "." + textAt(lesson_, "region") + ".amazonaws.com";
        zone.vpcs = idsAt<Vpc>(row, "vpcs");
        DnsRecord record;
        record.name = zone.name;
        record.alias = IdOf<Endpoint, LoadBalancer>(textAt(row, "alias"));
        zone.records = {record};
        design_.hostedZones.put(zone);
    }
}

/// Accounts are told apart by their number and are members of the organisation that the row names.
Id<Account> Reader::accountOf(const json& row) {
    const std::string number = row.contains("account") ? textAt(row, "account") : textAt(lesson_, "account");
    const std::string organization = row.contains("account") ? textAt(row, "org") : textAt(lesson_, "org");
    Account account;
    account.id = {"account-" + number};
    account.number = AccountNumber::parse(number).value();
    if (!organization.empty()) {
        Organization own;
        own.id = {"org-" + organization};
        own.organizationId = organization;
        design_.organizations.put(own);
        account.organization = own.id;
    }
    design_.accounts.put(account);
    return account.id;
}

void Reader::readAccounts() {
    for (const auto& row : rows("roles")) {
        Role role;
        role.id = {"role-" + textAt(row, "id")};
        role.name = textAt(row, "id");
        role.account = accountOf(row);
        role.policies = {{"own", policyOf(row.at("policy"), false)}};
        design_.roles.put(role);
    }
}

void Reader::readEnds() {
    for (const auto& row : rows("workloads")) {
        const std::string id = "from-" + textAt(row, "id");
        if (row.at("kind") == "internet") {
            Client client;
            client.id = {id};
            design_.clients.put(client);
            continue;
        }
        Workload workload;
        workload.id = {id};
        workload.workloadKind = WorkloadKind::Fargate;
        workload.subnets = idsAt<Subnet>(row, "subnets");
        if (!onlySubnet_.empty())
            std::erase_if(workload.subnets, [&](const Id<Subnet>& each) { return each.value != onlySubnet_; });
        workload.securityGroups = idsAt<SecurityGroup>(row, "sgs");
        if (!textAt(row, "role").empty()) workload.role = {"role-" + textAt(row, "role")};
        workload.publicIp = row.value("publicIp", false);
        design_.workloads.put(workload);
    }
    for (const auto& row : rows("resources")) {
        ServiceResource resource;
        resource.id = {"to-" + textAt(row, "id")};
        resource.service = row.at("service");
        resource.region = {"region"};
        resource.arn = textAt(row, "arn");
        resource.awsOwned = textAt(row, "org") == "aws";
        if (!resource.awsOwned) resource.account = accountOf(row);
        // What an API has saved and not deployed is not in force.
        const json policy = row.contains("deployedPolicy") ? row.at("deployedPolicy") : row.value("policy", json());
        if (!policy.empty()) resource.policy = policyOf(policy, true);
        resource.blockPublicAccess = !row.value("foreignOpen", false);
        if (row.contains("kind")) resource.apiType = row.at("kind") == "private" ? ApiType::Private : ApiType::Regional;
        design_.resources.put(resource);
    }
    for (const auto& row : rows("flows")) {
        Flow flow;
        flow.id = {"flow-" + textAt(row, "id")};
        const std::string from = "from-" + textAt(row, "from");
        flow.from = FlowSource(from);
        flow.to = FlowTarget("to-" + textAt(row, "to"));
        flow.actions = {textAt(row, "action")};
        flow.resourceArn = textAt(row, "arn");
        if (!textAt(row, "role").empty()) flow.role = {"role-" + textAt(row, "role")};
        if (textAt(row, "principal") == "aws-service") flow.principal = FlowPrincipal::AwsService;
        if (textAt(row, "host") == "global") flow.hostStyle = HostStyle::Global;
        if (textAt(row, "host") == "custom-domain") {
            flow.hostStyle = HostStyle::Custom;
            flow.host = "api.partner.example";
        }
        if (textAt(row, "host") == "endpoint" || textAt(row, "host") == "vpce")
            flow.hostStyle = HostStyle::EndpointSpecific;
        design_.flows.put(flow);
    }
}

Design Reader::read() {
    readPlaces();
    readRoutes();
    readFilters();
    readEndpoints();
    readAccounts();
    readEnds();
    return std::move(design_);
}

}  // namespace

json applied(json design, const json& operations) {
    for (const auto& operation : operations) {
        const std::string path = operation.at("path");
        const auto bracket = path.find('[');
        json& table = design[path.substr(0, bracket)];
        if (table.is_null()) table = json::array();
        const std::string kind = operation.at("op");
        if (bracket == std::string::npos) {
            if (kind == "set")
                table = operation.at("value");
            else
                table.push_back(operation.at("value"));
            continue;
        }
        const std::string id = path.substr(bracket + 1, path.find(']') - bracket - 1);
        const auto dot = path.find('.', bracket);
        for (auto row = table.begin(); row != table.end(); ++row) {
            if (textAt(*row, "id") != id) continue;
            if (kind == "remove") {
                table.erase(row);
            } else if (kind == "set") {
                (*row)[path.substr(dot + 1)] = operation.at("value");
            } else {
                json& list = (*row)[path.substr(dot + 1)];
                for (const auto& value : operation.at("value")) list.push_back(value);
            }
            break;
        }
    }
    return design;
}

Design designOf(const json& lesson, const std::string& onlySubnet) {
    return Reader(lesson, onlySubnet).read();
}

}  // namespace gw::lessons
