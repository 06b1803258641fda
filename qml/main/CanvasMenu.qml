pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Views

/// What can be done with the selection; where nothing is selected, with the canvas.
Menu {
    id: root

    required property Commands commands
    readonly property bool ofSelection: root.commands.session.selection.length > 0

    /// A thing is to be added from the palette.
    signal addAsked

    OfSelection {
        name: "edit.rename"
    }
    OfSelection {
        name: "edit.cut"
    }
    OfSelection {
        name: "edit.copy"
        pictogram: "ui-copy"
    }
    Entry {
        name: "edit.paste"
    }
    OfSelection {
        name: "edit.duplicate"
    }
    Divider {}
    OfSelection {
        name: "edit.delete"
        pictogram: "ui-close"
    }
    Divider {}
    OfSelection {
        name: "whatIf.gone"
        pictogram: "ui-eye"
    }
    Entry {
        name: "whatIf.privateDns"
        shown: root.ofSelection && enabled
    }
    OfSelection {
        name: "ask.request"
        pictogram: "ui-search"
    }
    OfSelection {
        name: "ask.proof"
    }
    Divider {}
    MenuItem {
        height: visible ? implicitHeight : 0
        pictogram: "ui-plus"
        shortcutText: "/"
        text: qsTr("Add from the palette…")
        visible: !root.ofSelection

        onTriggered: root.addAsked()
    }
    Entry {
        name: "select.all"
    }
    OfSelection {
        name: "view.fitSelection"
        pictogram: "ui-fit"
    }
    Entry {
        name: "view.fit"
        pictogram: "ui-fit"
        shown: !root.ofSelection
    }

    component Divider: MenuSeparator {
        height: visible ? implicitHeight : 0
        visible: root.ofSelection
    }
    component Entry: MenuItem {
        readonly property Command command: root.commands.named(name)
        required property string name
        property bool shown: true

        enabled: command.enabled
        height: shown ? implicitHeight : 0
        shortcutText: command.shortcutText
        text: command.label
        visible: shown

        onTriggered: command.run()
    }
    component OfSelection: Entry {
        shown: root.ofSelection
    }
}
