import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// What is found out about the design: problems, paths, and the document itself.
FocusScope {
    id: root

    /// The key of the problem that is chosen in its list; empty for none.
    readonly property alias chosenProblem: problemsPanel.chosen
    required property Document document
    /// See BottomBar; in coordinates of this panel.
    readonly property alias free: bar.free
    required property PathsModel paths
    required property ProblemsModel problems
    required property Session session

    function show(tab: string) {
        root.session.bottomOpen = true;
        root.session.bottomTab = tab;
    }
    /// Does a command about what is shown here; false where the name is that of another.
    function handle(name: string): bool {
        if (name === "ask.request" || name === "ask.proof") {
            root.show("ask");
            if (name === "ask.request")
                askPanel.askAbout(root.session.primary);
            else
                askPanel.proveAbout(root.session.primary);
            return true;
        }
        if (name === "help.guide")
            return root.session.bottomOpen && problemsPanel.visible && problemsPanel.explain();
        if (!name.startsWith("problem."))
            return false;
        if (name === "problem.accept")
            root.accept();
        else
            root.walk(name === "problem.next" ? 1 : -1);
        return true;
    }
    /// Where the menu of the chosen problem's fixes opens; outside of the panel where its list has not the focus.
    function placeOfFixes(): point {
        return problemsPanel.visible && root.session.bottomOpen ? problemsPanel.mapToItem(root, problemsPanel.placeOfFixes()) : Qt.point(-1, -1);
    }
    function accept() {
        root.show("problems");
        problemsPanel.accept();
    }
    function walk(step: int) {
        root.show("problems");
        problemsPanel.walk(step);
    }

    Connections {
        function onFixLookedAt(finding: string, fix: int) {
            root.show("problems");
            problemsPanel.lookAt(finding, fix);
        }

        target: root.session
    }
    TraceModel {
        id: trace

        session: root.session
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    BottomBar {
        id: bar

        ask: askPanel
        paths: root.paths
        problems: root.problems
        session: root.session
        width: parent.width

        onChosen: tab => root.show(tab)
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
    // This one and the next work for who looks at them alone: not while the area is folded.
    AskPanel {
        id: askPanel

        anchors.bottom: parent.bottom
        anchors.top: bar.bottom
        session: root.session
        visible: root.session.bottomOpen && root.session.bottomTab === "ask"
        width: parent.width
    }
    SpecPanel {
        anchors.bottom: parent.bottom
        anchors.top: bar.bottom
        document: root.document
        visible: root.session.bottomOpen && root.session.bottomTab === "spec"
        width: parent.width
    }
}
