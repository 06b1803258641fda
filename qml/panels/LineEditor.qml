import QtQuick
import Gatewright.Controls

/// A value of one line: Enter or leaving it keeps what was typed, Esc brings the value back.
Field {
    id: root

    property string hint: ""
    required property string label
    required property string shown

    signal edited(string text)
    signal restored

    Accessible.name: root.label
    placeholderText: root.hint
    text: root.shown

    Keys.onEscapePressed: event => {
        event.accepted = root.text !== root.shown || root.wrong;
        root.text = Qt.binding(() => root.shown);
        root.restored();
    }
    onEditingFinished: {
        root.edited(root.text);
        root.text = Qt.binding(() => root.shown);
    }
}
