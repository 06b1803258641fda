#pragma once
#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace gw {

/// Why something could not be done, in words the user can read: what is wrong, then what to do.
struct Error {
    std::string message{};
    friend bool operator==(const Error&, const Error&) = default;
};

/// The value, or why there is none.
template <class T>
using Result = tl::expected<T, Error>;
using Status = tl::expected<void, Error>;

inline tl::unexpected<Error> fail(std::string message) {
    return tl::unexpected<Error>(Error{std::move(message)});
}

}  // namespace gw
