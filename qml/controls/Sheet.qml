import QtQuick
import QtQuick.Templates as T
import Gatewright.Theme

/// A question or a form over the window, its buttons in `actions`. Esc closes it.
T.Popup {
    id: root

    property alias actions: buttons.data
    default property alias body: content.data
    required property string title

    anchors.centerIn: T.Overlay.overlay
    focus: true
    implicitHeight: contentItem.implicitHeight + 2 * padding
    modal: true
    padding: Theme.space7
    width: 440

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: Rectangle {
        border.color: Theme.borderStrong
        color: Theme.raised
        radius: Theme.radiusPopup
    }
    contentItem: FocusScope {
        Accessible.name: root.title
        Accessible.role: Accessible.Dialog
        focus: true
        implicitHeight: column.implicitHeight

        Column {
            id: column

            anchors.fill: parent
            spacing: Theme.space6

            Label {
                font: Theme.title
                text: root.title
                width: parent.width
            }
            Column {
                id: content

                spacing: Theme.space5
                width: parent.width
            }
            Row {
                id: buttons

                anchors.right: parent.right
                spacing: Theme.space4
            }
        }
    }
}
