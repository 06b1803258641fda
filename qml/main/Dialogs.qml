import QtQuick
import QtQuick.Templates as T
import Gatewright.Main
import Gatewright.Theme
import Gatewright.Views

/// Shows what the questions ask for: sheets and the picker of files, each loaded when first wanted.
Item {
    id: root

    required property Questions questions

    Connections {
        target: root.questions

        function onFileWanted(purpose: int, title: string, filters: list<string>, suffix: string, suggested: string) {
            picker.purpose = purpose;
            picker.ask(purpose !== Questions.Open, title, filters, suffix, suggested);
        }
        function onSheetWanted(name: string) {
            sheet.setSource(name + ".qml", {
                questions: root.questions
            });
            (sheet.item as T.Popup).open();
        }
    }
    FilePicker {
        id: picker

        property int purpose: Questions.Open

        accent: Theme.accent
        accentText: Theme.accentInk
        field: Theme.raised
        surface: Theme.panel
        text: Theme.text
        window: root.Window.window

        onChosen: file => root.questions.take(picker.purpose, file)
        onRejected: root.questions.stay()
    }
    Loader {
        id: sheet
    }
}
