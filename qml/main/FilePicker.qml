import QtQuick
import QtQuick.Dialogs

/// Asks for a file. Loaded when first asked, since it brings a whole toolkit along.
FileDialog {
    id: root

    property string purpose: ""

    signal chosen(string purpose, url file)

    onAccepted: root.chosen(root.purpose, root.selectedFile)
}
