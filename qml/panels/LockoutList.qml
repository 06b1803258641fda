pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// Whom the policy that is being written would lock out, and what would let each stay.
Rectangle {
    id: root

    required property string headline
    required property var lines

    Accessible.name: root.headline
    Accessible.role: Accessible.StaticText
    color: Theme.warningSoft
    implicitHeight: column.height + 2 * Theme.space4
    radius: Theme.radiusCard

    Pictogram {
        color: Theme.warning
        name: "ui-warning"
        size: Theme.iconPalette
        x: Theme.space4
        y: Theme.space4
    }
    Column {
        id: column

        spacing: Theme.space3
        width: parent.width - x - Theme.space4
        x: Theme.space4 + Theme.iconPalette + Theme.space4
        y: Theme.space4

        Label {
            font: Theme.bodyStrong
            text: root.headline
            width: parent.width
            wrapMode: Text.Wrap
        }
        Repeater {
            model: root.lines

            Label {
                required property string modelData

                text: modelData
                width: column.width
                wrapMode: Text.Wrap
            }
        }
    }
}
