#include "app/views/focus_cycle.h"

#include <QQuickWindow>

#include <algorithm>

namespace gw {

void FocusCycle::go(int step) {
    const auto count = static_cast<int>(regions_.size());
    if (count == 0 || !regions_.front()->window()) return;
    const int start = std::max(0, regionOf(regions_.front()->window()->activeFocusItem()));
    for (int way = 1; way < count; ++way) {
        const int at = (start + way * step + way * count) % count;
        QQuickItem* region = regions_[at];
        QQuickItem* first = region->activeFocusOnTab() ? region : region->nextItemInFocusChain();
        if (!region->isVisible() || regionOf(first) != at) continue;
        first->forceActiveFocus(Qt::TabFocusReason);
        return;
    }
}

int FocusCycle::regionOf(const QQuickItem* item) const {
    for (const QQuickItem* each = item; each; each = each->parentItem())
        for (int at = 0; at < regions_.size(); ++at)
            if (regions_[at] == each) return at;
    return -1;
}

}  // namespace gw
