pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// The tables of a security group, route table or network ACL that decides about the packets of the thing inspected.
Column {
    id: root

    required property Document document
    /// Of the thing inspected.
    required property FieldsModel fields
    required property Session session
    required property string subject

    spacing: Theme.space3
    topPadding: Theme.space4

    FieldsModel {
        id: inspected

        document: root.document
        session: root.session
        subject: root.subject
    }
    Connections {
        target: root.fields

        // These tables go with the thing.
        function onLeaving() {
            inspected.handingIn();
        }
    }
    Hairline {
        width: root.width + 2 * Theme.space5
        x: -Theme.space5
    }
    Row {
        height: Theme.control
        spacing: Theme.space3

        Pictogram {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.muted
            name: inspected.pictogram
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            font: Theme.bodyStrong
            text: inspected.title
            width: Math.min(implicitWidth, root.width - 72)
        }
        Button {
            anchors.verticalCenter: parent.verticalCenter
            small: true
            text: qsTr("Show")
            tip: qsTr("Inspect %1").arg(inspected.title)
            tone: "quiet"

            onClicked: root.session.select(root.subject)
        }
    }
    Repeater {
        model: inspected

        FieldEntry {
            fields: inspected
            visible: editor === "table" && key !== "tags"
            width: root.width
        }
    }
}
