#include <QtTest>

#include "model/design/references.h"
#include "model/edit/fields.h"
#include "model/edit/list_line.h"

using namespace gw;

namespace {

/// A design with one row of every kind, the field values all AWS's defaults.
Design oneOfEach() {
    Design design;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        if constexpr (!std::is_same_v<Row, Placement>) {
            Row row;
            row.id.value = "the-" + std::string(Row::kind.section);
            (design.*table).put(std::move(row));
        }
    });
    return design;
}

std::vector<std::string> allIds(const Design& design) {
    std::vector<std::string> ids;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        for (const Row& row : design.*table) ids.push_back(row.id.value);
    });
    return ids;
}

FieldView fieldOf(const Design& design, const std::string& id, const std::string& key) {
    for (FieldView& view : fieldsOf(design, AnyId(id)))
        if (view.key == key) return view;
    qFatal("%s has no field %s", id.c_str(), key.c_str());
}

/// A good value of that kind, and how it is read back.
std::string goodFor(FieldKind kind, const std::vector<FieldChoice>& choices) {
    switch (kind) {
        case FieldKind::Number:
            return "7";
        case FieldKind::Switch:
            return "true";
        case FieldKind::Block:
        case FieldKind::Blocks:
        case FieldKind::BlockOrReference:
            return "10.1.0.0/16";
        case FieldKind::Address:
        case FieldKind::Addresses:
            return "10.1.2.3";
        case FieldKind::Ports:
            return "443";
        case FieldKind::Protocol:
            return "udp";
        case FieldKind::Date:
            return "2026-11-24";
        case FieldKind::Account:
            return "111122223333";
        case FieldKind::Policy:
            return "{}";
        case FieldKind::Choice:
        case FieldKind::Reference:
        case FieldKind::References:
            return choices.empty() ? "" : choices.back().value;
        case FieldKind::Text:
        case FieldKind::Words:
        case FieldKind::Table:
            return "word";
    }
    return {};
}

/// A value that no field of that kind takes; empty where every text is good.
std::string badFor(FieldKind kind) {
    switch (kind) {
        case FieldKind::Text:
        case FieldKind::Words:
            return {};
        case FieldKind::Policy:
            return "{\"Version\": ";
        case FieldKind::Block:
        case FieldKind::Blocks:
        case FieldKind::BlockOrReference:
            return "10.0.0.0/99";
        default:
            return "no such thing";
    }
}

}  // namespace

class FieldsTest : public QObject {
    Q_OBJECT

private slots:
    void everyFieldTakesGoodValues() {
        const Design design = oneOfEach();
        int fields = 0;
        for (const std::string& id : allIds(design))
            for (const FieldView& view : fieldsOf(design, AnyId(id))) {
                if (view.kind == FieldKind::Table) continue;
                ++fields;
                const std::string good = goodFor(view.kind, view.choices);
                const auto after = apply(edits::setField(AnyId(id), view.key, good), design);
                const std::string where = id + "." + view.key;
                if (good.empty() && view.required) continue;
                QVERIFY2(after, (where + ": " + (after ? "" : after.error().message)).c_str());
                QVERIFY2(fieldOf(*after, id, view.key).text == good,
                         (where + ": " + fieldOf(*after, id, view.key).text).c_str());
            }
        QVERIFY(fields > 250);
    }

    void membersOfListsKeepTheirCommas() {
        const std::vector<std::vector<std::string>> lists = {
            {}, {"one"}, {"a, b", "c"}, {"\\052.example.com", "x"}, {"\\,", "\\\\", "end\\"}, {",", "a,b,,c"}};
        for (const auto& members : lists) QVERIFY(listMembersOf(listLineOf(members)) == members);
        QCOMPARE(listLineOf({"\\052.example.com", "b"}), std::string("\\052.example.com, b"));
        QCOMPARE(listMembersOf(" a,, b\nc d ,").size(), 3U);
        // One is taken out, the others are as they were.
        Design design = oneOfEach();
        EndpointService service = *design.endpointServices.begin();
        service.allowedPrincipals = {"arn:aws:iam::111122223333:role/a,b", "arn:aws:iam::111122223333:role/c"};
        design.endpointServices.put(service);
        std::string line = fieldOf(design, service.id.value, "allowedPrincipals").text;
        line.resize(line.rfind(", "));
        const auto after = apply(edits::setField(AnyId(service.id), "allowedPrincipals", line), design);
        QVERIFY(after);
        QVERIFY(after->endpointServices.find(service.id)->allowedPrincipals ==
                std::vector<std::string>{"arn:aws:iam::111122223333:role/a,b"});
    }

