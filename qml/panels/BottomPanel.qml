import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// What is found out about the design: problems, paths, and the document itself.
FocusScope {
    id: root

    required property Document document
    required property PathsModel paths
    required property ProblemsModel problems
    required property Session session

    function show(tab: string) {
        root.session.bottomOpen = true;
        root.session.bottomTab = tab;
    }
    /// Does a command about problems; false where the name is that of another.
    function handle(name: string): bool {
        if (!name.startsWith("problem."))
            return false;
        if (name === "problem.fix")
            problemsPanel.fixCurrent();
        else
            root.walk(name === "problem.next" ? 1 : -1);
        return true;
    }
    function walk(step: int) {
        root.show("problems");
        problemsPanel.walk(step);
    }

    TraceModel {
        id: trace

        document: root.document
        flow: root.session.tracedFlow
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    Rectangle {
        id: bar

        color: Theme.panel
        height: Theme.tabBar
        width: parent.width

        Row {
            Tab {
                checked: root.session.bottomTab === "problems"
                count: root.problems.errors + root.problems.warnings + root.problems.hints
                text: qsTr("Problems")

                onClicked: root.show("problems")
            }
            Tab {
                checked: root.session.bottomTab === "paths"
                count: root.paths.unwantedFlows
                text: qsTr("Paths")

                onClicked: root.show("paths")
            }
            Tab {
                checked: root.session.bottomTab === "spec"
                text: qsTr("Spec")

                onClicked: root.show("spec")
            }
        }
        SearchField {
            anchors.right: fold.left
            anchors.rightMargin: Theme.space3
            anchors.verticalCenter: parent.verticalCenter
            height: Theme.controlSmall
            lineHeight: Theme.controlSmall
            pictogram: "ui-filter"
            placeholderText: qsTr("Filter problems")
            visible: root.session.bottomTab === "problems"
            width: 170

            onTextChanged: root.problems.filter = text
        }
        Segment {
            anchors.right: pathFilter.left
            anchors.rightMargin: Theme.space3
            anchors.verticalCenter: parent.verticalCenter
            current: root.paths.onlyUnwanted ? 1 : 0
            height: Theme.controlSmall
            options: [qsTr("All"), qsTr("Not as wanted")]
            visible: pathFilter.visible

            onChosen: index => root.paths.onlyUnwanted = index === 1
        }
        SearchField {
            id: pathFilter

            anchors.right: fold.left
            anchors.rightMargin: Theme.space3
            anchors.verticalCenter: parent.verticalCenter
            height: Theme.controlSmall
            lineHeight: Theme.controlSmall
            pictogram: "ui-filter"
            placeholderText: qsTr("Filter paths")
            visible: root.session.bottomTab === "paths" && root.paths.flows > 0
            width: 170

            onTextChanged: root.paths.filter = text
        }
        Button {
            id: fold

            anchors.right: parent.right
            anchors.rightMargin: Theme.space3
            anchors.verticalCenter: parent.verticalCenter
            pictogram: root.session.bottomOpen ? "ui-chevron-down" : "ui-chevron-right"
            small: true
            tip: root.session.bottomOpen ? qsTr("Fold the panel") : qsTr("Open the panel")
            tone: "quiet"

            onClicked: root.session.bottomOpen = !root.session.bottomOpen
        }
        Hairline {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }
    ProblemsPanel {
        id: problemsPanel

        anchors.bottom: parent.bottom
        anchors.top: bar.bottom
        problems: root.problems
        visible: root.session.bottomTab === "problems"
        width: parent.width
    }
    PathsPanel {
        anchors.bottom: parent.bottom
        anchors.top: bar.bottom
        paths: root.paths
        session: root.session
        trace: trace
        visible: root.session.bottomTab === "paths"
        width: parent.width
    }
    SpecPanel {
        anchors.bottom: parent.bottom
        anchors.top: bar.bottom
        document: root.document
        visible: root.session.bottomTab === "spec"
        width: parent.width
    }
}
