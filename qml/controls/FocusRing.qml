import QtQuick
import Gatewright.Theme

/// The sign of keyboard focus around (or, where a list would cut it, inside) its parent.
Rectangle {
    property bool inside: false

    anchors.fill: parent
    anchors.margins: inside ? 1 : -Theme.strokeFocusGap - Theme.strokeFocus
    border.color: Theme.focus
    border.width: Theme.strokeFocus
    color: "transparent"
    radius: inside ? Theme.radiusSmall : Theme.radiusControl + Theme.strokeFocusGap + Theme.strokeFocus
    z: 1
}
