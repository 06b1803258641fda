import QtQuick
import QtQuick.Dialogs
import QtQuick.Templates as T
import Gatewright.Main
import Gatewright.Views

/// Whatever has to be asked before a command of the window can be done.
Item {
    id: root

    required property Document document
    property bool leaving: false
    required property Session session
    /// The command that waits for an answer about unsaved changes.
    property string waiting: ""

    signal quit

    /// Does the command, after asking where unsaved changes would be lost.
    function handle(name: string) {
        if (/^file[.](new|open|sample|quit)$/.test(name) && root.document.modified) {
            root.waiting = name;
            root.show("UnsavedSheet.qml");
        } else {
            root.perform(name);
        }
    }
    /// Whether the window may close; where it may not yet, asks.
    function mayClose(): bool {
        if (root.leaving || !root.document.modified)
            return true;
        root.handle("file.quit");
        return false;
    }
    function perform(name: string) {
        if (name === "file.new")
            root.document.reset();
        else if (name === "file.sample")
            root.document.openSample("securecart");
        else if (name === "file.open")
            root.ask(FileDialog.OpenFile, qsTr("Open a design"), [qsTr("Designs (*.gatewright.json *.json)"), qsTr("All files (*)")], "", file => root.open(file));
        else if (name === "file.saveAs")
            root.ask(FileDialog.SaveFile, qsTr("Save the design"), [qsTr("Designs (*.gatewright.json)")], "gatewright.json", file => root.save(file));
        else if (name === "file.export")
            root.show("ExportSheet.qml");
        else if (name === "help.guide")
            root.show("GuideSheet.qml");
        else if (name === "help.about")
            root.show("AboutSheet.qml");
        else if (name === "file.quit") {
            root.leaving = true;
            root.quit();
        }
    }
    function ask(mode: int, title: string, filters: list<string>, suffix: string, then: var) {
        picker.active = true;
        picker.then = then;
        const dialog = picker.item as FilePicker;
        dialog.fileMode = mode;
        dialog.title = title;
        dialog.nameFilters = filters;
        dialog.defaultSuffix = suffix;
        dialog.open();
    }
    function keep() {
        if ("" + root.document.file === "")
            root.perform("file.saveAs");
        else
            root.save(root.document.file);
    }
    function askForExport(format: string, then: var) {
        root.ask(FileDialog.SaveFile, qsTr("Export the design"), [format.toUpperCase() + " (*." + format + ")"], format, then);
    }
    function open(file: url) {
        if (!root.document.open(file))
            root.session.told(root.document.error, false);
    }
    function save(file: url) {
        if (!root.document.saveAs(file))
            root.session.told(root.document.error, false);
        else if (root.waiting !== "")
            root.resume();
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

        property var then

        active: false
        source: "FilePicker.qml"
    }
    Connections {
        ignoreUnknownSignals: true
        target: picker.item

        function onChosen(file: url) {
            picker.then(file);
        }
    }
    Loader {
        id: sheet
    }
}
