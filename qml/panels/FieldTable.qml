pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// A field that is a table: rules, routes, entries, tags. Each cell is edited where it stands.
Column {
    id: root

    required property var cells
    required property var columns
    property bool drafting: false
    required property FieldsModel fields
    /// Rows that AWS keeps in the table by itself.
    required property var given
    required property string help
    required property string key
    /// Whether the tables of things that are edited together differ: a new row goes into each.
    property bool mixed: false
    readonly property bool asks: root.fields !== null && root.fields.asksWithout(root.key)
    required property string label
    readonly property TableColumns arrangement: TableColumns {
        cells: root.cells
        columns: root.columns
        room: root.width - (root.asks ? 46 : 24)
        width: root.width - 2
    }

    /// The new row, or what stood there, is done with. Nobody types into what is hidden: the focus goes where a further
    /// row is asked for.
    function close() {
        add.forceActiveFocus(Qt.TabFocusReason);
        root.drafting = false;
    }
    function keep(cells: list<string>) {
        const place = root.key + "/new";
        if (root.fields.addRow(root.key, cells))
            root.showLast();
        else
            (draft.itemAt(0) as DraftRow).refuse(root.fields.refusalOf(place), root.fields.faultOf(place));
    }
    function showLast() {
        root.close();
        Within.scrollerOf(root)?.follow(rows.itemAt(rows.count - 1));
    }

    /// As keep(), with the focus left where it is while the row stays.
    function handIn(cells: list<string>) {
        const row = draft.itemAt(0) as DraftRow;
        if (!row)
            return;
        if (!root.fields.addRow(root.key, cells))
            row.tell(root.fields.refusalOf(root.key + "/new"), root.fields.faultOf(root.key + "/new"));
        else if (row.holdsFocus())
            root.close();
        else
            root.drafting = false;
    }

    spacing: Theme.space2

    // What was refused is still there to be put right.
    Component.onCompleted: root.drafting = root.fields.draftOf(root.key + "/new").length > 0

    Item {
        height: Theme.rowCompact
        width: root.width

        FieldHead {
            color: Theme.text
            font: Theme.bodyStrong
            height: parent.height
            help: root.help
            text: root.label
        }
        Button {
            id: add

            Accessible.name: add.tip
            anchors.right: parent.right
            pictogram: "ui-plus"
            small: true
            text: qsTr("Row")
            tip: qsTr("Add a row to %1").arg(root.label)
            tone: "quiet"

            onClicked: {
                root.drafting = true;
                (draft.itemAt(0) as DraftRow).start();
            }
        }
    }
    Label {
        color: Theme.faint
        text: qsTr("mixed: a new row goes into each")
        visible: root.mixed
    }
    Rectangle {
        border.color: Theme.border
        color: Theme.surface
        height: lines.height + 2
        radius: Theme.radiusControl
        visible: root.cells.length > 0 || root.given.length > 0 || root.drafting
        width: root.width

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
                    onAdded: cells => root.keep(cells)
                    onDropped: {
                        root.fields.restore(root.key + "/new");
                        root.close();
                    }
                    onHandedIn: cells => root.handIn(cells)
                }
            }
        }
    }
}
