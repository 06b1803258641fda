pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// The tables of a security group, route table or network ACL that decides about the packets of the thing inspected.
Column {
    id: root

    required property Document document
    required property Session session
    required property string subject

    spacing: Theme.space3

    FieldsModel {
        id: fields

        document: root.document
        subject: root.subject
    }
    Row {
        spacing: Theme.space3

        Pictogram {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.muted
            name: fields.pictogram
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            font: Theme.bodyStrong
            text: fields.title
            width: Math.min(implicitWidth, root.width - 72)
        }
        Button {
            small: true
            text: qsTr("Show")
            tip: qsTr("Inspect %1").arg(fields.title)
            tone: "quiet"

            onClicked: root.session.select(root.subject)
        }
    }
    Repeater {
        model: fields

        Column {
            id: entry

            required property var cells
            required property var columns
            required property string editor
            required property string help
            required property string key
            required property string label

            visible: entry.editor === "table" && entry.key !== "tags"
            width: root.width

            Repeater {
                model: entry.visible ? 1 : 0

                FieldTable {
                    cells: entry.cells
                    columns: entry.columns
                    fields: fields
                    help: entry.help
                    key: entry.key
                    label: entry.label
                    width: entry.width
                }
            }
        }
    }
}
