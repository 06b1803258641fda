import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// Folds the legend to its first line, and opens it again: it may lie over things.
Button {
    id: root

    required property CanvasItem canvas

    Accessible.name: root.canvas.legendFolded ? qsTr("Open the legend") : qsTr("Fold the legend")
    height: Theme.controlSmall
    objectName: "legendFold"
    pictogram: "ui-chevron-down"
    rotation: root.canvas.legendFolded ? 180 : 0
    tip: Accessible.name
    tone: "quiet"
    visible: root.canvas.legendFolds
    width: Theme.controlSmall
    x: root.canvas.legend.right - width - 2
    y: root.canvas.legend.y + 2

    onClicked: root.canvas.legendFolded = !root.canvas.legendFolded
}
