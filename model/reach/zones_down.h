#pragma once
#include <map>
#include <memory>
#include <mutex>

#include "model/reach/network.h"

namespace gw {

class RemovalIndex;

/// A design as it would be with one Availability Zone down, for each zone: made when it is first asked for, and from
/// what there was of an earlier version of the design where that is less work. Without flows: no way depends on who
/// else calls, and half of a large design is calls. Any thread may ask.
class ZonesDown {
public:
    /// `previous` need not outlive the constructor.
    explicit ZonesDown(const Network& network, const ZonesDown* previous = nullptr);
    ~ZonesDown();
    ZonesDown(const ZonesDown&) = delete;
    ZonesDown& operator=(const ZonesDown&) = delete;

    /// A Reading notes `part` of whoever asks, and of what is looked up in the network the same as of any other.
    const Network& without(const Id<AvailabilityZone>& zone) const;

    /// Changes where rows that stay may go with another zone than before.
    static constexpr Part part = partOfKind("zones down");
    /// Adds that, where it is so.
    static void addChanges(const Network& before, const Network& after, Changes& changes);

private:
    struct Down;
    using Downs = std::map<Id<AvailabilityZone>, std::shared_ptr<const Down>>;

    std::shared_ptr<const Down> made(const Id<AvailabilityZone>& zone) const;

    const Network& network_;
    Design whole_;
    mutable std::mutex mutex_;
    mutable Downs down_;
    mutable Downs before_;  ///< of earlier versions, as long as there is none of this one
    mutable std::unique_ptr<const RemovalIndex> index_;
};

}  // namespace gw
