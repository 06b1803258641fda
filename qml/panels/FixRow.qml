import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// One way to put a finding right: at once, or looked at first.
Row {
    id: root

    required property int index
    required property string modelData

    signal applied
    signal previewed

    spacing: Theme.space3

    Button {
        pictogram: "ui-fix"
        text: root.modelData
        wraps: true
        width: Math.min(implicitWidth, root.width - preview.width - Theme.space3)

        onClicked: root.applied()
    }
    Button {
        id: preview

        text: qsTr("Preview")
        tone: "quiet"

        onClicked: root.previewed()
    }
}
