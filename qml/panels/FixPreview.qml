pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// What the fix on the canvas would change, to be kept or dropped.
Column {
    id: root

    required property var changes
    /// What it would do to flows that fare worse with it; empty for nothing.
    property string harm: ""

    signal dropped
    signal kept

    function focusFirst() {
        keep.forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: Theme.space4

    Row {
        spacing: Theme.space3
        visible: root.harm !== ""

        Pictogram {
            color: Theme.error
            name: "ui-error"
            size: Theme.iconInline
            y: 1
        }
        Label {
            color: Theme.error
            font: Theme.bodyMedium
            text: root.harm
            width: root.width - Theme.iconInline - Theme.space3
            wrapMode: Text.Wrap
        }
    }
    // Before the changes: those may be many, and the panel low.
    Row {
        spacing: Theme.space3

        Button {
            id: keep

            text: qsTr("Apply")
            tone: "primary"

            onClicked: root.kept()
        }
        Button {
            text: qsTr("Leave as it is")

            onClicked: root.dropped()
        }
    }
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
}
