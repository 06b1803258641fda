pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// An AWS service of the catalogue, found by its name or title.
Item {
    id: root

    required property string error
    property string hint: ""
    required property string label
    required property string text

    signal edited(string text)
    signal restored

    implicitHeight: field.implicitHeight

    Field {
        id: field

        Accessible.name: root.label
        error: root.error
        mono: true
        placeholderText: root.hint
        rightPadding: Theme.control
        text: root.text
        width: root.width

        Keys.onDownPressed: picker.open()
        Keys.onEscapePressed: event => {
            event.accepted = text !== root.text || wrong;
            text = Qt.binding(() => root.text);
            root.restored();
        }
        onEditingFinished: {
            root.edited(text);
            text = Qt.binding(() => root.text);
        }
    }
    Button {
        height: Theme.controlSmall
        pictogram: "ui-search"
        small: true
        tip: qsTr("Search the services of AWS")
        tone: "quiet"
        x: root.width - width - Theme.space1
        y: Theme.space1

        onClicked: picker.open()
    }
    Picker {
        id: picker

        prompt: qsTr("Search the services of AWS")
        width: Math.max(320, root.width)
        x: root.width - width
        y: Theme.control

        model: ChoicesModel {
            id: services

            filter: picker.filter
            services: true
        }

        onPicked: value => root.edited(value)
    }
}
