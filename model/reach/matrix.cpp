#include "model/reach/matrix.h"

#include <algorithm>
#include <map>
#include <set>

#include "model/reach/reach.h"

namespace gw {
namespace {

int rankOf(Verdict verdict) {
    switch (verdict) {
        case Verdict::Blocked:
            return 0;
        case Verdict::Partial:
            return 1;
        case Verdict::Public:
            return 2;
        case Verdict::Unknown:
            return 3;
        case Verdict::PrivateInterface:
        case Verdict::PrivateGateway:
            return 4;
    }
    return 4;
}

using Cells = std::map<std::pair<std::string, std::string>, MatrixCell>;

Cells cellsOf(const Design& design, const Traces& traces) {
    Cells cells;
    for (const Trace& trace : traces) {
        const Flow* flow = find(design, trace.flow);
        if (!flow) continue;
        MatrixCell& cell = cells[{flow->from.value, flow->to.value}];
        if (cell.flows.empty() || isWorse(trace, cell.worst)) cell.worst = trace;
        cell.from = AnyId(flow->from.value);
        cell.to = AnyId(flow->to.value);
        cell.flows.push_back(flow->id);
    }
    return cells;
}

VerdictMatrix matrixOf(Cells cells) {
    std::set<std::string> rows;
    std::set<std::string> columns;
    VerdictMatrix matrix;
    for (auto& [pair, cell] : cells) {
        rows.insert(pair.first);
        columns.insert(pair.second);
        std::ranges::sort(cell.flows);
        matrix.cells.push_back(std::move(cell));
    }
    for (const std::string& id : rows) matrix.rows.emplace_back(id);
    for (const std::string& id : columns) matrix.columns.emplace_back(id);
    return matrix;
}

}  // namespace

int rankOf(const Trace& trace) {
    return rankOf(trace.verdict) + (trace.asWanted ? 10 : 0);
}

bool isWorse(const Trace& a, const Trace& b) {
    return rankOf(a) < rankOf(b);
}

VerdictMatrix matrixOf(const Design& design, const Traces& traces) {
    return matrixOf(cellsOf(design, traces));
}

VerdictMatrix matrixOfAllPairs(const Network& network, const Traces& traces) {
    const Design& design = network.design();
    Cells cells = cellsOf(design, traces);
    for (const Workload& workload : design.workloads)
        for (const ServiceResource& service : design.resources) {
            const auto [at, isNew] = cells.try_emplace({workload.id.value, service.id.value});
            if (!isNew) continue;
            Flow call;
            call.from = workload.id;
            call.to = service.id;
            at->second.from = workload.id;
            at->second.to = service.id;
            at->second.worst = trace(network, call);
        }
    return matrixOf(std::move(cells));
}

}  // namespace gw
