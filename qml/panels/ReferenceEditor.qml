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
    required property string label
    property bool optional: true
    required property string shown

    signal picked(string value)

    spacing: Theme.space1

    Row {
        spacing: Theme.space3

        Chip {
            anchors.verticalCenter: parent.verticalCenter
            removable: root.optional
            text: root.shown
            visible: root.shown !== ""

            onClicked: picker.open()
            onRemoved: if (root.optional)
                root.picked("")
        }
        Button {
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
