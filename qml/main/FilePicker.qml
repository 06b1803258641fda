import QtQuick
import QtQuick.Dialogs
import Gatewright.Views

/// Asks for a file. Loaded when first asked, since it brings a whole toolkit along.
FileDialog {
    id: root

    property int purpose: Questions.Open

    signal chosen(int purpose, url file)

    function ask(purpose: int, title: string, filters: list<string>, suffix: string) {
        root.purpose = purpose;
        root.fileMode = purpose === Questions.Open ? FileDialog.OpenFile : FileDialog.SaveFile;
        root.title = title;
        root.nameFilters = filters;
        root.defaultSuffix = suffix;
        root.open();
    }

    onAccepted: root.chosen(root.purpose, root.selectedFile)
}
