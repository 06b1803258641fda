import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// A frame around the canvas while it shows a change that is not done, so that nobody takes it for the design.
Rectangle {
    id: root

    border.color: Theme.accent
    border.width: 2
    color: "transparent"

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        color: Theme.accent
        height: Theme.controlSmall
        radius: Theme.radiusControl
        width: words.implicitWidth + 2 * Theme.space4
        y: Theme.space5

        Label {
            id: words

            Accessible.role: Accessible.AlertMessage
            Accessible.name: words.text
            anchors.centerIn: parent
            color: Theme.accentInk
            font: Theme.bodyMedium
            text: qsTr("Preview: nothing is changed yet. Esc leaves it.")
        }
    }
}
