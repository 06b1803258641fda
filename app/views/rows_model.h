#pragma once
#include <QAbstractListModel>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>
#include <vector>

namespace gw {

/// Shows a vector of rows to QML. setRows() compares with what is shown and announces only what changed, so views keep
/// their selection and scroll position. A Row has a `key`, unique among the rows, and compares with ==.
template <class Row>
class RowsModel : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    struct Role {
        QByteArray name;
        QVariant (*read)(const Row&);
    };

    int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(rows_.size());
    }

    QVariant data(const QModelIndex& index, int role) const override {
        const auto& all = roles();
        const auto at = static_cast<std::size_t>(role - Qt::UserRole);
        return index.isValid() && at < all.size() ? all[at].read(row(index.row())) : QVariant{};
    }

    QHash<int, QByteArray> roleNames() const override {
        QHash<int, QByteArray> names;
        for (const Role& role : roles()) names.insert(Qt::UserRole + static_cast<int>(names.size()), role.name);
        return names;
    }

    const std::vector<Row>& rows() const { return rows_; }
    const Row& row(int at) const { return rows_.at(static_cast<std::size_t>(at)); }
    /// -1 where no row has that key.
    int indexOf(const QString& key) const {
        const auto at = std::ranges::find(rows_, key, &Row::key);
        return at == rows_.end() ? -1 : static_cast<int>(at - rows_.begin());
    }

protected:
    virtual const std::vector<Role>& roles() const = 0;

    void setRows(std::vector<Row> next) {
        if (rows_.empty() || next.empty()) {
            if (rows_.empty() && next.empty()) return;
            beginResetModel();
            rows_ = std::move(next);
            endResetModel();
            return;
        }
        removeOthers(next);
        QSet<QString> shown;
        for (const Row& row : rows_) shown.insert(row.key);
        for (std::size_t at = 0; at < next.size(); ++at) {
            if (at >= rows_.size() || rows_[at].key != next[at].key) {
                if (!shown.contains(next[at].key)) {
                    insertRun(next, at, shown);
                    continue;
                }
                moveUp(next[at].key, at);
            }
            if (rows_[at] == next[at]) continue;
            rows_[at] = std::move(next[at]);
            const QModelIndex changed = index(static_cast<int>(at));
            emit dataChanged(changed, changed);
        }
    }

private:
    void removeOthers(const std::vector<Row>& next) {
        QSet<QString> wanted;
        for (const Row& row : next) wanted.insert(row.key);
        for (std::size_t end = rows_.size(); end > 0;) {
            std::size_t begin = end;
            while (begin > 0 && !wanted.contains(rows_[begin - 1].key)) --begin;
            if (begin == end) {
                --end;
                continue;
            }
            beginRemoveRows({}, static_cast<int>(begin), static_cast<int>(end) - 1);
            rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(begin),
                        rows_.begin() + static_cast<std::ptrdiff_t>(end));
            endRemoveRows();
            end = begin;
        }
    }

    /// Inserts the rows of `next` from `at` on that are not shown yet, as one run.
    void insertRun(const std::vector<Row>& next, std::size_t at, QSet<QString>& shown) {
        std::size_t end = at;
        while (end < next.size() && !shown.contains(next[end].key)) shown.insert(next[end++].key);
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(end) - 1);
        rows_.insert(rows_.begin() + static_cast<std::ptrdiff_t>(at), next.begin() + static_cast<std::ptrdiff_t>(at),
                     next.begin() + static_cast<std::ptrdiff_t>(end));
        endInsertRows();
    }

    void moveUp(const QString& key, std::size_t at) {
        const auto to = rows_.begin() + static_cast<std::ptrdiff_t>(at);
        const auto from = std::ranges::find(to, rows_.end(), key, &Row::key);
        const auto source = static_cast<int>(from - rows_.begin());
        beginMoveRows({}, source, source, {}, static_cast<int>(at));
        std::rotate(to, from, from + 1);
        endMoveRows();
    }

    std::vector<Row> rows_;
};

}  // namespace gw

/// The base class of a model of rows, as moc is told: it knows no templates, and takes the class below for it.
#ifdef Q_MOC_RUN
#define GW_ROWS_MODEL(Row) QAbstractListModel
#else
#define GW_ROWS_MODEL(Row) gw::RowsModel<Row>
#endif
