import QtQuick
import QtQuick.Dialogs

/// Asks for a file. Loaded when first asked, since it brings a whole toolkit along.
FileDialog {
    id: root

    signal chosen(url file)

    onAccepted: root.chosen(root.selectedFile)
}
