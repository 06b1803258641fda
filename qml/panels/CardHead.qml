import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// What a card is about, and how it is closed.
Item {
    id: root

    required property string text
    required property string tip

    signal closed

    implicitHeight: title.implicitHeight

    Label {
        id: title

        bottomPadding: Theme.space3
        font: Theme.bodyStrong
        text: root.text
        topPadding: Theme.space5
        width: close.x - x - Theme.space3
        wrapMode: Text.Wrap
        x: Theme.space5
    }
    Button {
        id: close

        anchors.margins: Theme.space3
        anchors.right: parent.right
        anchors.top: parent.top
        pictogram: "ui-close"
        small: true
        tip: root.tip
        tone: "quiet"

        onClicked: root.closed()
    }
}
