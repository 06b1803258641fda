import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// Narrows a list while it is typed in; Esc empties it. `pictogram` says whether it searches or filters.
Field {
    id: root

    property string hint: ""
    property string pictogram: "ui-search"

    Accessible.name: root.placeholderText
    leftPadding: Theme.space4 + Theme.iconControl + Theme.space3
    rightPadding: root.length > 0 || root.hint !== "" ? Theme.control : Theme.space4

    Keys.onEscapePressed: event => {
        event.accepted = root.length > 0;
        root.clear();
    }

    Pictogram {
        color: Theme.muted
        name: root.pictogram
        size: Theme.iconControl
        x: Theme.space4
        y: (root.lineHeight - height) / 2
    }
    Rectangle {
        border.color: Theme.border
        color: "transparent"
        height: 18
        radius: Theme.radiusSmall
        visible: root.hint !== "" && root.length === 0
        width: hintText.implicitWidth + Theme.space4
        x: root.width - width - Theme.space3
        y: (root.lineHeight - height) / 2

        Label {
            id: hintText

            anchors.centerIn: parent
            color: Theme.faint
            font: Theme.micro
            text: root.hint
        }
    }
    Button {
        focusPolicy: Qt.NoFocus
        height: 20
        pictogram: "ui-close"
        small: true
        tip: qsTr("Clear the text")
        tone: "quiet"
        visible: root.length > 0
        width: 20
        x: root.width - width - Theme.space2
        y: (root.lineHeight - height) / 2

        onClicked: root.clear()
    }
}
