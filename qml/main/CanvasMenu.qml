pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Views

/// What can be done with the selection; where nothing is selected, with the canvas.
Menu {
    id: root

    required property Commands commands
    /// Whether a finding about what is selected has a fix; asked as it opens.
    property bool fixable: false
    required property ProblemsModel problems
    readonly property bool ofSelection: root.commands.session.selection.length > 0

    /// A thing is to be added from the palette.
    signal addAsked
    /// The command of that name is to be done where the menu was asked for.
    signal askedHere(name: string)

    onAboutToShow: root.fixable = root.problems.fixesOf(root.commands.session.primary).length > 0

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
    OfSelection {
        name: "edit.paste"
    }
    Entry {
        isHere: true
        name: "edit.pasteHere"
        shown: !root.ofSelection
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
    Entry {
        isHere: true
        name: "problem.fix"
        pictogram: "ui-fix"
        shown: root.ofSelection && root.fixable
    }
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
        /// Whether it matters where the menu was asked for.
        property bool isHere: false

        enabled: command.enabled
        height: shown ? implicitHeight : 0
        shortcutText: command.shortcutText
        text: command.label
        visible: shown

        onTriggered: {
            if (isHere)
                root.askedHere(name);
            else
                command.run();
        }
    }
    component OfSelection: Entry {
        shown: root.ofSelection
    }
}
