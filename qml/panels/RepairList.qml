pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// What would make the traced flow as it is wanted; the one in preview is drawn on the canvas until kept or dropped.
Column {
    id: root

    required property RepairsModel repairs

    Accessible.name: qsTr("Repairs of the traced flow")
    Accessible.role: Accessible.List

    Repeater {
        model: root.repairs

        RepairItem {
            visible: root.repairs.previewed < 0
            width: root.width

            onApplied: root.repairs.apply(index)
            onPreviewed: root.repairs.preview(index)
        }
    }
    Item {
        height: preview.height + 2 * Theme.space3
        visible: root.repairs.previewed >= 0
        width: root.width

        Hairline {
            width: parent.width
        }
        FixPreview {
            id: preview

            changes: root.repairs.changes
            width: parent.width - 2 * Theme.space5
            x: Theme.space5
            y: Theme.space3

            onDropped: root.repairs.drop()
            onKept: root.repairs.keep()
        }
    }
}
