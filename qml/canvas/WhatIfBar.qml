pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// Chooses what is supposed and lists the flows that it changes: a preview that leaves the design as it is. What comes
/// of it the legend says.
Rectangle {
    id: root

    /// Whether it stands in a bar of others, and needs no frame while the list is closed.
    property bool docked: false
    /// Whether it is ended here; a zone comes up again by the choice.
    readonly property bool ends: root.session.supposes && whatIf.zone === 0
    readonly property bool framed: !root.docked || list.open
    /// What it takes with the list closed, at most.
    readonly property real needed: (whatIf.choosesZone ? zones.implicitWidth + row.spacing : 0) + flows.implicitWidth + (root.ends ? close.implicitWidth + row.spacing : 0) + 2 * Theme.space4
    required property real room
    required property Session session

    Accessible.description: whatIf.title === "" ? "" : qsTr("%1: %2").arg(whatIf.title).arg(whatIf.summary)
    Accessible.name: qsTr("What if")
    Accessible.role: Accessible.ToolBar
    border.color: !root.framed ? "transparent" : root.session.supposes ? Theme.borderStrong : Theme.border
    color: root.framed ? Theme.raised : "transparent"
    height: column.implicitHeight + 2 * (root.framed ? Theme.space2 : 1)
    radius: Theme.radiusCard
    visible: root.session.supposes || whatIf.choosesZone
    width: Math.min(root.room, (list.open ? Math.max(row.implicitWidth, 360) : row.implicitWidth) + 2 * Theme.space4)

    WhatIfModel {
        id: whatIf

        session: root.session

        onRefreshed: if (whatIf.count === 0)
            list.open = false
    }
    Column {
        id: column

        spacing: Theme.space2
        width: parent.width - 2 * Theme.space4
        x: Theme.space4
        y: root.framed ? Theme.space2 : 1

        // Above the row, which stays where it is.
        ChangeList {
            id: list

            property bool open: false

            changes: whatIf
            height: visible ? Math.min(contentHeight, 8 * Theme.rowCompact) : 0
            session: root.session
            visible: open
            width: parent.width
        }
        Row {
            id: row

            readonly property real wordsRoom: root.room - 2 * Theme.space4 - zones.width - close.width - 2 * row.spacing

            height: Theme.control
            spacing: Theme.space4

            Choice {
                id: zones

                Accessible.name: qsTr("Zone that is down")
                held: whatIf.zone
                model: whatIf.zones
                visible: whatIf.choosesZone
                width: visible ? implicitWidth : 0

                onActivated: index => whatIf.zone = index
            }
            Label {
                Accessible.name: text
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.muted
                text: root.session.supposes ? whatIf.summary : qsTr("Choose a zone to see what breaks")
                // Of an answer the legend tells.
                visible: whatIf.title === ""
                width: Math.max(0, Math.min(implicitWidth, row.wordsRoom))
            }
            Button {
                id: flows

                checked: list.open
                text: list.open ? qsTr("Hide flows") : qsTr("Show flows")
                tone: "quiet"
                visible: whatIf.count > 0
                width: visible ? implicitWidth : 0

                onClicked: list.open = !list.open
            }
            Button {
                id: close

                Accessible.name: qsTr("End what-if")
                pictogram: "ui-close"
                tip: qsTr("End what-if (Esc)")
                tone: "quiet"
                visible: root.ends
                width: visible ? implicitWidth : 0

                onClicked: root.session.endWhatIf()
            }
        }
    }
}
