import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// The borders between the panels, to be dragged, and the sizes that follow; kept for the next start.
Item {
    id: root

    required property Item bottomPanel
    required property bool bottomOpen
    /// See PanelSizes for these two.
    required property bool compact
    required property real room
    required property Item inspector
    required property Item leftPanel
    readonly property alias sizes: sizes
    required property Item status

    anchors.fill: parent

    PanelSizes {
        id: sizes

        compact: root.compact
        keptBottom: bottomKept.value
        keptLeft: leftKept.value
        keptRight: rightKept.value
        room: root.room
    }
    Kept {
        id: leftKept

        key: "panel/left"
    }
    Kept {
        id: rightKept

        key: "panel/right"
    }
    Kept {
        id: bottomKept

        key: "panel/bottom"
    }
    SplitHandle {
        height: root.bottomPanel.y
        visible: root.leftPanel.visible
        x: root.leftPanel.width - width / 2

        onMoved: delta => leftKept.value = root.leftPanel.width + delta
        onRestored: leftKept.value = -1
    }
    SplitHandle {
        height: root.inspector.height
        visible: root.inspector.visible
        x: root.inspector.x - width / 2

        onMoved: delta => rightKept.value = root.inspector.width - delta
        onRestored: rightKept.value = -1
    }
    SplitHandle {
        upright: false
        visible: root.bottomOpen
        width: root.bottomPanel.width
        y: root.bottomPanel.y - height / 2

        onMoved: delta => bottomKept.value = root.bottomPanel.height - delta
        onRestored: bottomKept.value = -1
    }

    component Kept: Remembered {
        fallback: -1
    }
}
