pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// A policy that was asked, with each of its statements: what it says, or which part of it speaks of something else.
Column {
    id: root

    required property var policy

    signal chosen(id: string)

    spacing: Theme.space2

    Button {
        enabled: root.policy.subject !== ""
        small: true
        text: root.policy.about === "" ? root.policy.title : root.policy.title + qsTr(", asked for ") + root.policy.about
        tip: qsTr("Show the thing that carries it")
        tone: "quiet"
        width: Math.min(implicitWidth, root.width)
        x: -leftPadding

        onClicked: root.chosen(root.policy.subject)
    }
    Repeater {
        model: root.policy.statements

        Row {
            id: statement

            readonly property color ink: !statement.modelData.decides ? Theme.muted : statement.modelData.allows ? Theme.ok : Theme.error
            required property var modelData

            Accessible.name: statement.modelData.name + " " + statement.modelData.says
            Accessible.role: Accessible.StaticText
            spacing: Theme.space3

            Pictogram {
                color: statement.ink
                name: statement.modelData.match === 1 ? (statement.modelData.allows ? "ui-ok" : "ui-blocked") : statement.modelData.match === 2 ? "ui-unknown" : "ui-minus"
                size: Theme.iconInline
                y: 2
            }
            Label {
                color: statement.modelData.match === 0 ? Theme.muted : Theme.text
                font: statement.modelData.decides ? Theme.bodyMedium : Theme.body
                text: statement.modelData.name + (statement.modelData.allows ? " (Allow) " : " (Deny) ") + statement.modelData.says
                width: root.width - Theme.iconInline - Theme.space3
                wrapMode: Text.Wrap
            }
        }
    }
}
