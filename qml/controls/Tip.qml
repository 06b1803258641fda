import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme

/// What the parent is, half a second after the pointer came to rest on it. It goes with the next key or press, after a
/// while on its own, and does not come back before the pointer has been elsewhere.
T.ToolTip {
    id: root

    /// Whether it has been done away with for as long as the pointer stays.
    property bool hushed: false
    /// More lines than these are cut.
    property int lines: 2
    required property bool shown

    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent | T.Popup.CloseOnReleaseOutsideParent
    delay: 500
    horizontalPadding: Theme.space4
    implicitHeight: contentHeight + topPadding + bottomPadding
    implicitWidth: Math.min(contentWidth, 340) + leftPadding + rightPadding
    margins: Theme.space3
    // Long enough to be read.
    timeout: 5000 + 40 * root.text.length
    verticalPadding: Theme.space3
    visible: root.shown && root.text !== "" && !root.hushed
    x: parent ? (parent.width - implicitWidth) / 2 : 0
    y: parent ? parent.height + Theme.space3 : 0

    onClosed: root.hushed = root.shown
    onShownChanged: root.hushed = root.shown && !Pointing.active
    // On the canvas what is pointed at changes while the tip stays.
    onTextChanged: root.hushed = root.shown && !Pointing.active

    background: Rectangle {
        border.color: Theme.borderStrong
        color: Theme.raised
        radius: Theme.radiusControl
    }
    contentItem: Label {
        maximumLineCount: root.lines
        text: root.text
        wrapMode: Text.Wrap
    }

    Connections {
        enabled: root.shown

        function onActiveChanged() {
            if (!Pointing.active)
                root.hushed = true;
        }

        target: Pointing
    }
}
