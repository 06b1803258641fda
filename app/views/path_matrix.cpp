#include "app/views/path_matrix.h"

#include <map>
#include <set>
#include <tuple>

#include "app/views/text.h"
#include "app/views/thing_text.h"
#include "model/reach/matrix.h"
#include "model/report/traces.h"

namespace gw {
namespace {

QString gatewayWord(const Design& design, const AnyId& id) {
    if (design.natGateways.find({id.value})) return "nat";
    if (design.internetGateways.find({id.value})) return "igw";
    if (design.egressOnlyGateways.find({id.value})) return "egress-only";
    if (design.peeringConnections.find({id.value})) return "peering";
    if (design.transitGateways.find({id.value})) return "transit gw";
    if (design.endpoints.find({id.value})) return "endpoint";
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

/// Which of the cells are shown.
std::vector<const MatrixCell*> chosenOf(const Design& design, const VerdictMatrix& all, const PathChoice& choice) {
    const QStringList words = choice.words.split(' ', Qt::SkipEmptyParts);
    std::map<std::string, QString> said;
    const auto textOf = [&](const AnyId& id) {
        const auto [at, isNew] = said.try_emplace(id.value);
        if (isNew) at->second = labelOf(design, id) + ' ' + screenText(id.value);
        return at->second;
    };
    std::vector<const MatrixCell*> chosen;
    for (const MatrixCell& cell : all.cells) {
        if (choice.onlyUnwanted && cell.worst.asWanted) continue;
        const QString text = words.isEmpty() ? QString() : textOf(cell.from) + ' ' + textOf(cell.to);
        if (std::ranges::all_of(words, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); }))
            chosen.push_back(&cell);
    }
    return chosen;
}

QString networkWayOf(const Design& design, const Trace& trace, const Flow& flow) {
    if (flow.intent == FlowIntent::Blocked && trace.policiesOpen && trace.verdict != Verdict::Blocked) return "policy";
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
            return trace.blockers.empty() ? QString("blocked") : screenText(shortName(trace.blockers.front().stage));
        case Verdict::Unknown:
            break;
    }
    return "unknown";
}

/// Shown for a flow that would be gone, which no trace is told of.
Trace traceOfGone(const Flow& flow) {
    Trace trace;
    trace.flow = flow.id;
    trace.verdict = Verdict::Blocked;
    trace.asWanted = flow.intent == FlowIntent::Blocked;
    return trace;
}

PathCell cellOf(const Design& design, const MatrixCell& cell, const WhatIf* whatIf) {
    const Flow& flow = *find(design, cell.worst.flow);
    const bool isGone = whatIf && !traceOf(*whatIf, flow.id);
    return {screenText(flow.id.value),
            isGone ? QObject::tr("gone") : wayOf(design, cell.worst, flow),
            isGone ? fareOf(flow, traceOfGone(flow)) : fareOf(flow, cell.worst),
            static_cast<int>(cell.flows.size()) - 1,
            !cell.worst.asWanted,
            rankOf(cell.worst)};
}

/// The traces that are told, sorted by flow; of each flow that would be gone, one that says nothing.
Traces tracesToTell(const Judgement& judgement, const WhatIf* whatIf) {
    if (!whatIf) return judgement.facts().traces();
    std::vector<KnownTrace> told;
    for (std::size_t i = 0; i < whatIf->traces.size(); ++i) told.push_back(whatIf->traces.known(i));
    for (const Flow& flow : judgement.design().flows)
        if (!traceOf(*whatIf, flow.id))
            told.push_back(std::make_shared<const Known<Trace>>(Known<Trace>{traceOfGone(flow)}));
    std::ranges::sort(told, {}, [](const KnownTrace& each) { return each->value.flow; });
    return Traces(std::move(told));
}

void sortRows(PathMatrix& matrix, const QString& by) {
    if (by == PathChoice::byName) {
        std::ranges::stable_sort(matrix.rows, [](const PathRow& a, const PathRow& b) {
            return QString::compare(a.label, b.label, Qt::CaseInsensitive) < 0;
        });
        return;
    }
    const auto target = std::ranges::find(matrix.targets, by.toStdString(), &PathTarget::id);
    if (target == matrix.targets.end()) return;
    const auto column = static_cast<std::size_t>(target - matrix.targets.begin());
    // Rows that ask nothing of the target come last.
    std::ranges::stable_sort(matrix.rows, {}, [&](const PathRow& row) {
        return std::pair(row.cells[column].flow.isEmpty(), row.cells[column].rank);
    });
}

}  // namespace

QString wayOf(const Design& design, const Trace& trace, const Flow& flow) {
    if (fareOf(flow, trace) == Fare::Private && !trace.unasked.empty()) return "no role";
    return networkWayOf(design, trace, flow);
}

PathMatrix pathMatrix(const Judgement& judgement, const PathChoice& choice, const WhatIf* whatIf) {
    const Design& design = judgement.design();
    const Traces told = tracesToTell(judgement, whatIf);
    const VerdictMatrix all = matrixOf(design, told);
    const std::vector<const MatrixCell*> chosen = chosenOf(design, all, choice);
    std::set<std::string> sources;
    std::set<std::string> targets;
    for (const MatrixCell* cell : chosen) {
        sources.insert(cell->from.value);
        targets.insert(cell->to.value);
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
    for (const MatrixCell* cell : chosen)
        matrix.rows[line[cell->from.value]].cells[column[cell->to.value]] = cellOf(design, *cell, whatIf);
    sortRows(matrix, choice.sortedBy);
    for (const Trace& trace : told) {
        const Flow* flow = find(design, trace.flow);
        if (!flow) continue;
        ++matrix.flows;
        if (whatIf && !traceOf(*whatIf, flow->id)) {
            ++matrix.gone;
            continue;
        }
        const Fare fare = fareOf(*flow, trace);
        // Of what may go any way nothing is missed while it is not known.
        if (fare != Fare::Unknown || flow->intent == FlowIntent::Private)
            ++matrix.counts[static_cast<std::size_t>(fare)];
    }
    return matrix;
}

}  // namespace gw
