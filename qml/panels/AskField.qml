pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// One part of a question: written, or chosen from what the design has.
Item {
    id: root

    required property var choices
    /// Why what is written names nothing; empty where it does.
    property string error: ""
    required property string label
    property bool mono: false
    required property string prompt
    required property string shown

    signal chosen(string value)

    /// The list of what fits what is written, or all where that is an entry of it or nothing.
    function offer() {
        picker.start = root.choices.some(choice => choice.label === field.text || choice.value === field.text) ? "" : field.text;
        picker.open();
    }
    function focusField() {
        field.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    implicitHeight: Theme.control

    Label {
        color: Theme.muted
        height: Theme.control
        text: root.label
        width: 64
    }
    Field {
        id: field

        Accessible.name: root.label
        error: root.error
        // The answer tells it: a form that grew would push its last part out of a low panel.
        telling: false
        mono: root.mono
        placeholderText: root.prompt
        rightPadding: Theme.control + (field.wrong ? Theme.control : 0)
        text: root.shown
        width: root.width - x
        x: 68

        Keys.onDownPressed: root.offer()
        Keys.onEscapePressed: event => {
            event.accepted = field.text !== root.shown;
            field.text = Qt.binding(() => root.shown);
        }
        onEditingFinished: {
            if (field.text !== root.shown)
                root.chosen(field.text);
            field.text = Qt.binding(() => root.shown);
        }
    }
    // For the mouse: one part of a question is one stop of the Tab key, and Down opens the list.
    Button {
        Accessible.name: qsTr("Choose: %1").arg(root.label)
        anchors.right: field.right
        // What is wrong has its sign at the very end.
        anchors.rightMargin: field.wrong ? Theme.control : Theme.space1
        focusPolicy: Qt.NoFocus
        height: Theme.controlSmall
        pictogram: "ui-chevron-down"
        small: true
        tone: "quiet"
        y: (Theme.control - height) / 2

        onClicked: root.offer()
    }
    Picker {
        id: picker

        prompt: qsTr("Search: %1").arg(root.label)
        width: Math.max(320, field.width)
        x: field.x
        y: Theme.control

        model: ChoicesModel {
            choices: root.choices
            filter: picker.filter
        }

        onPicked: value => root.chosen(value)
    }
}
