import QtQuick
import QtQuick.Templates as T
import Gatewright.Theme

/// What the parent is, half a second after the pointer came to rest on it.
T.ToolTip {
    id: root

    /// More lines than these are cut.
    property int lines: 3
    required property bool shown

    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent | T.Popup.CloseOnReleaseOutsideParent
    delay: 500
    horizontalPadding: Theme.space4
    implicitHeight: contentHeight + topPadding + bottomPadding
    implicitWidth: Math.min(contentWidth, 256) + leftPadding + rightPadding
    margins: Theme.space3
    verticalPadding: Theme.space3
    visible: root.shown && root.text !== ""
    x: parent ? (parent.width - implicitWidth) / 2 : 0
    y: parent ? parent.height + Theme.space3 : 0

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
}
