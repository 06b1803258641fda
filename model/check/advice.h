#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "model/check/facts.h"
#include "model/repair/recommend.h"

namespace gw {

/// The endpoints that AWS recommends, each worked out when a rule first asks for it. Rules may ask side by side.
class Advice {
public:
    Advice() = default;
    /// Takes over what reads nothing of `changes`.
    Advice(const Advice& previous, const Changes& changes);

    /// nullptr where nothing is recommended; valid as long as this.
    const Recommendation* of(const Facts& facts, const Id<Vpc>& vpc, std::string_view service);

private:
    using KnownAdvice = std::shared_ptr<const Known<std::optional<Recommendation>>>;

    KnownAdvice known(const std::string& key) const;

    mutable std::mutex mutex_;
    std::map<std::string, KnownAdvice> known_;  ///< by VPC and service
};

}  // namespace gw
