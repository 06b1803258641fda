import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// An answer in a word and a sentence. `outcome`: 0 yes, 1 no, 2 not known, 3 open.
Item {
    id: root

    property bool drawable: false
    required property int outcome
    required property string sentence
    required property string word
    readonly property color ink: root.outcome === 0 ? Theme.ok : root.outcome === 1 ? Theme.error : root.outcome === 2 ? Theme.unknown : Theme.text

    signal drawn

    Accessible.name: qsTr("%1: %2").arg(root.word).arg(root.sentence)
    Accessible.role: Accessible.StaticText
    implicitHeight: Math.max(Theme.control, sentence.height)

    Rectangle {
        id: pill

        color: root.outcome === 0 ? Theme.okSoft : root.outcome === 1 ? Theme.errorSoft : root.outcome === 2 ? Theme.unknownSoft : Theme.sunken
        height: 22
        radius: Theme.radiusControl
        width: word.implicitWidth + Theme.iconInline + 3 * Theme.space3
        y: 3

        Pictogram {
            anchors.verticalCenter: parent.verticalCenter
            color: root.ink
            name: root.outcome === 0 ? "ui-ok" : root.outcome === 1 ? "ui-blocked" : root.outcome === 2 ? "ui-unknown" : "ui-arrow"
            size: Theme.iconInline
            x: Theme.space3
        }
        Label {
            id: word

            anchors.verticalCenter: parent.verticalCenter
            color: root.ink
            font: Theme.bodyMedium
            text: root.word
            x: Theme.iconInline + 2 * Theme.space3
        }
    }
    Label {
        id: sentence

        font: Theme.bodyStrong
        text: root.sentence
        width: root.width - x - (show.visible ? show.width + Theme.space4 : 0)
        wrapMode: Text.Wrap
        x: pill.width + Theme.space4
        y: 5
    }
    Button {
        id: show

        anchors.right: parent.right
        small: true
        text: qsTr("Show on the canvas")
        visible: root.drawable
        y: 2

        onClicked: root.drawn()
    }
}
