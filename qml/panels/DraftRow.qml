pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// A row that is being written and not yet part of its table: Enter or the button adds it, Esc drops it.
Column {
    id: root

    required property TableColumns arrangement
    required property var columns
    property string error: ""
    required property FieldsModel fields
    /// What its cells hold at first, a text for each column.
    property var held: []
    /// The column that is wrong; -1 for none.
    property int wrong: -1

    signal added(var cells)
    signal dropped
    /// What is written is wanted now, wherever the focus is.
    signal handedIn(var cells)

    function editors() {
        return Array.from(root.columns, (column, at) => cells.itemAt(at) as CellEditor);
    }
    function holdsFocus(): bool {
        return root.editors().some(cell => cell.activeFocus);
    }
    function keep() {
        root.added(root.editors().map(cell => cell.text));
    }
    /// Says what is wrong where it is wrong; the focus goes there.
    function refuse(message: string, column: int) {
        root.tell(message, column);
        const cell = cells.itemAt(Math.max(0, column)) as CellEditor;
        cell.forceActiveFocus(Qt.TabFocusReason);
        cell.selectAll();
    }
    function tell(message: string, column: int) {
        root.error = message;
        root.wrong = column;
    }
    function start() {
        (cells.itemAt(0) as CellEditor).forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: Theme.space1

    Keys.onEscapePressed: root.dropped()

    Connections {
        // A row that is taken away lives a little longer than what it was about.
        enabled: root.Window.window !== null
        target: root.fields

        function onHandingIn() {
            const texts = root.editors().map(cell => cell.text);
            if (texts.some(text => text.trim() !== ""))
                root.handedIn(texts);
        }
    }

    Item {
        height: ((root.arrangement?.places.reduce((most, place) => Math.max(most, place.line), 0) ?? 0) + 1) * Theme.row
        width: root.width

        Repeater {
            id: cells

            model: root.columns.length

            CellEditor {
                required property int index
                readonly property var column: root.columns[index] ?? {
                    choices: [],
                    editor: "line",
                    label: ""
                }

                readonly property var place: root.arrangement?.places[index]

                choices: column.choices
                draft: true
                editor: column.editor
                error: index === root.wrong ? root.error : ""
                implicitHeight: Theme.row
                label: column.label
                placeholderText: column.label
                shown: root.held[index] ?? ""
                width: place?.width ?? 0
                x: place?.x ?? 0
                y: (place?.line ?? 0) * Theme.row

                onAccepted: root.keep()
            }
        }
        Button {
            anchors.right: parent.right
            height: Theme.row
            pictogram: "ui-check"
            small: true
            tip: qsTr("Add the row")
            tone: "quiet"
            width: 22

            onClicked: root.keep()
        }
    }
    Label {
        bottomPadding: Theme.space2
        color: Theme.error
        font: Theme.caption
        leftPadding: Theme.space3
        text: root.error
        visible: root.error !== ""
        width: root.width
        wrapMode: Text.Wrap
    }
}
