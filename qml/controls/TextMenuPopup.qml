pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Theme

/// What can be done with the text of a field. It never has the focus.
T.Popup {
    id: root

    required property var field

    function openAt(point: point) {
        root.x = point.x;
        root.y = point.y;
        root.open();
    }

    focus: false
    implicitHeight: entries.implicitHeight + 2 * padding
    margins: Theme.space2
    padding: Theme.space2
    width: 208

    background: Rectangle {
        border.color: Theme.borderStrong
        color: Theme.raised
        radius: Theme.radiusPopup
    }
    contentItem: Column {
        id: entries

        Entry {
            enabled: root.field.canUndo && !root.field.readOnly
            shortcutText: qsTr("Ctrl+Z")
            text: qsTr("Undo")

            onClicked: root.field.undo()
        }
        Entry {
            enabled: root.field.selectedText !== "" && !root.field.readOnly
            shortcutText: qsTr("Ctrl+X")
            text: qsTr("Cut")

            onClicked: root.field.cut()
        }
        Entry {
            enabled: root.field.selectedText !== ""
            shortcutText: qsTr("Ctrl+C")
            text: qsTr("Copy")

            onClicked: root.field.copy()
        }
        Entry {
            enabled: root.field.canPaste
            shortcutText: qsTr("Ctrl+V")
            text: qsTr("Paste")

            onClicked: root.field.paste()
        }
        Entry {
            enabled: root.field.length > 0
            shortcutText: qsTr("Ctrl+A")
            text: qsTr("Select all")

            onClicked: root.field.selectAll()
        }
    }

    // The keys are the text's, where Esc would drop what is typed.
    Shortcut {
        enabled: root.visible
        sequence: "Esc"

        onActivated: root.close()
    }
    Connections {
        target: root.field

        function onActiveFocusChanged() {
            root.close();
        }
        function onTextChanged() {
            root.close();
        }
    }

    component Entry: MenuItem {
        focusPolicy: Qt.NoFocus
        width: entries.width

        onClicked: root.close()
    }
}
