import QtQuick
import Gatewright.Theme
import Gatewright.Views

/// One field of a thing: its name on the left, the editor for its kind of value on the right.
Item {
    id: root

    required property var choices
    /// Where the editors start: most names fit before it on one line.
    readonly property real column: 112
    required property string editor
    required property string error
    required property FieldsModel fields
    required property string help
    required property string key
    required property string label
    required property var members
    required property bool mixed
    required property bool needed
    required property string shown
    required property string text
    readonly property bool wide: root.editor === "policy" || root.editor === "notes"

    implicitHeight: root.wide ? Theme.rowCompact + box.implicitHeight : Math.max(head.height, box.implicitHeight)

    FieldHead {
        id: head

        height: root.wide ? Theme.rowCompact : Math.max(Theme.control, implicitHeight)
        help: root.help
        needed: root.needed
        text: root.label
        width: root.wide ? root.width : root.column - Theme.space4
    }
    ValueEditor {
        id: box

        choices: root.choices
        editor: root.editor
        error: root.error
        fields: root.fields
        key: root.key
        label: root.label
        members: root.members
        mixed: root.mixed
        needed: root.needed
        shown: root.shown
        text: root.text
        width: root.width - x
        x: root.wide ? 0 : root.column
        y: root.wide ? Theme.rowCompact : 0
    }
}
