#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "model/check/judgement.h"
#include "model/design/patch.h"
#include "model/edit/edits.h"
#include "tests/bench/median.h"
#include "tests/random/random_design.h"

/// How long it takes from a design, and from an edit of one thing in it, to every verdict on it: the network, all
/// flows, all rules; and which rules take most. Prints medians; judges nothing.
namespace {

struct Cost {
    const gw::Rule* rule = nullptr;
    double milliseconds = 0;
};

/// The row in the middle of the table, so that the edit is of a thing like most.
template <class Row>
const Row& middleOf(const gw::Table<Row>& table) {
    auto row = table.begin();
    std::advance(row, static_cast<std::ptrdiff_t>(table.size() / 2));
    return *row;
}

std::vector<gw::Edit> editsOf(const gw::Design& design) {
    using namespace gw;
    SecurityGroupRule rule;
    rule.ports = PortRange::single(8443);
    rule.peer = Cidr::literal("10.1.2.0/24");
    Route route;
    route.destination = Cidr::literal("192.0.2.0/24");
    route.target = RouteTarget(middleOf(design.internetGateways).id);
    const auto policy = PolicyDocument::literal(R"({"Version": "2012-10-17", "Statement": []})");
    std::vector<Edit> all;
    all.push_back(edits::allowInSecurityGroup(middleOf(design.securityGroups).id, Direction::In, rule));
    all.push_back(edits::addRoute(middleOf(design.routeTables).id, route));
    all.push_back(edits::rename(middleOf(design.workloads).id, "another name"));
    all.push_back(edits::moveThings({middleOf(design.workloads).id.value}, 8, 8));
    all.push_back(edits::setPolicy(middleOf(design.resources).id, policy));
    return all;
}

void printEdits(const gw::Design& design, const gw::Judgement& before, int times) {
    static constexpr const char* kinds[] = {"security group rule", "route", "rename", "move", "policy text"};
    const auto edits = editsOf(design);
    for (std::size_t i = 0; i < edits.size(); ++i) {
        gw::Design after = design;
        const double edit = gw::medianMilliseconds(times, [&] {
            auto done = apply(edits[i], design);
            if (!done)
                std::printf("refused: %s\n", done.error().message.c_str());
            else
                after = *std::move(done);
        });
        const double step = gw::medianMilliseconds(times, [&] { static_cast<void>(diff(design, after)); });
        std::unique_ptr<gw::Judgement> judged;
        const double facts = gw::medianMilliseconds(times, [&] { const gw::Facts made(after, &before.facts()); });
        const double verdict = gw::medianMilliseconds(
            times, [&] { judged = std::make_unique<gw::Judgement>(after, gw::Date{}, &before); });
        std::printf("  %-20s edit %7.2f ms, diff %6.2f ms, judge %7.2f ms (facts %7.2f ms)\n", kinds[i], edit, step,
                    verdict, facts);
    }
}

void printRules(const gw::Facts& facts, int times) {
    std::vector<Cost> costs;
    std::size_t findings = 0;
    for (const gw::Rule* rule : gw::allRules())
        costs.push_back({rule, gw::medianMilliseconds(times, [&] { findings += rule->check(facts).size(); })});
    std::ranges::sort(costs, std::greater{}, &Cost::milliseconds);
    for (std::size_t i = 0; i < 8 && i < costs.size(); ++i)
        std::printf("    %-10s %8.3f ms\n", std::string(costs[i].rule->code).c_str(), costs[i].milliseconds);
}

}  // namespace

/// `check_bench [THINGS]...`, otherwise designs from 100 to 10,000 things.
int main(int count, char** arguments) {
    std::vector<std::size_t> sizes;
    for (int i = 1; i < count; ++i) sizes.push_back(std::strtoul(arguments[i], nullptr, 10));
    if (sizes.empty()) sizes = {100, 500, 2000, 10000};
    for (const std::size_t things : sizes) {
        const gw::Design design = gw::randomDesign(7, {things});
        const int times = things > 2000 ? 5 : 11;
        const double facts = gw::medianMilliseconds(times, [&] { const gw::Facts made(design); });
        const double all = gw::medianMilliseconds(times, [&] { const gw::Judgement made(design); });
        const gw::Judgement before(design);
        std::printf("%zu things, %zu flows, %zu findings: facts %.2f ms, facts and rules %.2f ms\n", things,
                    design.flows.size(), before.diagnostics().size(), facts, all);
        printEdits(design, before, times);
        printRules(before.facts(), times);
    }
    return 0;
}
