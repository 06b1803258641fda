pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// Commands that have no button of their own.
Menu {
    id: root

    required property Commands commands

    Entry {
        name: "file.new"
        pictogram: "ui-file"
    }
    Entry {
        name: "file.open"
        pictogram: "ui-folder"
    }
    Entry {
        name: "file.sample"
    }
    Entry {
        name: "file.save"
    }
    Entry {
        name: "file.saveAs"
    }
    MenuSeparator {}
    Entry {
        name: "view.left"
    }
    Entry {
        name: "view.right"
    }
    Entry {
        name: "view.bottom"
    }
    MenuSeparator {}
    Entry {
        name: "ask.request"
        pictogram: "ui-search"
    }
    Entry {
        name: "ask.proof"
    }
    MenuSeparator {}
    SchemeEntry {
        scheme: "system"
        text: qsTr("Colours of the system")
    }
    SchemeEntry {
        scheme: "light"
        text: qsTr("Light")
    }
    SchemeEntry {
        scheme: "dark"
        text: qsTr("Dark")
    }
    SchemeEntry {
        scheme: "highContrast"
        text: qsTr("High contrast")
    }
    MenuSeparator {}
    // F1 explains a chosen problem before it opens the guide; the menu always opens it.
    MenuItem {
        readonly property Command command: root.commands.named("help.guide")

        shortcutText: command.shortcutText
        text: command.label

        onTriggered: root.commands.requested("help.contents")
    }
    MenuItem {
        text: qsTr("About Gatewright")

        onTriggered: root.commands.requested("help.about")
    }
    MenuSeparator {}
    Entry {
        name: "file.quit"
    }

    component Entry: MenuItem {
        readonly property Command command: root.commands.named(name)
        required property string name

        enabled: command.enabled
        shortcutText: command.shortcutText
        text: command.label

        onTriggered: command.run()
    }
    component SchemeEntry: MenuItem {
        required property string scheme

        checkable: true
        checked: Theme.choice === scheme

        onTriggered: Theme.choice = scheme
    }
}
