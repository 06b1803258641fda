pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// What a finding rests on, what can be done about it, and what the fix in preview would change.
Column {
    id: root

    required property string accepted
    /// What the fix in preview would change.
    required property list<string> changes
    required property var fixes
    required property string harm
    required property string howToFix
    required property int index
    required property bool previewing
    required property ProblemsModel problems
    required property string source
    required property string until
    required property string why
    readonly property alias acceptance: accept

    signal applied(fix: int)
    signal dropped
    signal kept
    signal looked(fix: int)

    function focusPreview() {
        preview.focusFirst();
    }

    spacing: Theme.space4

    FixPreview {
        id: preview

        changes: root.changes
        harm: root.harm
        visible: root.previewing
        width: root.width

        onDropped: root.dropped()
        onKept: root.kept()
    }
    Repeater {
        model: root.previewing ? [] : root.fixes

        FixRow {
            width: root.width

            onApplied: root.applied(index)
            onPreviewed: root.looked(index)
        }
    }
    Label {
        text: root.why
        width: root.width
        wrapMode: Text.Wrap
    }
    Label {
        text: root.howToFix
        visible: text !== ""
        width: root.width
        wrapMode: Text.Wrap
    }
    Label {
        color: Theme.muted
        font: Theme.caption
        text: root.source
        width: root.width
        wrapMode: Text.Wrap
    }
    Hairline {
        visible: accept.visible
        width: root.width
    }
    AcceptForm {
        id: accept

        accepted: root.accepted
        until: root.until
        visible: !root.previewing
        width: root.width

        onGiven: (reason, until) => {
            accept.error = root.problems.accept(root.index, reason, until);
            if (accept.error === "")
                accept.clear();
        }
        onWithdrawn: root.problems.withdraw(root.index)
    }
}
