pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// What is proved, or the request that shows otherwise.
Flickable {
    id: root

    required property ProofsModel proofs

    Accessible.name: qsTr("Proof")
    Accessible.role: Accessible.Pane
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: column.height + 2 * Theme.space4

    T.ScrollBar.vertical: ScrollBar {}

    Column {
        id: column

        spacing: Theme.space4
        width: root.width - 2 * Theme.space5
        x: Theme.space5
        y: Theme.space4

        Label {
            color: Theme.muted
            text: root.proofs.busy ? qsTr("Going through every request …") : qsTr("Choose a question. It is answered for every request that there can be: proved, refuted by one that shows otherwise, or unknown with what stands in the way.")
            visible: root.proofs.verdict < 0
            width: parent.width
            wrapMode: Text.Wrap
        }
        AnswerHead {
            drawable: root.proofs.drawable
            outcome: root.proofs.verdict
            sentence: root.proofs.summary
            visible: root.proofs.verdict >= 0
            width: parent.width
            word: root.proofs.verdictName

            onDrawn: root.proofs.draw()
        }
        Repeater {
            model: root.proofs.lines

            Label {
                required property string modelData

                font: Theme.mono
                text: modelData
                width: column.width
                wrapMode: Text.Wrap
            }
        }
        Label {
            color: Theme.muted
            text: root.proofs.reason
            visible: text !== ""
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
}
