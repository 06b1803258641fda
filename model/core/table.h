#pragma once
#include <cstddef>
#include <iterator>
#include <memory>
#include <vector>

#include "model/core/id.h"
#include "model/core/reading.h"

namespace gw {

/// The chunks of a table, whatever their rows: one type for all tables, so that a file that names the design does not
/// make a directory, and all that belongs to it, for each of the 47.
using ChunkDirectory = std::vector<std::shared_ptr<const void>>;
inline const std::shared_ptr<const ChunkDirectory>& noChunks() {
    static const auto empty = std::make_shared<const ChunkDirectory>();
    return empty;
}

/// Rows sorted by id. A value: copies are independent, yet share their rows until one of them changes.
/// Rows live in chunks of at most 2 * `chunkSize`, so a change copies one chunk and the directory of chunks.
/// What it does stands in table_impl.h, instantiated once for each kind of row (design/tables.cpp): instantiated in
/// every file, it cost half a minute a file.
template <class Row>
class Table {
    using Chunk = std::vector<Row>;

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
        const_iterator(const ChunkDirectory* directory, std::size_t chunk, std::size_t row)
            : directory_(directory), chunk_(chunk), row_(row) {}

        reference operator*() const { return chunkAt(*directory_, chunk_)[row_]; }
        pointer operator->() const { return &**this; }
        const_iterator& operator++() {
            if (++row_ == chunkAt(*directory_, chunk_).size()) {
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
        const ChunkDirectory* directory_ = nullptr;
        std::size_t chunk_ = 0;
        std::size_t row_ = 0;
    };
    using iterator = const_iterator;

    const_iterator begin() const {
        Reading::note(part());
        return {chunks_.get(), 0, 0};
    }
    const_iterator end() const { return {chunks_.get(), chunks_->size(), 0}; }
    std::size_t size() const {
        Reading::note(part());
        return size_;
    }
    bool empty() const { return size() == 0; }

    /// What a Reading notes of whoever walks the rows; find() notes the row alone. Made of the kind's name, so that it
    /// is the same in every run and in every library.
    static constexpr Part part() {
        // std::source_location would name the template, which is the same for all.
        constexpr Part number = partOfKind(__PRETTY_FUNCTION__);
        return number;
    }

    /// What changes where a row comes or goes; not where one is another than it was.
    static constexpr Part partOfIds() { return partOfKind("ids") ^ part(); }

    /// What a Reading notes of whoever asks for the row of that id. Rows of different tables have different ids; only a
    /// kind that stands beside others has theirs, and says so: `standsBeside`.
    static Part partOfRow(std::string_view id) {
        if constexpr (requires { Row::standsBeside; })
            return partOf(part(), id);
        else
            return partOf(id);
    }

    /// nullptr where no row has that id; valid until this table changes.
    const Row* find(const Id<Row>& id) const;
    /// Adds the row, or replaces the row of the same id.
    void put(Row row);
    /// Takes the row out; does nothing where no row has that id.
    void erase(const Id<Row>& id);
    /// All rows at once; of rows with equal ids the last one stays. Much faster than put() row by row.
    static Table of(std::vector<Row> rows);

    /// True where both are surely equal; costs one comparison of pointers.
    bool shares(const Table& other) const {
        Reading::note(part());
        return chunks_ == other.chunks_;
    }
    friend bool operator==(const Table& a, const Table& b) { return a.shares(b) || a.equals(b); }

    /// Calls `differs(before, after)` for each row that is not the same in both, in order of id; nullptr stands for
    /// a row that is not there. Chunks that both share are skipped without a look.
    template <class Differs>
    static void compare(const Table& before, const Table& after, Differs differs) {
        compareBy(before, after, &differs,
                  [](void* call, const Row* b, const Row* a) { (*static_cast<Differs*>(call))(b, a); });
    }

    /// Calls `visit` with each row that stands in no chunk of `other`: what this table holds in memory beside that one.
    template <class Visit>
    void forEachUnshared(const Table& other, Visit visit) const {
        visitUnshared(other, &visit, [](void* call, const Row& row) { (*static_cast<Visit*>(call))(row); });
    }

private:
    using Differ = void (*)(void* call, const Row* before, const Row* after);
    static void compareBy(const Table& before, const Table& after, void* call, Differ differs);
    using Visitor = void (*)(void* call, const Row& row);
    void visitUnshared(const Table& other, void* call, Visitor visit) const;
    bool equals(const Table& other) const;
    /// The first chunk whose last row is not before `id`; the number of chunks where there is none.
    std::size_t chunkOf(const Id<Row>& id) const;
    /// The first row of the chunk that is not before `id`.
    static std::size_t rowOf(const Chunk& chunk, const Id<Row>& id);

    static const Chunk& chunkAt(const ChunkDirectory& directory, std::size_t at) {
        return *static_cast<const Chunk*>(directory[at].get());
    }
    const Chunk& chunkAt(std::size_t at) const { return chunkAt(*chunks_, at); }

    std::shared_ptr<const ChunkDirectory> chunks_ = noChunks();
    std::size_t size_ = 0;
};

}  // namespace gw
