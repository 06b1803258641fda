pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// One row of a table that is a field, edited cell by cell; a policy in it stands below, over the whole width.
Column {
    id: line

    required property TableColumns arrangement
    /// Whether it can be asked what would happen without the row.
    required property bool asks
    /// Maps with `text`, `shown` and `error`, in the order of the columns.
    required property var cells
    required property var columns
    required property string field
    required property FieldsModel fields
    required property int index
    required property string label
    readonly property int policyAt: line.columns.findIndex(column => column.editor === "policy")
    /// The column of what the row says of itself; -1 for none.
    readonly property int remarkAt: line.columns.findIndex(column => column.key === "description")
    readonly property string error: line.cells.find(cell => cell.error !== "")?.error ?? ""

    function cell(at: int): var {
        return line.cells[at] ?? {
            error: "",
            shown: "",
            text: ""
        };
    }

    Hairline {
        width: parent.width
    }
    Item {
        height: (line.arrangement?.lines ?? 1) * Theme.row
        width: parent.width

        Repeater {
            model: line.columns.length

            CellEditor {
                required property int index
                readonly property var place: line.arrangement?.places[index]

                choices: line.columns[index]?.choices ?? []
                editor: line.columns[index]?.editor ?? "line"
                error: line.cell(index).error
                implicitHeight: Theme.row
                label: line.columns[index]?.label ?? ""
                shown: line.cell(index).shown
                visible: !line.arrangement?.alone[index]
                width: place?.width ?? 0
                x: place?.x ?? 0
                y: (place?.line ?? 0) * Theme.row

                onEdited: text => line.fields.setCell(line.field, line.index, index, text)
                onRestored: line.fields.restore(line.field + "/" + line.index + "/" + index)
            }
        }
        Button {
            anchors.right: remove.left
            height: Theme.row
            pictogram: "ui-eye"
            small: true
            tip: qsTr("What if this row goes?")
            tone: "quiet"
            visible: line.asks
            width: 22

            onClicked: line.fields.supposeWithout(line.field, line.index)
        }
        Button {
            id: remove

            anchors.right: parent.right
            height: Theme.row
            pictogram: "ui-close"
            small: true
            tip: qsTr("Remove the row")
            tone: "quiet"
            width: 22

            onClicked: line.fields.removeRow(line.field, line.index)
        }
    }
    Label {
        bottomPadding: Theme.space2
        color: Theme.error
        font: Theme.caption
        leftPadding: Theme.space3
        text: line.error
        visible: line.error !== ""
        width: parent.width
        wrapMode: Text.Wrap
    }
    Repeater {
        model: line.remarkAt >= 0 ? 1 : 0

        CellEditor {
            choices: []
            editor: "line"
            error: line.cell(line.remarkAt).error
            font: Theme.caption
            implicitHeight: Theme.rowCompact
            ink: Theme.muted
            label: line.columns[line.remarkAt].label
            lineHeight: Theme.rowCompact
            placeholderText: line.columns[line.remarkAt].label
            shown: line.cell(line.remarkAt).shown
            width: line.width

            onEdited: text => line.fields.setCell(line.field, line.index, line.remarkAt, text)
            onRestored: line.fields.restore(line.field + "/" + line.index + "/" + line.remarkAt)
        }
    }
    Repeater {
        model: line.policyAt >= 0 ? 1 : 0

        PolicyEditor {
            document: line.fields.document
            field: line.field
            label: line.label
            row: line.fields.subject
            value: line.cell(line.policyAt).text
            width: line.width

            onEdited: text => line.fields.setCell(line.field, line.index, line.policyAt, text)
            onRestored: line.fields.restore(line.field + "/" + line.index + "/" + line.policyAt)
        }
    }
}
