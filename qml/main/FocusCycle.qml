import QtQuick
import QtQuick.Window

/// F6 and Shift+F6 move the focus from one region of the window to the next; hidden ones are passed over.
Item {
    id: root

    required property list<Item> regions

    function go(step: int) {
        let at = root.regionWithFocus();
        do
            at = (at + step + root.regions.length) % root.regions.length;
        while (!root.regions[at].visible)
        const region = root.regions[at];
        const first = region.activeFocusOnTab ? region : region.nextItemInFocusChain();
        first.forceActiveFocus(Qt.TabFocusReason);
    }
    /// Index of the region that holds the focus; 0 where none does.
    function regionWithFocus(): int {
        for (let item = root.Window.activeFocusItem; item; item = item.parent)
            for (let at = 0; at < root.regions.length; ++at)
                if (root.regions[at] === item)
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
