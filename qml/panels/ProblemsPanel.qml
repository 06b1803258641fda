import QtQuick
import Gatewright.Controls
import Gatewright.Views

/// What the rules found. A click flies to the subject; F8 walks; the rest of a row explains and repairs.
FocusScope {
    id: root

    /// Its key; empty for none.
    readonly property string chosen: list.currentIndex >= 0 ? list.chosen : ""
    property bool explaining: false
    /// The explanation has the fixes: where it leaves little room, what is wrong has it.
    readonly property real fixWidth: card.visible && list.width < 760 ? 0 : Math.max(172, list.width * 0.24)
    required property ProblemsModel problems
    readonly property real whereWidth: Math.max(120, list.width * 0.13)

    /// Asks why the chosen finding, or else the first, is accepted.
    function accept() {
        if (list.count === 0)
            return;
        list.choose(Math.max(0, list.currentIndex));
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
    /// Below what the chosen row says, while the list has the focus; outside of the panel otherwise.
    function placeOfFixes(): point {
        return list.activeFocus && list.currentItem ? list.currentItem.mapToItem(root, 108, list.currentItem.height) : Qt.point(-1e6, -1e6);
    }
    /// Shows what a fix of that finding would do, before it is done.
    function lookAt(finding: string, fix: int) {
        if (root.problems.rowOf(finding) < 0)
            root.problems.filter = "";
        if (root.problems.rowOf(finding) < 0)
            return;
        list.show(root.problems.rowOf(finding));
        root.explaining = true;
        card.look(fix);
    }
    function walk(step: int) {
        list.walk(step);
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
    ProblemList {
        id: list

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: card.visible ? card.left : parent.right
        anchors.top: head.bottom
        fixWidth: root.fixWidth
        problems: root.problems
        whereWidth: root.whereWidth

        onAcceptAsked: at => {
            list.choose(at);
            root.accept();
        }
        onExplainAsked: at => {
            list.choose(at);
            root.explaining = true;
        }
        onFixAsked: at => {
            // What is put right is what is told of, and what the inspector shows.
            list.choose(at);
            root.problems.applyFix(at, 0);
        }
    }
    ProblemCard {
        id: card

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.top: parent.top
        index: list.currentIndex
        problems: root.problems
        row: list.currentItem as ProblemRow
        visible: root.explaining && (list.currentIndex >= 0 || card.previewing)
        width: Math.min(420, root.width * 0.45)

        onClosed: root.explaining = false
    }
}
