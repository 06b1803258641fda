import QtQuick
import Gatewright.Theme

/// A frame around the canvas while it shows a change that is not done, so that nobody takes it for the design; the status
/// bar says so in words.
Rectangle {
    border.color: Theme.accent
    border.width: 2
    color: "transparent"
}
