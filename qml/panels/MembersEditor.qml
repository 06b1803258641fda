pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// A set: a chip for each member, then "+", which offers what fits or (where `typed`) takes a text. A click on a chip that
/// was typed opens its text.
Column {
    id: root

    required property var choices
    required property string error
    property string hint: ""
    required property string label
    required property var members
    /// What was typed and is no member; empty for nothing.
    property string refused: ""
    /// The member whose text is being changed, by its value: places change with every edit and undo. Empty for none.
    property string replacing: ""
    property bool typed: false

    signal added(string value)
    signal removed(int at)
    signal replaced(int at, string value)
    signal restored

    /// Opens the text of a member in the field, or an empty one for a further member.
    function write(at: int) {
        root.replacing = at >= 0 ? root.members[at].value : "";
        plus.asked = true;
        if (at >= 0)
            field.text = root.replacing;
        field.forceActiveFocus(Qt.TabFocusReason);
        field.selectAll();
    }

    spacing: Theme.space1

    Flow {
        bottomPadding: Theme.space1
        spacing: Theme.space3
        topPadding: Theme.space1
        width: root.width

        Label {
            color: Theme.faint
            height: Theme.controlSmall
            text: root.hint
            visible: root.hint !== ""
        }
        Repeater {
            model: root.members

            Chip {
                required property int index
                required property var modelData

                font: root.typed ? Theme.mono : Theme.body
                text: modelData.label
                visible: modelData.value !== root.replacing
                width: Math.min(implicitWidth, root.width)

                onClicked: if (root.typed)
                    root.write(index)
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
                const value = root.replacing;
                const at = value !== "" ? root.members.findIndex(member => member.value === value) : -1;
                root.replacing = "";
                plus.asked = false;
                if (text === "") {
                    root.restored();
                } else if (at < 0) {
                    if (text !== root.refused)
                        root.added(text);
                } else if (text !== value) {
                    root.replaced(at, text);
                    // What was refused is still about that member; what was refused before is not.
                    if (root.error !== "")
                        root.replacing = value;
                }
                text = Qt.binding(() => root.refused);
            }

            Keys.onEscapePressed: {
                plus.asked = false;
                root.replacing = "";
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
                if (root.typed)
                    root.write(-1);
                else
                    picker.open();
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
