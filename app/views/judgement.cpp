#include "app/views/judgement.h"

#include <QDate>

namespace gw {
namespace {

Date today() {
    const auto date = Date::parse(QDate::currentDate().toString(Qt::ISODate).toStdString());
    return date ? *date : Date{};
}

}  // namespace

std::shared_ptr<const Judgement> judge(Design design, const Judgement* previous) {
    return std::make_shared<const Judgement>(std::move(design), today(), previous);
}

bool judgedAlike(const Design& one, const Design& other) {
    Design redrawn = one;
    redrawn.placements = other.placements;
    redrawn.notes = other.notes;
    return redrawn == other;
}

std::size_t judgedRows(const Design& design) {
    return design.subnets.size() + design.workloads.size() + design.endpoints.size() + design.resources.size() +
           design.flows.size() + design.securityGroups.size() + design.routeTables.size() + design.policies.size();
}

}  // namespace gw
