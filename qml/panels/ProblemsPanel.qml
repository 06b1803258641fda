pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Views

/// What the rules found. A click flies to the subject; F8 walks; the rest of a row explains and repairs.
FocusScope {
    id: root

    property bool explaining: false
    /// The explanation has the fixes: where it leaves little room, what is wrong has it.
    readonly property real fixWidth: card.visible && list.width < 760 ? 0 : Math.max(172, list.width * 0.24)
    required property ProblemsModel problems
    readonly property real whereWidth: Math.max(120, list.width * 0.13)

    /// Asks why the chosen finding, or else the first, is accepted.
    function accept() {
        if (list.count === 0)
            return;
        root.choose(Math.max(0, list.currentIndex));
        root.explaining = true;
        card.ask();
    }
    /// Says why the chosen finding matters; false where none is chosen, or the selection has gone elsewhere.
    function explain(): bool {
        const row = list.currentItem as ProblemRow;
        if (!row || !(list.activeFocus || row.subject === root.problems.session?.primary))
            return false;
        root.explaining = true;
        return true;
    }
    function fixCurrent() {
        if (list.currentIndex >= 0)
            root.fix(list.currentIndex);
    }
    function fix(at: int) {
        card.looked = "";
        root.problems.applyFix(at, 0);
    }
    /// Chooses as a person does: the finding whose fix was looked at is not waited for any more.
    function choose(at: int) {
        card.looked = "";
        if (list.count > 0)
            list.currentIndex = at;
    }
    /// Chooses the finding again whose fix was looked at.
    function chooseLooked() {
        const at = root.problems.rowOf(card.looked);
        if (at < 0)
            return;
        card.looked = "";
        list.currentIndex = at;
    }
    /// Shows what a fix of that finding would do, before it is done.
    function lookAt(finding: string, fix: int) {
        if (root.problems.rowOf(finding) < 0)
            root.problems.filter = "";
        list.currentIndex = root.problems.rowOf(finding);
        if (list.currentIndex < 0)
            return;
        list.positionViewAtIndex(list.currentIndex, ListView.Contain);
        root.explaining = true;
        card.look(fix);
    }
    function walk(step: int) {
        if (list.count === 0)
            return;
        root.choose((list.currentIndex + step + list.count) % list.count);
        list.positionViewAtIndex(list.currentIndex, ListView.Contain);
        root.problems.flyTo(list.currentIndex);
    }

    Accessible.name: qsTr("Problems")
    Accessible.role: Accessible.Pane

    // A fix that is done, looked at or left takes its button with it; the next finding is in the list.
    FocusHeir {
        heir: list
        scope: root
    }
    ProblemHeads {
        id: head

        fixWidth: root.fixWidth
        visible: list.count > 0
        whereWidth: root.whereWidth
        width: list.width
    }
    EmptyState {
        action: root.problems.filter !== "" ? qsTr("Clear filter") : ""
        sentence: root.problems.document.empty ? (root.problems.document.error || qsTr("Nothing is drawn yet. What the rules find will stand here.")) : root.problems.filter !== "" ? qsTr("No problem holds these words.") : qsTr("No problems. Every rule holds for what is drawn.")
        visible: list.count === 0
        width: parent.width
        // The list takes every press, with nothing in it as well.
        z: 1

        onActed: root.problems.filter = ""
    }
    ListView {
        id: list

        Accessible.name: qsTr("Problems")
        Accessible.role: Accessible.List
        activeFocusOnTab: true
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: card.visible ? card.left : parent.right
        anchors.top: head.bottom
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        currentIndex: -1
        focus: true
        highlightMoveDuration: 0
        model: root.problems
        objectName: "problemList"

        Keys.onDownPressed: root.choose(Math.min(list.currentIndex + 1, list.count - 1))
        Keys.onReturnPressed: root.problems.flyTo(list.currentIndex)
        Keys.onUpPressed: root.choose(Math.max(list.currentIndex - 1, 0))
        T.ScrollBar.vertical: ScrollBar {}
        delegate: ProblemRow {
            current: ListView.isCurrentItem && list.activeFocus
            fixWidth: root.fixWidth
            highlighted: ListView.isCurrentItem
            whereWidth: root.whereWidth
            width: ListView.view.width

            onAccepting: {
                root.choose(index);
                root.accept();
            }
            onAsked: {
                root.choose(index);
                root.explaining = true;
            }
            onClicked: {
                root.choose(index);
                list.forceActiveFocus();
                root.problems.flyTo(index);
            }
            onFixed: root.fix(index)
        }
    }
    Connections {
        /// The finding whose fix was looked at comes back when the preview ends: it is the one that is told of.
        function onRowsInserted() {
            // The list moves its own choice along with the rows first.
            if (!card.previewing && root.problems.rowOf(card.looked) >= 0)
                soon.start();
        }

        target: root.problems
    }
    Timer {
        id: soon

        interval: 0

        onTriggered: root.chooseLooked()
    }
    ProblemCard {
        id: card

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.top: parent.top
        index: list.currentIndex
        problems: root.problems
        row: list.currentItem as ProblemRow
        visible: root.explaining && list.currentIndex >= 0
        width: Math.min(420, root.width * 0.45)

        onClosed: root.explaining = false
    }
}
