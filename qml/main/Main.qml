pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import QtQuick.Window
import QtQml
import Gatewright.Main
import Gatewright.Panels
import Gatewright.Theme
import Gatewright.Views

/// The window: what is open, how it is looked at, and what can be done, handed down to the panels.
T.ApplicationWindow {
    id: root

    readonly property Document document: Document {}
    /// The file to open; the SecureCart sample where there is none.
    property url initialFile
    readonly property Session session: Session {
        document: root.document
    }
    readonly property Commands commands: Commands {
        session: root.session
    }

    /// See Theme.choice.
    property alias scheme: schemeOf.value

    /// An editor hands in what it holds where it loses the focus; it has it back where it is still there.
    function handIn(editor) {
        if (!(editor instanceof TextInput || editor instanceof TextEdit))
            return;
        const cursor = editor.cursorPosition;
        editor.focus = false;
        if (!editor.visible)
            return;
        editor.forceActiveFocus();
        editor.cursorPosition = Math.min(cursor, editor.length);
    }

    color: Theme.panel
    height: Math.min(keptHeight.value, Screen.desktopAvailableHeight)
    minimumHeight: Math.min(640, Screen.desktopAvailableHeight)
    minimumWidth: Math.min(1024, Screen.desktopAvailableWidth)
    palette.text: Theme.text
    title: qsTr("%1%2 - Gatewright").arg(root.document.modified || root.session.unapplied.length > 0 ? "• " : "").arg(root.document.title)
    visible: true
    width: Math.min(keptWidth.value, Screen.desktopAvailableWidth)

    Component.onCompleted: if ("" + root.initialFile === "")
        root.document.openSample("securecart");
    else if (!root.document.open(root.initialFile))
        workspace.toast.show(root.document.error, "")
    onClosing: close => {
        keptWidth.value = root.width;
        keptHeight.value = root.height;
        close.accepted = questions.mayClose();
    }

    QtObject {
        id: schemeOf

        property string value: Theme.choice

        onValueChanged: Theme.choice = value
    }
    Remembered {
        id: keptWidth

        fallback: 1440
        key: "window/width"
    }
    Remembered {
        id: keptHeight

        fallback: 900
        key: "window/height"
    }
    Instantiator {
        model: root.commands.all

        Shortcut {
            required property Command modelData

            context: Qt.WindowShortcut
            enabled: !modelData.onCanvas && modelData.enabled
            sequences: Array.from(modelData.shortcuts)

            onActivated: modelData.run()
        }
    }
    Connections {
        target: root.commands

        function onRequested(name: string) {
            if (!workspace.handle(name))
                questions.handle(name);
        }
    }
    Connections {
        target: root.session

        function onHandingIn() {
            root.handIn(root.activeFocusItem);
        }
        function onTold(text: string, undoable: bool) {
            workspace.toast.show(text, undoable ? qsTr("Undo") : "");
        }
    }
    Connections {
        target: root.document

        function onStateChanged() {
            workspace.toast.retract();
        }
    }
    TitleBar {
        id: titleBar

        commands: root.commands
        document: root.document
        session: root.session
        width: parent.width
    }
    Workspace {
        id: workspace

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: titleBar.bottom
        commands: root.commands
        document: root.document
        session: root.session
        titleBar: titleBar
    }
    Questions {
        id: questions

        session: root.session

        onQuit: Qt.quit()
    }
    Dialogs {
        questions: questions
    }
}
