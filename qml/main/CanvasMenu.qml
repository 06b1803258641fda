pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Views

/// What can be done with the selection.
Menu {
    id: root

    required property Commands commands

    Entry {
        name: "edit.rename"
    }
    Entry {
        name: "edit.cut"
    }
    Entry {
        name: "edit.copy"
        pictogram: "ui-copy"
    }
    Entry {
        name: "edit.paste"
    }
    Entry {
        name: "edit.duplicate"
    }
    MenuSeparator {}
    Entry {
        name: "edit.delete"
        pictogram: "ui-close"
    }
    MenuSeparator {}
    Entry {
        name: "whatIf.gone"
        pictogram: "ui-eye"
    }
    Entry {
        height: visible ? implicitHeight : 0
        name: "whatIf.privateDns"
        visible: enabled
    }
    Entry {
        name: "ask.request"
        pictogram: "ui-search"
    }
    Entry {
        name: "ask.proof"
    }
    MenuSeparator {}
    Entry {
        name: "select.all"
    }
    Entry {
        name: "view.fitSelection"
        pictogram: "ui-fit"
    }

    component Entry: MenuItem {
        readonly property Command command: root.commands.named(name)
        required property string name

        enabled: command.enabled
        shortcutText: command.shortcutText
        text: command.label

        onTriggered: command.run()
    }
}
