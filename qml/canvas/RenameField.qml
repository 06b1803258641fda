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
    height: Math.max(implicitHeight, root.box.height > 2 * implicitHeight ? 0 : root.box.height - 4)
    visible: root.canvas.renaming !== ""
    width: Math.max(root.box.width, root.canvas.renamingLeast)
    x: Math.max(0, Math.min(root.box.x, root.canvas.width - root.width))
    // Over the middle of a card, at the top of what is higher.
    y: Math.max(0, Math.min(root.box.y + (root.box.height > 2 * root.implicitHeight ? 0 : (root.box.height - root.height) / 2), root.canvas.height - root.height))

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
