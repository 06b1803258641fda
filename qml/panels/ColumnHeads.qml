pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// The headings of a table that is a field; what a column is for comes up under the pointer.
Rectangle {
    id: root

    required property var columns
    /// The column that has no heading; -1 for none.
    required property int remarkAt
    required property var widths

    color: Theme.sunken
    implicitHeight: Theme.rowCompact
    radius: Theme.radiusControl

    Row {
        Repeater {
            model: root.columns

            TableHead {
                id: head

                required property int index
                required property var modelData

                leftPadding: Theme.space3
                text: head.modelData.label
                visible: head.index !== root.remarkAt
                width: root.widths[head.index]

                HoverHandler {
                    id: pointer
                }
                Tip {
                    shown: pointer.hovered
                    text: head.modelData.label + "\n" + head.modelData.help
                }
            }
        }
    }
}
