import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// How many findings of a severity there are, or (with a pictogram) that there are none.
Row {
    id: root

    property alias color: words.color
    property string pictogram: ""
    property int severity: -1
    property alias text: words.text

    spacing: Theme.space2

    SeverityIcon {
        anchors.verticalCenter: parent.verticalCenter
        severity: root.severity
        size: Theme.iconInline
        visible: root.pictogram === ""
    }
    Pictogram {
        anchors.verticalCenter: parent.verticalCenter
        color: root.color
        name: root.pictogram
        size: Theme.iconInline
        visible: root.pictogram !== ""
    }
    Label {
        id: words
    }
}
