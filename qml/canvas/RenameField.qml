import QtQuick
import Gatewright.Controls
import Gatewright.Views

/// Edits the name of a thing where it stands: Enter keeps it, Esc leaves it as it was.
Field {
    id: root

    required property CanvasItem canvas
    readonly property rect box: root.canvas.renamingBox

    Accessible.name: qsTr("Name")
    objectName: "renameField"
    visible: root.canvas.renaming !== ""
    width: Math.max(root.box.width, 140)
    x: Math.max(0, Math.min(root.box.x, root.canvas.width - root.width))
    y: Math.max(0, Math.min(root.box.y, root.canvas.height - root.height))

    Keys.onEscapePressed: root.canvas.cancelRenaming()
    onAccepted: root.canvas.finishRenaming(root.text)
    onActiveFocusChanged: if (!root.activeFocus && root.visible)
        root.canvas.finishRenaming(root.text)
    onVisibleChanged: if (root.visible) {
        root.text = root.canvas.renamingText;
        root.selectAll();
        root.forceActiveFocus();
    }
}
