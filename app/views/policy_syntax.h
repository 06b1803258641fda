#pragma once
#include <qqmlintegration.h>
#include <QColor>
#include <QQuickTextDocument>
#include <QSyntaxHighlighter>

namespace gw {

/// Reads a text as a policy while it is typed: colours it, and underlines and tells where it is no JSON object.
class PolicySyntax : public QSyntaxHighlighter {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument* textDocument READ textDocument WRITE setTextDocument NOTIFY textDocumentChanged)
    Q_PROPERTY(QColor keyColor MEMBER keyColor_ NOTIFY colorsChanged)
    Q_PROPERTY(QColor stringColor MEMBER stringColor_ NOTIFY colorsChanged)
    Q_PROPERTY(QColor numberColor MEMBER numberColor_ NOTIFY colorsChanged)
    Q_PROPERTY(QColor errorColor MEMBER errorColor_ NOTIFY colorsChanged)
    /// What is wrong, and where ("Line 3, column 5: ..."); empty where nothing is.
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)

public:
    explicit PolicySyntax(QObject* parent = nullptr);

    QQuickTextDocument* textDocument() const { return textDocument_; }
    void setTextDocument(QQuickTextDocument* document);
    QString error() const { return error_; }

signals:
    void textDocumentChanged();
    void colorsChanged();
    void errorChanged();

protected:
    void highlightBlock(const QString& line) override;

private:
    void read();

    QQuickTextDocument* textDocument_ = nullptr;
    QColor keyColor_;
    QColor stringColor_;
    QColor numberColor_;
    QColor errorColor_;
    QString error_;
    /// Where the error stands, in characters from the start; -1 for none.
    int errorAt_ = -1;
};

}  // namespace gw