    void everyFieldRefusesBadValues() {
        const Design design = oneOfEach();
        for (const std::string& id : allIds(design))
            for (const FieldView& view : fieldsOf(design, AnyId(id))) {
                const std::string bad = badFor(view.kind);
                if (!bad.empty())
                    QVERIFY2(!apply(edits::setField(AnyId(id), view.key, bad), design), (id + "." + view.key).c_str());
                if (view.required)
                    QVERIFY2(!apply(edits::setField(AnyId(id), view.key, " "), design), (id + "." + view.key).c_str());
            }
        QVERIFY(!apply(edits::setField(AnyId("the-vpcs"), "colour", "red"), design));
        QVERIFY(!apply(edits::setField(AnyId("nobody"), "name", "x"), design));
    }

    void numbersStayWithinTheirRange() {
        Design design = oneOfEach();
        design.flows.put({.id = {"the-flows"}, .from = Id<Workload>{"the-workloads"}, .to = Id<Client>{"the-clients"}});
        design.flowLogs.put({.id = {"the-flowLogs"}, .resource = Id<Vpc>{"the-vpcs"}});
        for (const auto& [id, key, wrong, words] :
             {std::tuple("the-workloads", "count", "-1", "Count of the-workloads would be -1; say 0 to 100000."),
              std::tuple("the-flows", "gbPerMonth", "1e308", "say 0 to 1000000000."),
              std::tuple("the-priceOverrides", "usd", "-0.5", "say 0 to 1000000."),
              std::tuple("the-flowLogs", "aggregationSeconds", "0", "say 1 to 86400.")}) {
            const auto after = apply(edits::setField(AnyId(id), key, wrong), design);
            QVERIFY2(!after, key);
            QVERIFY2(after.error().message.find(words) != std::string::npos, after.error().message.c_str());
        }
        // What AWS refuses is drawn and judged.
        Design acl = design;
        acl.networkAcls.put({.id = {"acl"}, .vpc = {"the-vpcs"}, .ingress = {{.number = 40000}}});
        QVERIFY(apply(edits::setTableCell(AnyId("acl"), "ingress", 0, "number", "-5"), acl));
    }

    void settingsOfOtherTypesDoNotApplyUnlessGiven() {
        Design design;
        Endpoint endpoint;
        endpoint.id = {"vpce"};
        endpoint.service = "secretsmanager";
        design.endpoints.put(endpoint);
        QVERIFY(fieldOf(design, "vpce", "subnets").applies);
        QVERIFY(fieldOf(design, "vpce", "privateDns").applies);
        for (const char* key : {"routeTables", "target", "privateDnsDomains", "privateDnsOnlyForInboundResolver"})
            QVERIFY2(!fieldOf(design, "vpce", key).applies, key);
        endpoint.routeTables = {{"rtb"}};
        design.endpoints.put(endpoint);
        QVERIFY(fieldOf(design, "vpce", "routeTables").applies);
        endpoint.type = EndpointType::Gateway;
        design.endpoints.put(endpoint);
        QVERIFY(!fieldOf(design, "vpce", "subnets").applies);
        QVERIFY(fieldOf(design, "vpce", "routeTables").applies);
        // FACTS F-005, F-006
        endpoint.type = EndpointType::Tunnel;
        design.endpoints.put(endpoint);
        for (const char* key : {"target", "subnets", "securityGroups"})
            QVERIFY2(fieldOf(design, "vpce", key).applies, key);
    }

