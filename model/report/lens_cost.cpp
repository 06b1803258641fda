#include <cmath>

#include "model/cost/standing.h"
#include "model/report/lens_content.h"

namespace gw {
namespace {

std::string dollars(double amount) {
    const long cents = std::lround(amount * 100);
    const std::string rest = std::to_string(cents % 100);
    return "$" + std::to_string(cents / 100) + "." + (rest.size() < 2 ? "0" : "") + rest;
}

}  // namespace

LensContent costContent(const Facts& facts) {
    const Network& network = facts.network();
    LensContent content;
    content.keepsFlows = false;
    const auto add = [&](const auto& row) {
        LensMark& mark = content.marks[row.id];
        const auto cost = standingCostOf(network, row);
        if (!cost) {
            mark = {Tone::Unknown, "?", "no price known", {}};
        } else if (*cost > 0) {
            mark = {Tone::Caution, "$" + std::to_string(std::lround(*cost)), dollars(*cost) + " per month", {}};
        } else {
            mark = {Tone::Good, "$0", "free", {}};
        }
    };
    for (const Endpoint& endpoint : facts.design().endpoints) add(endpoint);
    for (const NatGateway& gateway : facts.design().natGateways) add(gateway);
    const auto all = standingCostOf(network);
    content.headline = all ? "Standing there costs " + dollars(*all) + " per month; data comes on top"
                           : "The catalogue does not price everything that stands here";
    content.legend = {{Tone::Caution, "$", "per month, by the hour and zone"}, {Tone::Good, "$0", "free"}};
    return content;
}

}  // namespace gw
