#pragma once
#include <algorithm>
#include <string>

#include "model/reach/middle.h"

/// What the stages of the middle share.
namespace gw {

inline Ruling judgedInMiddle(Code code, Outcome outcome, std::string_view id, std::string_view name) {
    Ruling ruling;
    ruling.stage = Stage::Middle;
    ruling.code = code;
    ruling.outcome = outcome;
    ruling.hop = id;
    ruling.subject = id;
    ruling.subjectName = name;
    return ruling;
}

template <class Row>
Ruling passed(Code code, const Row& row) {
    return judgedInMiddle(code, Outcome::Passed, row.id.value, labelOf(row));
}

template <class Row>
Ruling blocked(Code code, const Row& row, std::string note = {}) {
    Ruling ruling = judgedInMiddle(code, Outcome::Blocked, row.id.value, labelOf(row));
    ruling.note = std::move(note);
    return ruling;
}

/// The way goes on in a manner the design does not tell; `missing` says which fact would.
template <class Row>
Ruling notKnown(const Row& row, std::string missing) {
    Ruling ruling = judgedInMiddle(Code::MiddleNotKnown, Outcome::Unknown, row.id.value, labelOf(row));
    ruling.note = std::move(missing);
    return ruling;
}

/// The same ruling, told at another place of the way.
inline Ruling toldAt(Ruling ruling, std::string_view hop, Stage stage) {
    ruling.hop = hop;
    ruling.stage = stage;
    return ruling;
}

}  // namespace gw
