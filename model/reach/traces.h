#pragma once
#include <memory>
#include <vector>

#include "model/core/reading.h"
#include "model/reach/trace.h"

namespace gw {

/// A trace with what was read to follow it.
using KnownTrace = std::shared_ptr<const Known<Trace>>;

/// Traces of the flows of a design, sorted by flow. Copies share them.
class Traces {
public:
    class const_iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = Trace;
        using difference_type = std::ptrdiff_t;
        using pointer = const Trace*;
        using reference = const Trace&;

        const_iterator() = default;
        explicit const_iterator(const KnownTrace* at) : at_(at) {}
        reference operator*() const { return (*at_)->value; }
        pointer operator->() const { return &(*at_)->value; }
        const_iterator& operator++() {
            ++at_;
            return *this;
        }
        const_iterator operator++(int) { return const_iterator(at_++); }
        friend bool operator==(const const_iterator&, const const_iterator&) = default;

    private:
        const KnownTrace* at_ = nullptr;
    };
    using iterator = const_iterator;
    using value_type = Trace;

    Traces() = default;
    explicit Traces(std::vector<KnownTrace> traces) : traces_(std::move(traces)) {}

    const_iterator begin() const { return const_iterator(traces_.data()); }
    const_iterator end() const { return const_iterator(traces_.data() + traces_.size()); }
    std::size_t size() const { return traces_.size(); }
    bool empty() const { return traces_.empty(); }
    const Trace& operator[](std::size_t at) const { return traces_[at]->value; }
    const KnownTrace& known(std::size_t at) const { return traces_[at]; }
    /// nullptr where there is none of that flow.
    const Trace* of(const Id<Flow>& flow) const;

    /// Takes out those that `isLeftOut` says.
    template <class IsLeftOut>
    void eraseIf(IsLeftOut isLeftOut) {
        std::erase_if(traces_, [&](const KnownTrace& each) { return isLeftOut(each->value); });
    }
    friend bool operator==(const Traces& a, const Traces& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }

private:
    std::vector<KnownTrace> traces_;
};

}  // namespace gw
