pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// The way of the traced flow, a box for each stage; a click selects what decided.
Item {
    id: root

    /// Whether a stage has one line alone, to leave room for what is told below.
    property bool compact: false
    /// Its height where it is not compact.
    readonly property real full: 108
    readonly property real least: 2 * Theme.row
    required property Session session
    property string title: qsTr("Trace")
    required property TraceModel trace

    implicitHeight: root.compact ? root.least : root.full

    Row {
        id: head

        height: Theme.row
        spacing: Theme.space4
        x: Theme.space5

        Label {
            id: heading

            anchors.verticalCenter: parent.verticalCenter
            font: Theme.bodyStrong
            text: root.title
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.muted
            text: root.trace.progress
            width: Math.min(implicitWidth, root.width - heading.width - head.spacing - 2 * Theme.space5)
        }
    }
    ListView {
        id: list

        Accessible.name: qsTr("Stages of the trace")
        Accessible.role: Accessible.List
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        // What stops the flow is what is looked for.
        currentIndex: root.trace.stop
        highlightMoveDuration: 0
        leftMargin: Theme.space5
        model: root.trace
        orientation: ListView.Horizontal
        rightMargin: Theme.space5
        spacing: Theme.space4

        T.ScrollBar.horizontal: ScrollBar {
            // It would lie over the line.
            policy: root.compact ? T.ScrollBar.AlwaysOff : T.ScrollBar.AsNeeded
        }
        WheelHandler {
            onWheel: event => list.contentX = Math.max(-list.leftMargin, Math.min(list.contentWidth + list.rightMargin - list.width, list.contentX - (event.angleDelta.y + event.angleDelta.x) / 2))
        }
        delegate: HopBox {
            id: box

            compact: root.compact

            onClicked: if (subject !== "")
                root.session.flyTo(subject)

            required text

            Rectangle {
                color: box.stops ? Theme.error : Theme.privatePath
                height: Theme.strokeFlow
                visible: box.reached && box.x > 0
                width: Theme.space4
                x: -width
                y: (parent.height - height) / 2
            }
        }
    }
}
