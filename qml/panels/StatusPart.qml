import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme

/// Counts of the status bar that belong together: a click or Enter shows what they count.
T.AbstractButton {
    id: root

    default property alias counts: row.data
    required property string name

    Accessible.name: root.name
    Accessible.role: Accessible.Button
    horizontalPadding: Theme.space3
    implicitHeight: Theme.hitMinimum
    implicitWidth: row.implicitWidth + 2 * Theme.space3

    Keys.onEnterPressed: root.clicked()
    Keys.onReturnPressed: root.clicked()

    background: Rectangle {
        color: root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"
        radius: Theme.radiusSmall

        FocusRing {
            inside: true
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        Row {
            id: row

            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space6
        }
    }
}
