import QtQuick
import Gatewright.Views

/// The keys that move the focus through the window: F6 and Shift+F6 by region, "/" to the filter of the palette.
Item {
    id: root

    required property FocusCycle cycle

    signal filterAsked

    Shortcut {
        sequence: "F6"

        onActivated: root.cycle.go(1)
    }
    Shortcut {
        sequence: "Shift+F6"

        onActivated: root.cycle.go(-1)
    }
    Shortcut {
        sequence: "/"

        onActivated: root.filterAsked()
    }
}
