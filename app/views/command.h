#pragma once
#include <QtQml/qqmlregistration.h>
#include <QKeySequence>
#include <QObject>

#include <functional>

namespace gw {

/// Something the user can ask for: in a menu, by a key, from the palette of commands.
class Command : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Commands makes them")
    Q_PROPERTY(QString name READ name CONSTANT)
    Q_PROPERTY(QString label READ label NOTIFY labelChanged)
    Q_PROPERTY(QString icon READ icon CONSTANT)
    Q_PROPERTY(QStringList shortcuts READ shortcuts CONSTANT)
    Q_PROPERTY(QString shortcutText READ shortcutText CONSTANT)
    Q_PROPERTY(bool onCanvas READ isOnCanvas CONSTANT)
    Q_PROPERTY(bool enabled READ isEnabled NOTIFY enabledChanged)

public:
    /// What a command is made of. `label` and `enabled` are asked again whenever what they depend on may have changed.
    struct Parts {
        QString name;  ///< "edit.undo"
        std::function<QString()> label;
        QString icon;           ///< a pictogram; empty for none
        QStringList shortcuts;  ///< portable text, "Ctrl+Z"; the first one is shown
        /// Its keys hold while the canvas has the focus; those of other commands hold in the whole window.
        bool onCanvas = false;
        std::function<bool()> enabled;
        std::function<void()> run;
    };

    explicit Command(Parts parts, QObject* parent = nullptr);

    const QString& name() const { return parts_.name; }
    QString label() const { return label_; }
    const QString& icon() const { return parts_.icon; }
    const QStringList& shortcuts() const { return parts_.shortcuts; }
    /// As the platform writes it; empty where it has none.
    QString shortcutText() const;
    bool isOnCanvas() const { return parts_.onCanvas; }
    bool isEnabled() const { return enabled_; }
    bool hasKey(const QKeySequence& key) const { return keys_.contains(key); }

    /// Does nothing while it is not enabled.
    Q_INVOKABLE void run();
    void refresh();

signals:
    void labelChanged();
    void enabledChanged();

private:
    const Parts parts_;
    QList<QKeySequence> keys_;
    QString label_;
    bool enabled_ = false;
};

}  // namespace gw
