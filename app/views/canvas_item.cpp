#include "app/views/canvas_item.h"

#include <QCursor>
#include <QPainter>

#include "app/views/text.h"
#include "app/views/tools/place.h"
#include "model/design/containment.h"
#include "model/design/references.h"
#include "model/edit/edits.h"
#include "model/edit/measure.h"
#include "model/report/description.h"

namespace gw {
namespace {

constexpr std::array schemes{std::pair{"light", Theme::Light}, std::pair{"dark", Theme::Dark},
                             std::pair{"highContrast", Theme::HighContrast}};
/// A thing flown to is shown at 100 % at most, everything at 100 %, a selection larger.
constexpr double selectionZoom = 2.0;

/// What is seen of a thing: what is drawn for it; for a flow whose caller is not drawn, what it calls.
AnyId seenAs(const Design& design, const AnyId& thing) {
    const AnyId drawn = drawnThingOf(design, thing);
    const Flow* flow = drawn ? nullptr : design.flows.find({thing.value});
    return flow ? drawnThingOf(design, flow->to) : drawn;
}

/// The spot itself where it lies in no VPC, else one to the right of that: where services stand.
Spot besideVpcs(const Design& design, Spot spot, double width) {
    constexpr double gutter = 120;  // for the names of endpoints and the lines from them
    for (const Vpc& vpc : design.vpcs) {
        const Placement* placed = design.placements.find({vpc.id.value});
        if (!placed || !Area(placed->box()).contains(spot)) continue;
        return {Area(placed->box()).right() + measure::besideVpc + width / 2, spot.y};
    }
    return spot;
}

/// The spot itself where it lies in no VPC, else one below all VPCs of that one's Region, in which it still lies: a
/// further VPC stands there.
Spot belowVpcs(const Design& design, Spot spot, double width) {
    constexpr double insideRegion = 4;
    for (const Vpc& vpc : design.vpcs) {
        const Placement* placed = design.placements.find({vpc.id.value});
        const Placement* region = design.placements.find({vpc.region.value});
        if (!placed || !region || !Area(placed->box()).contains(spot)) continue;
        return {placed->x + width / 2, Area(region->box()).bottom() - insideRegion};
    }
    return spot;
}

}  // namespace

CanvasItem::CanvasItem(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setAcceptedMouseButtons(Qt::LeftButton | Qt::MiddleButton | Qt::RightButton);
    setAcceptHoverEvents(true);
    setActiveFocusOnTab(true);
    setOpaquePainting(true);
    zooming_.setSingleShot(true);
    zooming_.setInterval(120);
    connect(&zooming_, &QTimer::timeout, this, [this] {
        if (backing_.isRough()) update();
    });
    connect(&board_.draughtsman(), &Draughtsman::drawn, this, [this] {
        emit pictureChanged();
        update();
    });
}

CanvasItem::~CanvasItem() = default;

void CanvasItem::setSession(Session* session) {
    if (session == board_.session()) return;
    cancelGesture();
    if (board_.session()) {
        board_.session()->disconnect(this);
        if (board_.document()) board_.document()->disconnect(this);
    }
    board_.setSession(session);
    if (session) connectSession();
    emit sessionChanged();
    designChanged();
}

void CanvasItem::connectSession() {
    Session* session = board_.session();
    const auto repaint = [this] { update(); };
    connect(session, &Session::selectionChanged, this, [this] {
        update();
        emit currentThingChanged();
    });
    connect(session, &Session::hoveredChanged, this, repaint);
    connect(session, &Session::toolChanged, this, [this] { cancelGesture(); });
    const auto lookChanged = [this] {
        judgementChanged();
        // Another legend leaves another room.
        keepFitted();
    };
    // A lens changes what is put forward, never where it is seen.
    connect(session, &Session::lensChanged, this, &CanvasItem::judgementChanged);
    connect(session, &Session::whatIfChanged, this, lookChanged);
    connect(session, &Session::answerChanged, this, lookChanged);
    connect(session, &Session::tracedFlowChanged, this, &CanvasItem::judgementChanged);
    connect(session, &Session::viewChanged, this, &CanvasItem::viewChanged);
    connect(session, &Session::flyRequested, this, &CanvasItem::fly);
    connect(session, &Session::fitRequested, this, &CanvasItem::fit);
    connect(session, &Session::fitSelectionRequested, this, [this] {
        if (const auto area = board_.areaOf(board_.session()->selection())) flyTo(*area, selectionZoom);
    });
    connect(session, &Session::renameRequested, this, &CanvasItem::startRenaming);
    const auto connectDocument = [this, session] {
        if (!session->document()) return;
        connect(session->document(), &Document::changed, this, &CanvasItem::designChanged);
        connect(session->document(), &Document::judged, this, &CanvasItem::judgementChanged);
        designChanged();
    };
    connect(session, &Session::documentChanged, this, connectDocument);
    connectDocument();
}

void CanvasItem::designChanged() {
    board_.outdate();
    if (renaming_ && !gw::contains(board_.design(), renaming_)) cancelRenaming();
    emit renamingBoxChanged();
    emit pictureChanged();
    update();
}

void CanvasItem::judgementChanged() {
    board_.outdateOverlay();
    emit pictureChanged();
    update();
}

void CanvasItem::viewChanged() {
    if (const double zoom = board_.zoom(); zoom != shownZoom_) {
        shownZoom_ = zoom;
        zooming_.start();
    }
    emit renamingBoxChanged();
    emit seenChanged();
    update();
}

void CanvasItem::setCommands(Commands* commands) {
    if (commands == commands_) return;
    commands_ = commands;
    emit commandsChanged();
}

QString CanvasItem::scheme() const {
    const auto* named = std::ranges::find(schemes, theme_, [](const auto& each) { return each.second; });
    return QString::fromLatin1(named->first);
}

void CanvasItem::setScheme(const QString& scheme) {
    const auto* named =
        std::ranges::find_if(schemes, [&](const auto& each) { return scheme == QLatin1String(each.first); });
    if (named == schemes.end() || named->second == theme_) return;
    theme_ = named->second;
    emit schemeChanged();
    update();
}

void CanvasItem::setReducedMotion(bool reduced) {
    if (reduced == reducedMotion_) return;
    reducedMotion_ = reduced;
    emit reducedMotionChanged();
}

void CanvasItem::flyTo(const Area& area, double mostZoom) {
    fitted_.reset();
    if (board_.session() && width() > 0)
        flight_.start(*board_.session(), board_.viewOf(area, mostZoom), reducedMotion_);
}

void CanvasItem::fit() {
    if (width() <= 0 || height() <= 0) {
        fitWhenSized_ = true;
        return;
    }
    flyTo(board_.bounds(), 1.0);
    fitted_ = board_.viewOf(board_.bounds());
}

void CanvasItem::keepFitted() {
    const bool isFitted = fitted_ && (flight_.isUnderWay() || board_.view() == *fitted_);
    if (!(isFitted || fitWhenSized_) || size().isEmpty() || !board_.session()) return;
    fitWhenSized_ = false;
    fitted_ = board_.viewOf(board_.bounds());
    flight_.start(*board_.session(), *fitted_, true);
}

void CanvasItem::setCovers(const QVariantList& covers) {
    if (covers == covers_) return;
    covers_ = covers;
    std::vector<Area> areas;
    for (const QVariant& cover : covers) {
        const QRectF rect = cover.toRectF();
        areas.emplace_back(rect.x(), rect.y(), rect.width(), rect.height());
    }
    board_.setCovers(std::move(areas));
    keepFitted();
    update();
    emit coversChanged();
}

void CanvasItem::setCoveredRight(double pixels) {
    if (pixels == coveredRight_) return;
    coveredRight_ = pixels;
    bringOut_ = gesture_ != nullptr;
    if (!gesture_ && board_.session()) fly(board_.session()->primaryId());
    emit coveredRightChanged();
}

void CanvasItem::fly(const QString& id) {
    const AnyId thing(id.toStdString());
    const auto area = board_.areaOf({seenAs(board_.design(), thing)});
    if (!area && thing && gw::contains(board_.design(), thing))
        board_.session()->tell(
            tr("%1 is not drawn: the inspector shows it.").arg(QString::fromStdString(nameOf(board_.design(), thing))));
    Area free = board_.visible();
    free.width -= coveredRight_ / board_.zoom();
    if (!area || free.contains(*area)) return;
    if (!board_.visible().contains(*area)) {
        // Only as far as needed: the zoom stays where the thing fits.
        flyTo(*area, board_.zoom());
        return;
    }
    constexpr double margin = 24;
    const double hidden = area->right() - free.right() + margin / board_.zoom();
    const QPointF centre = board_.session()->centre();
    fitted_.reset();
    flight_.start(*board_.session(), {board_.zoom(), {centre.x() + hidden, centre.y()}}, reducedMotion_);
}

void CanvasItem::zoomBy(double factor) {
    flight_.stop();
    board_.zoomAt({width() / 2, height() / 2}, factor);
}

void CanvasItem::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickPaintedItem::geometryChange(now, before);
    board_.setSize(now.size());
    keepFitted();
    viewChanged();
}

