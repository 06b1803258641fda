import QtQuick
import QtQuick.Templates as T
import Gatewright.Theme

/// On or off at once, with its word.
T.Switch {
    id: root

    Accessible.role: Accessible.CheckBox
    font: Theme.body
    implicitHeight: Theme.control
    implicitWidth: implicitContentWidth + leftPadding
    leftPadding: 30 + Theme.space4

    contentItem: Label {
        color: root.enabled ? Theme.text : Theme.disabled
        font: root.font
        text: root.text !== "" ? root.text : root.checked ? qsTr("On") : qsTr("Off")
    }
    indicator: Rectangle {
        border.color: root.checked ? Theme.accent : Theme.borderStrong
        color: root.checked ? Theme.accent : Theme.raised
        height: 16
        radius: 8
        width: 30
        y: (root.height - height) / 2

        Rectangle {
            color: root.checked ? Theme.accentInk : Theme.borderStrong
            height: 12
            radius: 6
            width: 12
            x: root.checked ? 16 : 2
            y: 2
        }
        FocusRing {
            radius: height / 2
            visible: root.visualFocus
        }
    }
}
