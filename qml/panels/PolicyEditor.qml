import QtQuick
import Gatewright.Theme
import Gatewright.Views

/// A policy as JSON, read while it is typed: what fits at the cursor is offered, what is wrong is marked where it
/// stands, and whom it would lock out is said. What is no policy is not applied.
Column {
    id: root

    required property Document document
    property string error: ""
    /// Key of the field.
    required property string field
    required property string label
    /// Id of the thing that carries the policy.
    required property string row
    required property string value

    signal edited(string text)
    signal restored

    function keep() {
        if (!written.touched)
            return;
        root.edited(editor.syntax.text);
        editor.area.text = Qt.binding(() => root.value);
    }

    spacing: Theme.space3

    PolicyText {
        id: editor

        area.text: root.value
        document: root.document
        field: root.field
        label: root.label
        row: root.row
        width: root.width

        onEscaped: {
            editor.area.text = Qt.binding(() => root.value);
            root.restored();
        }
        onFinished: root.keep()
    }
    WrittenText {
        id: written

        textDocument: editor.area.textDocument
        value: root.value
    }
    PolicyFindings {
        error: editor.syntax.error !== "" ? editor.syntax.error : written.touched ? "" : root.error
        syntax: editor.syntax
        visible: height > 0
        width: root.width

        onChosen: (from, to) => editor.goTo(from, to)
        // Where nobody is writing, nobody will leave the text either.
        onFixed: if (!editor.area.activeFocus)
            root.keep()
    }
    PolicyLockouts {
        id: lockouts

        document: root.document
        draft: written.touched ? editor.syntax.text : ""
        row: root.row
    }
    LockoutList {
        headline: lockouts.headline
        lines: lockouts.lines
        visible: editor.syntax.error === "" && lockouts.headline !== ""
        width: root.width
    }
}
