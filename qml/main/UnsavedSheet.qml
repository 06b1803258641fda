import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// What to do with changes that are in no file yet.
Sheet {
    id: root

    property bool answered: false
    required property Questions questions

    title: qsTr("Save the changes to %1?").arg(root.questions.document.title)

    onClosed: if (!root.answered)
        root.questions.stay()
    onOpened: save.forceActiveFocus(Qt.TabFocusReason)

    actions: [
        Button {
            text: qsTr("Discard the changes")

            onClicked: {
                root.answered = true;
                root.close();
                root.questions.discard();
            }
        },
        Button {
            text: qsTr("Keep editing")

            onClicked: root.close()
        },
        Button {
            id: save

            text: qsTr("Save")
            tone: "primary"

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
        width: parent.width
        wrapMode: Text.Wrap
    }
}
