#include "app/views/spec_model.h"

#include "app/views/text.h"
#include "model/spec/spec.h"

namespace gw {

void SpecModel::setDocument(Document* document) {
    if (document == document_) return;
    if (document_) document_->disconnect(this);
    document_ = document;
    if (document_) connect(document_, &Document::changed, this, &SpecModel::refresh);
    emit documentChanged();
    refresh();
}

void SpecModel::setActive(bool active) {
    if (active == active_) return;
    active_ = active;
    emit activeChanged();
    refresh();
}

int SpecModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

QVariant SpecModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (role == Qt::DisplayRole) return lines_[index.row()];
    if (role == Qt::UserRole) return index.row() >= firstChanged_ && index.row() < changedEnd_;
    return {};
}

QHash<int, QByteArray> SpecModel::roleNames() const {
    return {{Qt::DisplayRole, "line"}, {Qt::UserRole, "changed"}};
}

void SpecModel::refresh() {
    if (document_ && active_) show(screenText(writeSpec(document_->design())).chopped(1).split('\n'));
}

void SpecModel::show(const QStringList& next) {
    const bool first = lines_.isEmpty();
    const auto least = std::min(lines_.size(), next.size());
    qsizetype start = 0;
    while (start < least && lines_[start] == next[start]) ++start;
    qsizetype tail = 0;
    while (tail < least - start && lines_[lines_.size() - 1 - tail] == next[next.size() - 1 - tail]) ++tail;
    const auto from = static_cast<int>(start);
    if (const auto oldEnd = static_cast<int>(lines_.size() - tail); oldEnd > from) {
        beginRemoveRows({}, from, oldEnd - 1);
        lines_.remove(from, oldEnd - from);
        endRemoveRows();
    }
    if (const auto newEnd = static_cast<int>(next.size() - tail); newEnd > from) {
        beginInsertRows({}, from, newEnd - 1);
        lines_ = next;
        endInsertRows();
    }
    firstChanged_ = first ? -1 : from;
    changedEnd_ = first ? -1 : static_cast<int>(next.size() - tail);
    if (!lines_.isEmpty()) emit dataChanged(index(0), index(static_cast<int>(lines_.size()) - 1), {Qt::UserRole});
    emit refreshed();
}

}  // namespace gw
