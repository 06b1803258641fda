import QtQuick
import QtQuick.Templates as T
import Gatewright.Theme

/// A list of commands.
T.Menu {
    id: root

    implicitHeight: contentHeight + topPadding + bottomPadding
    implicitWidth: 248
    margins: Theme.space2
    padding: Theme.space2

    background: Rectangle {
        border.color: Theme.borderStrong
        color: Theme.raised
        radius: Theme.radiusPopup
    }
    contentItem: ListView {
        currentIndex: root.currentIndex
        implicitHeight: contentHeight
        interactive: false
        model: root.contentModel
    }
    delegate: MenuItem {}
}
