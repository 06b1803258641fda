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
    /// The finding whose fix is in preview, or was and is to be chosen again when it comes back; empty once the fix is
    /// done, or another finding chosen.
    property string looked: ""
    property bool previewing: false
    required property ProblemsModel problems
    required property ProblemRow row
    readonly property string rowKey: root.row?.key ?? ""

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
        root.looked = root.row?.key ?? "";
        root.previewing = true;
        root.changes = root.problems.previewFix(root.index, fix);
        root.previewing = true;
        // The button that asked for it is gone.
        if (asked)
            explanation.focusPreview();
    }
    /// Takes over what the row says. While its fix is in preview the finding goes from the list: what it said stays.
    function tell() {
        if (root.previewing || !root.row)
            return;
        title.text = root.row.title;
        explanation.why = root.row.why;
        explanation.howToFix = root.row.howToFix;
        explanation.source = root.row.code + " · " + root.row.source;
        explanation.fixes = root.row.fixes;
    }
    function stop() {
        if (root.previewing)
            root.problems.dropPreview();
        root.previewing = false;
    }

    Accessible.name: qsTr("Explanation")
    Accessible.role: Accessible.Pane
    color: Theme.panel

    onRowChanged: root.tell()
    onRowKeyChanged: root.tell()
    // The row may have become another one during a preview that was kept.
    onVisibleChanged: {
        if (root.visible)
            root.tell();
        else
            root.stop();
    }

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
    Label {
        id: title

        bottomPadding: Theme.space3
        font: Theme.bodyStrong
        topPadding: Theme.space5
        width: close.x - x - Theme.space3
        wrapMode: Text.Wrap
        x: Theme.space5
    }
    Button {
        id: close

        anchors.margins: Theme.space3
        anchors.right: parent.right
        anchors.top: parent.top
        pictogram: "ui-close"
        small: true
        tip: qsTr("Close the explanation")
        tone: "quiet"

        onClicked: root.closed()
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
        anchors.top: title.bottom
        contentHeight: explanation.height + Theme.space5

        onContentHeightChanged: view.showAcceptance()

        ProblemExplanation {
            id: explanation

            accepted: root.row?.accepted ?? ""
            changes: root.changes
            fixes: []
            harm: root.harm
            howToFix: ""
            index: root.index
            previewing: root.previewing
            problems: root.problems
            source: ""
            until: root.row?.until ?? ""
            why: ""
            width: view.width - 2 * Theme.space5
            x: Theme.space5

            onApplied: fix => {
                root.looked = "";
                root.problems.applyFix(root.index, fix);
            }
            onDropped: root.stop()
            onKept: {
                root.looked = "";
                root.previewing = false;
                root.problems.keepPreview();
                root.closed();
            }
            onLooked: fix => root.look(fix)
        }
    }
}
