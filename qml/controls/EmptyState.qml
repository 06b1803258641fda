import QtQuick
import Gatewright.Theme

/// What stands where a list has nothing to show: one sentence, and one button where something can be done.
Column {
    id: root

    property string action: ""
    required property string sentence

    signal acted

    padding: Theme.space5
    spacing: Theme.space4

    Label {
        color: Theme.muted
        text: root.sentence
        width: root.width - 2 * root.padding
        wrapMode: Text.Wrap
    }
    Button {
        text: root.action
        visible: root.action !== ""

        onClicked: root.acted()
    }
}
