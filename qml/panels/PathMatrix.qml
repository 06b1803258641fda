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

    Accessible.name: qsTr("Private-path matrix")
    Accessible.role: Accessible.Table
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: lines.height + Theme.space5
    contentWidth: Math.max(width, 190 + root.column * root.paths.targets.length)

    T.ScrollBar.horizontal: ScrollBar {}
    T.ScrollBar.vertical: ScrollBar {}

    Column {
        id: lines

        Row {
            leftPadding: 168

            Repeater {
                model: root.paths.targets

                TableHead {
                    required property string modelData

                    height: Theme.row
                    horizontalAlignment: Text.AlignHCenter
                    text: modelData
                    width: root.column
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
