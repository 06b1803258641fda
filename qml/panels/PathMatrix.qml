pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// Sources down, targets across: which path every flow takes, or what stops it.
Flickable {
    id: root

    readonly property real column: Math.max(84, Math.min(112, (root.width - 190) / Math.max(1, root.paths.targets.length)))
    required property PathsModel paths
    /// Width of the column of sources.
    readonly property real sources: 168
    required property Session session

    /// Brings the cell of a flow into view.
    function show(flow: string) {
        const cell = root.paths.cellOf(flow);
        if (cell.y < 0)
            return;
        const left = root.sources + cell.x * root.column;
        const top = (cell.y + 1) * Theme.row;
        root.contentX = Math.max(left + root.column - root.width, Math.min(root.contentX, left - root.sources));
        root.contentY = Math.max(top + Theme.row - root.height, Math.min(root.contentY, top - Theme.row));
    }

    Accessible.name: qsTr("Private-path matrix")
    Accessible.role: Accessible.Table
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: lines.height + Theme.space5
    contentWidth: Math.max(width, 190 + root.column * root.paths.targets.length)

    T.ScrollBar.horizontal: ScrollBar {}
    T.ScrollBar.vertical: ScrollBar {}

    // What is told of the flow takes room from the matrix.
    onHeightChanged: root.show(root.session.tracedFlow)
    onWidthChanged: root.show(root.session.tracedFlow)

    Connections {
        function onTracedFlowChanged() {
            root.show(root.session.tracedFlow);
        }

        target: root.session
    }
    Column {
        id: lines

        topPadding: Theme.row

        Repeater {
            model: root.paths

            PathRowItem {
                column: root.column
                scrolled: root.contentX
                session: root.session
                sources: root.sources
                targets: root.paths.targets
                width: root.contentWidth
            }
        }
    }
    // Heads and sources stay where they are while the cells scroll.
    Item {
        height: Theme.row
        width: root.contentWidth
        y: root.contentY

        Rectangle {
            anchors.fill: parent
            color: Theme.surface
            // See PathRowItem.
            radius: 1
        }
        Repeater {
            model: root.paths.targetIds

            PathHead {
                required property int index
                required property string modelData

                sorted: root.paths.sortedBy === modelData
                text: root.paths.targets[index] ?? ""
                width: root.column
                x: root.sources + index * root.column

                onClicked: root.paths.sortedBy = sorted ? "" : modelData
            }
        }
        Rectangle {
            color: Theme.surface
            height: parent.height
            radius: 1
            width: root.sources
            x: root.contentX

            PathHead {
                centred: false
                sorted: root.paths.sortedBy === "*name"
                text: qsTr("Source")
                width: 132
                x: 36

                onClicked: root.paths.sortedBy = sorted ? "" : "*name"
            }
        }
    }
}
