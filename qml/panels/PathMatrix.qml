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
    required property Session session

    /// Brings the cell of a flow into view.
    function show(flow: string) {
        const cell = root.paths.cellOf(flow);
        if (cell.y < 0)
            return;
        const left = 168 + cell.x * root.column;
        const top = (cell.y + 1) * Theme.row;
        root.contentX = Math.max(left + root.column - root.width, Math.min(root.contentX, left - 168));
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

    Connections {
        function onTracedFlowChanged() {
            root.show(root.session.tracedFlow);
        }

        target: root.session
    }
    Column {
        id: lines

        Row {
            leftPadding: 36

            PathHead {
                centred: false
                sorted: root.paths.sortedBy === "*name"
                text: qsTr("Source")
                width: 132

                onClicked: root.paths.sortedBy = sorted ? "" : "*name"
            }
            Repeater {
                model: root.paths.targetIds

                PathHead {
                    required property int index
                    required property string modelData

                    sorted: root.paths.sortedBy === modelData
                    text: root.paths.targets[index] ?? ""
                    width: root.column

                    onClicked: root.paths.sortedBy = sorted ? "" : modelData
                }
            }
        }
        Repeater {
            model: root.paths

            Item {
                id: line

                required property list<var> cells
                required property string label
                required property string pictogram

                height: Theme.row
                width: root.contentWidth

                Pictogram {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.muted
                    name: line.pictogram
                    x: Theme.space5
                }
                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    text: line.label
                    width: 128
                    x: 36
                }
                Repeater {
                    model: line.cells

                    PathCellItem {
                        required property int index
                        required property var modelData

                        chosen: flow !== "" && root.session.tracedFlow === flow
                        flow: modelData.flow
                        more: modelData.more
                        source: line.label
                        target: root.paths.targets[index] ?? ""
                        tone: modelData.tone
                        way: modelData.way
                        width: root.column - Theme.space2
                        x: 168 + index * root.column + Theme.space1
                        y: (line.height - height) / 2

                        onClicked: root.session.tracedFlow = chosen ? "" : flow
                        onDoubleClicked: root.session.select(flow)
                    }
                }
            }
        }
    }
}