bool CanvasItem::isInPicture(const AnyId& thing) {
    return std::ranges::any_of(board_.scene().items, [&](const Item& item) { return item.subject == thing; });
}

const States& CanvasItem::states() {
    States& states = board_.shown;
    const Session* session = board_.session();
    states.hovered = gesture_ || !session ? AnyId{} : session->hovered();
    states.seen = board_.visible();
    states.covers = board_.covered();
    states.selected.clear();
    if (session) states.selected.insert(session->selection().begin(), session->selection().end());
    // What is selected and not drawn is shown at what stands for it.
    if (session && !states.hovered && !gesture_ && session->primary() && !isInPicture(session->primary()))
        states.hovered = seenAs(board_.design(), session->primary());
    states.focused = session && hasActiveFocus() && byKeys_ ? session->primary() : AnyId{};
    return states;
}

void CanvasItem::paint(QPainter* painter) {
    const double ratio = painter->device()->devicePixelRatioF();
    backing_.paint(*painter, board_, theme_, ratio, zooming_.isActive());
    backing_.paintLegend(*painter, board_, theme_);
    if (!gesture_) board_.ghostLine = flowByKeys();
    const AnyId connectable = gesture_ ? AnyId{} : board_.connectable();
    backing_.paintAbove(*painter, board_, statesOf(board_.scene(), states(), board_.zoom()), theme_);
    backing_.paintAbove(*painter, board_, connectMarks(board_.scene(), connectable, board_.ghostLine, board_.zoom()),
                        theme_);
}

