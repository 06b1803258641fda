#pragma once
#include <QtQml/qqmlregistration.h>
#include <QQuickPaintedItem>
#include <QTimer>

#include <memory>

#include "app/views/backing.h"
#include "app/views/commands.h"
#include "app/views/flight.h"
#include "app/views/session.h"
#include "app/views/tools/board.h"
#include "app/views/tools/gesture.h"
#include "model/scene/look.h"

namespace gw {

/// Shows the document and takes what the pointer and the keys do to it. It paints the scene; gestures (tools/) decide
/// what a press means, commands what a key means.
class CanvasItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(gw::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(gw::Commands* commands READ commands WRITE setCommands NOTIFY commandsChanged)
    Q_PROPERTY(QString scheme READ scheme WRITE setScheme NOTIFY schemeChanged)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY reducedMotionChanged)
    /// What always lies on the canvas, in its coordinates: a fitted view keeps clear of it, and is fitted anew where
    /// that moves.
    Q_PROPERTY(QRectF zoomBar MEMBER zoomBar_ WRITE setZoomBar NOTIFY coversChanged)
    /// What comes and goes at the left, empty where nothing does: only a view fitted meanwhile keeps clear of it.
    Q_PROPERTY(QRectF bar MEMBER bar_ WRITE setBar NOTIFY coversChanged)
    /// Empty where it is not shown. No view keeps clear of it: where all is seen it has nothing to say.
    Q_PROPERTY(QRectF minimap MEMBER minimap_ WRITE setMinimap NOTIFY coversChanged)
    /// Whether all that is drawn is in view.
    Q_PROPERTY(bool seesAll READ seesAll NOTIFY seesAllChanged)
    /// Where the legend lies, in the coordinates of the canvas; empty where there is none.
    Q_PROPERTY(QRectF legend READ legend NOTIFY legendChanged)
    /// Whether the legend has more than one line, so that it can be folded to one.
    Q_PROPERTY(bool legendFolds READ legendFolds NOTIFY legendChanged)
    Q_PROPERTY(bool legendFolded READ legendFolded WRITE setLegendFolded NOTIFY legendChanged)
    /// How much of the canvas something lies over at its right, pixels: what is selected is brought out from below it.
    Q_PROPERTY(double coveredRight MEMBER coveredRight_ WRITE setCoveredRight NOTIFY coveredRightChanged)
    Q_PROPERTY(QString tip READ tip NOTIFY tipChanged)
    Q_PROPERTY(QPointF tipAt READ tipAt NOTIFY tipChanged)
    Q_PROPERTY(QString renaming READ renaming NOTIFY renamingChanged)
    Q_PROPERTY(QString renamingText READ renamingText NOTIFY renamingChanged)
    Q_PROPERTY(QRectF renamingBox READ renamingBox NOTIFY renamingBoxChanged)
    /// How wide the field is at least, in pixels: where the box is all the room there is, as wide as that.
    Q_PROPERTY(double renamingLeast READ renamingLeast NOTIFY renamingBoxChanged)

public:
    explicit CanvasItem(QQuickItem* parent = nullptr);
    ~CanvasItem() override;

    Session* session() const { return board_.session(); }
    void setSession(Session* session);
    Commands* commands() const { return commands_; }
    void setCommands(Commands* commands);
    /// "light", "dark" or "highContrast".
    QString scheme() const;
    Theme theme() const { return theme_; }
    void setScheme(const QString& scheme);
    /// Whether the view jumps where it would fly.
    bool reducedMotion() const { return reducedMotion_; }
    void setReducedMotion(bool reduced);

    void setZoomBar(const QRectF& area);
    void setBar(const QRectF& area);
    void setMinimap(const QRectF& area);
    bool seesAll() const { return seesAll_; }
    QRectF legend() const { return legend_; }
    bool legendFolds() const { return legendFolds_; }
    bool legendFolded() const { return board_.isLegendFolded(); }
    void setLegendFolded(bool folded);
    void setCoveredRight(double pixels);

    /// What stands under the pointer, in words, and where the pointer is; empty while a gesture is under way.
    QString tip() const;
    QPointF tipAt() const { return tipAt_; }

    /// The thing whose name is being edited, its name, and where on the canvas the field stands.
    QString renaming() const { return QString::fromStdString(renaming_.value); }
    QString renamingText() const;
    QRectF renamingBox();
    double renamingLeast();
    Q_INVOKABLE void startRenaming(const QString& id);
    Q_INVOKABLE void finishRenaming(const QString& name);
    Q_INVOKABLE void cancelRenaming();

