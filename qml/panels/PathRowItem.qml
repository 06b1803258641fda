pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// One source of the matrix, and how it fares with each target.
Item {
    id: root

    required property list<var> cells
    required property real column
    required property string label
    required property string pictogram
    /// How far the matrix is scrolled sideways: the source stays in sight.
    required property real scrolled
    required property Session session
    /// Width of the column of sources.
    required property real sources
    required property var targets

    height: Theme.row

    Repeater {
        model: root.cells

        PathCellItem {
            required property int index
            required property var modelData

            chosen: flow !== "" && root.session.tracedFlow === flow
            flow: modelData.flow
            more: modelData.more
            source: root.label
            target: root.targets[index] ?? ""
            tone: modelData.tone
            way: modelData.way
            width: root.column - Theme.space2
            x: root.sources + index * root.column + Theme.space1
            y: (root.height - height) / 2

            onClicked: {
                if (!chosen)
                    root.session.select(flow);
                root.session.tracedFlow = chosen ? "" : flow;
            }
        }
    }
    Rectangle {
        color: Theme.surface
        height: root.height
        // Not square: where something moves below an opaque rectangle, the software backend does not repaint what it left.
        radius: 1
        width: root.sources
        x: root.scrolled

        Pictogram {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.muted
            name: root.pictogram
            x: Theme.space5
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: root.label
            width: parent.width - x - Theme.space2
            x: 36
        }
        Hairline {
            anchors.right: parent.right
            height: parent.height
            visible: root.scrolled > 0
        }
    }
}
