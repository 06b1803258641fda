#pragma once
#include <qqmlintegration.h>
#include <QColor>
#include <QQuickTextDocument>
#include <QSyntaxHighlighter>
#include <QTimer>
#include <QVariantList>

#include <optional>

#include "app/views/document.h"
#include "model/policy/lint/lint.h"

namespace gw {

/// Reads a text as a policy while it is typed: colours it, and tells what is wrong with it, and where: where it is
/// no JSON object at once, what the checks of policies find when the typing rests or the place where it hangs stands.
class PolicySyntax : public QSyntaxHighlighter {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument* textDocument READ textDocument WRITE setTextDocument NOTIFY textDocumentChanged)
    /// With the id of a row and the key of its field: where the policy hangs, which says what it may hold.
    Q_PROPERTY(gw::Document* document READ design WRITE setDesign NOTIFY placeChanged)
    Q_PROPERTY(QString row MEMBER row_ NOTIFY placeChanged)
    Q_PROPERTY(QString field MEMBER field_ NOTIFY placeChanged)
    Q_PROPERTY(QColor keyColor MEMBER keyColor_ NOTIFY colorsChanged)
    Q_PROPERTY(QColor stringColor MEMBER stringColor_ NOTIFY colorsChanged)
    Q_PROPERTY(QColor numberColor MEMBER numberColor_ NOTIFY colorsChanged)
    /// What is read: see writtenPolicy().
    Q_PROPERTY(QString text READ text NOTIFY textChanged)
    /// Why it is no policy, and where ("Line 3, column 5: ..."); empty where it can be read.
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)
    /// What the checks find, in the order of the text. Each has `severity` (0 hint, 1 warning, 2 error), `code`,
    /// `line`, `message`, `from` and `to` (characters of the text) and `fix` (what it would do; empty for none).
    Q_PROPERTY(QVariantList findings READ findings NOTIFY findingsChanged)
    /// What is to be underlined, the worst last: `from`, `to` (characters, on one line) and `severity`.
    Q_PROPERTY(QVariantList underlines READ underlines NOTIFY underlinesChanged)

public:
    explicit PolicySyntax(QObject* parent = nullptr);
    PolicySyntax(const PolicySyntax&) = delete;
    PolicySyntax& operator=(const PolicySyntax&) = delete;
    ~PolicySyntax() override;

    QQuickTextDocument* textDocument() const { return textDocument_; }
    void setTextDocument(QQuickTextDocument* document);
    // QSyntaxHighlighter has a document() of its own: the text.
    Document* design() const { return document_; }
    void setDesign(Document* document);
    const QString& text() const { return text_; }
    QString error() const { return error_; }
    const QVariantList& findings() const { return findings_; }
    QVariantList underlines() const;

    /// What is wrong at a character of the text, a line for each; empty where nothing is.
    Q_INVOKABLE QString messageAt(int character) const;
    /// Mends a finding in the text, as one step of the editor's own undo.
    Q_INVOKABLE void applyFix(int finding);

signals:
    void textDocumentChanged();
    void placeChanged();
    void colorsChanged();
    void textChanged();
    void errorChanged();
    void findingsChanged();
    void underlinesChanged();

protected:
    void highlightBlock(const QString& line) override;

private:
    /// Characters [from, to) of the text, and what is wrong there.
    struct Underline {
        int from = 0;
        int to = 0;
        int severity = 0;
        friend bool operator==(const Underline&, const Underline&) = default;
    };

    QString written() const;
    void read();
    void readError(const std::string& text);
    void look();
    void show(std::vector<PolicyFinding> found, const std::string& text);
    void setUnderlines(std::vector<Underline> underlines);

    QQuickTextDocument* textDocument_ = nullptr;
    Document* document_ = nullptr;
    QString row_;
    QString field_;
    QColor keyColor_;
    QColor stringColor_;
    QColor numberColor_;
    QString text_;
    QString error_;
    std::optional<Underline> errorAt_;
    std::vector<PolicyFinding> found_;
    QVariantList findings_;
    std::vector<Underline> underlines_;
    QTimer soon_;   ///< once the place stands
    QTimer pause_;  ///< once the typing rests
};

}  // namespace gw
