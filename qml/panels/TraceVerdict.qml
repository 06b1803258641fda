pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// How the traced flow fares, in a sentence, with every reason.
Item {
    id: root

    required property Session session
    required property TraceModel trace
    readonly property color ink: colors.ink

    Accessible.name: qsTr("%1 to %2: %3").arg(root.trace.from).arg(root.trace.to).arg(root.trace.verdict)
    Accessible.role: Accessible.StaticText

    ToneColors {
        id: colors

        tone: root.trace.tone
    }
    Hairline {
        height: parent.height
    }
    Flickable {
        id: view

        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: column.height + 2 * Theme.space4

        T.ScrollBar.vertical: ScrollBar {}

        Column {
            id: column

            spacing: Theme.space3
            width: view.width - 2 * Theme.space5
            x: Theme.space5
            y: Theme.space3

            Item {
                height: Theme.control
                width: parent.width

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    font: Theme.bodyStrong
                    text: root.trace.from + " → " + root.trace.to
                    width: parent.width - pill.width - Theme.space4
                }
                Rectangle {
                    id: pill

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    color: colors.soft
                    height: 22
                    radius: Theme.radiusControl
                    width: pillText.implicitWidth + Theme.iconInline + 3 * Theme.space3

                    ToneIcon {
                        anchors.verticalCenter: parent.verticalCenter
                        tone: root.trace.tone
                        x: Theme.space3
                    }
                    Label {
                        id: pillText

                        anchors.verticalCenter: parent.verticalCenter
                        color: root.ink
                        font: Theme.bodyMedium
                        text: root.trace.verdict
                        x: Theme.iconInline + 2 * Theme.space3
                    }
                }
            }
            Label {
                color: Theme.accent
                text: qsTr("Imagined: %1").arg(root.trace.supposed)
                visible: root.trace.supposed !== ""
                width: parent.width
                wrapMode: Text.Wrap
            }
            Label {
                color: Theme.muted
                text: root.trace.call
                visible: text !== ""
                width: parent.width
            }
            Label {
                text: root.trace.summary
                width: parent.width
                wrapMode: Text.Wrap
            }
            Repeater {
                model: root.trace.reasons

                Row {
                    id: reason

                    required property string modelData

                    spacing: Theme.space3

                    Label {
                        color: root.ink
                        text: "•"
                    }
                    Label {
                        color: root.ink
                        text: reason.modelData
                        width: column.width - 16
                        wrapMode: Text.Wrap
                    }
                }
            }
            Button {
                small: true
                text: qsTr("Show the flow's fields")
                tone: "quiet"

                onClicked: root.session.select(root.trace.flow)
            }
        }
    }
}
