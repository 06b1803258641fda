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
    readonly property bool asks: root.fields !== null && root.fields.asksWithout(root.key)
    required property string label
    /// Names and blocks need more room than numbers and words of one syllable.
    readonly property var weights: root.columns.map(column => column.editor === "blockOrReference" || column.editor === "reference" || column.editor === "references" ? 2.2 : column.editor === "number" ? 0.9 : column.editor === "switch" ? 1.2 : 1.3)
    /// What a row says of itself stands below its other cells, over the whole width.
    readonly property int remarkAt: root.columns.findIndex(column => column.key === "description")
    readonly property real room: root.width - (root.asks ? 46 : 24)
    readonly property real weight: root.weights.reduce((sum, each, at) => at === root.remarkAt ? sum : sum + each, 0)
    readonly property var widths: root.weights.map((each, at) => Math.floor(at === root.remarkAt ? root.room : root.room * each / root.weight))

    spacing: Theme.space2

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
            anchors.right: parent.right
            pictogram: "ui-plus"
            small: true
            text: qsTr("Row")
            tip: qsTr("Add a row to %1").arg(root.label)
            tone: "quiet"

            onClicked: {
                root.drafting = true;
                draft.start();
            }
        }
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
                columns: root.columns
                remarkAt: root.remarkAt
                width: parent.width
                widths: root.widths
            }
            Repeater {
                model: root.cells

                TableLine {
                    asks: root.asks
                    columns: root.columns
                    field: root.key
                    fields: root.fields
                    label: root.label
                    remarkAt: root.remarkAt
                    width: lines.width
                    widths: root.widths
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
            DraftRow {
                id: draft

                columns: root.columns
                visible: root.drafting
                widths: root.widths
                width: lines.width

                onAdded: cells => {
                    root.drafting = !root.fields.addRow(root.key, cells);
                    draft.error = root.fields.refusalOf(root.key + "/new");
                }
                onDropped: root.drafting = false
            }
        }
    }
}
