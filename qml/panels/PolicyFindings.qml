pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// What is wrong with a policy: a click goes there, the button mends it in the text.
Column {
    id: root

    /// Why it is no policy; empty where it can be read.
    required property string error
    required property PolicySyntax syntax

    signal chosen(from: int, to: int)
    signal fixed

    Accessible.name: qsTr("What is wrong with the policy")
    Accessible.role: Accessible.List
    spacing: Theme.space1

    Row {
        spacing: Theme.space3
        visible: root.error !== ""

        Pictogram {
            color: Theme.error
            name: "ui-error"
            size: Theme.iconInline
            y: 1
        }
        Label {
            color: Theme.error
            font: Theme.caption
            text: root.error
            width: root.width - Theme.iconInline - Theme.space3
            wrapMode: Text.Wrap
        }
    }
    Repeater {
        model: root.error === "" ? root.syntax.findings : []

        T.ItemDelegate {
            id: entry

            required property int index
            required property var modelData

            Accessible.name: qsTr("Line %1, %2: %3").arg(entry.modelData.line).arg(entry.modelData.code).arg(entry.modelData.message)
            // A click leaves the focus in the text, whose draft is not done yet.
            focusPolicy: Qt.TabFocus
            implicitHeight: column.height + 2 * Theme.space2
            width: root.width

            Keys.onEnterPressed: entry.clicked()
            Keys.onReturnPressed: entry.clicked()

            background: Rectangle {
                color: entry.hovered ? Theme.hover : "transparent"
                radius: Theme.radiusControl

                FocusRing {
                    inside: true
                    visible: entry.visualFocus
                }
            }
            contentItem: Item {
                SeverityIcon {
                    severity: entry.modelData.severity
                    size: Theme.iconInline
                    x: Theme.space2
                    y: Theme.space2 + 1
                }
                Column {
                    id: column

                    spacing: Theme.space1
                    width: parent.width - x - Theme.space2
                    x: Theme.space2 + Theme.iconInline + Theme.space3
                    y: Theme.space2

                    Label {
                        font: Theme.caption
                        text: entry.modelData.message
                        width: parent.width
                        wrapMode: Text.Wrap
                    }
                    Label {
                        color: Theme.muted
                        font: Theme.caption
                        text: qsTr("%1 · line %2").arg(entry.modelData.code).arg(entry.modelData.line)
                        width: parent.width
                    }
                    Button {
                        focusPolicy: Qt.TabFocus
                        small: true
                        text: entry.modelData.fix
                        visible: entry.modelData.fix !== ""
                        width: Math.min(implicitWidth, parent.width)

                        onClicked: {
                            root.syntax.applyFix(entry.index);
                            root.fixed();
                        }
                    }
                }
            }

            onClicked: root.chosen(entry.modelData.from, entry.modelData.to)
        }
    }
}
