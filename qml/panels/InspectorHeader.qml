import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// What is inspected: its pictogram, name and kind.
Item {
    id: root

    required property string kind
    required property string pictogram
    required property string title

    implicitHeight: Math.max(70, words.implicitHeight + 2 * Theme.space4)

    Pictogram {
        id: sign

        anchors.verticalCenter: parent.verticalCenter
        color: Theme.text
        name: root.pictogram
        size: Theme.iconStart
        x: Theme.space5
    }
    Column {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x - Theme.space5
        x: sign.x + sign.width + Theme.space5

        Label {
            font: Theme.title
            text: root.title
            width: parent.width
        }
        Label {
            color: Theme.muted
            maximumLineCount: 2
            text: root.kind
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
}
