#pragma once
#include <memory>

#include "model/check/judgement.h"

namespace gw {

/// The judgement of the design as of today. `previous`, where there is one, makes it quicker: after an edit of one
/// thing some milliseconds for 10,000.
std::shared_ptr<const Judgement> judge(Design design, const Judgement* previous = nullptr);

/// Whether both designs are judged alike: rules and traces never read where a thing is drawn, so a drag that only moves
/// things asks no judge.
bool judgedAlike(const Design& one, const Design& other);

/// Rows of the tables that a judge walks; tells a small design from one that is judged beside the user's work.
std::size_t judgedRows(const Design& design);

}  // namespace gw
