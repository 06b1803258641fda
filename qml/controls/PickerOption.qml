import QtQuick
import QtQuick.Templates as T
import Gatewright.Theme

/// One of those that a Picker offers: what it is called, and a note at the right as far as there is room.
T.ItemDelegate {
    id: root

    required property string label
    required property string note
    required property string value

    Accessible.name: root.label
    implicitHeight: Theme.row

    background: Rectangle {
        color: root.highlighted ? Theme.selection : root.hovered ? Theme.hover : "transparent"
        radius: Theme.radiusControl
    }
    contentItem: Item {
        Label {
            anchors.verticalCenter: parent.verticalCenter
            color: root.highlighted ? Theme.selectionText : Theme.text
            text: root.label
            width: Math.min(implicitWidth, parent.width - 2 * Theme.space4)
            x: Theme.space4
        }
        Label {
            anchors.right: parent.right
            anchors.rightMargin: Theme.space4
            anchors.verticalCenter: parent.verticalCenter
            color: root.highlighted ? Theme.selectionText : Theme.muted
            font: Theme.mono
            horizontalAlignment: Text.AlignRight
            text: root.note
            width: Math.max(0, parent.width - 3 * Theme.space4 - label.implicitWidth)

            TextMetrics {
                id: label

                readonly property real implicitWidth: width

                font: Theme.body
                text: root.label
            }
        }
    }
}