std::optional<GhostLine> CanvasItem::flowByKeys() {
    if (!board_.session()) return std::nullopt;
    const Item* from = board_.scene().bodyOf(board_.session()->flowFrom());
    const Item* to = board_.scene().bodyOf(board_.session()->primary());
    if (!from || !to || from == to) return std::nullopt;
    const Spot start = edgeTowards(from->bounds, to->bounds.centre());
    return GhostLine{start, edgeTowards(to->bounds, start)};
}

QString CanvasItem::tip() const {
    if (!tipOf_ || !board_.document()) return {};
    const Judgement& judgement = *board_.document()->judgement();
    const QString tip = QString::fromStdString(tipOf(judgement.facts(), judgement.diagnostics(), tipOf_));
    const LensMark* mark = board_.markOf(tipOf_);
    // Two lines: in a lens the second one is what the lens says.
    return mark && !mark->detail.empty() ? tip.section(u'\n', 0, 0) + u'\n' + screenText(mark->detail) : tip;
}

void CanvasItem::showTip(const AnyId& thing, QPointF at) {
    if (thing == tipOf_) return;
    tipOf_ = thing;
    tipAt_ = at;
    emit tipChanged();
}

QString CanvasItem::renamingText() const {
    if (const Note* note = board_.design().notes.find({renaming_.value})) return QString::fromStdString(note->text);
    return QString::fromStdString(nameOf(board_.design(), renaming_));
}

