pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// Counts of the whole design, always in sight; a click shows what they count.
Rectangle {
    id: root

    required property Document document
    readonly property int found: root.problems.errors + root.problems.warnings + root.problems.hints
    required property PathsModel paths
    required property ProblemsModel problems
    required property Session session

    function show(tab: string) {
        root.session.bottomOpen = true;
        root.session.bottomTab = tab;
    }

    Accessible.name: qsTr("Status")
    Accessible.role: Accessible.StatusBar
    color: Theme.panel
    implicitHeight: Theme.statusBar

    Hairline {
        width: parent.width
    }
    Row {
        id: counts

        anchors.left: parent.left
        anchors.leftMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space2

        StatusPart {
            name: qsTr("Problems")
            // Where nothing is drawn, or could be opened, nothing has been found right.
            visible: root.found > 0 || !root.document.empty

            onClicked: root.show("problems")

            StatusCount {
                color: Theme.error
                severity: 2
                text: root.problems.errors === 1 ? qsTr("1 error") : qsTr("%1 errors").arg(root.problems.errors)
                visible: root.problems.errors > 0
            }
            StatusCount {
                color: Theme.warning
                severity: 1
                text: root.problems.warnings === 1 ? qsTr("1 warning") : qsTr("%1 warnings").arg(root.problems.warnings)
                visible: root.problems.warnings > 0
            }
            StatusCount {
                color: Theme.hint
                severity: 0
                text: root.problems.hints === 1 ? qsTr("1 hint") : qsTr("%1 hints").arg(root.problems.hints)
                visible: root.problems.hints > 0
            }
            StatusCount {
                color: Theme.ok
                pictogram: "ui-ok"
                text: qsTr("No problems")
                visible: root.found === 0
            }
        }
        Hairline {
            anchors.verticalCenter: parent.verticalCenter
            height: 14
            visible: flows.visible
        }
        // What is shown is said first where something is that is not done.
        PathCounts {
            id: flows

            paths: root.paths
            visible: root.paths.flows > 0 && !mode.proposing

            onClicked: root.show("paths")
        }
    }
    Row {
        id: told

        anchors.right: parent.right
        anchors.rightMargin: Theme.space5
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space6

        StatusMode {
            id: mode

            anchors.verticalCenter: parent.verticalCenter
            room: root.width - counts.x - counts.width - told.anchors.rightMargin - Theme.space5 - (judging.visible ? judging.width + told.spacing : 0)
            session: root.session
        }
        Label {
            id: judging

            color: Theme.muted
            text: qsTr("Judging …")
            visible: root.document.judging
        }
        Label {
            color: Theme.muted
            text: qsTr("F8 next problem")
            // Counts go first where not both have room.
            visible: root.problems.count > 0 && !mode.visible && counts.x + counts.width + implicitWidth + Theme.space6 < root.width
        }
    }
}
