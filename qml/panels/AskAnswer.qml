pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// The verdict, what decides, and what each policy that was asked has to do with it.
Flickable {
    id: root

    required property AskModel ask
    readonly property bool isWide: root.width >= 840
    required property Session session

    Accessible.name: qsTr("Answer")
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
            text: root.ask.problem
            visible: root.ask.problem !== ""
            width: parent.width
            wrapMode: Text.Wrap
        }
        AnswerHead {
            drawable: true
            outcome: root.ask.outcome
            sentence: root.ask.summary
            visible: root.ask.answered
            width: parent.width
            word: root.ask.verdict

            onDrawn: root.ask.draw()
        }
        Grid {
            id: grid

            readonly property real cell: root.isWide ? (column.width - spacing) / 2 : column.width

            columns: root.isWide ? 2 : 1
            spacing: Theme.space6
            visible: root.ask.answered

            Column {
                spacing: Theme.space3
                width: grid.cell

                TableHead {
                    text: qsTr("What decides")
                }
                Repeater {
                    model: root.ask.reasons

                    AskReason {
                        required property var modelData

                        name: modelData.stage
                        outcome: modelData.outcome
                        subject: modelData.subject
                        text: modelData.text
                        width: grid.cell

                        onChosen: id => root.session.flyTo(id)
                    }
                }
                Repeater {
                    model: root.ask.missing

                    Label {
                        required property string modelData

                        color: Theme.unknown
                        text: qsTr("Missing: %1").arg(modelData)
                        width: grid.cell
                        wrapMode: Text.Wrap
                    }
                }
                Label {
                    color: Theme.muted
                    font: Theme.mono
                    text: Array.from(root.ask.context).join("\n")
                    visible: text !== ""
                    width: grid.cell
                    wrapMode: Text.Wrap
                }
            }
            Column {
                spacing: Theme.space3
                width: grid.cell

                TableHead {
                    text: qsTr("Policies that were asked")
                }
                Label {
                    color: Theme.muted
                    text: qsTr("None that is drawn has a say.")
                    visible: root.ask.policies.length === 0
                    width: grid.cell
                    wrapMode: Text.Wrap
                }
                Repeater {
                    model: root.ask.policies

                    AskedPolicyItem {
                        required property var modelData

                        policy: modelData
                        width: grid.cell

                        onChosen: id => root.session.select(id)
                    }
                }
            }
        }
    }
}
