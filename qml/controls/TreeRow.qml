import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme

/// One line of a tree. `severity` is the worst finding at or (where folded) below it, -1 for none.
T.ItemDelegate {
    id: root

    property int depth: 0
    property bool expandable: false
    property bool expanded: false
    property string pictogram: ""
    property int severity: -1

    signal folded

    Accessible.name: root.text
    Accessible.role: Accessible.TreeItem
    implicitHeight: Theme.rowCompact

    background: Rectangle {
        color: root.highlighted ? Theme.selection : root.hovered ? Theme.hover : "transparent"

        FocusRing {
            inside: true
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        Pictogram {
            id: chevron

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.muted
            name: root.expanded ? "ui-chevron-down" : "ui-chevron-right"
            size: Theme.iconInline
            visible: root.expandable
            x: Theme.space4 + root.depth * 14

            TapHandler {
                margin: 5

                onTapped: root.folded()
            }
        }
        Pictogram {
            id: sign

            anchors.verticalCenter: parent.verticalCenter
            color: root.highlighted ? Theme.selectionText : Theme.muted
            name: root.pictogram
            size: Theme.iconControl
            x: chevron.x + chevron.width + Theme.space2
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            color: root.highlighted ? Theme.selectionText : Theme.text
            text: root.text
            width: parent.width - x - Theme.space8
            x: sign.x + sign.width + Theme.space3
        }
        SeverityIcon {
            anchors.right: parent.right
            anchors.rightMargin: Theme.space5
            anchors.verticalCenter: parent.verticalCenter
            severity: root.severity
            size: Theme.iconInline
        }
    }
}
