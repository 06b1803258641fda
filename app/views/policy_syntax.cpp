#include "app/views/policy_syntax.h"

#include <QRegularExpression>
#include <QTextCursor>
#include <QTextDocument>

#include "app/views/text_offsets.h"
#include "app/views/written_text.h"
#include "model/check/policy_places.h"
#include "model/design/values.h"
#include "model/policy/lint/policy_check.h"
#include "model/policy/lint/text_edits.h"

namespace gw {
namespace {

/// How long the typing has to rest before checks look.
constexpr int pauseMilliseconds = 250;

constexpr int errorSeverity = static_cast<int>(Severity::Error);

}  // namespace

PolicySyntax::PolicySyntax(QObject* parent) : QSyntaxHighlighter(parent) {
    connect(this, &PolicySyntax::colorsChanged, this, &QSyntaxHighlighter::rehighlight);
    for (QTimer* timer : {&soon_, &pause_}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &PolicySyntax::look);
    }
    pause_.setInterval(pauseMilliseconds);
    soon_.setInterval(0);
    // The place changes while an inspector goes over to another thing and takes its editors apart. Qt Quick crashed on
    // a list made in there, now and then.
    connect(this, &PolicySyntax::placeChanged, &soon_, qOverload<>(&QTimer::start));
}

PolicySyntax::~PolicySyntax() {
    // The highlighter takes its colours out of the text when it goes, and the text tells of that: nobody is left to
    // read it.
    if (QTextDocument* read = document()) read->disconnect(this);
}

void PolicySyntax::setTextDocument(QQuickTextDocument* document) {
    if (document == textDocument_) return;
    if (QTextDocument* before = this->document()) before->disconnect(this);
    textDocument_ = document;
    setDocument(document ? document->textDocument() : nullptr);
    if (document) connect(document->textDocument(), &QTextDocument::contentsChanged, this, &PolicySyntax::read);
    emit textDocumentChanged();
    soon_.start();
    read();
}

void PolicySyntax::setDesign(Document* document) {
    if (document == document_) return;
    if (document_) document_->disconnect(this);
    document_ = document;
    // What a policy may hold follows from its row and others. A drag on the canvas changes them with each step.
    if (document_) connect(document_, &Document::changed, this, [this] { pause_.start(); });
    emit placeChanged();
}

QString PolicySyntax::written() const {
    return textDocument_ ? writtenPolicy(*textDocument_->textDocument()) : QString();
}

void PolicySyntax::read() {
    // Colouring tells of a change of the contents, too, which changes no letter.
    const QString text = written();
    if (text == text_) return;
    text_ = text;
    emit textChanged();
    const std::string bytes = text.toStdString();
    readError(bytes);
    // What was found stands elsewhere now, or no longer: nothing is better than the wrong words underlined.
    show({}, bytes);
    if (!soon_.isActive()) pause_.start();
}

void PolicySyntax::readError(const std::string& text) {
    QString error;
    errorAt_.reset();
    if (!text.empty()) {
        if (const auto policy = PolicyDocument::parse(text); !policy) {
            const std::size_t at = std::min(policy.error().offset, text.size());
            const TextPosition place = positionAt(text, at);
            error =
                tr("Line %1, column %2: %3").arg(place.line).arg(place.column).arg(screenText(policy.error().message));
            const std::size_t end = std::max(at + 1, std::min(endOfToken(text, at), text.size()));
            errorAt_ = Underline{screenOffset(text, at), screenOffset(text, end), errorSeverity};
        }
    }
    if (error == error_) return;
    error_ = error;
    emit errorChanged();
}

void PolicySyntax::look() {
    soon_.stop();
    pause_.stop();
    const std::string text = text_.toStdString();
    std::vector<PolicyFinding> found;
    if (document_ && error_.isEmpty() && !text.empty())
        if (const auto place = placeOfPolicy(document_->design(), AnyId(row_.toStdString()), field_.toStdString()))
            found = lintPolicy(text, *place);
    show(std::move(found), text);
}

void PolicySyntax::show(std::vector<PolicyFinding> found, const std::string& text) {
    QVariantList findings;
    std::vector<Underline> underlines;
    for (const PolicyFinding& each : found) {
        const Underline at{screenOffset(text, each.begin), screenOffset(text, each.end),
                           static_cast<int>(each.severity)};
        underlines.push_back(at);
        findings.append(QVariantMap{{"severity", at.severity},
                                    {"code", screenText(each.check->code)},
                                    {"line", static_cast<int>(positionAt(text, each.begin).line)},
                                    {"message", screenText(each.message)},
                                    {"from", at.from},
                                    {"to", at.to},
                                    {"fix", each.fix ? screenText(each.fix->label) : QString()}});
    }
    if (errorAt_) underlines.push_back(*errorAt_);
    found_ = std::move(found);
    setUnderlines(std::move(underlines));
    if (findings == findings_) return;
    findings_ = findings;
    emit findingsChanged();
}

void PolicySyntax::setUnderlines(std::vector<Underline> underlines) {
    // Where several things are wrong the worst is drawn last, over the others.
    std::ranges::stable_sort(underlines, {}, &Underline::severity);
    if (underlines == underlines_) return;
    underlines_ = std::move(underlines);
    emit underlinesChanged();
}

QString PolicySyntax::messageAt(int character) const {
    const auto covers = [&](int from, int to) { return from <= character && character < std::max(to, from + 1); };
    if (errorAt_ && covers(errorAt_->from, errorAt_->to)) return error_;
    QStringList messages;
    for (const QVariant& each : findings_) {
        const QVariantMap finding = each.toMap();
        if (covers(finding["from"].toInt(), finding["to"].toInt()))
            messages << tr("%1: %2").arg(finding["code"].toString(), finding["message"].toString());
    }
    return messages.join(u'\n');
}

void PolicySyntax::applyFix(int finding) {
    const auto at = static_cast<std::size_t>(finding);
    if (finding < 0 || at >= found_.size() || !found_[at].fix || written() != text_) return;
    const std::string text = text_.toStdString();
    std::vector<PolicyTextEdit> edits = found_[at].fix->edits;
    // From the end on, so that what is still to be done stays where it is.
    std::ranges::sort(edits, std::greater{}, &PolicyTextEdit::begin);
    QTextCursor cursor(textDocument_->textDocument());
    cursor.beginEditBlock();
    for (const PolicyTextEdit& edit : edits) {
        cursor.setPosition(screenOffset(text, edit.begin));
        cursor.setPosition(screenOffset(text, edit.end), QTextCursor::KeepAnchor);
        cursor.insertText(screenText(edit.text));
    }
    cursor.endEditBlock();
}

QVariantList PolicySyntax::underlines() const {
    static const QRegularExpression ending(QStringLiteral("[\n\u2028]"));
    QVariantList lines;
    const auto size = static_cast<int>(text_.size());
    for (const Underline& each : underlines_) {
        // What goes over several lines is marked on its first.
        const auto newLine = static_cast<int>(text_.indexOf(ending, each.from));
        const int lineEnd = newLine < 0 ? size : newLine;
        // At the very end of a line the last character stands for what is missing behind it.
        const int from = std::max(0, std::min(each.from, lineEnd - 1));
        const int to = std::min(std::max(each.to, from + 1), std::max(lineEnd, from + 1));
        if (to <= size) lines.append(QVariantMap{{"from", from}, {"to", to}, {"severity", each.severity}});
    }
    return lines;
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
}

}  // namespace gw
