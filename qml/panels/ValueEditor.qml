pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Views

/// The editor for the kind of value that a field has; it hands every change to the fields.
// A Loader takes no bound components before Qt 6.5; a Repeater of one or none does.
Item {
    id: root

    required property var choices
    /// See FieldRow.
    required property string editor
    required property string error
    required property FieldsModel fields
    required property string key
    required property string label
    required property var members
    required property bool mixed
    /// What stands in place of values that differ.
    readonly property string mixedWord: root.mixed ? qsTr("mixed") : ""
    required property bool needed
    required property string shown
    required property string text
    readonly property var special: ["switch", "choice", "reference", "references", "words", "service", "policy", "notes"]

    implicitHeight: childrenRect.height

    Repeater {
        model: !root.special.includes(root.editor) ? 1 : 0

        LineEditor {
            error: root.error
            label: root.label
            hint: root.mixedWord
            mono: root.editor !== "number" && root.key !== "name" && root.key !== "detail" && root.key !== "description"
            shown: root.shown
            width: root.width

            onEdited: text => root.fields.set(root.key, text)
            onRestored: root.fields.restore(root.key)
        }
    }
    Repeater {
        model: root.editor === "notes" ? 1 : 0

        LinesEditor {
            width: root.width
            Accessible.name: root.label
            hint: root.mixedWord
            value: root.text

            onEdited: text => root.fields.set(root.key, text)
        }
    }
    Repeater {
        model: root.editor === "switch" ? 1 : 0

        Switch {
            width: root.width
            Accessible.name: root.label
            checked: root.text === "true"
            text: root.mixedWord

            onToggled: {
                root.fields.set(root.key, checked ? "true" : "false");
                checked = Qt.binding(() => root.text === "true");
            }
        }
    }
    Repeater {
        model: root.editor === "choice" ? 1 : 0

        ChoiceEditor {
            width: root.width
            Accessible.name: root.label
            choices: root.choices
            hint: root.mixedWord
            value: root.text

            onEdited: value => root.fields.set(root.key, value)
        }
    }
    Repeater {
        model: root.editor === "reference" ? 1 : 0

        ReferenceEditor {
            width: root.width
            choices: root.choices
            error: root.error
            hint: root.mixedWord
            label: root.label
            optional: !root.needed
            shown: root.shown
            text: root.text

            onPicked: value => root.fields.set(root.key, value)
        }
    }
    Repeater {
        model: root.editor === "references" || root.editor === "words" ? 1 : 0

        MembersEditor {
            width: root.width
            choices: root.choices
            error: root.error
            hint: root.mixedWord
            label: root.label
            members: root.members
            refused: root.error !== "" ? root.text : ""
            typed: root.editor === "words"

            onAdded: value => root.fields.addMember(root.key, value)
            onRestored: root.fields.restore(root.key)
            onRemoved: at => root.fields.removeMember(root.key, at)
            onReplaced: (at, value) => root.fields.replaceMember(root.key, at, value)
        }
    }
    Repeater {
        model: root.editor === "service" ? 1 : 0

        ServiceEditor {
            width: root.width
            error: root.error
            hint: root.mixedWord
            label: root.label
            text: root.text

            onEdited: text => root.fields.set(root.key, text)
            onRestored: root.fields.restore(root.key)
        }
    }
    Repeater {
        model: root.editor === "policy" ? 1 : 0

        PolicyEditor {
            width: root.width
            document: root.fields.document
            error: root.error
            field: root.key
            hint: root.mixedWord
            label: root.label
            row: root?.fields.subject ?? ""
            value: root.text

            // Losing the focus as it goes, it outlives the rest.
            onEdited: text => root?.fields.set(root.key, text)
            onRestored: root.fields.restore(root.key)
        }
    }
}
