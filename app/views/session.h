#pragma once
#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QPointF>
#include <QStringList>

#include <memory>
#include <vector>

#include "app/views/beside.h"
#include "app/views/document.h"
#include "app/views/refusals.h"
#include "model/report/overlay_of.h"

namespace gw {

/// Whether a flow may start at the thing, as far as it is drawn on the canvas.
bool startsFlow(const Design& design, const AnyId& thing);

/// How the design is looked at: selection, hover, tool, zoom, lens, open panels. No part of the design: nothing here is
/// saved with it or undone.
class Session : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(gw::Document* document READ document WRITE setDocument NOTIFY documentChanged REQUIRED)
    Q_PROPERTY(QStringList selection READ selectionIds NOTIFY selectionChanged)
    Q_PROPERTY(QString primary READ primaryId NOTIFY selectionChanged)
    Q_PROPERTY(QString hovered READ hoveredId NOTIFY hoveredChanged)
    Q_PROPERTY(QString tracedFlow READ tracedFlow WRITE setTracedFlow NOTIFY tracedFlowChanged)
    Q_PROPERTY(QString tracedName READ tracedName NOTIFY tracedNameChanged)
    Q_PROPERTY(Tool tool READ tool WRITE setTool NOTIFY toolChanged)
    Q_PROPERTY(int lens READ lensIndex WRITE setLensIndex NOTIFY lensChanged)
    Q_PROPERTY(QStringList lensNames READ lensNames CONSTANT)
    Q_PROPERTY(QStringList lensQuestions READ lensQuestions CONSTANT)
    Q_PROPERTY(bool showsAnswer READ showsAnswer NOTIFY answerChanged)
    Q_PROPERTY(bool supposes READ supposes NOTIFY whatIfChanged)
    Q_PROPERTY(QStringList unapplied READ unapplied NOTIFY unappliedChanged)
    Q_PROPERTY(double zoom READ zoom NOTIFY viewChanged)
    Q_PROPERTY(QPointF centre READ centre NOTIFY viewChanged)
    Q_PROPERTY(bool leftOpen MEMBER leftOpen_ NOTIFY panelsChanged)
    Q_PROPERTY(bool rightOpen MEMBER rightOpen_ NOTIFY panelsChanged)
    Q_PROPERTY(bool bottomOpen MEMBER bottomOpen_ NOTIFY panelsChanged)
    Q_PROPERTY(QString bottomTab MEMBER bottomTab_ NOTIFY panelsChanged)

public:
    enum class Tool { Select, Hand, Connect };
    Q_ENUM(Tool)

    /// Zoom goes from 5 % to 400 %.
    static constexpr double leastZoom = 0.05;
    static constexpr double mostZoom = 4.0;

    explicit Session(QObject* parent = nullptr);

    Document* document() const { return document_; }
    void setDocument(Document* document);

    /// In the order they were selected; only things that the design has.
    const std::vector<AnyId>& selection() const { return selection_; }
    QStringList selectionIds() const;
    bool isSelected(const AnyId& id) const;
    /// The thing selected last, which the inspector shows; empty where nothing is.
    AnyId primary() const { return selection_.empty() ? AnyId{} : selection_.back(); }
    QString primaryId() const { return QString::fromStdString(primary().value); }
    void setSelection(std::vector<AnyId> ids);
    Q_INVOKABLE void select(const QString& id);
    Q_INVOKABLE void toggle(const QString& id);
    Q_INVOKABLE void clearSelection();

    /// One step back out of what is under way: a tool, a change looked at, a traced flow, what is supposed. False where
    /// nothing is.
    Q_INVOKABLE bool stepOut();

    const AnyId& hovered() const { return hovered_; }
    QString hoveredId() const { return QString::fromStdString(hovered_.value); }
    void setHovered(const AnyId& id);

    /// The flow whose way is put forward on the canvas; empty for none.
    QString tracedFlow() const { return QString::fromStdString(traced_.value); }
    /// What that flow is called: "orders → secret"; empty for none.
    QString tracedName() const;
    const Id<Flow>& traced() const { return traced_; }
    void setTracedFlow(const QString& id);

    Tool tool() const { return tool_; }
    void setTool(Tool tool);
    /// While the tool is Connect: the thing that a flow drawn by keys starts at; empty for none.
    const AnyId& flowFrom() const { return flowFrom_; }
    /// By keys a flow is drawn in two strokes: the first takes the selected thing for its start, the second one for its
    /// end.
    void strokeFlow();

    Lens lens() const { return lens_; }
    int lensIndex() const { return static_cast<int>(lens_); }
    void setLensIndex(int lens);
    /// In the order of Lens.
    static QStringList lensNames();
    /// What each lens answers, in the same order.
    static QStringList lensQuestions();

