import QtQuick

/// The menu of a text that can be edited, by the right button on it. The text keeps the focus meanwhile: where it lost
/// it, what is being typed would be handed in.
Item {
    id: root

    /// A TextInput or TextEdit, or a control that is one.
    required property var field

    anchors.fill: parent

    TapHandler {
        acceptedButtons: Qt.RightButton
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: point => {
            root.field.forceActiveFocus(Qt.MouseFocusReason);
            if (root.field.selectedText === "")
                root.field.cursorPosition = root.field.positionAt(point.position.x, point.position.y);
            if (!menu.item)
                menu.setSource("TextMenuPopup.qml", {
                    field: root.field
                });
            (menu.item as TextMenuPopup).openAt(point.position);
        }
    }
    // Few of the many fields of a window are ever asked for it.
    Loader {
        id: menu
    }
}
