import QtQuick
import Gatewright.Controls
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
    /// What stands in place of policies that differ; empty for one policy. They are replaced only when that is asked for.
    property string hint: ""
    required property string label
    /// Id of the thing that carries the policy.
    required property string row
    required property string value
    readonly property bool closed: root.hint !== "" && !root.replacing
    property bool replacing: false

    signal edited(string text)
    signal restored

    function keep() {
        if (!written.touched)
            return;
        root.edited(editor.syntax.text);
        editor.area.text = Qt.binding(() => root.value);
    }

    spacing: Theme.space3

    onHintChanged: root.replacing = false

    Row {
        spacing: Theme.space4
        visible: root.closed

        Label {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.faint
            text: root.hint
        }
        Button {
            small: true
            text: qsTr("Replace all")
            tip: qsTr("Write one policy in place of all that differ: %1").arg(root.label)

            onClicked: {
                root.replacing = true;
                editor.area.forceActiveFocus(Qt.TabFocusReason);
            }
        }
    }
    PolicyText {
        id: editor

        area.text: root.value
        document: root.document
        field: root.field
        label: root.label
        row: root.row
        visible: !root.closed
        width: root.width

        onEscaped: {
            root.replacing = false;
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
        visible: !root.closed && height > 0
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
