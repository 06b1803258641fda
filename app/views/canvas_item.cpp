#include "app/views/canvas_item.h"

#include <QCursor>
#include <QPainter>

#include "app/views/change_marks.h"
#include "app/views/text.h"
#include "app/views/tools/place.h"
#include "model/design/containment.h"
#include "model/design/references.h"
#include "model/edit/edits.h"
#include "model/edit/measure.h"
#include "model/report/description.h"
#include "model/scene/measures.h"

namespace gw {
namespace {

constexpr std::array schemes{std::pair{"light", Theme::Light}, std::pair{"dark", Theme::Dark},
                             std::pair{"highContrast", Theme::HighContrast}};

/// The least width of a field for a name, in pixels on screen.
constexpr double leastRenaming = 140;

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
        polish();
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
    // These change what is put forward, never where it is seen.
    connect(session, &Session::lensChanged, this, &CanvasItem::judgementChanged);
    connect(session, &Session::whatIfChanged, this, &CanvasItem::judgementChanged);
    connect(session, &Session::answerChanged, this, &CanvasItem::judgementChanged);
    connect(session, &Session::tracedFlowChanged, this, &CanvasItem::judgementChanged);
    connect(session, &Session::viewChanged, this, &CanvasItem::viewChanged);
    connect(session, &Session::flyRequested, this, &CanvasItem::fly);
    connect(session, &Session::fitRequested, this, &CanvasItem::fit);
    connect(session, &Session::fitSelectionRequested, this, &CanvasItem::fitSelection);
    connect(session, &Session::renameRequested, this, &CanvasItem::startRenaming);
    const auto connectDocument = [this, session] {
        if (!session->document()) return;
        connect(session->document(), &Document::changed, this, &CanvasItem::designChanged);
        connect(session->document(), &Document::judged, this, &CanvasItem::judgementChanged);
        connect(session->document(), &Document::stateChanged, this, &CanvasItem::outlineProposal);
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
    polish();
    update();
}

void CanvasItem::outlineProposal() {
    if (!board_.document()) return;
    const Document& document = *board_.document();
    const bool none = proposed_.empty();
    proposed_ = document.isProposing() ? changeMarks(document.kept(), document.design()) : std::vector<GhostMark>();
    if (!none || !proposed_.empty()) update();
}

void CanvasItem::judgementChanged() {
    board_.outdateOverlay();
    emit pictureChanged();
    polish();
    update();
}

void CanvasItem::viewChanged() {
    if (const double zoom = board_.zoom(); zoom != shownZoom_) {
        shownZoom_ = zoom;
        zooming_.start();
    }
    emit renamingBoxChanged();
    emit seenChanged();
    polish();
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

bool CanvasItem::isInPicture(const AnyId& thing) {
    return std::ranges::any_of(board_.scene().items, [&](const Item& item) { return item.subject == thing; });
}

States CanvasItem::states() {
    States states = board_.shown;
    const Session* session = board_.session();
    if (!gesture_) states.ghosts = proposed_;
    states.hovered = gesture_ || !session ? AnyId{} : session->hovered();
    states.seen = board_.visible();
    states.covers = board_.covered();
    states.selected.clear();
    if (session) states.selected.insert(session->selection().begin(), session->selection().end());
    // What is selected and not drawn is shown at what stands for it.
    if (session && !states.hovered && !gesture_ && session->primary() && !isInPicture(session->primary()))
        states.hovered = seenAs(session->primary());
    states.focused = session && hasActiveFocus() && byKeys_ ? session->primary() : AnyId{};
    return states;
}

void CanvasItem::paint(QPainter* painter) {
    const double ratio = painter->device()->devicePixelRatioF();
    backing_.paint(*painter, board_, theme_, ratio, zooming_.isActive());
    if (!gesture_) board_.ghostLine = flowByKeys();
    const AnyId connectable = gesture_ ? AnyId{} : board_.connectable();
    backing_.paintAbove(*painter, board_, statesOf(board_.scene(), states(), board_.zoom()), theme_);
    backing_.paintAbove(*painter, board_, connectMarks(board_.scene(), connectable, board_.ghostLine, board_.zoom()),
                        theme_);
    backing_.paintLegend(*painter, board_, theme_);
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

std::optional<Area> CanvasItem::nameBeside(const AnyId& thing) {
    const Standing standing = standpointOf(board_.design(), thing).standing;
    if (standing != Standing::Border && standing != Standing::Glyph) return std::nullopt;
    const Scene& scene = board_.scene();
    for (const Item& item : scene.items) {
        if (item.subject != thing || item.part != PicturePart::Label || item.count != 1) continue;
        const auto* name = std::get_if<TextShape>(&scene.shapesOf(item).front());
        if (!name) continue;
        // It takes the room that there is before the next card; the end where it is fastened stays where it is.
        const double room = name->room > 0 ? name->room : leastRenaming / board_.zoom();
        const double width = std::max(item.bounds.width, std::min(room, 2 * leastRenaming / board_.zoom()));
        const double more = width - item.bounds.width;
        const double left = name->anchor == Anchor::Start ? 0 : name->anchor == Anchor::End ? more : more / 2;
        return Area{item.bounds.x - left, item.bounds.y, width, item.bounds.height};
    }
    return std::nullopt;
}

QString CanvasItem::renamingText() const {
    if (const Note* note = board_.design().notes.find({renaming_.value})) return QString::fromStdString(note->text);
    return QString::fromStdString(nameOf(board_.design(), renaming_));
}

QRectF CanvasItem::boxOnScreen(const Area& area) const {
    const QPointF from = board_.pointAt({area.x, area.y});
    return {from.x(), from.y(), area.width * board_.zoom(), area.height * board_.zoom()};
}

QRectF CanvasItem::renamingBox() {
    if (!renaming_) return {};
    if (const auto label = nameBeside(renaming_)) return boxOnScreen(*label);
    return wordsBox();
}

double CanvasItem::renamingLeast() {
    return nameBeside(renaming_) ? 0 : leastRenaming;
}

QRectF CanvasItem::wordsBox() const {
    const Placement* placed = board_.design().placements.find({renaming_.value});
    if (!placed) return {};
    constexpr double letters = 4;  // from the edge of the field to what is written in it
    // The words of a card or frame stand beside its pictogram, which stays in sight.
    const Standing standing = standpointOf(board_.design(), renaming_).standing;
    Area words(placed->box());
    const double pictogram = standing == Standing::Card    ? size::cardWords - letters
                             : standing == Standing::Frame ? size::frameWords - letters
                                                           : 0;
    if (words.width > 2 * pictogram && !board_.design().notes.find({renaming_.value})) {
        words.x += pictogram;
        words.width -= pictogram;
    }
    if (standing == Standing::Frame)
        words = {words.x, words.y, std::min(words.width, size::nameField), size::frameHead};
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

}  // namespace gw
