import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// What stands where nothing is drawn: how to begin, or why the file that was to be here is not.
Column {
    id: root

    /// Why the last file could not be opened; empty where none failed.
    required property string error

    signal sampleAsked
    signal vpcAsked

    spacing: Theme.space5

    Label {
        color: root.error !== "" ? Theme.error : Theme.muted
        horizontalAlignment: Text.AlignHCenter
        text: root.error !== "" ? root.error : qsTr("Nothing is drawn yet. Drag a VPC here from the left, then a subnet into it, then what runs there.")
        width: root.width
        wrapMode: Text.Wrap
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.space4

        Button {
            pictogram: "vpc"
            text: qsTr("Add a VPC")
            tone: "primary"

            onClicked: root.vpcAsked()
        }
        Button {
            text: qsTr("Open SecureCart")

            onClicked: root.sampleAsked()
        }
    }
}
