#include "app/views/written_text.h"

#include <QRegularExpression>
#include <QTextDocument>

namespace gw {
namespace {

const QString carriedLineEnd = QStringLiteral("\r\n");

/// What an editor that shows the value has written in it: each of these ends a line there.
QString asShown(QString value) {
    static const QRegularExpression lineEnd(QStringLiteral("\r\n|\r|\u2029"));
    return value.replace(lineEnd, QStringLiteral("\n"));
}

}  // namespace

QString writtenText(const QTextDocument& document) {
    return document.toRawText().replace(QChar::ParagraphSeparator, u'\n');
}

QString writtenPolicy(const QTextDocument& document) {
    QString text = writtenText(document);
    bool isInString = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        QChar& letter = text[at];
        if (letter == u'"') isInString = !isInString;
        // What is escaped ends no string.
        if (isInString && letter == u'\\') ++at;
        if (isInString) continue;
        if (letter == QChar::Nbsp) letter = u' ';
        if (letter == QChar::LineSeparator) letter = u'\n';
    }
    return text;
}

void WrittenText::setTextDocument(QQuickTextDocument* document) {
    if (document == textDocument_) return;
    if (textDocument_) textDocument_->textDocument()->disconnect(this);
    textDocument_ = document;
    if (document) connect(document->textDocument(), &QTextDocument::contentsChanged, this, &WrittenText::changed);
    emit changed();
}

void WrittenText::setValue(const QString& value) {
    if (value == value_) return;
    value_ = value;
    emit changed();
}

bool WrittenText::isTouched() const {
    return textDocument_ && writtenText(*textDocument_->textDocument()) != asShown(value_);
}

QString WrittenText::text() const {
    if (!isTouched()) return value_;
    QString written = writtenText(*textDocument_->textDocument());
    return value_.contains(carriedLineEnd) ? written.replace(u'\n', carriedLineEnd) : written;
}

}  // namespace gw
