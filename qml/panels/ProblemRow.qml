pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme

/// One finding: what is wrong, where, and the best way to put it right.
T.ItemDelegate {
    id: root

    required property string accepted
    required property string code
    property bool current: false
    /// 0 where what explains the finding beside the list has its fixes.
    property real fixWidth: 172
    required property var fixes
    required property string howToFix
    required property int index
    required property string key
    required property string message
    required property int severity
    required property string source
    /// Id of the thing it is about.
    required property string subject
    required property string title
    required property string until
    required property string where
    property real whereWidth: 136
    required property string why

    signal accepting
    signal asked
    signal fixed

    Accessible.description: qsTr("%1, at %2").arg(root.code).arg(root.where)
    Accessible.name: root.message
    Accessible.role: Accessible.ListItem
    focusPolicy: Qt.NoFocus
    implicitHeight: Math.max(Theme.row, words.implicitHeight + 2 * Theme.space2, fix.visible ? fix.implicitHeight + 2 * Theme.space2 : 0)

    background: Rectangle {
        color: root.highlighted ? Theme.selection : root.hovered ? Theme.hover : "transparent"

        FocusRing {
            inside: true
            visible: root.current
        }
        Hairline {
            anchors.bottom: parent.bottom
            visible: !root.highlighted
            width: parent.width
        }
    }

    Tip {
        shown: root.hovered && words.truncated
        text: words.text
    }

    contentItem: Item {
        opacity: root.accepted === "" ? 1 : 0.6

        // No handler: with one, the row would take every button for a click.
        MouseArea {
            acceptedButtons: Qt.RightButton
            anchors.fill: parent

            onClicked: root.accepting()
        }
        SeverityIcon {
            anchors.verticalCenter: parent.verticalCenter
            severity: root.severity
            x: Theme.space5
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            color: root.highlighted ? Theme.selectionText : Theme.muted
            font: Theme.mono
            text: root.code
            width: 64
            x: 38
        }
        Label {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            color: root.highlighted ? Theme.selectionText : Theme.text
            maximumLineCount: 2
            text: root.accepted === "" ? root.message : qsTr("%1 (accepted: %2)").arg(root.message).arg(root.accepted)
            width: parent.width - x - root.whereWidth - root.fixWidth - 64
            wrapMode: Text.Wrap
            x: 108
        }
        Label {
            anchors.right: parent.right
            anchors.rightMargin: root.fixWidth + 50
            anchors.verticalCenter: parent.verticalCenter
            color: root.highlighted ? Theme.selectionText : Theme.muted
            elide: Text.ElideMiddle
            text: root.where
            width: root.whereWidth
        }
        Button {
            id: fix

            anchors.right: parent.right
            anchors.rightMargin: root.fixWidth + 44 - width
            anchors.verticalCenter: parent.verticalCenter
            focusPolicy: Qt.NoFocus
            pictogram: "ui-fix"
            small: true
            text: root.fixes[0] ?? ""
            tip: qsTr("%1 (Ctrl+.)").arg(text)
            visible: root.fixes.length > 0 && root.fixWidth > 0
            width: Math.min(implicitWidth, root.fixWidth)
            wraps: true

            onClicked: root.fixed()
        }
        Row {
            anchors.right: parent.right
            anchors.rightMargin: Theme.space3
            anchors.verticalCenter: parent.verticalCenter

            Button {
                focusPolicy: Qt.NoFocus
                pictogram: "ui-more"
                small: true
                tip: qsTr("Explain, and every fix with its preview")
                tone: "quiet"

                onClicked: root.asked()
            }
        }
    }
}
