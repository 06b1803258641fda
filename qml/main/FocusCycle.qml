import QtQuick
import QtQuick.Window

/// F6 and Shift+F6 move the focus from one region of the window to the next; hidden ones and those that take no focus are passed over.
Item {
    id: root

    required property list<Item> regions

    function go(step: int) {
        const count = root.regions.length;
        const start = root.regionOf(root.Window.activeFocusItem);
        for (let way = 1; way < count; ++way) {
            const at = (start + way * step + way * count) % count;
            const region = root.regions[at];
            const first = region.activeFocusOnTab ? region : region.nextItemInFocusChain();
            if (region.visible && root.regionOf(first) === at)
                return first.forceActiveFocus(Qt.TabFocusReason);
        }
    }
    /// Index of the region that holds the item; 0 where none does.
    function regionOf(item: Item): int {
        for (let each = item; each; each = each.parent)
            for (let at = 0; at < root.regions.length; ++at)
                if (root.regions[at] === each)
                    return at;
        return 0;
    }

    Shortcut {
        sequence: "F6"

        onActivated: root.go(1)
    }
    Shortcut {
        sequence: "Shift+F6"

        onActivated: root.go(-1)
    }
}
