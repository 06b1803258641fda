import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// What stands over the columns of the list of problems.
Item {
    id: root

    required property real fixWidth
    required property real whereWidth

    height: Theme.rowCompact

    TableHead {
        text: qsTr("Rule")
        x: 38
    }
    TableHead {
        text: qsTr("What is wrong")
        x: 108
    }
    TableHead {
        anchors.right: parent.right
        anchors.rightMargin: root.fixWidth + 50
        text: qsTr("Where")
        width: root.whereWidth
    }
    TableHead {
        anchors.right: parent.right
        anchors.rightMargin: 44
        text: qsTr("Quick fix")
        visible: root.fixWidth > 0
        width: root.fixWidth
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
