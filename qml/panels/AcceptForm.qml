import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// Accepts what a rule finds about a thing, with a reason that the design keeps, or takes that back.
Column {
    id: root

    /// The reason that stands; empty where none does.
    property string accepted: ""
    /// The last day it holds; empty for good.
    property string until: ""
    readonly property bool asking: reason.activeFocus || day.activeFocus
    /// What is wrong with the day that was entered.
    property string error: ""

    signal given(reason: string, until: string)
    signal withdrawn

    function ask() {
        reason.forceActiveFocus(Qt.ShortcutFocusReason);
    }
    function clear() {
        reason.clear();
        day.clear();
        root.error = "";
    }
    function give() {
        if (reason.text.trim() !== "")
            root.given(reason.text, day.text);
    }

    spacing: Theme.space3

    Label {
        color: Theme.muted
        font: Theme.caption
        text: root.accepted === "" ? qsTr("Accept with a reason") : root.until === "" ? qsTr("Accepted") : qsTr("Accepted until %1").arg(root.until)
        width: parent.width
    }
    Label {
        text: root.accepted
        visible: root.accepted !== ""
        width: parent.width
        wrapMode: Text.Wrap
    }
    Button {
        text: qsTr("Take back")
        visible: root.accepted !== ""

        onClicked: root.withdrawn()
    }
    Field {
        id: reason

        Accessible.name: qsTr("Reason")
        placeholderText: qsTr("Why it is right here")
        visible: root.accepted === ""
        width: parent.width

        onAccepted: root.give()
    }
    Row {
        spacing: Theme.space3
        visible: root.accepted === ""
        width: parent.width

        Field {
            id: day

            Accessible.name: qsTr("Until")
            error: root.error
            mono: true
            placeholderText: qsTr("Until 2027-01-31")
            width: parent.width - accept.width - parent.spacing

            onAccepted: root.give()
            onTextEdited: root.error = ""
        }
        Button {
            id: accept

            enabled: reason.text.trim() !== ""
            text: qsTr("Accept")
            tip: qsTr("Findings of this rule about this thing no longer count. The reason stands in the design and in every report.")

            onClicked: root.give()
        }
    }
}
