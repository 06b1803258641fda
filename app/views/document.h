#pragma once
#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QUrl>

#include <functional>
#include <optional>

#include "app/views/judge.h"
#include "model/design/history.h"
#include "model/design/patch.h"
#include "model/edit/edit.h"

namespace gw {

/// The open design. It changes by apply(), undo(), redo() and by opening a file alone; changed() tells of every change.
class Document : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString title READ title NOTIFY stateChanged)
    Q_PROPERTY(QUrl file READ file NOTIFY stateChanged)
    Q_PROPERTY(bool modified READ isModified NOTIFY stateChanged)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY stateChanged)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY stateChanged)
    Q_PROPERTY(QString undoLabel READ undoLabel NOTIFY stateChanged)
    Q_PROPERTY(QString redoLabel READ redoLabel NOTIFY stateChanged)
    /// Whether nothing is drawn.
    Q_PROPERTY(bool empty READ isEmpty NOTIFY stateChanged)
    /// Whether a change is shown that is not done yet.
    Q_PROPERTY(bool proposing READ isProposing NOTIFY stateChanged)
    Q_PROPERTY(bool judging READ isJudging NOTIFY judged)
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)

public:
    explicit Document(QObject* parent = nullptr);

    /// The design as it is shown: with the preview, where there is one.
    const Design& design() const { return preview_ ? preview_->design : history_.current(); }

    /// The design without a preview.
    const Design& kept() const { return history_.current(); }

    /// The design as it was read or saved last.
    const Design& saved() const { return history_.saved(); }

    /// What is known about the design; never null. Of an earlier version of it while isJudging(): a finding may then
    /// be about a thing that is gone. Where only places changed since, its design() has the old ones.
    const std::shared_ptr<const Judgement>& judgement() const { return judge_.judgement(); }
    bool isJudging() const { return judge_.isJudging(); }

    /// Does the edit as one step that can be undone; an edit that cannot be done changes nothing. Steps in a row with
    /// the same merge key are one step. A preview is dropped first.
    Status apply(const Edit& edit);
    /// The next edit starts a step of its own, whatever its merge key.
    void seal() { history_.seal(); }

    /// May draw what is shown of an edit otherwise than it will be: given the design before it and after.
    using Arrange = std::function<void(const Design& before, Design& after)>;
    /// Shows the edit done to the current design, in place of an earlier preview, without a step of the history.
    Status preview(const Edit& edit, const Arrange& arrange = {});
    /// The same for a change that is looked at before it is done: it stays until it is kept or dropped.
    Status propose(const Edit& edit);
    bool isProposing() const { return preview_ && preview_->proposed; }
    bool isPreviewing() const { return preview_.has_value(); }
    /// What undo will call the preview once it is kept; empty without one.
    std::string previewLabel() const { return preview_ ? preview_->label : std::string(); }
    /// Makes the preview a step.
    void keepPreview();
    /// Shows the design as it was before the preview.
    void dropPreview();

    QString title() const;
    QUrl file() const { return file_; }
    bool isEmpty() const { return design().placements.empty(); }
    bool isModified() const { return !history_.isSaved(); }
    bool canUndo() const { return isProposing() || history_.canUndo(); }
    bool canRedo() const { return history_.canRedo(); }
    /// "Add subnet"; empty where there is nothing to undo.
    QString undoLabel() const;
    QString redoLabel() const;
    /// Why the last open or save failed; empty after one that did not.
    QString error() const { return error_; }

    /// Of a proposed change that is shown, ends the showing alone.
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();
    /// An empty design without a file.
    Q_INVOKABLE void reset();
    /// Reads the file; on failure says why in `error` and keeps the open design.
    Q_INVOKABLE bool open(const QUrl& file);
    /// Opens a sample of resources/samples by its name: "securecart". It has no file until it is saved.
    Q_INVOKABLE bool openSample(const QString& name);
    /// Writes to `file`; false with `error` where there is none or it cannot be written.
    Q_INVOKABLE bool save();
    Q_INVOKABLE bool saveAs(const QUrl& file);
    /// Takes over a design that was read or made elsewhere, with an empty history.
    void replace(Design design, const QUrl& file = {});

signals:
    /// From one design to the next: what the patch names is not as it was. Sent for edits, undo, previews, other files.
    void changed(const gw::Patch& patch);
    /// The judgement, or whether it is up to date, has changed.
    void judged();
    /// A property of the document other than the design has, or may have, changed.
    void stateChanged();
    /// Another design is opened next: what is being written about this one is about none.
    void opening();
    /// Another design is open: views start afresh. Follows changed().
    void opened();
    void errorChanged();

private:
    struct Preview {
        Design design;
        std::string label;
        bool proposed = false;
    };

    /// Tells all of the step from `before` to what is shown now; where both are alike, that what was `proposed` is not
    /// any more.
    void tell(const Design& before, bool proposed = false);
    bool failed(const Error& error);
    void succeeded();

    History history_{Design{}};
    std::optional<Preview> preview_;
    QUrl file_;
    QString error_;
    Judge judge_{Design{}};
};

}  // namespace gw
