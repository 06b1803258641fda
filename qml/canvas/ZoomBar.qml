import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// Out, the zoom itself (a click shows 100 %), in, and everything.
Rectangle {
    id: root

    required property Commands commands
    required property Session session

    border.color: Theme.border
    color: Theme.raised
    height: Theme.control
    radius: Theme.radiusControl
    width: row.implicitWidth + 2

    Row {
        id: row

        anchors.centerIn: parent

        ZoomButton {
            command: root.commands.named("view.zoomOut")
        }
        ZoomButton {
            command: root.commands.named("view.zoom100")
            text: Math.round(root.session.zoom * 100) + " %"
            width: 56
        }
        ZoomButton {
            command: root.commands.named("view.zoomIn")
        }
        ZoomButton {
            command: root.commands.named("view.fit")
        }
    }

    component ZoomButton: Button {
        required property Command command

        Accessible.name: command.label
        pictogram: text === "" ? command.icon : ""
        small: true
        tip: command.label
        tone: "quiet"

        onClicked: command.run()
    }
}
