pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// A set: a chip for each member, then "+", which offers what fits or (where `typed`) takes a text.
Column {
    id: root

    required property var choices
    required property string error
    required property string label
    required property var members
    /// What was typed and is no member; empty for nothing.
    property string refused: ""
    property bool typed: false

    signal added(string value)
    signal removed(int at)
    signal restored

    spacing: Theme.space1

    Flow {
        bottomPadding: Theme.space1
        spacing: Theme.space3
        topPadding: Theme.space1
        width: root.width

        Repeater {
            model: root.members

            Chip {
                required property int index
                required property var modelData

                font: root.typed ? Theme.mono : Theme.body
                text: modelData.label
                width: Math.min(implicitWidth, root.width)

                onRemoved: root.removed(index)
            }
        }
        Field {
            id: field

            Accessible.name: qsTr("Add to %1").arg(root.label)
            error: root.error
            mono: true
            text: root.refused
            visible: root.typed && (activeFocus || root.error !== "" || plus.asked)
            width: Math.min(root.width, 180)

            /// Adds what was typed; what is refused stays.
            function take() {
                plus.asked = false;
                if (text === "")
                    root.restored();
                else if (text !== root.refused)
                    root.added(text);
                text = Qt.binding(() => root.refused);
            }

            Keys.onEscapePressed: {
                plus.asked = false;
                text = Qt.binding(() => root.refused);
                root.restored();
            }
            onEditingFinished: take()
        }
        Button {
            id: plus

            property bool asked: false

            pictogram: "ui-plus"
            small: true
            tip: qsTr("Add to %1").arg(root.label)
            visible: !field.visible

            onClicked: {
                if (!root.typed) {
                    picker.open();
                    return;
                }
                plus.asked = true;
                field.forceActiveFocus();
            }
        }
    }
    Label {
        color: Theme.error
        font: Theme.caption
        text: root.error
        visible: root.error !== "" && !field.visible
        width: root.width
        wrapMode: Text.Wrap
    }
    Picker {
        id: picker

        prompt: qsTr("Search: %1").arg(root.label)
        y: Theme.control

        model: ChoicesModel {
            choices: root.choices.filter(each => !root.members.some(member => member.value === each.value))
            filter: picker.filter
        }

        onPicked: value => root.added(value)
    }
}
