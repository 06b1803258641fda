import QtQuick
import QtQuick.Templates as T
import Gatewright.Theme

/// Where a view stands in what it shows; seen while there is more than fits.
T.ScrollBar {
    id: root

    implicitHeight: root.horizontal ? 10 : 40
    implicitWidth: root.horizontal ? 40 : 10
    minimumSize: 0.08
    padding: 2
    visible: root.policy !== T.ScrollBar.AlwaysOff && root.size < 1

    contentItem: Rectangle {
        color: root.pressed || root.hovered ? Theme.borderStrong : Theme.disabled
        implicitHeight: 6
        implicitWidth: 6
        opacity: root.pressed || root.hovered ? 1 : 0.5
        radius: 3
    }
}
