#include "app/views/tools/move.h"

#include <QElapsedTimer>
#include <QLineF>

#include <algorithm>
#include <cmath>

#include "app/views/tools/board.h"
#include "model/design/containment.h"
#include "model/design/references.h"
#include "model/edit/clip.h"
#include "model/edit/edits.h"
#include "model/edit/held_still.h"
#include "model/edit/palette.h"
#include "model/edit/settle.h"
#include "model/edit/span.h"

namespace gw {
namespace {

/// The pointer rests when it has not moved for so long.
constexpr int restMilliseconds = 80;
/// Things that settle within one frame, whatever the size of the design.
constexpr std::size_t settledAtOnce = 8;
/// What settling may take of a frame, painting aside; a card that pushes its neighbours on can take longer.
constexpr qint64 frameMilliseconds = 6;

int onGrid(double coordinate) {
    return static_cast<int>(std::lround(coordinate / measure::grid)) * measure::grid;
}

/// Whether the thing stands in the frame already, be it one of several it spans.
bool standsIn(const Design& design, const AnyId& thing, const AnyId& frame) {
    const Standpoint at = standpointOf(design, thing);
    if (at.frame == frame) return true;
    const auto names = [&](const auto& subnets) {
        return std::ranges::find(subnets, frame.value, &Id<Subnet>::value) != subnets.end();
    };
    if (const Workload* row = design.workloads.find({thing.value})) return names(row->subnets);
    if (const LoadBalancer* row = design.loadBalancers.find({thing.value})) return names(row->subnets);
    if (at.standing != Standing::Border) return false;
    const Subnet* subnet = design.subnets.find({frame.value});
    return subnet && subnet->vpc.value == at.frame.value;
}

}  // namespace

MoveGesture::MoveGesture(Board& board, const Pointer& pointer, const AnyId& grabbed)
    : board_(board), start_(pointer), grabbed_(grabbed), before_(board.design()) {
    selectOnPress();
}

void MoveGesture::selectOnPress() {
    Session& session = *board_.session();
    board_.leaveTrace(grabbed_);
    wasSelected_ = session.isSelected(grabbed_);
    if (wasSelected_) return;
    if (start_.shift())
        session.toggle(QString::fromStdString(grabbed_.value));
    else
        session.setSelection({grabbed_});
}

void MoveGesture::selectOnClick() {
    if (!wasSelected_) return;
    Session& session = *board_.session();
    if (start_.shift())
        session.toggle(QString::fromStdString(grabbed_.value));
    else
        session.setSelection({grabbed_});
}

void MoveGesture::start() {
    started_ = true;
    picture_ = board_.picture();
    for (const AnyId& id : board_.session()->selection()) ids_.insert(id.value);
    carried_ = carriedWith(before_, withLevelSubnets(before_, ids_));
    rest_.setSingleShot(true);
    rest_.setInterval(restMilliseconds);
    QObject::connect(&rest_, &QTimer::timeout, &rest_, [this] { settle(last_); });
    if (!start_.control()) return;
    Design clip = clipOf(before_, ids_);
    auto ids = idsForPaste(before_, clip);
    copies_ = Copies{std::move(clip), std::move(ids)};
}

Point MoveGesture::distance(const Pointer& pointer) const {
    double dx = pointer.spot.x - start_.spot.x;
    double dy = pointer.spot.y - start_.spot.y;
    if (pointer.shift()) (std::fabs(dx) < std::fabs(dy) ? dx : dy) = 0;
    if (pointer.alt()) return {static_cast<int>(std::lround(dx)), static_cast<int>(std::lround(dy))};
    const Placement* grabbed = before_.placements.find({grabbed_.value});
    if (!grabbed) return {onGrid(dx), onGrid(dy)};
    // The thing under the pointer comes to lie on the grid, the others keep their distance to it. An axis that the
    // pointer has not moved along stays as it is.
    return {std::fabs(dx) < measure::grid / 2.0 ? 0 : onGrid(grabbed->x + dx) - grabbed->x,
            std::fabs(dy) < measure::grid / 2.0 ? 0 : onGrid(grabbed->y + dy) - grabbed->y};
}

Result<std::optional<AnyId>> MoveGesture::targetAt(const Pointer& pointer) {
    if (ids_.size() != 1 || copies_ || pointer.alt()) return std::nullopt;
    const AnyId thing(*ids_.begin());
    const Point spot{static_cast<int>(std::lround(pointer.spot.x)), static_cast<int>(std::lround(pointer.spot.y))};
    std::vector<AnyId> frames = picture_->hits().framesAt(pointer.spot);
    std::erase_if(frames, [&](const AnyId& id) { return carried_.contains(id.value); });
    const Standpoint at = standpointOf(before_, thing);
    const bool overVpc =
        std::ranges::any_of(frames, [&](const AnyId& id) { return before_.vpcs.find({id.value}) != nullptr; });
    // A sign slides along its border also while the pointer is beside it.
    if (at.standing == Standing::Border && !overVpc) return std::nullopt;
    const Result<AnyId> frame = frameFor(before_, thing, frames, spot);
    if (!frame) return tl::unexpected<Error>(frame.error());
    if (const Subnet* subnet = before_.subnets.find({thing.value})) {
        const auto zone = std::ranges::find_if(
            frames, [&](const AnyId& id) { return before_.availabilityZones.find({id.value}) != nullptr; });
        if (zone != frames.end() && zone->value != subnet->zone.value) return *frame;
    }
    if (standsIn(before_, thing, *frame)) return std::nullopt;
    return *frame;
}

Result<std::optional<Edit>> MoveGesture::editAt(const Pointer& pointer) {
    const Point by = distance(pointer);
    if (copies_) {
        Edit paste = edits::paste(copies_->clip, copies_->ids, by.x, by.y);
        paste.label = "Duplicate";
        return paste;
    }
    const auto target = targetAt(pointer);
    if (!target) return tl::unexpected<Error>(target.error());
    if (*target) {
        board_.shown.dropTarget = **target;
        const AnyId thing(*ids_.begin());
        const Placement* placed = before_.placements.find({thing.value});
        if (!placed) return std::nullopt;
        const Point centre = placed->box().moved(by.x, by.y).centre();
        return edits::dropInto(thing, **target, centre);
    }
    if (by == Point{}) return std::nullopt;
    return edits::moveThings(ids_, by.x, by.y);
}

void MoveGesture::move(const Pointer& pointer) {
    if (!started_) {
        // What has no place of its own, such as a flow, is only selected.
        const bool placed =
            before_.placements.find({grabbed_.value}) != nullptr && !before_.flows.find({grabbed_.value});
        if (!placed || QLineF(start_.point, pointer.point).length() < dragThreshold) return;
        start();
    }
    if (!isHeavy()) return settle(pointer);
    board_.clearShown();
    if (const auto target = targetAt(pointer); target && *target) board_.shown.dropTarget = **target;
    showOutlines(pointer);
    last_ = pointer;
    rest_.start();
}

bool MoveGesture::isHeavy() const {
    return before_.placements.size() > Draughtsman::thingsDrawnAtOnce && (slow_ || carried_.size() > settledAtOnce);
}

void MoveGesture::showOutlines(const Pointer& pointer) {
    const Point by = distance(pointer);
    for (const std::string& id : ids_)
        if (const Item* body = picture_->scene().bodyOf(AnyId(id)))
            board_.shown.ghosts.push_back({body->bounds.moved(by.x, by.y), nameOf(before_, AnyId(id))});
}

void MoveGesture::settle(const Pointer& pointer) {
    QElapsedTimer time;
    time.start();
    settleNow(pointer);
    slow_ = slow_ || time.elapsed() > frameMilliseconds;
}

void MoveGesture::settleNow(const Pointer& pointer) {
    Document& document = *board_.document();
    board_.clearShown();
    const auto edit = editAt(pointer);
    const Status done = !edit   ? Status(tl::unexpected<Error>(edit.error()))
                        : *edit ? board_.preview(**edit, carried_)
                                : (document.dropPreview(), Status{});
    if (done) {
        // Of a large design the picture comes later: until then outlines show where things will stand.
        board_.picture();
        if (board_.draughtsman().isBehind())
            for (const std::string& id : ids_)
                if (const Placement* placed = document.design().placements.find({id}))
                    board_.shown.ghosts.push_back({Area(placed->box()), {}});
        return;
    }
    document.dropPreview();
    board_.shown.dropTarget = {};
    board_.shown.pointer = pointer.spot;
    board_.shown.refusal = done.error().message;
    const auto frames = picture_->hits().framesAt(pointer.spot);
    if (!frames.empty()) board_.shown.refusedTarget = frames.front();
    showOutlines(pointer);
}

bool MoveGesture::release(const Pointer& pointer) {
    if (!started_) move(pointer);
    rest_.stop();
    if (!started_) {
        selectOnClick();
        return true;
    }
    const auto edit = editAt(pointer);
    const AnyId target = board_.shown.dropTarget;
    board_.clearShown();
    board_.document()->dropPreview();
    if (!edit) board_.session()->tell(QString::fromStdString(edit.error().message));
    if (!edit || !*edit || !board_.session()->attempt(**edit)) return true;
    if (target)
        if (const std::string left = leftBehind(before_, AnyId(*ids_.begin()), target); !left.empty())
            board_.session()->tell(QString::fromStdString(left), true);
    if (!copies_) return true;
    std::vector<AnyId> selected;
    for (const std::string& id : ids_)
        if (const auto copy = copies_->ids.find(id); copy != copies_->ids.end()) selected.emplace_back(copy->second);
    board_.session()->setSelection(std::move(selected));
    return true;
}

void MoveGesture::cancel() {
    rest_.stop();
    board_.clearShown();
    board_.document()->dropPreview();
}

}  // namespace gw
