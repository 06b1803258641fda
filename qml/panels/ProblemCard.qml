pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
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

    signal closed

    /// Asks why the finding is accepted.
    function ask() {
        view.contentY = Math.max(0, view.contentHeight - view.height);
        accept.ask();
    }
    /// Shows what the fix would do, on the canvas and in words.
    function look(fix: int) {
        root.harm = root.problems.harmOf(root.index, fix);
        root.previewing = true;
        root.changes = root.problems.previewFix(root.index, fix);
        root.previewing = true;
    }
    function stop() {
        if (root.previewing)
            root.problems.dropPreview();
        root.previewing = false;
    }

    Accessible.name: qsTr("Explanation")
    Accessible.role: Accessible.Pane
    color: Theme.panel

    // The finding goes from the list while its fix is in preview: what it says stays.
    onRowChanged: if (!root.previewing && root.row) {
        text.title = root.row.title;
        text.why = root.row.why;
        text.howToFix = root.row.howToFix;
        text.source = root.row.code + " · " + root.row.source;
        text.fixes = root.row.fixes;
    }
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
    QtObject {
        id: text

        property var fixes: []
        property string howToFix
        property string source
        property string title
        property string why
    }
    Hairline {
        height: parent.height
    }
    Flickable {
        id: view

        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: column.height + 2 * Theme.space5
        interactive: false

        onContentHeightChanged: if (accept.asking)
            view.contentY = Math.max(0, view.contentHeight - view.height)

        T.ScrollBar.vertical: ScrollBar {}

        WheelHandler {
            onWheel: event => view.contentY = Math.max(0, Math.min(view.contentHeight - view.height, view.contentY - event.angleDelta.y / 2))
        }
        Column {
            id: column

            spacing: Theme.space4
            width: parent.width - 2 * Theme.space5
            x: Theme.space5
            y: Theme.space5

            Label {
                font: Theme.bodyStrong
                text: text.title
                width: parent.width - Theme.controlSmall
                wrapMode: Text.Wrap
            }
            FixPreview {
                changes: root.changes
                harm: root.harm
                visible: root.previewing
                width: parent.width

                onDropped: root.stop()
                onKept: {
                    root.previewing = false;
                    root.problems.keepPreview();
                    root.closed();
                }
            }
            Repeater {
                model: root.previewing ? [] : text.fixes

                FixRow {
                    width: column.width

                    onApplied: root.problems.applyFix(root.index, index)
                    onPreviewed: root.look(index)
                }
            }
            Label {
                text: text.why
                width: parent.width
                wrapMode: Text.Wrap
            }
            Label {
                text: text.howToFix
                visible: text !== ""
                width: parent.width
                wrapMode: Text.Wrap
            }
            Label {
                color: Theme.muted
                font: Theme.caption
                text: text.source
                width: parent.width
                wrapMode: Text.Wrap
            }
            Hairline {
                visible: accept.visible
                width: parent.width
            }
            AcceptForm {
                id: accept

                accepted: root.row?.accepted ?? ""
                until: root.row?.until ?? ""
                visible: !root.previewing
                width: parent.width

                onGiven: (reason, until) => {
                    accept.error = root.problems.accept(root.index, reason, until);
                    if (accept.error === "")
                        accept.clear();
                }
                onWithdrawn: root.problems.withdraw(root.index)
            }
        }
    }
    Button {
        anchors.margins: Theme.space3
        anchors.right: parent.right
        anchors.top: parent.top
        pictogram: "ui-close"
        small: true
        tip: qsTr("Close the explanation")
        tone: "quiet"

        onClicked: root.closed()
    }
}
