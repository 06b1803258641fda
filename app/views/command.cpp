#include "app/views/command.h"

namespace gw {

Command::Command(Parts parts, QObject* parent) : QObject(parent), parts_(std::move(parts)) {
    for (const QString& text : parts_.shortcuts) keys_.append(QKeySequence(text, QKeySequence::PortableText));
    refresh();
}

QString Command::shortcutText() const {
    return keys_.isEmpty() ? QString{} : keys_.first().toString(QKeySequence::NativeText);
}

void Command::run() {
    refresh();
    if (enabled_) parts_.run();
}

void Command::refresh() {
    if (const QString label = parts_.label(); label != label_) {
        label_ = label;
        emit labelChanged();
    }
    if (const bool enabled = parts_.enabled(); enabled != enabled_) {
        enabled_ = enabled;
        emit enabledChanged();
    }
}

}  // namespace gw
