import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// The tabs of the bottom panel, and what narrows down the list that is shown.
Rectangle {
    id: root

    required property AskPanel ask
    /// Between the tabs and what narrows down the list.
    readonly property rect free: Qt.rect(tabs.width + Theme.space4, 0, Math.max(0, root.freeEnd - tabs.width - 2 * Theme.space4), root.height)
    readonly property real freeEnd: problemFilter.visible ? problemFilter.x : pathChoice.visible ? pathChoice.x : askChoice.visible ? askChoice.x : fold.x
    required property PathsModel paths
    required property ProblemsModel problems
    required property Session session

    signal chosen(tab: string)

    color: Theme.panel
    height: Theme.tabBar

    Row {
        id: tabs

        Tab {
            checked: root.session.bottomTab === "problems"
            count: root.problems.errors + root.problems.warnings + root.problems.hints
            counted: count === 1 ? qsTr("1 problem open") : qsTr("%1 problems open").arg(count)
            text: qsTr("Problems")

            onClicked: root.chosen("problems")
        }
        Tab {
            checked: root.session.bottomTab === "paths"
            count: root.paths.unwantedFlows
            counted: count === 1 ? qsTr("1 flow is not as wanted") : qsTr("%1 flows are not as wanted").arg(count)
            text: root.paths.supposed === "" ? qsTr("Paths") : qsTr("Paths, imagined")

            onClicked: root.chosen("paths")
        }
        Tab {
            checked: root.session.bottomTab === "ask"
            text: qsTr("Ask")

            onClicked: root.chosen("ask")
        }
        Tab {
            checked: root.session.bottomTab === "spec"
            text: qsTr("Spec")

            onClicked: root.chosen("spec")
        }
    }
    SearchField {
        id: problemFilter

        anchors.right: fold.left
        anchors.rightMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        height: Theme.controlSmall
        lineHeight: Theme.controlSmall
        pictogram: "ui-filter"
        placeholderText: qsTr("Filter problems")
        text: root.problems.filter
        visible: root.session.bottomTab === "problems"
        width: 170

        onTextChanged: root.problems.filter = text
    }
    Segment {
        id: pathChoice

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
        text: root.paths.filter
        visible: root.session.bottomTab === "paths" && root.paths.flows > 0
        width: 170

        onTextChanged: root.paths.filter = text
    }
    Segment {
        id: askChoice

        Accessible.name: qsTr("What is asked about")
        anchors.right: fold.left
        anchors.rightMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        current: root.ask.proving ? 1 : 0
        height: Theme.controlSmall
        options: [qsTr("One request"), qsTr("Every request")]
        visible: root.session.bottomTab === "ask"

        onChosen: index => root.ask.proving = index === 1
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
