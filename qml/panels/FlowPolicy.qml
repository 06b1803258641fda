pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// Makes a policy from the flows of the design, looked at before it is done.
Column {
    id: root

    required property Document document
    required property string field
    required property string row

    spacing: Theme.space3
    topPadding: Theme.space3
    visible: made.possible

    FlowPolicyModel {
        id: made

        document: root.document
        field: root.field
        row: root.row
    }
    Button {
        enabled: !root.document.proposing && !root.document.judging
        pictogram: "ui-fix"
        small: true
        text: qsTr("Least privilege from flows")
        tip: qsTr("Looks at a policy that allows exactly what the flows of this design need")
        visible: !made.proposed

        onClicked: made.propose()
    }
    Label {
        color: Theme.muted
        text: made.problem
        visible: text !== ""
        width: root.width
        wrapMode: Text.Wrap
    }
    // Where the button was, so that nothing is to be looked for.
    Row {
        spacing: Theme.space3
        visible: made.proposed

        Button {
            small: true
            text: qsTr("Apply")
            tone: "primary"

            onClicked: made.keep()
        }
        Button {
            small: true
            text: qsTr("Leave as it is")

            onClicked: made.drop()
        }
    }
    Repeater {
        model: made.changes

        Label {
            required property string modelData

            color: modelData.startsWith("+") ? Theme.accentText : Theme.muted
            font: Theme.mono
            text: modelData
            width: root.width
            wrapMode: Text.Wrap
        }
    }
}
