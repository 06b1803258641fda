import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// What is open, and whether it is saved. As wide for every name and state: what stands beside it is aimed at.
Item {
    id: root

    required property Document document
    required property Session session
    readonly property int unapplied: root.session.unapplied.length

    implicitHeight: Theme.control

    Label {
        id: title

        anchors.verticalCenter: parent.verticalCenter
        font: Theme.bodyStrong
        // What every design ends in says nothing of this one.
        text: root.document.title.replace(/\.gatewright\.json$/, "")
        width: Math.min(implicitWidth, root.width - (saved.text === "" ? 0 : saved.width + Theme.space4))
    }
    Label {
        id: saved

        anchors.verticalCenter: parent.verticalCenter
        color: root.document.proposing ? Theme.accentText : root.unapplied > 0 ? Theme.error : Theme.muted
        text: root.document.proposing ? qsTr("Preview") : root.unapplied === 1 ? qsTr("1 text not applied") : root.unapplied > 1 ? qsTr("%1 texts not applied").arg(root.unapplied) : root.document.modified ? qsTr("Not saved") : "" + root.document.file === "" ? "" : qsTr("Saved")
        x: title.width + Theme.space4
    }
}
