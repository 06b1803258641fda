import QtQuick
import Gatewright.Controls

/// One of several values; it shows the value that holds, whatever was picked.
Choice {
    id: root

    required property var choices
    required property string value

    signal edited(string value)

    held: root.choices.findIndex(each => each.value === root.value)
    model: root.choices

    onActivated: index => root.edited(root.choices[index].value)
}
