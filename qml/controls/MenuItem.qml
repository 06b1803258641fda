import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme

/// One command of a menu, its shortcut on the right.
T.MenuItem {
    id: root

    property string pictogram: ""
    property string shortcutText: ""

    Accessible.name: root.text
    Accessible.role: Accessible.MenuItem
    implicitHeight: Theme.row
    implicitWidth: 240

    background: Rectangle {
        color: root.highlighted || root.hovered ? Theme.hover : "transparent"
        radius: Theme.radiusControl
    }
    contentItem: Item {
        Pictogram {
            anchors.verticalCenter: parent.verticalCenter
            color: root.enabled ? Theme.muted : Theme.disabled
            name: root.checked ? "ui-check" : root.pictogram
            size: Theme.iconControl
            x: Theme.space3
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            color: root.enabled ? Theme.text : Theme.disabled
            text: root.text
            width: parent.width - x - shortcut.width - Theme.space5
            x: Theme.space3 + 24
        }
        Label {
            id: shortcut

            anchors.right: parent.right
            anchors.rightMargin: Theme.space4
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.faint
            text: root.shortcutText
        }
    }
}
