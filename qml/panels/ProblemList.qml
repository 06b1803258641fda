pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Views

/// The findings, one of them chosen. One that goes (a fix, a preview, a filter) leaves none chosen, so that nothing is
/// marked that the inspector does not show; it is chosen again where it comes back before another one is.
ListView {
    id: root

    /// The key of the chosen finding, listed or not; empty for none.
    property string chosen: ""
    /// What it is about, and the code of its rule.
    property string chosenCode: ""
    property string chosenSubject: ""
    /// See ProblemRow.
    property real fixWidth: 172
    /// Where the chosen finding stands, or stood: the walk goes on from there.
    property int place: 0
    required property ProblemsModel problems
    property real whereWidth: 136

    signal acceptAsked(at: int)
    signal explainAsked(at: int)
    signal fixAsked(at: int)

    /// Chooses a finding and selects what it is about.
    function choose(at: int) {
        if (at < 0 || at >= root.count)
            return;
        root.currentIndex = at;
        root.note();
        root.selectSubject();
    }
    function selectSubject() {
        if (root.problems.session.primary !== root.chosenSubject)
            root.problems.session.select(root.chosenSubject);
    }
    /// Keeps in mind which finding is chosen.
    function note() {
        const row = root.currentItem as ProblemRow;
        if (!row)
            return;
        root.place = root.currentIndex;
        root.chosen = row.key;
        root.chosenCode = row.code;
        root.chosenSubject = row.subject;
    }
    /// Finds the chosen finding among the rows as they are now. One that says otherwise what is wrong is still the same.
    function keepChoice() {
        if (root.chosen === "")
            return;
        const wasGone = root.currentIndex < 0;
        const same = root.problems.rowOf(root.chosen);
        root.currentIndex = same >= 0 ? same : root.problems.rowAbout(root.chosenCode, root.chosenSubject);
        root.note();
        if (wasGone && root.currentIndex >= 0)
            root.selectSubject();
    }
    /// The finding before or behind the chosen one, or the place where that stood.
    function beside(step: int): int {
        return root.currentIndex >= 0 ? root.currentIndex + step : step > 0 ? root.place : root.place - 1;
    }
    function show(at: int) {
        root.choose(at);
        root.positionViewAtIndex(root.currentIndex, ListView.Contain);
    }
    function walk(step: int) {
        if (root.count === 0)
            return;
        root.show((root.beside(step) + root.count) % root.count);
        root.problems.flyTo(root.currentIndex);
    }

    Accessible.name: qsTr("Problems")
    Accessible.role: Accessible.List
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    currentIndex: -1
    focus: true
    highlightMoveDuration: 0
    model: root.problems
    objectName: "problemList"

    Keys.onDownPressed: root.choose(Math.min(root.beside(1), root.count - 1))
    Keys.onReturnPressed: root.problems.flyTo(root.currentIndex)
    Keys.onUpPressed: root.choose(Math.max(root.beside(-1), 0))
    T.ScrollBar.vertical: ScrollBar {}
    delegate: ProblemRow {
        current: ListView.isCurrentItem && root.activeFocus
        fixWidth: root.fixWidth
        highlighted: ListView.isCurrentItem
        whereWidth: root.whereWidth
        width: ListView.view.width

        onAccepting: root.acceptAsked(index)
        onAsked: root.explainAsked(index)
        onClicked: {
            root.choose(index);
            root.forceActiveFocus();
            root.problems.flyTo(index);
        }
        onFixed: root.fixAsked(index)
    }

    Connections {
        function onCounted() {
            root.keepChoice();
        }

        target: root.problems
    }
    Connections {
        /// What has gone from the list is not waited for any more once something else is looked at, or nothing: other
        /// than where the thing itself has gone, and the selection with it.
        function onSelectionChanged() {
            const primary = root.problems.session.primary;
            if (root.currentIndex < 0 && primary !== root.chosenSubject && (primary !== "" || root.problems.has(root.chosenSubject)))
                root.chosen = "";
        }

        target: root.problems.session
    }
}
