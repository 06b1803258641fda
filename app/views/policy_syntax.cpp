#include "app/views/policy_syntax.h"

#include <QRegularExpression>
#include <QTextDocument>

#include "app/views/text.h"
#include "model/design/values.h"

namespace gw {

PolicySyntax::PolicySyntax(QObject* parent) : QSyntaxHighlighter(parent) {
    connect(this, &PolicySyntax::colorsChanged, this, &QSyntaxHighlighter::rehighlight);
}

void PolicySyntax::setTextDocument(QQuickTextDocument* document) {
    if (document == textDocument_) return;
    textDocument_ = document;
    setDocument(document ? document->textDocument() : nullptr);
    if (document) connect(document->textDocument(), &QTextDocument::contentsChanged, this, &PolicySyntax::read);
    emit textDocumentChanged();
    read();
}

void PolicySyntax::read() {
    if (!textDocument_) return;
    const std::string text = textDocument_->textDocument()->toPlainText().toStdString();
    QString error;
    int at = -1;
    if (!text.empty()) {
        if (const auto policy = PolicyDocument::parse(text); !policy) {
            const TextPosition place = positionAt(text, policy.error().offset);
            error =
                tr("Line %1, column %2: %3").arg(place.line).arg(place.column).arg(screenText(policy.error().message));
            at = static_cast<int>(screenText(std::string_view(text).substr(0, policy.error().offset)).size());
        }
    }
    if (error == error_ && at == errorAt_) return;
    error_ = error;
    errorAt_ = at;
    // Colouring tells of a change of the contents again, which then finds nothing new.
    rehighlight();
    emit errorChanged();
}

void PolicySyntax::highlightBlock(const QString& line) {
    static const QRegularExpression token(QStringLiteral(
        R"((?<key>"(?:[^"\\]|\\.)*"(?=\s*:))|(?<string>"(?:[^"\\]|\\.)*")|(?<number>-?\d[\d.eE+-]*|true|false|null))"));
    for (auto all = token.globalMatch(line); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        const QColor& colour = !match.captured("key").isNull()      ? keyColor_
                               : !match.captured("string").isNull() ? stringColor_
                                                                    : numberColor_;
        setFormat(static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()), colour);
    }
    const int start = currentBlock().position();
    if (errorAt_ < start || errorAt_ > start + line.size()) return;
    const int from = std::clamp(errorAt_ - start, 0, std::max(0, static_cast<int>(line.size()) - 1));
    for (int at = from; at < line.size(); ++at) {
        QTextCharFormat marked = format(at);
        marked.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        marked.setUnderlineColor(errorColor_);
        setFormat(at, 1, marked);
    }
}

}  // namespace gw
