pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// Who does what with which resource, and by which way.
Column {
    id: root

    required property AskModel ask

    /// Goes to the first part that is not said yet.
    function focusEmpty() {
        const empty = root.ask.who === "" ? who : root.ask.resource === "" ? resource : action;
        empty.focusField();
    }

    spacing: Theme.space3

    AskField {
        id: who

        choices: root.ask.people
        error: root.ask.whoError
        label: qsTr("Principal")
        prompt: qsTr("Role, workload or ARN")
        shown: root.ask.whoShown
        width: root.width

        onChosen: value => root.ask.who = value
    }
    AskField {
        id: resource

        choices: root.ask.resources
        error: root.ask.resourceError
        label: qsTr("Resource")
        prompt: qsTr("Resource or ARN")
        shown: root.ask.resourceShown
        width: root.width

        onChosen: value => root.ask.resource = value
    }
    AskField {
        id: action

        choices: root.ask.actions
        label: qsTr("Action")
        mono: true
        prompt: qsTr("Such as s3:GetObject")
        shown: root.ask.action
        width: root.width

        onChosen: value => root.ask.action = value
    }
    Item {
        height: Theme.control
        width: root.width

        Label {
            color: Theme.muted
            height: parent.height
            text: qsTr("Path")
            width: 64
        }
        Choice {
            Accessible.name: qsTr("Path")
            held: root.ask.way
            model: root.ask.ways
            width: parent.width - x
            x: 68

            onActivated: index => root.ask.way = index
        }
    }
}
