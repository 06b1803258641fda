import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// How one source fares with one target; a dot where nothing is wanted.
T.AbstractButton {
    id: root

    property bool chosen: false
    required property string flow
    required property int more
    required property string source
    required property string target
    required property int tone
    required property string way

    Accessible.name: root.flow === "" ? qsTr("%1 to %2: nothing wanted").arg(root.source).arg(root.target) : root.tone === PathsModel.Intruding ? qsTr("%1 to %2: %3, meant to be blocked").arg(root.source).arg(root.target).arg(root.way) : qsTr("%1 to %2: %3").arg(root.source).arg(root.target).arg(root.way)
    Accessible.role: Accessible.Button
    enabled: root.flow !== ""
    implicitHeight: Theme.rowCompact

    background: Rectangle {
        border.color: root.chosen ? Theme.accent : root.hovered && root.enabled ? Theme.borderStrong : "transparent"
        border.width: root.chosen ? 2 : 1
        color: root.flow === "" ? "transparent" : colors.soft
        radius: Theme.radiusSmall

        FocusRing {
            inside: true
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        ToneColors {
            id: colors

            tone: root.tone
        }
        Row {
            anchors.centerIn: parent
            spacing: Theme.space2
            visible: root.flow !== ""

            ToneIcon {
                anchors.verticalCenter: parent.verticalCenter
                tone: root.tone
            }
            Label {
                color: colors.ink
                font: Theme.caption
                text: root.more > 0 ? root.way + " +" + root.more : root.way
            }
        }
        Label {
            anchors.centerIn: parent
            color: Theme.faint
            text: "·"
            visible: root.flow === ""
        }
    }
}
