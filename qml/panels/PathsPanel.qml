pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// The matrix of all flows, and what happens to the one that is traced.
FocusScope {
    id: root

    /// Whether matrix and trace have no room one above the other: the trace then stands beside the matrix, without the
    /// sentences of its verdict, which the inspector has.
    readonly property bool low: root.height < 260
    required property PathsModel paths
    /// Where what is told of the traced flow begins.
    readonly property real side: root.low ? Math.round(root.width * 0.42) : 0
    required property Session session
    required property TraceModel trace

    Accessible.name: qsTr("Paths")
    Accessible.role: Accessible.Pane

    EmptyState {
        sentence: qsTr("No flows yet. Press C, click a workload, then a service.")
        visible: root.paths.flows === 0
        width: parent.width
    }
    EmptyState {
        action: root.paths.filter !== "" ? qsTr("Clear filter") : ""
        sentence: qsTr("No path is as the filter asks.")
        visible: root.paths.flows > 0 && root.paths.count === 0
        width: matrix.width
        y: head.height

        onActed: root.paths.filter = ""
    }
    Row {
        id: head

        clip: true
        height: Theme.row
        spacing: Theme.space5
        visible: root.paths.flows > 0
        width: matrix.width - x
        x: Theme.space5

        Label {
            anchors.verticalCenter: parent.verticalCenter
            color: root.paths.supposed === "" ? Theme.text : Theme.accent
            font: Theme.bodyStrong
            text: root.paths.supposed === "" ? qsTr("Private-path matrix") : qsTr("Imagined: %1").arg(root.paths.supposed)
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.muted
            text: root.paths.flows === 1 ? qsTr("1 flow") : qsTr("%1 flows").arg(root.paths.flows)
            // The legend goes first where not both have room.
            visible: matrix.width > 780
        }
        Repeater {
            model: root.paths.tones

            Row {
                required property int modelData

                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.space2

                ToneIcon {
                    anchors.verticalCenter: parent.verticalCenter
                    tone: parent.modelData
                }
                Label {
                    color: Theme.muted
                    text: root.paths.toneWord(parent.modelData)
                }
            }
        }
    }
    PathMatrix {
        id: matrix

        anchors.left: parent.left
        anchors.top: head.bottom
        height: (strip.visible && !root.low ? strip.y : root.height) - y
        paths: root.paths
        session: root.session
        visible: root.paths.count > 0
        width: !root.trace.found ? root.width : root.low ? root.side : verdict.x
    }
    TraceVerdict {
        id: verdict

        anchors.bottom: matrix.bottom
        anchors.right: parent.right
        anchors.top: parent.top
        session: root.session
        trace: root.trace
        visible: root.trace.found && !root.low
        width: Math.max(280, root.width * 0.36)
    }
    Hairline {
        anchors.top: strip.top
        height: root.low ? parent.height : 1
        visible: root.trace.found
        width: root.low ? 1 : parent.width
        x: root.side
    }
    TraceStrip {
        id: strip

        // What can be done about the flow is never out of sight.
        compact: root.low && repairList.visible && root.height < strip.full + repairList.height
        height: visible ? implicitHeight : 0
        session: root.session
        title: root.low ? root.trace.verdict : qsTr("Trace")
        trace: root.trace
        // What a repair would change goes first.
        visible: root.trace.found && !(root.low && repairsOfTheFlow.previewed >= 0 && root.height < strip.least + repairList.height)
        width: root.width - x
        x: root.side
        y: root.low ? 0 : repairView.y - height
    }
    Scroller {
        id: repairView

        anchors.bottom: parent.bottom
        contentHeight: repairList.height
        height: Math.min(repairList.visible ? repairList.height : 0, root.low ? root.height - strip.height : root.height * 0.4)
        width: root.width - x
        x: root.side

        RepairList {
            id: repairList

            repairs: repairsOfTheFlow
            // What repairs the flow as it is says nothing of how it would be.
            visible: root.trace.found && root.trace.supposed === ""
            width: repairView.width
        }
    }
    RepairsModel {
        id: repairsOfTheFlow

        document: root.session.document
        flow: root.trace.flow
        session: root.session
    }
}
