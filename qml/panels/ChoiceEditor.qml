import QtQuick
import Gatewright.Controls

/// One of several values; it shows the value that holds, whatever was picked.
Choice {
    id: root

    required property var choices
    required property string value

    signal edited(string value)

    function held(): int {
        return root.choices.findIndex(each => each.value === root.value);
    }

    currentIndex: root.held()
    model: root.choices

    onActivated: index => {
        root.edited(root.choices[index].value);
        currentIndex = Qt.binding(root.held);
    }
}
