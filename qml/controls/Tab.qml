import QtQuick
import QtQuick.Templates as T
import Gatewright.Theme

/// The handle of one of several views in the same place. `count` 0 shows no pill.
T.TabButton {
    id: root

    property int count: 0
    /// What is counted, "5 problems"; empty where the tab's own word says it.
    property string counted: ""

    Accessible.description: root.count > 0 ? root.counted : ""
    Accessible.name: root.text
    Accessible.role: Accessible.PageTab
    // A click leaves the keys where they were.
    focusPolicy: Qt.TabFocus
    implicitHeight: Theme.tabBar
    implicitWidth: implicitContentWidth + 2 * Theme.space5

    background: Item {
        Rectangle {
            anchors.bottom: parent.bottom
            color: root.checked ? Theme.accent : root.hovered ? Theme.borderStrong : "transparent"
            height: 2
            width: parent.width
        }
        FocusRing {
            inside: true
            visible: root.visualFocus
        }
    }
    Tip {
        shown: root.hovered && root.count > 0
        text: root.counted
    }

    contentItem: Item {
        implicitWidth: row.implicitWidth

        Row {
            id: row

            anchors.centerIn: parent
            spacing: Theme.space3

            Label {
                anchors.verticalCenter: parent.verticalCenter
                color: root.checked ? Theme.text : Theme.muted
                font: Theme.bodyMedium
                text: root.text
            }
            CountPill {
                anchors.verticalCenter: parent.verticalCenter
                count: root.count
                visible: root.count > 0
            }
        }
    }
}
