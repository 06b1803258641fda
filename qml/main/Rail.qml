import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// What stays of the inspector while it is folded away.
Rectangle {
    id: root

    required property Session session

    color: Theme.panel
    width: 44

    Hairline {
        height: parent.height
    }
    Button {
        anchors.horizontalCenter: parent.horizontalCenter
        pictogram: "ui-panel"
        tip: qsTr("Open the inspector")
        tone: "quiet"
        y: Theme.space4

        onClicked: root.session.rightOpen = true
    }
}
