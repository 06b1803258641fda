import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// The name of a field; its help comes up under the pointer.
Label {
    id: root

    property string help: ""
    property bool needed: false

    color: Theme.muted
    height: Math.max(Theme.control, implicitHeight)
    wrapMode: Text.Wrap

    HoverHandler {
        id: pointer
    }
    Tip {
        shown: pointer.hovered
        text: root.help + (root.needed ? qsTr(" Needed.") : "")
    }
}