QRectF CanvasItem::renamingBox() const {
    const Placement* placed = board_.design().placements.find({renaming_.value});
    if (!placed) return {};
    // The words of a card or frame stand beside its pictogram, which stays in sight.
    const Standing standing = standpointOf(board_.design(), renaming_).standing;
    Area words(placed->box());
    const double pictogram = standing == Standing::Card ? 34 : standing == Standing::Frame ? 24 : 0;
    if (words.width > 2 * pictogram && !board_.design().notes.find({renaming_.value})) {
        words.x += pictogram;
        words.width -= pictogram;
    }
    if (standing == Standing::Frame) words = {words.x, words.y, std::min(words.width, 240.0), 24};
    const QPointF from = board_.pointAt({words.x, words.y});
    return {from.x(), from.y(), words.width * board_.zoom(), words.height * board_.zoom()};
}

void CanvasItem::startRenaming(const QString& id) {
    const AnyId thing(id.toStdString());
    if (!board_.design().placements.find({thing.value})) return;
    cancelGesture();
    showTip({}, {});
    renaming_ = thing;
    emit renamingChanged();
    emit renamingBoxChanged();
}

void CanvasItem::finishRenaming(const QString& name) {
    if (!renaming_) return;
    const AnyId thing = std::exchange(renaming_, {});
    const std::string text = name.trimmed().toStdString();
    if (text != nameOf(board_.design(), thing)) board_.session()->attempt(edits::rename(thing, text));
    emit renamingChanged();
    forceActiveFocus();
}

void CanvasItem::cancelRenaming() {
    if (!renaming_) return;
    renaming_ = {};
    emit renamingChanged();
    forceActiveFocus();
}

void CanvasItem::hoverPaletteItem(const QString& key, QPointF at) {
    const PaletteItem* item = paletteItem(key.toStdString());
    if (!item || !board_.document()) return;
    auto* placing = dynamic_cast<PlaceGesture*>(gesture_.get());
    if (!placing || &placing->item() != item) {
        cancelGesture();
        gesture_ = std::make_unique<PlaceGesture>(board_, *item);
    }
    gesture_->move(pointerAt(at, {}));
    update();
}

void CanvasItem::dropPaletteItem(const QString& key, QPointF at) {
    hoverPaletteItem(key, at);
    if (!dynamic_cast<PlaceGesture*>(gesture_.get())) return;
    const auto gesture = std::move(gesture_);
    const AnyId before = board_.session()->primary();
    gesture->release(pointerAt(at, {}));
    endGesture();
    forceActiveFocus();
    // It may have come to stand at a free place out of sight.
    if (const AnyId added = board_.session()->primary(); added != before) fly(QString::fromStdString(added.value));
}

void CanvasItem::leavePaletteItem() {
    if (dynamic_cast<PlaceGesture*>(gesture_.get())) cancelGesture();
}

void CanvasItem::addPaletteItem(const QString& key) {
    if (!board_.document()) return;
    QPointF at(width() / 2, height() / 2);
    const Area visible = board_.visible();
    if (const auto selected = board_.areaOf({board_.session()->primary()}); selected && visible.overlaps(*selected))
        at = board_.pointAt(selected->centre());
    if (const PaletteItem* item = paletteItem(key.toStdString()); item && item->place == Place::BesideVpcs)
        at = board_.pointAt(
            (item->key == "vpc" ? belowVpcs : besideVpcs)(board_.design(), board_.spotAt(at), item->width));
    dropPaletteItem(key, at);
}

}  // namespace gw
