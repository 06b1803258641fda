#include "app/views/outline_model.h"

#include <QCollator>

#include <algorithm>
#include <iterator>
#include <map>

#include "app/views/text.h"
#include "app/views/thing_text.h"
#include "model/design/containment.h"
#include "model/design/references.h"

namespace gw {
namespace {

/// A folder of the outline: kinds that stand together, in the order they are listed.
struct Folder {
    const char* key;
    QString label;
    const char* pictogram;
    std::vector<std::string_view> sections;
};

const std::vector<Folder>& folders() {
    static const std::vector<Folder> all = {
        {"zones", QObject::tr("Availability Zones"), "availability-zone", {"availabilityZones"}},
        {"subnets", QObject::tr("Subnets"), "subnet", {"subnets"}},
        {"workloads", QObject::tr("Workloads"), "container", {"workloads", "loadBalancers"}},
        {"endpoints",
         QObject::tr("Endpoints"),
         "endpoint-interface",
         {"endpoints", "resourceGateways", "resolverEndpoints"}},
        {"gateways",
         QObject::tr("Gateways"),
         "internet-gateway",
         {"internetGateways", "natGateways", "egressOnlyGateways", "vpnGateways", "elasticIps"}},
        {"routeTables", QObject::tr("Route tables"), "route-table", {"routeTables"}},
        {"groups", QObject::tr("Security groups"), "security-group", {"securityGroups"}},
        {"acls", QObject::tr("Network ACLs"), "network-acl", {"networkAcls"}},
        {"services", QObject::tr("Services"), "service", {"resources"}},
        {"offers",
         QObject::tr("Endpoint services"),
         "endpoint-service",
         {"endpointServices", "resourceConfigurations", "serviceNetworks"}},
        {"links",
         QObject::tr("Connections"),
         "peering",
         {"peeringConnections", "transitGateways", "transitGatewayAttachments", "transitGatewayRouteTables",
          "vpnConnections"}},
        {"names", QObject::tr("DNS"), "hosted-zone", {"hostedZones", "resolverRules"}},
        {"lists", QObject::tr("Prefix lists"), "prefix-list", {"prefixLists"}},
        {"around", QObject::tr("Outside"), "internet", {"clients", "onPremisesNetworks"}},
        {"flows", QObject::tr("Flows"), "ui-arrow", {"flows"}},
        {"logs", QObject::tr("Flow logs"), "flow-log", {"flowLogs"}},
        {"identity",
         QObject::tr("Accounts and roles"),
         "role",
         {"organizations", "organizationalUnits", "accounts", "roles", "policies"}},
        {"remarks",
         QObject::tr("Notes and promises"),
         "note",
         {"notes", "groups", "layers", "waivers", "invariants", "assumptions", "priceOverrides", "unmodelled"}},
    };
    return all;
}

/// Index of the folder that holds the kind; frames of their own have none.
int folderOf(std::string_view section) {
    const auto& all = folders();
    for (std::size_t at = 0; at < all.size(); ++at)
        if (std::ranges::find(all[at].sections, section) != all[at].sections.end()) return static_cast<int>(at);
    return -1;
}

/// The Region or VPC that a row is listed under; empty for the top.
template <class Row>
std::string frameOf(const Row& row) {
    if constexpr (requires { Id<Vpc>(row.vpc); }) {
        if (row.vpc) return row.vpc.value;
    } else if constexpr (requires { row.region.value; }) {
        return row.region.value;
    }
    return {};
}

class Tree {
public:
    Tree(const Judgement& judgement, const Design& design, const QSet<QString>& toggled)
        : design_(design), toggled_(toggled) {
        for (const Diagnostic& diagnostic : judgement.diagnostics()) {
            if (diagnostic.waiver) continue;
            // As on the canvas: what is not drawn counts for the thing that stands for it, too.
            for (const AnyId& id : {diagnostic.finding->subject, drawnThingOf(design, diagnostic.finding->subject)}) {
                int& worst = worst_.try_emplace(id.value, -1).first->second;
                worst = std::max(worst, static_cast<int>(diagnostic.finding->severity));
            }
        }
        forEachTable([&]<class Row>(Table<Row> Design::*table) {
            if constexpr (!std::is_same_v<Row, Placement>) {
                const int folder = folderOf(Row::kind.section);
                for (const Row& row : design.*table) held_[frameOf(row)][folder].push_back(row.id.value);
            }
        });
    }

    std::vector<OutlineRow> rows() {
        addIn({}, 0);
        return std::move(rows_);
    }

private:
    int worstOf(const std::string& id) const {
        const auto at = worst_.find(id);
        return at == worst_.end() ? -1 : at->second;
    }

    int worstIn(const std::string& frame) const {
        int worst = -1;
        if (const auto held = held_.find(frame); held != held_.end())
            for (const auto& [folder, ids] : held->second)
                for (const std::string& id : ids) worst = std::max({worst, worstOf(id), folder < 0 ? worstIn(id) : -1});
        return worst;
    }

