#include "app/views/policy_suggestions.h"

#include <QTextCursor>
#include <QTextDocument>

#include "app/views/text_offsets.h"
#include "app/views/written_text.h"
#include "model/check/policy_places.h"
#include "model/policy/suggest/policy_cursor.h"

namespace gw {

void PolicySuggestions::ask(int cursor, bool typing) {
    if (!document_ || !textDocument_) return clear();
    const Design& design = document_->design();
    const auto place = placeOfPolicy(design, AnyId(row_.toStdString()), field_.toStdString());
    if (!place) return clear();
    const QString shown = writtenPolicy(*textDocument_->textDocument());
    text_ = shown.toStdString();
    const std::size_t at = byteOffset(shown, cursor);
    if (typing) {
        const DraftCursor around = draftCursorAt(text_, at);
        // The cursor is behind all that stands in the quotes, else something is changed that was finished.
        const bool isAtEnd = around.token && (!around.token->isClosed || at + 1 == around.token->end);
        if (!isAtEnd) return clear();
    }
    // The words of the design as it was judged last: an id that is newer comes with the next judgement.
    std::vector<PolicySuggestion> found =
        suggestionsAt(text_, at, *place, vocabularyOf(document_->judgement()->facts().network()));
    if (typing && found.size() == 1 && gw::taken(text_, found.front()) == text_) found.clear();
    show(std::move(found));
}

QString PolicySuggestions::spoken(int row) const {
    if (row < 0 || row >= rowCount()) return {};
    const SuggestionRow& said = rows()[static_cast<std::size_t>(row)];
    const QString what = said.detail.isEmpty() ? said.label : tr("%1, %2").arg(said.label, said.detail);
    return tr("%1, %2 of %3").arg(what, QString::number(row + 1), QString::number(rowCount()));
}

void PolicySuggestions::clear() {
    show({});
}

void PolicySuggestions::take(int row) {
    if (row < 0 || row >= rowCount() || !textDocument_) return;
    // A key came between the list and the choice.
    if (writtenPolicy(*textDocument_->textDocument()).toStdString() != text_) return clear();
    const PolicySuggestion taking = suggestions_[static_cast<std::size_t>(row)];
    const int begin = screenOffset(text_, taking.begin);
    QTextCursor cursor(textDocument_->textDocument());
    cursor.beginEditBlock();
    cursor.setPosition(begin);
    cursor.setPosition(screenOffset(text_, taking.end), QTextCursor::KeepAnchor);
    cursor.insertText(screenText(taking.insert));
    cursor.endEditBlock();
    clear();
    emit taken(begin + screenOffset(taking.insert, taking.selectFrom),
               begin + screenOffset(taking.insert, taking.selectTo));
}

const std::vector<PolicySuggestions::Role>& PolicySuggestions::roles() const {
    static const std::vector<Role> roles = {
        {"label", [](const SuggestionRow& row) { return QVariant(row.label); }},
        {"detail", [](const SuggestionRow& row) { return QVariant(row.detail); }},
    };
    return roles;
}

void PolicySuggestions::show(std::vector<PolicySuggestion> suggestions) {
    suggestions_ = std::move(suggestions);
    std::vector<SuggestionRow> rows;
    for (const PolicySuggestion& each : suggestions_)
        rows.push_back({screenText(each.label), screenText(each.label), screenText(each.detail)});
    setRows(std::move(rows));
    emit counted();
}

}  // namespace gw
