import QtQuick
import Gatewright.Theme

/// One sentence about what just happened, gone after six seconds. `action` names the button, if there is something to do.
Rectangle {
    id: root

    property string action: ""
    property string sentence: ""

    signal acted

    function show(text: string, button: string) {
        root.sentence = text;
        root.action = button;
        timer.restart();
    }
    /// Takes back what is no longer about what happened last.
    function retract() {
        timer.stop();
    }

    Accessible.name: root.sentence
    Accessible.role: Accessible.AlertMessage
    border.color: Theme.borderStrong
    color: Theme.raised
    height: Theme.control + Theme.space4
    radius: Theme.radiusPopup
    visible: timer.running
    width: row.implicitWidth + 2 * Theme.space5

    Timer {
        id: timer

        interval: Theme.toastMotion
    }
    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.space5

        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: root.sentence
            width: Math.min(implicitWidth, 560)
        }
        Button {
            small: true
            text: root.action
            visible: root.action !== ""

            onClicked: {
                timer.stop();
                root.acted();
            }
        }
    }
}
