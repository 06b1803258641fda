#include "app/views/commands.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace gw {

Commands::Commands(QObject* parent) : QObject(parent) {
    addFileCommands();
    addEditCommands();
    addSelectCommands();
    addViewCommands();
    addLensCommands();
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &Commands::refresh);
}

void Commands::setSession(Session* session) {
    if (session == session_) return;
    if (session_) session_->disconnect(this);
    session_ = session;
    if (session_) {
        const auto connectDocument = [this] {
            if (document()) connect(document(), &Document::stateChanged, this, &Commands::refresh);
            refresh();
        };
        connect(session_, &Session::documentChanged, this, connectDocument);
        connect(session_, &Session::selectionChanged, this, &Commands::refresh);
        connect(session_, &Session::panelsChanged, this, &Commands::refresh);
        connect(session_, &Session::whatIfChanged, this, &Commands::refresh);
        connectDocument();
    }
    emit sessionChanged();
    refresh();
}

Command* Commands::named(const QString& name) const {
    const auto at = std::ranges::find(all_, name, &Command::name);
    return at == all_.end() ? nullptr : *at;
}

Command* Commands::onCanvas(const QKeyEvent& key) const {
    // A key of the number pad is the same key.
    const QKeySequence sequence(
        QKeyCombination(key.modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(key.key())));
    const auto at = std::ranges::find_if(
        all_, [&](const Command* command) { return command->isOnCanvas() && command->hasKey(sequence); });
    return at == all_.end() ? nullptr : *at;
}

void Commands::refresh() {
    for (Command* command : all_) command->refresh();
}

void Commands::add(Command::Parts parts) {
    all_.append(new Command(std::move(parts), this));
}

std::function<QString()> Commands::says(const QString& label) {
    return [label] { return label; };
}

std::function<bool()> Commands::whenOpen() const {
    return [this] { return document() != nullptr; };
}

std::function<bool()> Commands::whenSelected() const {
    return [this] { return hasSelection(); };
}

std::function<void()> Commands::requests(const QString& name) {
    return [this, name] { emit requested(name); };
}

}  // namespace gw
