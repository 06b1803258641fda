import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme

/// A verb and its object. `tone`: "default", "primary" (one in a region), "quiet" (no border).
T.Button {
    id: root

    property string pictogram: ""
    property bool small: false
    property string tip: ""
    property string tone: "default"
    /// Whether words that have no room on one line take further ones; else they are cut.
    property bool wraps: false
    readonly property real lineHeight: root.small ? Theme.controlSmall : Theme.control
    readonly property color inkColor: !root.enabled ? Theme.disabled : root.tone === "primary" ? Theme.accentInk : root.checked ? Theme.accentText : Theme.text

    /// What a click does, for keys that Templates leave alone.
    function press() {
        if (root.checkable)
            root.toggle();
        root.clicked();
    }

    Accessible.name: root.text !== "" ? root.text : root.tip
    Accessible.role: Accessible.Button
    Keys.onEnterPressed: root.press()
    Keys.onReturnPressed: root.press()
    font: Theme.bodyMedium
    horizontalPadding: root.text === "" ? (root.lineHeight - Theme.iconControl) / 2 : root.small ? Theme.space4 : 10
    implicitHeight: Math.max(root.lineHeight, root.wraps ? implicitContentHeight + 2 * Theme.space2 : 0)
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    verticalPadding: 0

    background: Rectangle {
        border.color: root.tone === "default" ? Theme.border : "transparent"
        border.width: root.tone === "default" ? 1 : 0
        color: root.tone === "primary" ? (root.enabled ? root.down ? Qt.darker(Theme.accent, 1.15) : Theme.accent : Theme.pressed) : root.checked ? Theme.selection : root.down ? Theme.pressed : root.hovered ? Theme.hover : root.tone === "default" ? Theme.raised : "transparent"
        radius: Theme.radiusControl

        FocusRing {
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        id: content

        readonly property real signWidth: root.pictogram === "" ? 0 : sign.width + (root.text === "" ? 0 : row.spacing)

        implicitHeight: row.implicitHeight
        implicitWidth: signWidth + (root.text === "" ? 0 : words.implicitWidth)

        Row {
            id: row

            anchors.centerIn: parent
            spacing: Theme.space3

            Pictogram {
                id: sign

                anchors.verticalCenter: parent.verticalCenter
                color: root.inkColor
                name: root.pictogram
                size: root.small ? Theme.iconInline : Theme.iconControl
                visible: root.pictogram !== ""
            }
            Label {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                color: root.inkColor
                font: root.font
                maximumLineCount: 3
                text: root.text
                visible: root.text !== ""
                // A button that is given less room than it wants cuts its words.
                width: Math.min(implicitWidth, root.availableWidth - content.signWidth)
                wrapMode: root.wraps ? Text.Wrap : Text.NoWrap
            }
        }
    }

    Tip {
        shown: root.hovered
        text: root.tip
    }
}
