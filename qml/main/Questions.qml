import QtQuick
import QtQuick.Dialogs
import QtQuick.Templates as T
import Gatewright.Main
import Gatewright.Views

/// Whatever has to be asked before a command of the window can be done.
Item {
    id: root

    required property Document document
    /// Set once the user has said that the program may end.
    property bool leaving: false
    required property Session session
    /// The command that waits for an answer about unsaved changes.
    property string waiting: ""

    signal quit

    /// Does the command, after asking where unsaved changes would be lost.
    function handle(name: string) {
        if (root.document.modified && /^file[.](new|open|sample|quit)$/.test(name)) {
            root.waiting = name;
            root.show("UnsavedSheet.qml");
        } else {
            root.perform(name);
        }
    }
    /// Whether the window may close; where it may not yet, asks.
    function mayClose(): bool {
        if (!root.leaving && root.document.modified)
            root.handle("file.quit");
        return root.leaving || !root.document.modified;
    }
    function perform(name: string) {
        switch (name) {
        case "file.new":
            return root.document.reset();
        case "file.sample":
            return root.document.openSample("securecart");
        case "file.open":
            return root.ask("open", qsTr("Open a design"), [qsTr("Designs (*.gatewright.json *.json)"), qsTr("All files (*)")], "");
        case "file.saveAs":
            return root.ask("save", qsTr("Save the design"), [qsTr("Designs (*.gatewright.json)")], "gatewright.json");
        case "file.export":
            return root.show("ExportSheet.qml");
        case "help.guide":
            return root.show("GuideSheet.qml");
        case "help.about":
            return root.show("AboutSheet.qml");
        case "file.quit":
            root.leaving = true;
            root.quit();
        }
    }
    /// Asks for a file to "open", "save" or "export" to.
    function ask(purpose: string, title: string, filters: list<string>, suffix: string) {
        picker.active = true;
        const dialog = picker.item as FilePicker;
        dialog.purpose = purpose;
        dialog.fileMode = purpose === "open" ? FileDialog.OpenFile : FileDialog.SaveFile;
        dialog.title = title;
        dialog.nameFilters = filters;
        dialog.defaultSuffix = suffix;
        dialog.open();
    }
    function askForExport(format: string) {
        root.ask("export", qsTr("Export the design"), [format.toUpperCase() + " (*." + format + ")"], format);
    }
    function take(purpose: string, file: url) {
        if (purpose === "export")
            (sheet.item as ExportSheet).write(file);
        else if (!(purpose === "open" ? root.document.open(file) : root.document.saveAs(file)))
            root.session.told(root.document.error, false);
        else if (purpose === "save" && root.waiting !== "")
            root.resume();
    }
    /// Keeps the changes in the design's file, then goes on with what was waiting.
    function keep() {
        if ("" + root.document.file === "")
            root.perform("file.saveAs");
        else
            root.take("save", root.document.file);
    }
    function resume() {
        const name = root.waiting;
        root.waiting = "";
        root.perform(name);
    }
    function show(file: string) {
        sheet.setSource(file, {
            "questions": root
        });
        (sheet.item as T.Popup).open();
    }

    Loader {
        id: picker

        active: false
        source: "FilePicker.qml"
    }
    Connections {
        ignoreUnknownSignals: true
        target: picker.item

        function onChosen(purpose: string, file: url) {
            root.take(purpose, file);
        }
    }
    Loader {
        id: sheet
    }
}
