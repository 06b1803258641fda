import QtQuick
import Gatewright.Controls

/// One of several values; it shows the value that holds, whatever was picked.
Choice {
    id: root

    required property var choices
    property string hint: ""
    required property string value

    signal edited(string value)

    displayText: root.currentIndex < 0 ? root.hint : root.currentText
    held: root.choices.findIndex(each => each.value === root.value)
    model: root.choices

    onActivated: index => root.edited(root.choices[index].value)
}
