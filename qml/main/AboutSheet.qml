import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// What this program is.
Sheet {
    id: root

    required property Questions questions

    title: qsTr("Gatewright %1").arg(Qt.application.version)

    actions: Button {
        text: qsTr("Close")
        tone: "primary"

        onClicked: root.close()
    }

    Label {
        text: qsTr("Designs private networking on AWS, judges it while you draw, and hands it on.")
        width: parent.width
        wrapMode: Text.Wrap
    }
    Label {
        color: Theme.muted
        text: qsTr("Works offline: nothing you draw leaves this computer. Not affiliated with Amazon Web Services.")
        width: parent.width
        wrapMode: Text.Wrap
    }
}
