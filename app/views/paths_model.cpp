#include "app/views/paths_model.h"

#include <set>
#include <tuple>

#include "app/views/text.h"
#include "app/views/thing_text.h"
#include "model/design/references.h"

namespace gw {
namespace {

/// Of several flows between the same two, the worst is shown: blocked, not private, unknown, private, on purpose.
int weight(PathTone tone) {
    switch (tone) {
        case PathTone::Blocked:
            return 4;
        case PathTone::Public:
            return 3;
        case PathTone::Unknown:
            return 2;
        case PathTone::Private:
            return 1;
        case PathTone::Open:
        case PathTone::Purpose:
            break;
    }
    return 0;
}

QString gatewayWord(const Design& design, const AnyId& id) {
    if (design.natGateways.find({id.value})) return "nat";
    if (design.internetGateways.find({id.value})) return "igw";
    if (design.egressOnlyGateways.find({id.value})) return "egress-only";
    if (design.peeringConnections.find({id.value})) return "peering";
    if (design.transitGateways.find({id.value})) return "transit gw";
    if (design.endpoints.find({id.value})) return "endpoint";
    return {};
}

QString stageWord(Stage stage) {
    switch (stage) {
        case Stage::Dns:
            return "dns";
        case Stage::SecurityGroupOut:
            return "sg out";
        case Stage::AclOut:
            return "acl out";
        case Stage::Route:
            return "route";
        case Stage::Middle:
            return "gateway";
        case Stage::GatewayEndpoint:
            return "endpoint";
        case Stage::AclIn:
            return "acl in";
        case Stage::SecurityGroupIn:
            return "sg in";
        case Stage::Service:
            return "service";
        case Stage::EndpointPolicy:
        case Stage::IdentityPolicy:
        case Stage::ResourcePolicy:
            return "policy";
        case Stage::Response:
            return "way back";
    }
    return {};
}

/// Things that are not drawn come after those that are.
auto placeInReading(const Design& design, const std::string& id) {
    const Placement* place = design.placements.find({id});
    return std::tuple(!place, place ? place->box().y : 0, place ? place->box().x : 0, id);
}

std::vector<std::string> inReadingOrder(const Design& design, std::set<std::string> ids) {
    std::vector<std::string> sorted(ids.begin(), ids.end());
    std::ranges::sort(sorted, {}, [&](const std::string& id) { return placeInReading(design, id); });
    return sorted;
}

void put(PathCell& cell, const Design& design, const Trace& trace, const Flow& flow) {
    const PathTone tone = toneOf(trace, flow);
    if (!cell.flow.isEmpty()) {
        ++cell.more;
        if (weight(tone) <= weight(cell.tone)) return;
    }
    cell.flow = screenText(flow.id.value);
    cell.way = wayOf(design, trace, flow);
    cell.tone = tone;
}

QVariant cellsOf(const PathRow& row) {
    QVariantList cells;
    for (const PathCell& cell : row.cells)
        cells << QVariantMap{
            {"flow", cell.flow}, {"way", cell.way}, {"tone", static_cast<int>(cell.tone)}, {"more", cell.more}};
    return cells;
}

}  // namespace

PathTone toneOf(const Trace& trace, const Flow& flow) {
    // What must not get through may still be stopped by a policy, and those are not judged yet.
    if (flow.intent == FlowIntent::Blocked)
        return trace.verdict == Verdict::Blocked ? PathTone::Purpose : PathTone::Unknown;
    switch (trace.verdict) {
        case Verdict::PrivateGateway:
        case Verdict::PrivateInterface:
            return PathTone::Private;
        case Verdict::Public:
            return flow.intent == FlowIntent::Any ? PathTone::Open : PathTone::Public;
        case Verdict::Partial:
        case Verdict::Blocked:
            return PathTone::Blocked;
        case Verdict::Unknown:
            break;
    }
    return PathTone::Unknown;
}

QString wayOf(const Design& design, const Trace& trace, const Flow& flow) {
    if (flow.intent == FlowIntent::Blocked && trace.verdict != Verdict::Blocked) return "policy";
    switch (trace.verdict) {
        case Verdict::PrivateGateway:
            return "gateway";
        case Verdict::PrivateInterface:
            return "interface";
        case Verdict::Public:
            for (const AnyId& id : trace.via)
                if (const QString word = gatewayWord(design, id); !word.isEmpty()) return word;
            return "internet";
        case Verdict::Partial:
            return "in part";
        case Verdict::Blocked:
            return trace.blockers.empty() ? QString("blocked") : stageWord(trace.blockers.front().stage);
        case Verdict::Unknown:
            break;
    }
    return "unknown";
}

PathMatrix pathMatrix(const Judgement& judgement) {
    const Design& design = judgement.design();
    std::set<std::string> sources;
    std::set<std::string> targets;
    for (const Flow& flow : design.flows) {
        sources.insert(flow.from.value);
        targets.insert(flow.to.value);
    }
    PathMatrix matrix;
    std::map<std::string, std::size_t> column;
    for (const std::string& id : inReadingOrder(design, std::move(targets))) {
        column[id] = matrix.targets.size();
        matrix.targets.push_back({id, labelOf(design, AnyId(id))});
    }
    std::map<std::string, std::size_t> line;
    for (const std::string& id : inReadingOrder(design, std::move(sources))) {
        line[id] = matrix.rows.size();
        matrix.rows.push_back({screenText(id), labelOf(design, AnyId(id)), pictogramOf(design, AnyId(id)),
                               std::vector<PathCell>(matrix.targets.size())});
    }
    for (const Flow& flow : design.flows) {
        const Trace* trace = judgement.facts().traceOf(flow.id);
        if (!trace) continue;
        ++matrix.flows;
        const PathTone tone = toneOf(*trace, flow);
        // What must be blocked and is not is a finding, not a path that ought to be private; and of what may go any way
        // nothing is missed.
        const bool counts = flow.intent == FlowIntent::Private ||
                            (flow.intent == FlowIntent::Any ? tone != PathTone::Unknown : tone == PathTone::Purpose);
        if (counts) ++matrix.counts[static_cast<std::size_t>(tone)];
        put(matrix.rows[line[flow.from.value]].cells[column[flow.to.value]], design, *trace, flow);
    }
    return matrix;
}

void PathsModel::setDocument(Document* document) {
    if (document == document_) return;
    if (document_) document_->disconnect(this);
    document_ = document;
    if (document_) connect(document_, &Document::judged, this, &PathsModel::refresh);
    emit documentChanged();
    refresh();
}

QStringList PathsModel::targets() const {
    QStringList labels;
    for (const PathTarget& target : targets_) labels << target.label;
    return labels;
}

QVariantList PathsModel::tones() const {
    std::set<int> shown;
    for (const PathRow& row : rows())
        for (const PathCell& cell : row.cells)
            if (!cell.flow.isEmpty()) shown.insert(static_cast<int>(cell.tone));
    return {shown.begin(), shown.end()};
}

const std::vector<PathsModel::Role>& PathsModel::roles() const {
    static const std::vector<Role> roles = {
        {"key", [](const PathRow& row) { return QVariant(row.key); }},
        {"label", [](const PathRow& row) { return QVariant(row.label); }},
        {"pictogram", [](const PathRow& row) { return QVariant(row.pictogram); }},
        {"cells", cellsOf},
    };
    return roles;
}

void PathsModel::refresh() {
    PathMatrix matrix = document_ ? pathMatrix(*document_->judgement()) : PathMatrix{};
    targets_ = std::move(matrix.targets);
    counts_ = matrix.counts;
    flows_ = matrix.flows;
    setRows(std::move(matrix.rows));
    emit refreshed();
}

}  // namespace gw
