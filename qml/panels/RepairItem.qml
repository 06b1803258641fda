import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// One way to mend the traced flow: what it takes, what it costs, what it does to others.
Item {
    id: root

    required property bool breaks
    required property string cost
    required property string effect
    required property string facts
    required property int index
    required property string merits
    required property string title

    signal applied
    signal previewed

    /// Where there is little room the tip has what is not needed to choose.
    readonly property bool narrow: root.width < 700

    Accessible.description: root.facts
    Accessible.name: root.title
    Accessible.role: Accessible.ListItem
    implicitHeight: Theme.row

    Hairline {
        width: parent.width
    }
    Pictogram {
        anchors.verticalCenter: parent.verticalCenter
        color: root.index === 0 ? Theme.ok : Theme.muted
        name: "ui-fix"
        size: Theme.iconInline
        x: Theme.space5
    }
    Label {
        id: what

        anchors.verticalCenter: parent.verticalCenter
        text: root.title
        width: Math.max(0, told.x - x - Theme.space5)
        x: 42

        HoverHandler {
            id: pointed

        }
        Tip {
            lines: 6
            shown: pointed.hovered && (root.narrow || what.truncated)
            text: root.title + "\n" + root.facts
        }
    }
    Row {
        id: told

        anchors.right: buttons.left
        anchors.rightMargin: Theme.space4
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space4

        Label {
            color: Theme.muted
            text: root.merits
            visible: root.width > 900
        }
        Label {
            color: Theme.muted
            text: root.cost
            visible: text !== ""
        }
        Label {
            color: root.breaks ? Theme.warning : Theme.muted
            text: root.effect
            visible: !root.narrow || root.breaks
        }
    }
    Row {
        id: buttons

        anchors.right: parent.right
        anchors.rightMargin: Theme.space5
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space3

        Button {
            small: true
            text: qsTr("Preview")
            tone: "quiet"

            onClicked: root.previewed()
        }
        Button {
            small: true
            text: qsTr("Apply")
            tone: root.index === 0 && !root.breaks ? "primary" : "default"

            onClicked: root.applied()
        }
    }
}
