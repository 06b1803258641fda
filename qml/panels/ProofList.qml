pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// Questions about every request at once, each asked by one click.
Flickable {
    id: root

    required property ProofsModel proofs

    Accessible.name: qsTr("Questions")
    Accessible.role: Accessible.List
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

        Question {
            possible: root.proofs.resources.length > 0
            query: ProofsModel.OnlyThrough
            text: qsTr("Who can reach this other than through this endpoint?")

            Choice {
                Accessible.name: qsTr("Resource")
                held: root.proofs.resource
                model: root.proofs.resources
                width: (column.width - Theme.space3) / 2

                onActivated: index => root.proofs.resource = index
            }
            Choice {
                Accessible.name: qsTr("Endpoint of the resource")
                held: root.proofs.door
                model: root.proofs.doors
                width: (column.width - Theme.space3) / 2

                onActivated: index => root.proofs.door = index
            }
        }
        Question {
            possible: root.proofs.endpoints.length > 0
            query: ProofsModel.NoStranger
            text: qsTr("Can a foreign account or bucket pass this endpoint's policy?")

            Choice {
                Accessible.name: qsTr("Endpoint")
                held: root.proofs.endpoint
                model: root.proofs.endpoints
                width: (column.width - Theme.space3) / 2

                onActivated: index => root.proofs.endpoint = index
            }
        }
        Question {
            query: ProofsModel.NothingDead
            text: qsTr("Which statements are dead?")
        }
        Question {
            query: ProofsModel.NothingChanged
            text: qsTr("What changed since the last save?")
        }
    }

    component Question: Column {
        id: question

        default property alias choices: row.data
        property bool possible: true
        required property int query
        required property string text

        spacing: Theme.space2
        width: column.width

        Item {
            height: Math.max(words.height, ask.height)
            width: question.width

            Label {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                font: Theme.bodyMedium
                text: question.text
                width: parent.width - ask.width - Theme.space4
                wrapMode: Text.Wrap
            }
            Button {
                id: ask

                Accessible.name: qsTr("Ask: %1").arg(question.text)
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                checked: root.proofs.asked === question.query
                enabled: question.possible
                small: true
                text: qsTr("Ask")

                onClicked: root.proofs.prove(question.query)
            }
        }
        Row {
            id: row

            spacing: Theme.space3
            visible: children.length > 0
        }
    }
}
