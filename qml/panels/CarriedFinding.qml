import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme

/// A finding about what a thing stands for on the canvas, on one line; a click shows that.
T.ItemDelegate {
    id: root

    required property string message
    required property int severity
    required property string where

    Accessible.description: root.where
    Accessible.name: root.message
    Accessible.role: Accessible.ListItem
    implicitHeight: Theme.row

    background: Rectangle {
        color: root.hovered ? Theme.hover : "transparent"
        radius: Theme.radiusControl

        FocusRing {
            inside: true
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        SeverityIcon {
            id: sign

            anchors.verticalCenter: parent.verticalCenter
            severity: root.severity
            x: Theme.space3
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: root.message
            width: parent.width - x - Theme.space3
            x: sign.x + sign.width + Theme.space4
        }
    }

    Tip {
        shown: root.hovered
        text: root.where + "\n" + root.message
    }
}
