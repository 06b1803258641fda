pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// A row that is being written and not yet part of its table: Enter or the button adds it.
Column {
    id: root

    required property var columns
    property string error: ""
    required property var widths

    signal added(var cells)
    signal dropped

    function keep() {
        root.added(Array.from(root.columns, (column, at) => cells.itemAt(at).text));
    }
    function start() {
        cells.itemAt(0).forceActiveFocus();
    }

    spacing: Theme.space1

    Keys.onEscapePressed: root.dropped()

    Flow {
        width: root.width

        Repeater {
            id: cells

            model: root.columns

            CellEditor {
                required property int index
                required property var modelData

                choices: modelData.choices
                draft: true
                editor: modelData.editor
                label: modelData.label
                placeholderText: modelData.label
                shown: ""
                width: root.widths[index]

                onAccepted: root.keep()
            }
        }
        Button {
            pictogram: "ui-check"
            small: true
            tip: qsTr("Add the row")
            tone: "quiet"

            onClicked: root.keep()
        }
    }
    Label {
        color: Theme.error
        font: Theme.caption
        leftPadding: Theme.space3
        text: root.error
        visible: root.error !== ""
        width: root.width
        wrapMode: Text.Wrap
    }
}
