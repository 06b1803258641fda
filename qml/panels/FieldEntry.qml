pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Views

/// A row of a FieldsModel: as a table, or as an editor beside its name.
Column {
    id: entry

    required property var cells
    required property var choices
    required property var columns
    required property string editor
    required property string error
    required property FieldsModel fields
    required property var given
    required property string help
    required property string key
    required property string label
    required property var members
    /// Whether things that are edited together differ in it.
    required property bool mixed
    required property bool needed
    required property string shown
    required property string text

    Repeater {
        model: entry.visible && entry.editor !== "table" ? 1 : 0

        FieldEditor {
            choices: entry.choices
            editor: entry.editor
            error: entry.error
            fields: entry.fields
            help: entry.help
            key: entry.key
            label: entry.label
            members: entry.members
            mixed: entry.mixed
            needed: entry.needed
            shown: entry.shown
            text: entry.text
            width: entry.width
        }
    }
    Repeater {
        model: entry.visible && entry.editor === "table" ? 1 : 0

        FieldTable {
            cells: entry.cells
            columns: entry.columns
            fields: entry.fields
            given: entry.given
            help: entry.help
            key: entry.key
            label: entry.label
            mixed: entry.mixed
            width: entry.width
        }
    }
    Repeater {
        model: entry.visible && entry.fields?.edited === 1 && (entry.editor === "policy" || entry.key === "policies") ? 1 : 0

        FlowPolicy {
            document: entry?.fields.document ?? null
            field: entry.key
            row: entry?.fields.subject ?? ""
            width: entry.width
        }
    }
}
