import QtQuick
import Gatewright.Theme

/// How many there are, beside a heading.
Rectangle {
    id: root

    required property int count

    color: Theme.pressed
    implicitHeight: 16
    implicitWidth: Math.max(16, number.implicitWidth + Theme.space4)
    radius: 8

    Label {
        id: number

        anchors.centerIn: parent
        font: Theme.caption
        text: root.count
    }
}
