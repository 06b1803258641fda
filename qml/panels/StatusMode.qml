import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// Says that the canvas shows a change which is not done, or puts one flow forward, and how to leave that. It stands
/// where it covers nothing.
Item {
    id: root

    readonly property bool proposing: root.session.document.proposing
    /// What there is at most, pixels: a flow may be called anything.
    required property real room
    required property Session session

    Accessible.name: words.text
    Accessible.role: root.proposing ? Accessible.AlertMessage : Accessible.StatusBar
    implicitHeight: Theme.controlSmall
    implicitWidth: words.width + (close.visible ? close.width : 0) + 2 * Theme.space4
    objectName: "statusMode"
    visible: root.proposing || root.session.tracedFlow !== ""

    Rectangle {
        anchors.fill: parent
        anchors.margins: 1
        border.color: root.proposing ? Theme.accent : Theme.borderStrong
        color: root.proposing ? Theme.accent : Theme.raised
        radius: Theme.radiusControl
    }
    Label {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        color: root.proposing ? Theme.accentInk : Theme.text
        elide: Text.ElideMiddle
        font: root.proposing ? Theme.bodyMedium : Theme.body
        text: root.proposing ? qsTr("Preview: nothing is changed yet. Esc leaves it.") : qsTr("Tracing %1 · Esc").arg(root.session.tracedName)
        width: Math.max(0, Math.min(implicitWidth, root.room - (close.visible ? close.width : 0) - 2 * Theme.space4))
        x: Theme.space4
    }
    Button {
        id: close

        Accessible.name: qsTr("End the trace")
        anchors.right: parent.right
        anchors.rightMargin: 2
        anchors.verticalCenter: parent.verticalCenter
        height: Theme.controlSmall - 4
        objectName: "endTrace"
        pictogram: "ui-close"
        small: true
        tip: qsTr("End the trace (Esc)")
        tone: "quiet"
        visible: !root.proposing

        onClicked: root.session.tracedFlow = ""
    }
}