    /// Shows what would happen if it came true, in place of what does, until the design changes or endWhatIf(). The
    /// answer is found beside the user's work, of the design as it is judged; tells the user where there is none.
    void suppose(const Supposition& supposition);
    Q_INVOKABLE void endWhatIf();
    /// Whether something is supposed, its answer there or on its way.
    bool supposes() const { return supposition_.has_value(); }
    const std::optional<Supposition>& supposition() const { return supposition_; }
    /// nullptr where nothing is supposed, or its answer is not there yet.
    const WhatIf* whatIf() const { return whatIf_ ? &whatIf_->value() : nullptr; }
    /// All that decides how the picture puts the design.
    Looking looking() const { return {lens_, traced_, whatIf(), answer()}; }

    /// Puts a call that no flow makes forward on the canvas, until the design changes, another thing is put forward or
    /// hideAnswer().
    void showAnswer(AnswerLine answer);
    Q_INVOKABLE void hideAnswer();
    bool showsAnswer() const { return answer_.has_value(); }
    const AnswerLine* answer() const { return answer_ ? &*answer_ : nullptr; }

    /// 1 is 100 %.
    double zoom() const { return zoom_; }
    /// The point of the design in the middle of the canvas.
    QPointF centre() const { return centre_; }
    /// A zoom out of bounds is brought within.
    Q_INVOKABLE void setView(double zoom, QPointF centre);

    /// Selects the thing and asks the canvas to bring it into view.
    Q_INVOKABLE void flyTo(const QString& id);
    /// The same for a thing that a finding is about, which is to be seen there.
    void flyToProblem(const QString& id);
    /// Asks the problems panel to show what a fix would do before it is done; `finding` is the key of its row.
    Q_INVOKABLE void lookAtFix(const QString& finding, int fix) { emit fixLookedAt(finding, fix); }
    /// Asks the canvas to show everything, or the selection.
    Q_INVOKABLE void fit() { emit fitRequested(); }
    Q_INVOKABLE void fitSelection() { emit fitSelectionRequested(); }
    /// Asks the canvas to let the thing's name be edited where it stands.
    Q_INVOKABLE void rename(const QString& id) { emit renameRequested(id); }
    /// What was typed into fields of the thing and refused: kept, whatever is inspected meanwhile, until it is put
    /// right.
    Refusals& refusals(const QString& thing) { return refusals_[thing]; }
    /// Where such texts stand: see unappliedTexts(). Whoever changes what is refused tells by unappliedChanged().
    QStringList unapplied() const;
    /// Has all that is being typed applied, or refused and kept, as if it had been left by hand.
    void handIn() { emit handingIn(); }
    /// Tells the user that the design is saved, and what was typed and is not in it.
    void tellSaved();
    /// Does the edit, or tells the user why not.
    bool attempt(const Edit& edit);
    /// The same for a fix: also tells what it did, with a way to undo it.
    void mend(const Edit& edit);
    /// Makes the change that is proposed a step, and tells what it did.
    void keepProposed();
    /// A line for the user that goes by itself: "Deleted 3 things."
    void tell(const QString& text, bool undoable = false) { emit told(text, undoable); }

signals:
    void documentChanged();
    void selectionChanged();
    void hoveredChanged();
    void tracedFlowChanged();
    /// Also when the ends of the flow are called otherwise.
    void tracedNameChanged();
    void toolChanged();
    void lensChanged();
    void whatIfChanged();
    void answerChanged();
    void viewChanged();
    void panelsChanged();
    void problemFlownTo();
    void flyRequested(const QString& id);
    void fitRequested();
    void fitSelectionRequested();
    void renameRequested(const QString& id);
    void fixLookedAt(const QString& finding, int fix);
    void unappliedChanged();
    void handingIn();
    /// With `undoable`, the last step of the document is what the text tells of.
    void told(const QString& text, bool undoable);

private:
    struct WhatIfQuestion {
        std::shared_ptr<const Judgement> judgement{};
        Supposition supposition{};
    };
    using WhatIfAnswer = std::shared_ptr<const Result<WhatIf>>;

    static WhatIfAnswer answerOf(WhatIfQuestion question);
    void askWhatIf();
    void showWhatIf(WhatIfAnswer answer);
    /// Drops what the design no longer has.
    void forgetGone();

    Document* document_ = nullptr;
    std::vector<AnyId> selection_;
    AnyId hovered_;
    Id<Flow> traced_;
    Tool tool_ = Tool::Select;
    AnyId flowFrom_;
    Lens lens_ = Lens::Topology;
    std::optional<Supposition> supposition_;
    std::optional<AnswerLine> answer_;
    WhatIfAnswer whatIf_;  ///< nullptr, or one that is not an error
    QHash<QString, Refusals> refusals_;
    double zoom_ = 1;
    QPointF centre_;
    bool leftOpen_ = true;
    bool rightOpen_ = true;
    bool bottomOpen_ = true;
    QString bottomTab_ = QStringLiteral("problems");
    Beside<WhatIfQuestion, WhatIfAnswer> beside_;
};

}  // namespace gw
