import QtQuick
import QtQuick.Templates as T
import Gatewright.Theme

/// One member of a set; a click on its cross, Delete or Backspace takes it out.
T.AbstractButton {
    id: root

    property bool removable: true

    signal removed

    Accessible.name: root.text
    Accessible.role: Accessible.Button
    font: Theme.body
    implicitHeight: Theme.controlSmall
    implicitWidth: name.implicitWidth + 2 * Theme.space3 + (root.removable ? 18 : 0)

    Keys.onDeletePressed: root.removed()
    Keys.onPressed: event => event.accepted = event.key === Qt.Key_Backspace && (root.removed(), true)

    background: Rectangle {
        border.color: Theme.border
        color: root.hovered ? Theme.pressed : Theme.sunken
        radius: Theme.radiusControl

        FocusRing {
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        Tip {
            shown: root.hovered && name.truncated
            text: root.text
        }
        Label {
            id: name

            anchors.verticalCenter: parent.verticalCenter
            font: root.font
            text: root.text
            width: Math.min(implicitWidth, root.width - 2 * Theme.space3 - (root.removable ? 18 : 0))
            x: Theme.space3
        }
        Button {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            focusPolicy: Qt.NoFocus
            height: 20
            pictogram: "ui-close"
            small: true
            tip: qsTr("Remove %1").arg(root.text)
            tone: "quiet"
            visible: root.removable
            width: 20

            onClicked: root.removed()
        }
    }
}
