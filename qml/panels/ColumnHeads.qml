pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// The headings of a table that is a field; what a column is for comes up under the pointer.
Rectangle {
    id: root

    required property TableColumns arrangement
    required property var columns

    color: Theme.sunken
    implicitHeight: (root.arrangement?.lines ?? 1) * Theme.rowCompact
    radius: Theme.radiusControl

    Repeater {
        model: root.columns.length

        TableHead {
            id: head

            required property int index
            readonly property var column: root.columns[index]
            readonly property var place: root.arrangement?.places[index]

            Accessible.description: head.column?.help ?? ""
            Accessible.name: head.text
            Accessible.role: Accessible.ColumnHeader
            leftPadding: Theme.space3
            text: head.column?.label ?? ""
            visible: !root.arrangement?.alone[head.index]
            width: head.place?.width ?? 0
            x: head.place?.x ?? 0
            y: (head.place?.line ?? 0) * Theme.rowCompact

            HoverHandler {
                id: pointer
            }
            Tip {
                shown: pointer.hovered
                text: (head.truncated ? head.text + ": " : "") + (head.column?.help ?? "")
            }
        }
    }
}
