import QtQuick
import Gatewright.Theme

/// The line between two regions.
Rectangle {
    color: Theme.border
    implicitHeight: Theme.strokeHairline
    implicitWidth: Theme.strokeHairline
}