    /// A new thing of the palette is dragged over the canvas, in its coordinates: shown where it would stand.
    Q_INVOKABLE void hoverPaletteItem(const QString& key, QPointF at);
    Q_INVOKABLE void dropPaletteItem(const QString& key, QPointF at);
    Q_INVOKABLE void leavePaletteItem();
    /// Adds a new thing of the palette: into what is selected where that takes it, else in the middle of the view.
    Q_INVOKABLE void addPaletteItem(const QString& key);

    /// Zooms such that the middle of the canvas stays where it is.
    Q_INVOKABLE void zoomBy(double factor);
    /// Ends the gesture under way as if it had not begun; false where there is none.
    Q_INVOKABLE bool cancelGesture();

    /// What stands on the canvas now; for tests and accessibility.
    Board& board() { return board_; }

    void paint(QPainter* painter) override;

signals:
    void sessionChanged();
    void commandsChanged();
    void schemeChanged();
    void reducedMotionChanged();
    void coversChanged();
    void seesAllChanged();
    void legendChanged();
    void coveredRightChanged();
    void tipChanged();
    void renamingChanged();
    void renamingBoxChanged();
    /// The design, or what is found out about it, has changed.
    void pictureChanged();
    void seenChanged();
    /// Another thing has the focus of the keyboard: the one selected last, while the canvas has it.
    void currentThingChanged();
    /// The user asks for the menu of what is selected.
    void menuRequested(QPointF at);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseUngrabEvent() override;
    void hoverMoveEvent(QHoverEvent* event) override;
    void hoverLeaveEvent(QHoverEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;
    /// Once a frame: tells whether all of the picture is seen, and where its legend lies.
    void updatePolish() override;

private:
    void connectSession();
    void designChanged();
    void judgementChanged();
    /// Outlines what a proposed change makes different, for as long as it is one.
    void outlineProposal();
    void viewChanged();
    Pointer pointerAt(QPointF point, Qt::KeyboardModifiers modifiers) const;
    void start(std::unique_ptr<Gesture> gesture);
    void endGesture();
    /// Where the menu of the selection opens that is asked for by keys.
    QPointF menuPoint() const;
    /// Hover, cursor and tip after the pointer, a key or the picture has moved.
    void followPointer(const Pointer& pointer);
    void showTip(const AnyId& thing, QPointF at);
    /// Brings the area into view: flown to, or at once with reduced motion.
    void flyTo(const Area& area, double mostZoom);
    void fit();
    void fitSelection();
    /// Fits again where the view still shows everything, after the room for it has changed.
    void keepFitted();
    void coversHaveChanged();
    /// Once for each lens: folds its legend where that would lie over cards, until the user says otherwise.
    void foldWhereItCovers();
    void fly(const QString& id);
    /// What is seen of a thing: what is drawn for it; for a flow whose caller is not drawn, what it calls.
    AnyId seenAs(const AnyId& thing);
    /// Whether anything of the picture is the thing's own.
    bool isInPicture(const AnyId& thing);
    States states();
    /// Where the name of a sign stands that has it outside of its body, as wide as a field for it must be.
    std::optional<Area> nameBeside(const AnyId& thing);
    /// Where the words of what is renamed stand in its body.
    QRectF wordsBox() const;
    QRectF boxOnScreen(const Area& area) const;
    /// From the start of a flow drawn by keys to the thing selected now.
    std::optional<GhostLine> flowByKeys();

    Board board_;
    Commands* commands_ = nullptr;
    std::unique_ptr<Gesture> gesture_;
    Backing backing_;
    /// Runs while the view zooms, and a moment longer.
    QTimer zooming_;
    double shownZoom_ = 0;
    Flight flight_;
    Theme theme_ = Theme::Light;
    bool reducedMotion_ = false;
    QRectF zoomBar_;
    QRectF bar_;
    QRectF minimap_;
    QRectF legend_;
    bool legendFolds_ = false;
    std::optional<bool> legendChoice_;
    Lens foldedFor_ = Lens::Topology;
    bool seesAll_ = true;
    double coveredRight_ = 0;
    /// What was covered during a gesture is brought out when that ends: nothing moves under a pressed pointer.
    bool bringOut_ = false;
    bool pressed_ = false;
    bool spaceHeld_ = false;
    /// The last input was a key: then the ring of the focus shows where keys go.
    bool byKeys_ = false;
    bool fitWhenSized_ = true;
    /// The view that last showed everything: kept up while panels come and go, until the user looks elsewhere.
    std::optional<View> fitted_;
    std::vector<GhostMark> proposed_;
    AnyId tipOf_;
    QPointF tipAt_;
    AnyId renaming_;
};

}  // namespace gw
