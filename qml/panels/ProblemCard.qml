import QtQuick
import QtQuick.Window
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// Why a finding matters, what AWS says, and every fix with what it would change. A preview is drawn on the canvas until
/// it is kept or dropped.
Rectangle {
    id: root

    required property int index
    /// What the fix in preview would change; empty without one.
    property list<string> changes
    property string harm: ""
    property bool previewing: false
    required property ProblemsModel problems
    required property ProblemRow row
    /// What the row says, anew with every change of it; nothing where there is none.
    readonly property var said: !root.row ? null : ({
            accepted: root.row.accepted,
            fixes: root.row.fixes,
            howToFix: root.row.howToFix,
            source: root.row.code + " · " + root.row.source,
            title: root.row.title,
            until: root.row.until,
            why: root.row.why
        })
    /// What is told: while its fix is in preview the finding goes from the list, and what it said stays.
    property var told: ({
            accepted: "",
            fixes: [],
            howToFix: "",
            source: "",
            title: "",
            until: "",
            why: ""
        })

    signal closed

    /// Asks why the finding is accepted.
    function ask() {
        explanation.acceptance.ask();
        view.showAcceptance();
    }
    /// Shows what the fix would do, on the canvas and in words.
    function look(fix: int) {
        const asked = view.holds(root.Window.activeFocusItem);
        root.harm = root.problems.harmOf(root.index, fix);
        root.previewing = true;
        root.changes = root.problems.previewFix(root.index, fix);
        root.previewing = true;
        // The button that asked for it is gone.
        if (asked)
            explanation.focusPreview();
    }
    function tell() {
        if (!root.previewing && root.said)
            root.told = root.said;
    }
    function stop() {
        if (root.previewing)
            root.problems.dropPreview();
        root.previewing = false;
    }

    Accessible.name: qsTr("Explanation")
    Accessible.role: Accessible.Pane
    color: Theme.panel

    // The row may have become another one during a preview.
    onPreviewingChanged: root.tell()
    onSaidChanged: root.tell()
    onVisibleChanged: if (!root.visible)
        root.stop()

    Connections {
        /// Whatever else ends the preview: Esc, an edit, undo.
        function onStateChanged() {
            if (!root.problems.document.proposing)
                root.previewing = false;
        }

        target: root.problems.document
    }
    Hairline {
        height: parent.height
    }
    CardHead {
        id: head

        text: root.told.title
        tip: qsTr("Close the explanation")
        width: parent.width

        onClosed: root.closed()
    }
    Scroller {
        id: view

        /// The form that accepts stands at the end.
        function showAcceptance() {
            if (explanation.acceptance.asking)
                view.scrollTo(view.contentHeight);
        }

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        contentHeight: explanation.height + Theme.space5

        onContentHeightChanged: view.showAcceptance()

        ProblemExplanation {
            id: explanation

            accepted: root.told.accepted
            changes: root.changes
            fixes: root.told.fixes
            harm: root.harm
            howToFix: root.told.howToFix
            index: root.index
            previewing: root.previewing
            problems: root.problems
            source: root.told.source
            until: root.told.until
            why: root.told.why
            width: view.width - 2 * Theme.space5
            x: Theme.space5

            onApplied: fix => root.problems.applyFix(root.index, fix)
            onDropped: root.stop()
            onKept: {
                root.previewing = false;
                root.problems.keepPreview();
                root.closed();
            }
            onLooked: fix => root.look(fix)
        }
    }
}
