pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// What the fix on the canvas would change, to be kept or dropped.
Column {
    id: root

    required property var changes

    signal dropped
    signal kept

    spacing: Theme.space4

    Repeater {
        model: root.changes

        Label {
            required property string modelData

            color: Theme.accentText
            font: Theme.mono
            text: modelData
            width: root.width
            wrapMode: Text.Wrap
        }
    }
    Row {
        spacing: Theme.space3

        Button {
            text: qsTr("Apply")
            tone: "primary"

            onClicked: root.kept()
        }
        Button {
            text: qsTr("Leave as it is")

            onClicked: root.dropped()
        }
    }
}
