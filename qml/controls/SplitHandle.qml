import QtQuick
import Gatewright.Theme

/// The line between two panels: drag it, or focus it and press the arrow keys. `moved` tells by how many pixels.
MouseArea {
    id: root

    property bool upright: true
    property real pressedAt: 0

    signal moved(real delta)
    signal restored

    Accessible.name: qsTr("Panel border")
    Accessible.role: Accessible.Splitter
    activeFocusOnTab: true
    cursorShape: root.upright ? Qt.SplitHCursor : Qt.SplitVCursor
    implicitHeight: Theme.splitterHit
    implicitWidth: Theme.splitterHit
    preventStealing: true
    z: 2

    Keys.onDownPressed: root.moved(root.upright ? 0 : 8)
    Keys.onLeftPressed: root.moved(root.upright ? -8 : 0)
    Keys.onRightPressed: root.moved(root.upright ? 8 : 0)
    Keys.onUpPressed: root.moved(root.upright ? 0 : -8)
    onDoubleClicked: root.restored()
    onPositionChanged: mouse => root.moved((root.upright ? mouse.x : mouse.y) - root.pressedAt)
    onPressed: mouse => root.pressedAt = root.upright ? mouse.x : mouse.y

    Rectangle {
        readonly property real stroke: root.activeFocus ? Theme.strokeFocus : 1

        anchors.centerIn: parent
        color: root.activeFocus ? Theme.focus : root.pressed ? Theme.accent : Theme.border
        height: root.upright ? parent.height : stroke
        width: root.upright ? stroke : parent.width
    }
}
