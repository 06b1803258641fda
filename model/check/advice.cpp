#include "model/check/advice.h"

namespace gw {

Advice::Advice(const Advice& previous, const Changes& changes) {
    const std::scoped_lock lock(previous.mutex_);
    for (const auto& [key, known] : previous.known_)
        if (!changes.touch(known->read)) known_.emplace(key, known);
}

Advice::KnownAdvice Advice::known(const std::string& key) const {
    const std::scoped_lock lock(mutex_);
    const auto at = known_.find(key);
    return at == known_.end() ? nullptr : at->second;
}

const Recommendation* Advice::of(const Facts& facts, const Id<Vpc>& vpc, std::string_view service) {
    const std::string key = vpc.value + ' ' + std::string(service);
    KnownAdvice advice = known(key);
    if (advice) {
        Reading::note(advice->read);
    } else {
        const Reading reading;
        auto made = recommendedEndpoint(facts.network(), vpc, service, facts.companionCallers(vpc, service));
        advice = std::make_shared<const Known<std::optional<Recommendation>>>(std::move(made), reading.parts());
        const std::scoped_lock lock(mutex_);
        // Another thread may have been quicker; both have found the same.
        advice = known_.emplace(key, std::move(advice)).first->second;
    }
    return advice->value ? &*advice->value : nullptr;
}

}  // namespace gw
