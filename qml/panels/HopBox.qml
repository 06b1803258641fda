import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme

/// One stage of a trace: what was asked, and what decided.
T.AbstractButton {
    id: root

    /// Whether it has one line alone: the tip has the rest.
    property bool compact: false
    required property string detail
    required property string name
    required property int outcome
    required property bool reached
    required property string stage
    required property string subject
    readonly property bool stops: root.outcome === 1
    readonly property real textWidth: root.compact ? head.implicitWidth : Math.max(head.implicitWidth, detailText.implicitWidth - 24, nameText.implicitWidth - 24)

    Accessible.description: root.text
    Accessible.name: root.stage
    Accessible.role: Accessible.Button
    implicitHeight: root.compact ? Theme.controlSmall : 64
    implicitWidth: Math.max(root.compact ? 0 : 112, Math.min(root.compact ? 260 : 190, root.textWidth + 24 + 2 * Theme.space4 + 2))

    background: Rectangle {
        border.color: root.stops ? Theme.error : root.hovered ? Theme.borderStrong : Theme.border
        color: root.stops ? Theme.errorSoft : Theme.surface
        opacity: root.reached || root.stops ? 1 : 0.6
        radius: Theme.radiusCard

        FocusRing {
            visible: root.visualFocus
        }
    }
    contentItem: Column {
        leftPadding: Theme.space4
        topPadding: root.compact ? Theme.space1 : Theme.space3

        Row {
            spacing: Theme.space3

            Pictogram {
                anchors.verticalCenter: parent.verticalCenter
                color: root.stops ? Theme.error : root.outcome === 0 ? (root.reached ? Theme.ok : Theme.muted) : root.outcome === 2 ? Theme.unknown : Theme.muted
                name: root.stops ? "ui-blocked" : root.outcome === 0 ? (root.reached ? "ui-ok" : "ui-check") : root.outcome === 2 ? "ui-unknown" : "ui-minus"
                size: Theme.iconInline
            }
            Label {
                id: head

                color: root.compact && root.stops ? Theme.error : Theme.text
                font: Theme.bodyStrong
                text: root.compact && root.stops && root.detail !== "" ? qsTr("%1: %2").arg(root.stage).arg(root.detail) : root.stage
                width: Math.min(implicitWidth, root.width - 24 - 2 * Theme.space4)
            }
        }
        Label {
            id: detailText

            color: root.stops ? Theme.error : Theme.muted
            visible: !root.compact
            text: root.outcome === 3 ? qsTr("not asked") : root.detail !== "" ? root.detail : root.outcome === 0 ? (root.reached ? qsTr("passed") : qsTr("would pass")) : root.outcome === 2 ? qsTr("unknown") : qsTr("blocked")
            width: root.width - 2 * Theme.space4
        }
        Label {
            id: nameText

            color: Theme.muted
            font: Theme.mono
            text: root.name
            visible: !root.compact
            width: root.width - 2 * Theme.space4
        }
    }

    Tip {
        lines: 9
        shown: root.hovered
        text: root.text
    }
}
