#pragma once
#include <algorithm>
#include <utility>

#include "model/core/table.h"

/// The inside of Table: included where a kind of row gets its table, nowhere else.
namespace gw {

template <class Row>
std::size_t Table<Row>::chunkOf(const Id<Row>& id) const {
    std::size_t low = 0;
    std::size_t high = chunks_->size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (chunkAt(middle).back().id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

template <class Row>
std::size_t Table<Row>::rowOf(const Chunk& chunk, const Id<Row>& id) {
    std::size_t low = 0;
    std::size_t high = chunk.size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (chunk[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

template <class Row>
const Row* Table<Row>::find(const Id<Row>& id) const {
    if (Reading::isOn()) Reading::note(partOfRow(id.value));
    const std::size_t at = chunkOf(id);
    if (at == chunks_->size()) return nullptr;
    const Chunk& chunk = chunkAt(at);
    const std::size_t row = rowOf(chunk, id);
    return row < chunk.size() && chunk[row].id == id ? &chunk[row] : nullptr;
}

template <class Row>
void Table<Row>::put(Row row) {
    auto chunks = std::make_shared<ChunkDirectory>(*chunks_);
    if (chunks->empty()) {
        auto first = std::make_shared<Chunk>();
        first->push_back(std::move(row));
        chunks->push_back(std::move(first));
        ++size_;
    } else {
        const std::size_t at = std::min(chunkOf(row.id), chunks->size() - 1);
        auto chunk = std::make_shared<Chunk>(chunkAt(*chunks, at));
        const std::size_t place = rowOf(*chunk, row.id);
        if (place < chunk->size() && (*chunk)[place].id == row.id) {
            (*chunk)[place] = std::move(row);
        } else {
            chunk->insert(chunk->begin() + static_cast<std::ptrdiff_t>(place), std::move(row));
            ++size_;
        }
        if (chunk->size() > 2 * chunkSize) {
            const auto middle = chunk->begin() + static_cast<std::ptrdiff_t>(chunk->size() / 2);
            auto second =
                std::make_shared<Chunk>(std::make_move_iterator(middle), std::make_move_iterator(chunk->end()));
            chunk->erase(middle, chunk->end());
            chunks->insert(chunks->begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(second));
        }
        (*chunks)[at] = std::move(chunk);
    }
    chunks_ = std::move(chunks);
}

template <class Row>
void Table<Row>::erase(const Id<Row>& id) {
    if (!find(id)) return;
    auto chunks = std::make_shared<ChunkDirectory>(*chunks_);
    const std::size_t at = chunkOf(id);
    auto chunk = std::make_shared<Chunk>(chunkAt(*chunks, at));
    chunk->erase(chunk->begin() + static_cast<std::ptrdiff_t>(rowOf(*chunk, id)));
    if (chunk->empty())
        chunks->erase(chunks->begin() + static_cast<std::ptrdiff_t>(at));
    else
        (*chunks)[at] = std::move(chunk);
    --size_;
    chunks_ = std::move(chunks);
}

template <class Row>
Table<Row> Table<Row>::of(std::vector<Row> rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.id < b.id; });
    Table table;
    auto chunks = std::make_shared<ChunkDirectory>();
    auto chunk = std::make_shared<Chunk>();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i + 1 < rows.size() && rows[i + 1].id == rows[i].id) continue;
        chunk->push_back(std::move(rows[i]));
        ++table.size_;
        if (chunk->size() == chunkSize) chunks->push_back(std::exchange(chunk, std::make_shared<Chunk>()));
    }
    if (!chunk->empty()) chunks->push_back(std::move(chunk));
    table.chunks_ = std::move(chunks);
    return table;
}

template <class Row>
void Table<Row>::visitUnshared(const Table& other, void* call, Visitor visit) const {
    if (shares(other)) return;
    std::vector<const void*> theirs;
    for (const auto& chunk : *other.chunks_) theirs.push_back(chunk.get());
    std::sort(theirs.begin(), theirs.end());
    for (const auto& chunk : *chunks_)
        if (!std::binary_search(theirs.begin(), theirs.end(), chunk.get()))
            for (const Row& row : *static_cast<const Chunk*>(chunk.get())) visit(call, row);
}

template <class Row>
bool Table<Row>::equals(const Table& other) const {
    if (size_ != other.size_) return false;
    bool same = true;
    compareBy(*this, other, &same, [](void* call, const Row*, const Row*) { *static_cast<bool*>(call) = false; });
    return same;
}

template <class Row>
void Table<Row>::compareBy(const Table& before, const Table& after, void* call, Differ differs) {
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
            differs(call, &*b, nullptr);
            ++b;
        } else if (b == bEnd || a->id < b->id) {
            differs(call, nullptr, &*a);
            ++a;
        } else {
            if (!(*b == *a)) differs(call, &*b, &*a);
            ++b;
            ++a;
        }
    }
}

}  // namespace gw
