#pragma once
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include "model/core/id.h"

namespace gw {

/// Rows sorted by id. A value: copies are independent, yet share their rows until one of them changes.
/// Rows live in chunks of at most 2 * `chunkSize`, so a change copies one chunk and the directory of chunks.
template <class Row>
class Table {
    using Chunk = std::vector<Row>;
    using Directory = std::vector<std::shared_ptr<const Chunk>>;

public:
    static constexpr std::size_t chunkSize = 64;
    using value_type = Row;

    class const_iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = Row;
        using difference_type = std::ptrdiff_t;
        using pointer = const Row*;
        using reference = const Row&;

        const_iterator() = default;
        const_iterator(const Directory* directory, std::size_t chunk, std::size_t row)
            : directory_(directory), chunk_(chunk), row_(row) {}

        reference operator*() const { return (*(*directory_)[chunk_])[row_]; }
        pointer operator->() const { return &**this; }
        const_iterator& operator++() {
            if (++row_ == (*directory_)[chunk_]->size()) {
                ++chunk_;
                row_ = 0;
            }
            return *this;
        }
        const_iterator operator++(int) {
            const_iterator old = *this;
            ++*this;
            return old;
        }
        friend bool operator==(const const_iterator& a, const const_iterator& b) {
            return a.chunk_ == b.chunk_ && a.row_ == b.row_;
        }

    private:
        friend class Table;
        const Directory* directory_ = nullptr;
        std::size_t chunk_ = 0;
        std::size_t row_ = 0;
    };
    using iterator = const_iterator;

    const_iterator begin() const { return {chunks_.get(), 0, 0}; }
    const_iterator end() const { return {chunks_.get(), chunks_->size(), 0}; }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }

    /// nullptr where no row has that id; valid until this table changes.
    const Row* find(const Id<Row>& id) const {
        const std::size_t at = chunkOf(id);
        if (at == chunks_->size()) return nullptr;
        const Chunk& chunk = *(*chunks_)[at];
        const auto row = std::ranges::lower_bound(chunk, id, {}, &Row::id);
        return row != chunk.end() && row->id == id ? &*row : nullptr;
    }

    /// Adds the row, or replaces the row of the same id.
    void put(Row row) {
        auto chunks = *chunks_;
        if (chunks.empty()) {
            chunks.push_back(std::make_shared<const Chunk>(Chunk{std::move(row)}));
            ++size_;
        } else {
            const std::size_t at = std::min(chunkOf(row.id), chunks.size() - 1);
            Chunk chunk = *chunks[at];
            const auto place = std::ranges::lower_bound(chunk, row.id, {}, &Row::id);
            if (place != chunk.end() && place->id == row.id) {
                *place = std::move(row);
            } else {
                chunk.insert(place, std::move(row));
                ++size_;
            }
            if (chunk.size() > 2 * chunkSize) {
                const auto middle = chunk.begin() + static_cast<std::ptrdiff_t>(chunk.size() / 2);
                chunks.insert(chunks.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                              std::make_shared<const Chunk>(std::make_move_iterator(middle),
                                                            std::make_move_iterator(chunk.end())));
                chunk.erase(middle, chunk.end());
            }
            chunks[at] = std::make_shared<const Chunk>(std::move(chunk));
        }
        chunks_ = std::make_shared<const Directory>(std::move(chunks));
    }

    /// Takes the row out; does nothing where no row has that id.
    void erase(const Id<Row>& id) {
        if (!find(id)) return;
        auto chunks = *chunks_;
        const std::size_t at = chunkOf(id);
        Chunk chunk = *chunks[at];
        std::erase_if(chunk, [&](const Row& row) { return row.id == id; });
        if (chunk.empty())
            chunks.erase(chunks.begin() + static_cast<std::ptrdiff_t>(at));
        else
            chunks[at] = std::make_shared<const Chunk>(std::move(chunk));
        --size_;
        chunks_ = std::make_shared<const Directory>(std::move(chunks));
    }

    /// All rows at once; of rows with equal ids the last one stays. Much faster than put() row by row.
    static Table of(std::vector<Row> rows) {
        std::ranges::stable_sort(rows, {}, &Row::id);
        Table table;
        Directory chunks;
        Chunk chunk;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (i + 1 < rows.size() && rows[i + 1].id == rows[i].id) continue;
            chunk.push_back(std::move(rows[i]));
            ++table.size_;
            if (chunk.size() == chunkSize) chunks.push_back(std::make_shared<const Chunk>(std::exchange(chunk, {})));
        }
        if (!chunk.empty()) chunks.push_back(std::make_shared<const Chunk>(std::move(chunk)));
        table.chunks_ = std::make_shared<const Directory>(std::move(chunks));
        return table;
    }

    /// True where both are surely equal; costs one comparison of pointers.
    bool shares(const Table& other) const { return chunks_ == other.chunks_; }

    friend bool operator==(const Table& a, const Table& b) {
        if (a.shares(b)) return true;
        if (a.size_ != b.size_) return false;
        bool same = true;
        compare(a, b, [&](const Row*, const Row*) { same = false; });
        return same;
    }

    /// Calls `differs(before, after)` for each row that is not the same in both, in order of id; nullptr stands for
    /// a row that is not there. Chunks that both share are skipped without a look.
    template <class Differs>
    static void compare(const Table& before, const Table& after, Differs differs) {
        const_iterator b = before.begin();
        const_iterator a = after.begin();
        const const_iterator bEnd = before.end();
        const const_iterator aEnd = after.end();
        while (b != bEnd || a != aEnd) {
            if (b != bEnd && a != aEnd && b.row_ == 0 && a.row_ == 0 &&
                (*before.chunks_)[b.chunk_] == (*after.chunks_)[a.chunk_]) {
                ++b.chunk_;
                ++a.chunk_;
            } else if (a == aEnd || (b != bEnd && b->id < a->id)) {
                differs(&*b, static_cast<const Row*>(nullptr));
                ++b;
            } else if (b == bEnd || a->id < b->id) {
                differs(static_cast<const Row*>(nullptr), &*a);
                ++a;
            } else {
                if (!(*b == *a)) differs(&*b, &*a);
                ++b;
                ++a;
            }
        }
    }

private:
    /// The first chunk whose last row is not before `id`; the number of chunks where there is none.
    std::size_t chunkOf(const Id<Row>& id) const {
        const auto at = std::ranges::partition_point(
            *chunks_, [&](const std::shared_ptr<const Chunk>& chunk) { return chunk->back().id < id; });
        return static_cast<std::size_t>(at - chunks_->begin());
    }

    static const std::shared_ptr<const Directory>& none() {
        static const auto empty = std::make_shared<const Directory>();
        return empty;
    }

    std::shared_ptr<const Directory> chunks_ = none();
    std::size_t size_ = 0;
};

}  // namespace gw
