#pragma once
#include <algorithm>
#include <string>

#include "model/reach/middle.h"

/// What the stages of the middle share.
namespace gw {

inline Ruling judgedInMiddle(Code code, Outcome outcome, std::string_view id, std::string_view name) {
    Ruling judgement;
    judgement.stage = Stage::Middle;
    judgement.code = code;
    judgement.outcome = outcome;
    judgement.hop = id;
    judgement.subject = id;
    judgement.subjectName = name;
    return judgement;
}

template <class Row>
Ruling passed(Code code, const Row& row) {
    return judgedInMiddle(code, Outcome::Passed, row.id.value, labelOf(row));
}

template <class Row>
Ruling blocked(Code code, const Row& row, std::string note = {}) {
    Ruling judgement = judgedInMiddle(code, Outcome::Blocked, row.id.value, labelOf(row));
    judgement.note = std::move(note);
    return judgement;
}

/// The way goes on in a manner the design does not tell; `missing` says which fact would.
template <class Row>
Ruling notKnown(const Row& row, std::string missing) {
    Ruling judgement = judgedInMiddle(Code::MiddleNotKnown, Outcome::Unknown, row.id.value, labelOf(row));
    judgement.note = std::move(missing);
    return judgement;
}

/// The same judgement, told at another place of the way.
inline Ruling toldAt(Ruling judgement, std::string_view hop, Stage stage) {
    judgement.hop = hop;
    judgement.stage = stage;
    return judgement;
}

}  // namespace gw
