#include "model/report/matrix.h"

#include <algorithm>

#include "model/design/references.h"
#include "model/design/text_form.h"
#include "model/report/json_value.h"
#include "model/report/plain_text.h"
#include "model/report/traces.h"

namespace gw {
namespace {

/// What the call goes through, or what stops it: "vpce-s3", "SG_IN_NO_MATCH at sg-vpce".
std::string reasonOf(const Design& design, const Trace& trace) {
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
    if (!trace.blockers.empty())
        for (const Blocker& each : trace.blockers) add(each.code + " at " + plainText(nameOf(design, each.subject)));
    else
        for (const AnyId& id : trace.via) add(plainText(nameOf(design, id)));
    return text;
}

std::string padded(std::string text, std::size_t width) {
    // Names may hold any letters: their width is counted in code points.
    const auto points =
        static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
    return points < width ? text + std::string(width - points, ' ') : text;
}

std::size_t widthOf(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string quoted(std::string text) {
    text = plainText(text);
    if (!text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos) text = "'" + text;
    if (text.find_first_of(",\"") == std::string::npos) return text;
    std::string all = "\"";
    for (const char c : text) all += c == '"' ? "\"\"" : std::string(1, c);
    return all + "\"";
}

JsonNode cellJson(const MatrixCell& cell) {
    json::Object object;
    object.add("from", cell.from.value)
        .add("to", cell.to.value)
        .add("flows", json::ids(cell.flows))
        .add("verdict", textOf(cell.worst.verdict))
        .add("asWanted", cell.flows.empty() ? json::null() : json::boolean(cell.worst.asWanted))
        .add("via", json::ids(cell.worst.via))
        .add("blockers", json::array(cell.worst.blockers, [](const Blocker& each) { return json::string(each.code); }));
    if (!cell.worst.unasked.empty()) object.add("unasked", cell.worst.unasked);
    return object;
}

}  // namespace

std::string matrixText(const Design& design, const VerdictMatrix& matrix) {
    std::size_t names = 0;
    std::size_t verdicts = 0;
    for (const AnyId& id : matrix.columns) names = std::max(names, widthOf(plainText(nameOf(design, id))));
    for (const MatrixCell& cell : matrix.cells) verdicts = std::max(verdicts, verdictText(cell.worst).size());
    std::string text;
    const AnyId* row = nullptr;
    for (const MatrixCell& cell : matrix.cells) {
        if (!row || *row != cell.from) text += (text.empty() ? "" : "\n") + plainText(nameOf(design, cell.from)) + "\n";
        row = &cell.from;
        const bool unwanted = !cell.flows.empty() && !cell.worst.asWanted;
        std::string line = std::string(unwanted             ? "! "
                                       : cell.flows.empty() ? ". "
                                                            : "  ") +
                           padded(plainText(nameOf(design, cell.to)), names) + "  " +
                           padded(verdictText(cell.worst), verdicts) + "  " + reasonOf(design, cell.worst);
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

std::string matrixJson(std::string_view path, const VerdictMatrix& matrix) {
    const JsonNode document = json::Object()
                                  .add("format", "gatewright-matrix/1")
                                  .add("design", path)
                                  .add("rows", json::ids(matrix.rows))
                                  .add("columns", json::ids(matrix.columns))
                                  .add("cells", json::array(matrix.cells, cellJson));
    return prettyJson(document) + "\n";
}

std::string matrixCsv(const Design& design, const VerdictMatrix& matrix) {
    std::string text = "from,from name,to,to name,flows,verdict,as wanted,via,blockers\r\n";
    for (const MatrixCell& cell : matrix.cells) {
        std::string flows;
        for (const Id<Flow>& id : cell.flows) flows += (flows.empty() ? "" : " ") + id.value;
        std::string via;
        for (const AnyId& id : cell.worst.via) via += (via.empty() ? "" : " ") + id.value;
        std::string codes;
        for (const Blocker& each : cell.worst.blockers) codes += (codes.empty() ? "" : " ") + each.code;
        const std::string wanted = cell.flows.empty() ? "" : cell.worst.asWanted ? "yes" : "no";
        const std::string fields[] = {cell.from.value,
                                      nameOf(design, cell.from),
                                      cell.to.value,
                                      nameOf(design, cell.to),
                                      flows,
                                      textOf(cell.worst.verdict),
                                      wanted,
                                      via,
                                      codes};
        bool first = true;
        for (const std::string& field : fields) {
            text += (first ? "" : ",") + quoted(field);
            first = false;
        }
        text += "\r\n";
    }
    return text;
}

}  // namespace gw
