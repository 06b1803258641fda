import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// What to do with changes that are in no file yet.
Sheet {
    id: root

    property bool answered: false
    readonly property bool modified: root.questions.document.modified
    required property Questions questions
    /// Where text stands that no file can take.
    readonly property var unapplied: root.questions.session.unapplied

    title: root.modified ? qsTr("Save the changes to %1?").arg(root.questions.document.title) : qsTr("Leave without what is not applied?")

    onClosed: if (!root.answered)
        root.questions.stay()
    onOpened: (root.modified ? save : stay).forceActiveFocus(Qt.TabFocusReason)

    actions: [
        Button {
            text: root.modified ? qsTr("Discard the changes") : qsTr("Discard the text")

            onClicked: {
                root.answered = true;
                root.close();
                root.questions.discard();
            }
        },
        Button {
            id: stay

            text: qsTr("Keep editing")
            tone: root.modified ? "default" : "primary"

            onClicked: root.close()
        },
        Button {
            id: save

            text: qsTr("Save")
            tone: "primary"
            visible: root.modified

            onClicked: {
                root.answered = true;
                root.close();
                root.questions.keep();
            }
        }
    ]

    Label {
        color: Theme.muted
        text: qsTr("What you changed since the last save is lost otherwise.")
        visible: root.modified
        width: parent.width
        wrapMode: Text.Wrap
    }
    Label {
        color: Theme.error
        text: qsTr("Typed and not applied, it is lost even when you save: %1.").arg(root.unapplied.join(", "))
        visible: root.unapplied.length > 0
        width: parent.width
        wrapMode: Text.Wrap
    }
}
