import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme

/// The heading of a column of the matrix; a click sorts by it, another one gives the order of the canvas back.
T.AbstractButton {
    id: root

    property bool centred: true
    required property bool sorted

    Accessible.description: root.sorted ? qsTr("Sorted by this column") : ""
    Accessible.name: root.text
    Accessible.role: Accessible.ColumnHeader
    implicitHeight: Theme.row

    background: Rectangle {
        color: root.hovered ? Theme.hover : "transparent"
        radius: Theme.radiusSmall

        FocusRing {
            inside: true
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        TableHead {
            id: name

            anchors.verticalCenter: parent.verticalCenter
            color: root.sorted ? Theme.text : Theme.muted
            text: root.text
            width: Math.min(implicitWidth, root.width - (root.sorted ? mark.width + Theme.space2 : 0))
            x: root.centred ? (root.width - width - (root.sorted ? mark.width : 0)) / 2 : 0
        }
        Pictogram {
            id: mark

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.text
            name: "ui-chevron-down"
            size: 12
            visible: root.sorted
            x: name.x + name.width
        }
    }

    Tip {
        shown: root.hovered
        text: root.sorted ? qsTr("Back to the order of the canvas") : root.centred ? qsTr("Sort by %1, the worst first").arg(root.text) : qsTr("Sort by name")
    }
}
