import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// Says which flow is put forward while all else is faint, and how to leave that.
Rectangle {
    id: root

    /// What there is at most, pixels: a flow may be called anything.
    required property real room
    required property Session session

    Accessible.name: words.text
    Accessible.role: Accessible.StatusBar
    border.color: Theme.borderStrong
    color: Theme.raised
    height: Theme.control
    objectName: "traceMark"
    radius: Theme.radiusCard
    visible: root.session.tracedFlow !== ""
    width: row.implicitWidth + 2 * Theme.space3

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.space3

        Label {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            elide: Text.ElideMiddle
            leftPadding: Theme.space2
            text: qsTr("Tracing %1 · Esc").arg(root.session.tracedName)
            width: Math.min(implicitWidth, root.room - close.width - row.spacing - 2 * Theme.space3)
        }
        Button {
            id: close

            Accessible.name: qsTr("End the trace")
            anchors.verticalCenter: parent.verticalCenter
            height: Theme.controlSmall
            objectName: "endTrace"
            pictogram: "ui-close"
            tip: qsTr("End the trace (Esc)")
            tone: "quiet"

            onClicked: root.session.tracedFlow = ""
        }
    }
}
