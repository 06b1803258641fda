pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// The numbers of the lines of a text, beside it.
Rectangle {
    id: root

    required property TextEdit area

    height: root.area.height
    width: 32

    Column {
        topPadding: Theme.space4

        Repeater {
            model: root.area.lineCount

            Label {
                required property int index

                color: Theme.faint
                font: Theme.mono
                height: root.area.contentHeight / root.area.lineCount
                horizontalAlignment: Text.AlignRight
                text: index + 1
                width: 24
            }
        }
    }
}
