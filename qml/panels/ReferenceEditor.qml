pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// Another thing of the design, picked from those that fit.
Column {
    id: root

    required property var choices
    required property string error
    property string hint: ""
    required property string label
    property bool optional: true
    required property string shown
    /// What holds; empty where something else is shown in its place.
    property string text: root.shown

    signal picked(string value)

    spacing: Theme.space1

    Row {
        spacing: Theme.space3

        Label {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.faint
            text: root.hint
            visible: root.shown === "" && root.hint !== ""
        }
        Chip {
            anchors.verticalCenter: parent.verticalCenter
            removable: root.optional && root.text !== ""
            text: root.shown
            visible: root.shown !== ""
            // The button beside it stays within reach, however long the name.
            width: Math.min(implicitWidth, root.width - choose.width - Theme.space3)

            onClicked: picker.open()
            onRemoved: if (root.optional)
                root.picked("")
        }
        Button {
            id: choose

            anchors.verticalCenter: parent.verticalCenter
            pictogram: root.shown === "" ? "ui-plus" : "ui-chevron-down"
            small: true
            tip: qsTr("Choose: %1").arg(root.label)

            onClicked: picker.open()
        }
    }
    Label {
        color: Theme.error
        font: Theme.caption
        text: root.error
        visible: root.error !== ""
        width: root.width
        wrapMode: Text.Wrap
    }
    Picker {
        id: picker

        prompt: qsTr("Search: %1").arg(root.label)
        y: Theme.control

        model: ChoicesModel {
            choices: root.choices
            filter: picker.filter
        }

        onPicked: value => root.picked(value)
    }
}
