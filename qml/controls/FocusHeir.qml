import QtQuick
import QtQuick.Window

/// Where what has the focus in `scope` goes, or goes out of sight, `heir` takes it: otherwise keys lead nowhere, or to a
/// button that nobody sees.
Item {
    id: root

    required property Item heir
    required property Item scope

    Connections {
        function onActiveFocusItemChanged() {
            if (root.Window.activeFocusItem === root.scope)
                root.heir.forceActiveFocus();
        }

        target: root.Window.window
    }
    Connections {
        function onVisibleChanged() {
            const item = root.Window.activeFocusItem;
            if (root.scope.visible && Within.holds(root.scope, item) && !item.visible)
                root.heir.forceActiveFocus();
        }

        target: root.Window.activeFocusItem
    }
}