    void addIn(const std::string& frame, int depth) {
        const auto held = held_.find(frame);
        if (held == held_.end()) return;
        for (const auto& [folder, ids] : held->second) {
            if (folder >= 0) {
                addFolder(frame, folder, ids, depth);
                continue;
            }
            for (const std::string& id : ids) {
                OutlineRow row = thing(id, depth);
                row.expandable = held_.contains(id);
                row.expanded = row.expandable && !toggled_.contains(row.key);
                if (!row.expanded) row.severity = std::max(row.severity, worstIn(id));
                const bool open = row.expanded;
                rows_.push_back(std::move(row));
                if (open) addIn(id, depth + 1);
            }
        }
    }

    void addFolder(const std::string& frame, int at, const std::vector<std::string>& ids, int depth) {
        const Folder& folder = folders()[static_cast<std::size_t>(at)];
        OutlineRow row;
        row.key = screenText(frame) + '/' + folder.key;
        row.label = folder.label;
        row.pictogram = folder.pictogram;
        row.depth = depth;
        row.count = static_cast<int>(ids.size());
        row.expandable = true;
        row.expanded = toggled_.contains(row.key);
        const bool open = row.expanded;
        if (!open)
            for (const std::string& id : ids) row.severity = std::max(row.severity, worstOf(id));
        rows_.push_back(std::move(row));
        if (!open) return;
        std::vector<OutlineRow> things;
        things.reserve(ids.size());
        for (const std::string& id : ids) things.push_back(thing(id, depth + 1));
        QCollator byName;
        byName.setNumericMode(true);
        std::ranges::stable_sort(things, [&](const OutlineRow& one, const OutlineRow& other) {
            return byName.compare(one.label, other.label) < 0;
        });
        std::ranges::move(things, std::back_inserter(rows_));
    }

    OutlineRow thing(const std::string& id, int depth) const {
        OutlineRow row;
        row.key = row.thing = screenText(id);
        row.label = labelOf(design_, AnyId(id));
        row.pictogram = pictogramOf(design_, AnyId(id));
        row.depth = depth;
        row.severity = worstOf(id);
        return row;
    }

    const Design& design_;
    const QSet<QString>& toggled_;
    std::map<std::string, int> worst_;
    /// What each frame holds, by folder; -1 holds the frames inside it.
    std::map<std::string, std::map<int, std::vector<std::string>>> held_;
    std::vector<OutlineRow> rows_;
};

}  // namespace

std::vector<OutlineRow> outlineRows(const Judgement& judgement, const Design& design, const QSet<QString>& toggled) {
    return Tree(judgement, design, toggled).rows();
}

void OutlineModel::setDocument(Document* document) {
    if (document == document_) return;
    if (document_) document_->disconnect(this);
    document_ = document;
    if (document_) connect(document_, &Document::judged, this, &OutlineModel::refresh);
    emit documentChanged();
    refresh();
}

void OutlineModel::toggle(const QString& key) {
    if (!toggled_.remove(key)) toggled_.insert(key);
    refresh();
}

int OutlineModel::reveal(const QString& thing) {
    if (!document_ || !contains(document_->design(), AnyId(thing.toStdString()))) return -1;
    if (const int at = indexOf(thing); at >= 0) return at;
    withRow(document_->design(), AnyId(thing.toStdString()), [&]<class Row>(const Row& row) {
        const std::string frame = frameOf(row);
        toggled_.remove(screenText(frame));
        if (const Vpc* vpc = document_->design().vpcs.find({frame})) toggled_.remove(screenText(vpc->region.value));
        if (const int folder = folderOf(Row::kind.section); folder >= 0)
            toggled_.insert(screenText(frame) + '/' + folders()[static_cast<std::size_t>(folder)].key);
    });
    refresh();
    return indexOf(thing);
}

QString OutlineModel::thingAt(int at) const {
    return at >= 0 && at < rowCount() ? row(at).thing : QString{};
}

QString OutlineModel::keyAt(int at) const {
    return at >= 0 && at < rowCount() ? row(at).key : QString{};
}

const std::vector<OutlineModel::Role>& OutlineModel::roles() const {
    static const std::vector<Role> roles = {
        {"key", [](const OutlineRow& row) { return QVariant(row.key); }},
        {"thing", [](const OutlineRow& row) { return QVariant(row.thing); }},
        {"label", [](const OutlineRow& row) { return QVariant(row.label); }},
        {"pictogram", [](const OutlineRow& row) { return QVariant(row.pictogram); }},
        {"depth", [](const OutlineRow& row) { return QVariant(row.depth); }},
        {"count", [](const OutlineRow& row) { return QVariant(row.count); }},
        {"expandable", [](const OutlineRow& row) { return QVariant(row.expandable); }},
        {"expanded", [](const OutlineRow& row) { return QVariant(row.expanded); }},
        {"severity", [](const OutlineRow& row) { return QVariant(row.severity); }},
    };
    return roles;
}

void OutlineModel::refresh() {
    setRows(document_ ? outlineRows(*document_->judgement(), document_->design(), toggled_)
                      : std::vector<OutlineRow>{});
}

}  // namespace gw
