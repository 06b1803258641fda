import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// What policies allow: one request with all reasons, or a question about every request.
FocusScope {
    id: root

    /// Whether questions about every request are asked.
    property bool proving: false
    required property Session session

    function askAbout(thing: string) {
        root.proving = false;
        ask.start(thing);
        form.focusEmpty();
    }
    function proveAbout(thing: string) {
        root.proving = true;
        proofs.start(thing);
    }

    Accessible.name: qsTr("Ask")
    Accessible.role: Accessible.Pane

    AskModel {
        id: ask

        active: root.visible && !root.proving
        session: root.session
    }
    ProofsModel {
        id: proofs

        session: root.session
    }
    AskForm {
        id: form

        ask: ask
        visible: !root.proving
        width: edge.x - 2 * Theme.space5
        x: Theme.space5
        y: Theme.space4
    }
    ProofList {
        height: parent.height
        proofs: proofs
        visible: root.proving
        width: edge.x
    }
    Hairline {
        id: edge

        height: parent.height
        x: root.proving ? Math.max(380, root.width * 0.36) : Math.max(300, root.width * 0.24)
    }
    AskAnswer {
        anchors.left: edge.right
        anchors.right: parent.right
        ask: ask
        height: parent.height
        session: root.session
        visible: !root.proving
    }
    ProofView {
        anchors.left: edge.right
        anchors.right: parent.right
        height: parent.height
        proofs: proofs
        visible: root.proving
    }
}
