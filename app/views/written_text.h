#pragma once
#include <qqmlintegration.h>
#include <QPointer>
#include <QQuickTextDocument>
#include <QString>

class QTextDocument;

namespace gw {

/// The text as it was written, a character for each of the document's. QTextDocument::toPlainText() makes plain spaces
/// of fixed ones (U+00A0) and new lines of line separators (U+2028), which are others inside the strings of a policy.
QString writtenText(const QTextDocument& document);
/// The same of a policy. Between its strings, where JSON takes plain white space alone, what was pasted with fixed
/// spaces has plain ones.
QString writtenPolicy(const QTextDocument& document);

/// The text of an editor beside the value that it was given to show: what nobody has written in is still that value,
/// though an editor keeps no line ends but its own.
class WrittenText : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument* textDocument READ textDocument WRITE setTextDocument NOTIFY changed)
    Q_PROPERTY(QString value READ value WRITE setValue NOTIFY changed)
    /// Whether something else stands there than the value.
    Q_PROPERTY(bool touched READ isTouched NOTIFY changed)
    /// The value where it is not touched, else what is written, with line ends as the value has them.
    Q_PROPERTY(QString text READ text NOTIFY changed)

public:
    using QObject::QObject;

    QQuickTextDocument* textDocument() const { return textDocument_; }
    void setTextDocument(QQuickTextDocument* document);
    const QString& value() const { return value_; }
    void setValue(const QString& value);
    bool isTouched() const;
    QString text() const;

signals:
    void changed();

private:
    QPointer<QQuickTextDocument> textDocument_;
    QString value_;
};

}  // namespace gw
