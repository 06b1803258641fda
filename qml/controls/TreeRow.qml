import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme

/// One line of a tree. `severity` is the worst finding at or (where folded) below it, -1 for none; `counted` how many a
/// folder holds, 0 shows nothing.
T.ItemDelegate {
    id: root

    property int counted: 0
    property bool current: false
    property int depth: 0
    property bool expandable: false
    property bool expanded: false
    property string pictogram: ""
    property int severity: -1

    signal folded

    Accessible.name: root.text
    Accessible.role: Accessible.TreeItem
    font: Theme.body
    implicitHeight: Theme.rowCompact

    background: Rectangle {
        color: root.highlighted ? Theme.selection : root.hovered ? Theme.hover : "transparent"

        FocusRing {
            inside: true
            visible: root.visualFocus || root.current
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
                gesturePolicy: TapHandler.ReleaseWithinBounds
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
            visible: root.pictogram !== ""
            x: chevron.x + chevron.width + Theme.space2
        }
        Label {
            id: name

            anchors.verticalCenter: parent.verticalCenter
            color: root.highlighted ? Theme.selectionText : Theme.text
            // Names are read from their beginning; flows that begin alike end otherwise.
            elide: root.text.includes(" → ") ? Text.ElideMiddle : Text.ElideRight
            // Somewhat smaller before anything is cut.
            font: measured.advanceWidth + 1 > name.width ? Theme.caption : root.font
            text: root.text
            width: parent.width - x - trailing.width - Theme.space5 - (trailing.width > 0 ? Theme.space3 : 0)
            x: sign.visible ? sign.x + sign.width + Theme.space3 : sign.x

            TextMetrics {
                id: measured

                font: root.font
                text: root.text
            }
        }
        Row {
            id: trailing

            anchors.right: parent.right
            anchors.rightMargin: Theme.space5
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space3

            Label {
                color: Theme.muted
                font: Theme.caption
                text: root.counted
                visible: root.counted > 0
            }
            SeverityIcon {
                severity: root.severity
                size: Theme.iconInline
                visible: root.severity >= 0
            }
        }
    }

    Tip {
        shown: root.hovered && name.truncated
        text: root.text
    }
}
