pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// A finding beside the thing it is about, with what puts it right.
Rectangle {
    id: root

    /// The reason for which it is accepted; empty where it is not.
    required property string accepted
    required property string code
    required property var fixes
    required property string howToFix
    required property string message
    required property int severity
    required property string source
    property bool told: false
    required property string why

    signal fixed(int fix)

    Accessible.name: root.message
    Accessible.role: Accessible.StaticText
    color: root.accepted !== "" ? Theme.sunken : root.severity === 2 ? Theme.errorSoft : root.severity === 1 ? Theme.warningSoft : Theme.hintSoft
    implicitHeight: column.height + 2 * Theme.space4
    radius: Theme.radiusCard

    SeverityIcon {
        opacity: root.accepted === "" ? 1 : 0.6
        severity: root.severity
        size: Theme.iconPalette
        x: Theme.space4
        y: Theme.space4
    }
    Column {
        id: column

        spacing: Theme.space3
        width: parent.width - x - Theme.space4
        x: Theme.space4 + Theme.iconPalette + Theme.space4
        y: Theme.space4

        Label {
            font: Theme.bodyStrong
            text: root.message
            width: parent.width
            wrapMode: Text.Wrap
        }
        Label {
            text: root.accepted === "" ? root.howToFix : qsTr("Accepted: %1").arg(root.accepted)
            visible: text !== ""
            width: parent.width
            wrapMode: Text.Wrap
        }
        Label {
            color: Theme.muted
            text: root.why + "\n" + root.code + " · " + root.source
            visible: root.told
            width: parent.width
            wrapMode: Text.Wrap
        }
        Flow {
            spacing: Theme.space3
            width: parent.width

            Repeater {
                model: root.accepted === "" ? root.fixes : []

                Button {
                    required property int index
                    required property string modelData

                    pictogram: "ui-fix"
                    small: true
                    text: modelData
                    width: Math.min(implicitWidth, column.width)
                    wraps: true

                    onClicked: root.fixed(index)
                }
            }
            Button {
                checked: root.told
                small: true
                text: root.told ? qsTr("Less") : qsTr("Explain")
                tone: "quiet"

                onClicked: root.told = !root.told
            }
        }
    }
}
