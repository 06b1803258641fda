pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// The flows that would fare differently; a click puts one forward on the canvas.
ListView {
    id: root

    required property WhatIfModel changes
    required property Session session

    Accessible.name: qsTr("Flows that change")
    Accessible.role: Accessible.List
    activeFocusOnTab: true
    clip: true
    keyNavigationEnabled: true
    model: root.visible ? root.changes : null

    Keys.onReturnPressed: (root.currentItem as T.ItemDelegate)?.clicked()
    T.ScrollBar.vertical: ScrollBar {}
    delegate: T.ItemDelegate {
        id: change

        required property string effect
        required property int index
        required property string key
        required property string label
        required property string summary
        required property bool worse

        Accessible.name: qsTr("%1 %2. %3").arg(change.label).arg(change.effect).arg(change.summary)
        implicitHeight: Theme.rowCompact
        width: ListView.view.width

        background: Rectangle {
            color: root.session.tracedFlow === change.key ? Theme.selection : change.hovered ? Theme.hover : "transparent"
            radius: Theme.radiusControl

            FocusRing {
                visible: root.activeFocus && change.ListView.isCurrentItem
            }
        }
        contentItem: Item {
            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: change.label
                width: parent.width - effect.width - 3 * Theme.space3
                x: Theme.space3
            }
            Label {
                id: effect

                anchors.right: parent.right
                anchors.rightMargin: Theme.space3
                anchors.verticalCenter: parent.verticalCenter
                color: change.worse ? Theme.error : Theme.muted
                text: change.effect
            }
        }

        onClicked: {
            root.currentIndex = change.index;
            root.session.tracedFlow = root.session.tracedFlow === change.key ? "" : change.key;
        }

        Tip {
            shown: change.hovered
            text: change.summary
        }
    }
}