    void whatRunsOrServesDecidesItsSettings() {
        Design design;
        Workload workload;
        workload.id = {"wl"};
        ServiceResource resource;
        resource.id = {"res"};
        const auto applies = [&](const char* key) {
            design.workloads.put(workload);
            design.resources.put(resource);
            const bool ofWorkload = std::string(key) == "executionRole" || std::string(key) == "elasticIps";
            return fieldOf(design, ofWorkload ? "wl" : "res", key).applies;
        };
        workload.workloadKind = WorkloadKind::Fargate;
        QVERIFY(applies("executionRole") && !applies("elasticIps"));
        workload.workloadKind = WorkloadKind::Ec2;
        QVERIFY(!applies("executionRole") && applies("elasticIps"));
        resource.service = "s3";
        QVERIFY(applies("blockPublicAccess") && !applies("apiType"));
        resource.service = "execute-api";
        QVERIFY(!applies("blockPublicAccess") && applies("apiType") && !applies("apiEndpoints"));
        resource.apiType = ApiType::Private;
        QVERIFY(applies("apiEndpoints"));
    }

    void everyTableTakesRowsAndGivesThemBack() {
        const Design design = oneOfEach();
        int tables = 0;
        for (const std::string& id : allIds(design))
            for (const FieldView& view : fieldsOf(design, AnyId(id))) {
                if (view.kind != FieldKind::Table) continue;
                ++tables;
                const std::string where = id + "." + view.key;
                std::vector<std::string> cells;
                for (const FieldColumn& column : view.columns) cells.push_back(goodFor(column.kind, column.choices));
                const auto added = apply(edits::addTableRow(AnyId(id), view.key, cells), design);
                QVERIFY2(added, (where + ": " + (added ? "" : added.error().message)).c_str());
                QCOMPARE(fieldOf(*added, id, view.key).cells.back(), cells);
                for (const FieldColumn& column : view.columns) {
                    QVERIFY2(apply(edits::setTableCell(AnyId(id), view.key, 0, column.key,
                                                       goodFor(column.kind, column.choices)),
                                   *added),
                             where.c_str());
                    if (const std::string bad = badFor(column.kind); !bad.empty())
                        QVERIFY2(!apply(edits::setTableCell(AnyId(id), view.key, 0, column.key, bad), *added),
                                 (where + "." + column.key).c_str());
                }
                const auto removed = apply(edits::removeTableRow(AnyId(id), view.key, 0), *added);
                QVERIFY2(removed && *removed == design, where.c_str());
                QVERIFY(!apply(edits::removeTableRow(AnyId(id), view.key, 1), *added));
                QVERIFY(!apply(edits::setTableCell(AnyId(id), view.key, 1, view.columns.front().key, "1"), *added));
            }
        QVERIFY(tables > 40);
    }

    void referencesKeepTheirOrder() {
        Design design = oneOfEach();
        for (const char* id : {"b", "a", "c"}) design.securityGroups.put({.id = {id}});
        const auto after = apply(edits::setField(AnyId("the-endpoints"), "securityGroups", "c, a,b"), design);
        QVERIFY(after);
        QCOMPARE(fieldOf(*after, "the-endpoints", "securityGroups").text, std::string("c, a, b"));
    }

    void subnetFollowsItsZoneOnTheCanvas() {
        Design design;
        design.regions.put({.id = {"r"}, .code = "us-east-1"});
        design.vpcs.put({.id = {"v"}, .region = {"r"}});
        for (const char* zone : {"a", "b"}) design.availabilityZones.put({.id = {zone}, .name = zone, .region = {"r"}});
        design.subnets.put({.id = {"s"}, .vpc = {"v"}, .zone = {"a"}});
        design.placements.put({.id = {"r"}, .x = 0, .y = 0, .width = 600, .height = 400});
        design.placements.put({.id = {"v"}, .x = 20, .y = 80, .width = 500, .height = 280});
        design.placements.put({.id = {"a"}, .x = 40, .y = 58, .width = 168, .height = 312});
        design.placements.put({.id = {"b"}, .x = 240, .y = 58, .width = 168, .height = 312});
        design.placements.put({.id = {"s"}, .x = 44, .y = 120, .width = 160, .height = 88});
        const auto after = apply(edits::setField(AnyId("s"), "zone", "b"), design);
        QVERIFY(after);
        QVERIFY(after->placements.find({"b"})->box().contains(after->placements.find({"s"})->box()));
        QCOMPARE(after->placements.find({"a"})->box(), design.placements.find({"a"})->box());
    }
};

QTEST_APPLESS_MAIN(FieldsTest)
#include "fields_test.moc"
