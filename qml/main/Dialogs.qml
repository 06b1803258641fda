import QtQuick
import QtQuick.Templates as T
import Gatewright.Main
import Gatewright.Views

/// Shows what the questions ask for: sheets and the picker of files, each loaded when first wanted.
Item {
    id: root

    required property Questions questions

    Connections {
        target: root.questions

        function onFileWanted(purpose: int, title: string, filters: list<string>, suffix: string) {
            picker.active = true;
            (picker.item as FilePicker).ask(purpose, title, filters, suffix);
        }
        function onSheetWanted(name: string) {
            sheet.setSource(name + ".qml", {
                questions: root.questions
            });
            (sheet.item as T.Popup).open();
        }
    }
    Loader {
        id: picker

        active: false
        source: "FilePicker.qml"
    }
    Connections {
        ignoreUnknownSignals: true
        target: picker.item

        function onChosen(purpose: int, file: url) {
            root.questions.take(purpose, file);
        }
        function onRejected() {
            root.questions.stay();
        }
    }
    Loader {
        id: sheet
    }
}
