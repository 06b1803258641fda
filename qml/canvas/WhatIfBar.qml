pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// What is supposed, how many flows it changes and which: a preview that leaves the design as it is.
Rectangle {
    id: root

    required property real room
    required property Session session

    Accessible.name: qsTr("What if")
    Accessible.role: Accessible.ToolBar
    border.color: root.session.supposes ? Theme.borderStrong : Theme.border
    color: Theme.raised
    height: column.implicitHeight + 2 * Theme.space2
    radius: Theme.radiusCard
    visible: root.session.supposes || whatIf.choosesZone
    width: Math.min(root.room, row.implicitWidth + 2 * Theme.space4)

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
        y: Theme.space2

        Row {
            id: row

            readonly property real wordsRoom: root.room - 2 * Theme.space4 - zones.width - flows.width - close.width - title.implicitWidth - 4 * row.spacing

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
                id: title

                Accessible.name: title.text
                anchors.verticalCenter: parent.verticalCenter
                font: Theme.bodyStrong
                text: whatIf.title
                visible: root.session.supposes && whatIf.zone === 0
            }
            Label {
                Accessible.name: text
                anchors.verticalCenter: parent.verticalCenter
                color: whatIf.breaks ? Theme.error : Theme.text
                text: root.session.supposes ? whatIf.summary : qsTr("Choose a zone to see what breaks")
                width: Math.max(40, Math.min(implicitWidth, row.wordsRoom))
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
                visible: root.session.supposes
                width: visible ? implicitWidth : 0

                onClicked: root.session.endWhatIf()
            }
        }
        ChangeList {
            id: list

            property bool open: false

            changes: whatIf
            height: visible ? Math.min(contentHeight, 8 * Theme.rowCompact) : 0
            session: root.session
            visible: open
            width: parent.width
        }
    }
}
