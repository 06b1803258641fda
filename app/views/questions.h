#pragma once
#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QUrl>

#include "app/views/session.h"

namespace gw {

/// What has to be asked before a command of the window can be done: where unsaved work would be lost, which file, in
/// which format. It says what to show; the window shows it and gives the answer back.
class Questions : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(gw::Session* session MEMBER session_ NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(gw::Document* document READ document NOTIFY sessionChanged)

public:
    /// What a file is asked for.
    enum class Purpose { Open, Save, Export };
    Q_ENUM(Purpose)

    using QObject::QObject;

    Document* document() const { return session_ ? session_->document() : nullptr; }

    /// Does the command of that name ("file.open", "help.guide"), after asking where unsaved changes would be lost.
    Q_INVOKABLE void handle(const QString& name);
    /// Whether the window may close; where it may not yet, asks.
    Q_INVOKABLE bool mayClose();
    /// The answers about unsaved changes: keep them in the design's file and go on, go on without them, stay.
    Q_INVOKABLE void keep();
    Q_INVOKABLE void discard();
    Q_INVOKABLE void stay() { waiting_.clear(); }
    /// Asks where the export in a format goes; exportChosen() tells.
    Q_INVOKABLE void askForExport(const QString& format);
    /// The file that was asked for.
    Q_INVOKABLE void take(gw::Questions::Purpose purpose, const QUrl& file);

signals:
    void sessionChanged();
    /// The sheet is to be shown: "UnsavedSheet", "ExportSheet", "GuideSheet", "AboutSheet".
    void sheetWanted(const QString& sheet);
    /// A file is to be picked; `suffix` is what a new file ends in, `suggested` its path or name.
    void fileWanted(gw::Questions::Purpose purpose, const QString& title, const QStringList& filters,
                    const QString& suffix, const QString& suggested);
    void exportChosen(const QUrl& file);
    void quit();

private:
    /// The design's file with another suffix, or a name after the design where it has none.
    QString suggested(const QString& suffix) const;
    /// Whether something is in no file yet: a change, or text that was typed and not applied.
    bool losesWork() const;
    void perform(const QString& name);
    void resume();

    Session* session_ = nullptr;
    /// The command that waits for an answer about unsaved changes.
    QString waiting_;
    /// Set once the user has said that the program may end.
    bool leaving_ = false;
};

}  // namespace gw
