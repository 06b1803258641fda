pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// How many flows fare alike, beside a sample of their line.
Row {
    id: tally

    required property color color
    /// Length of the dashes of the sample line; 0 for an unbroken one.
    property int dash: 0
    property alias text: words.text

    spacing: Theme.space3

    Row {
        anchors.verticalCenter: parent.verticalCenter
        spacing: tally.dash > 0 ? 3 : 0

        Repeater {
            model: tally.dash > 0 ? Math.ceil(18 / (tally.dash + 3)) : 1

            Rectangle {
                color: tally.color
                height: Theme.strokeFlow
                width: tally.dash > 0 ? tally.dash : 18
            }
        }
    }
    Label {
        id: words

        color: Theme.muted
    }
}
