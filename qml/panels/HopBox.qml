import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme

/// One stage of a trace: what was asked, and what decided.
T.AbstractButton {
    id: root

    required property string detail
    required property string name
    required property int outcome
    required property bool reached
    required property string stage
    required property string subject
    readonly property bool stops: root.outcome === 1

    Accessible.description: root.text
    Accessible.name: root.stage
    Accessible.role: Accessible.Button
    implicitHeight: 64
    implicitWidth: Math.max(112, Math.min(190, Math.max(head.implicitWidth + 24, detailText.implicitWidth, nameText.implicitWidth) + 2 * Theme.space4 + 2))

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
        topPadding: Theme.space3

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

                font: Theme.bodyStrong
                text: root.stage
            }
        }
        Label {
            id: detailText

            color: root.stops ? Theme.error : Theme.muted
            text: root.outcome === 3 ? qsTr("not asked") : root.detail !== "" ? root.detail : root.outcome === 0 ? (root.reached ? qsTr("passed") : qsTr("would pass")) : root.outcome === 2 ? qsTr("unknown") : qsTr("blocked")
            width: root.width - 2 * Theme.space4
        }
        Label {
            id: nameText

            color: Theme.muted
            font: Theme.mono
            text: root.name
            width: root.width - 2 * Theme.space4
        }
    }

    Tip {
        lines: 9
        shown: root.hovered
        text: root.text
    }
}
