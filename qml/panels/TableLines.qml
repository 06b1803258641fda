pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// What a table that is a field holds: its headings, its rows, those that AWS keeps in it by itself, and the one that is
/// being written.
Rectangle {
    id: root

    required property TableColumns arrangement
    required property bool asks
    required property var cells
    required property var columns
    required property bool drafting
    required property FieldsModel fields
    required property var given
    required property string key
    required property string label

    signal added(var cells)
    signal dropped
    signal handedIn(var cells)

    /// null where none is being written.
    function draftRow(): DraftRow {
        return draft.itemAt(0) as DraftRow;
    }
    function lastLine(): Item {
        return rows.itemAt(rows.count - 1);
    }

    Accessible.name: root.label
    Accessible.role: Accessible.Table
    border.color: Theme.border
    color: Theme.surface
    height: lines.height + 2
    radius: Theme.radiusControl

    Column {
        id: lines

        width: parent.width - 2
        x: 1
        y: 1

        ColumnHeads {
            arrangement: root.arrangement
            columns: root.columns
            width: parent.width
        }
        Repeater {
            id: rows

            // Counted, so that the lines outlive what is changed in them, and the focus with them.
            model: root.cells.length

            TableLine {
                arrangement: root.arrangement
                asks: root.asks
                cells: root.cells[index] ?? []
                columns: root.columns
                field: root.key
                fields: root.fields
                label: root.label
                width: lines.width
            }
        }
        Repeater {
            model: root.given

            Label {
                required property string modelData

                color: Theme.muted
                font: Theme.mono
                height: Theme.rowCompact
                leftPadding: Theme.space3
                text: modelData
                verticalAlignment: Text.AlignVCenter
                width: lines.width

                Hairline {
                    width: parent.width
                }
            }
        }
        Repeater {
            id: draft

            model: root.drafting ? 1 : 0

            DraftRow {
                arrangement: root.arrangement
                columns: root.columns
                fields: root.fields
                held: root.fields.draftOf(root.key + "/new")
                width: lines.width

                Component.onCompleted: tell(root.fields.refusalOf(root.key + "/new"), root.fields.faultOf(root.key + "/new"))
                onAdded: cells => root.added(cells)
                onDropped: root.dropped()
                onHandedIn: cells => root.handedIn(cells)
            }
        }
    }
}
