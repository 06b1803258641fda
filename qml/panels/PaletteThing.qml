import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme

/// One thing that can be drawn: a click or Enter adds it, a drag takes it to its place on the canvas.
T.AbstractButton {
    id: root

    /// Whether Enter in the filter adds it.
    property bool chosen: false
    /// What it is called in full.
    required property string fullName
    required property string itemKey
    required property string pictogram

    signal added

    Accessible.description: qsTr("Adds it to the design")
    Accessible.name: root.fullName
    Accessible.role: Accessible.Button
    implicitHeight: Theme.row

    Keys.onEnterPressed: root.added()
    Keys.onReturnPressed: root.added()
    onClicked: root.added()

    background: Rectangle {
        color: root.down ? Theme.pressed : root.chosen ? Theme.selection : root.hovered ? Theme.hover : "transparent"
        radius: Theme.radiusControl

        FocusRing {
            inside: true
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        // The handler below has the button take every button of the mouse for a click.
        MouseArea {
            acceptedButtons: Qt.AllButtons & ~Qt.LeftButton
            anchors.fill: parent
        }
        Pictogram {
            id: sign

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.muted
            name: root.pictogram
            size: Theme.iconPalette
            x: Theme.space2
        }
        Label {
            id: name

            anchors.verticalCenter: parent.verticalCenter
            // As small as other captions, then on two lines.
            font: measured.advanceWidth + 1 > name.width ? Theme.caption : Theme.body
            height: parent.height
            lineHeight: 0.9
            maximumLineCount: 2
            text: root.text
            width: parent.width - x
            wrapMode: Text.WordWrap

            TextMetrics {
                id: measured

                font: Theme.body
                text: root.text
            }
            x: sign.width + Theme.space2 + Theme.space2
        }
    }

    Tip {
        shown: root.hovered && (name.truncated || root.fullName !== root.text)
        text: root.fullName
    }

    DragHandler {
        id: handler

        dragThreshold: 4
        target: ghost

        onActiveChanged: {
            if (handler.active)
                ghost.Drag.start();
            else
                ghost.Drag.drop();
            ghost.x = 0;
            ghost.y = 0;
        }
    }
    Item {
        id: ghost

        readonly property string itemKey: root.itemKey

        Drag.dragType: Drag.Internal
        Drag.hotSpot.x: handler.centroid.pressPosition.x
        Drag.hotSpot.y: handler.centroid.pressPosition.y
        Drag.keys: ["gatewright/palette"]
        height: root.height
        width: root.width
    }
}
