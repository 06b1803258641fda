pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// What is open, and what can be done to the whole of it.
Rectangle {
    id: root

    required property Commands commands
    required property Document document
    required property Session session

    Accessible.name: qsTr("Title bar")
    Accessible.role: Accessible.ToolBar
    color: Theme.panel
    implicitHeight: Theme.titleBar

    Row {
        id: left

        anchors.left: parent.left
        anchors.leftMargin: Theme.space5
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space4

        Pictogram {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.accent
            name: "ui-logo"
            size: Theme.iconCard
        }
        DocumentTitle {
            anchors.verticalCenter: parent.verticalCenter
            document: root.document
            session: root.session
            width: root.width < 1400 ? 232 : 260
        }
        Separator {}
        Row {
            spacing: Theme.space2

            CommandButton {
                name: "edit.undo"
                pictogram: "ui-undo"
            }
            CommandButton {
                name: "edit.redo"
                pictogram: "ui-redo"
            }
        }
        Separator {}
        Row {
            spacing: Theme.space2

            CommandButton {
                checked: root.session.tool === Session.Select
                name: "tool.select"
                pictogram: "ui-pointer"
            }
            CommandButton {
                checked: root.session.tool === Session.Hand
                name: "tool.hand"
                pictogram: "ui-hand"
            }
            CommandButton {
                checked: root.session.tool === Session.Connect
                name: "tool.connect"
                pictogram: "ui-arrow"
                text: qsTr("Flow")
            }
        }
    }
    LensSwitch {
        id: lenses

        readonly property real leftEnd: left.x + left.width + Theme.space6

        anchors.verticalCenter: parent.verticalCenter
        compact: root.width < 1400 || leftEnd + fullWidth + Theme.space6 > right.x
        session: root.session
        x: Math.max(leftEnd, (root.width - width) / 2)
    }
    Row {
        id: right

        anchors.right: parent.right
        anchors.rightMargin: Theme.space5
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space4

        CommandButton {
            name: "file.export"
            pictogram: "ui-export"
            text: qsTr("Export")
            tone: "default"
        }
        Button {
            id: more

            pictogram: "ui-more"
            tip: menu.visible ? "" : qsTr("File, view and help")
            tone: "quiet"

            onClicked: menu.popup(more, more.width - menu.implicitWidth, more.height + Theme.space2)

            MainMenu {
                id: menu

                commands: root.commands
            }
        }
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }

    component CommandButton: Button {
        readonly property Command command: root.commands.named(name)
        required property string name

        Accessible.name: command.label
        enabled: command.enabled
        tip: command.shortcutText === "" ? command.label : qsTr("%1 (%2)").arg(command.label).arg(command.shortcutText)
        tone: "quiet"

        onClicked: command.run()
    }
    component Separator: Hairline {
        anchors.verticalCenter: parent.verticalCenter
        height: Theme.space8
    }
}
