import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// What the picture puts forward: side by side where there is room, else a list under the current name.
Item {
    id: root

    property bool compact: false
    readonly property real fullWidth: segment.implicitWidth
    required property Session session

    implicitHeight: Theme.control
    implicitWidth: root.compact ? choice.implicitWidth : root.fullWidth

    Segment {
        id: segment

        Accessible.name: qsTr("Lens")
        current: root.session.lens
        options: Array.from(root.session.lensNames)
        tips: Array.from(root.session.lensQuestions).map((question, index) => qsTr("%1 (Alt+%2)").arg(question).arg(index + 1))
        visible: !root.compact

        onChosen: index => root.session.lens = index
    }
    Choice {
        id: choice

        Accessible.description: root.session.lensQuestions[root.session.lens]
        Accessible.name: qsTr("Lens")
        currentIndex: root.session.lens
        implicitWidth: 128
        model: Array.from(root.session.lensNames).map((name, index) => ({
                    "label": name,
                    "value": index
                }))
        visible: root.compact

        onActivated: index => root.session.lens = index

        Tip {
            shown: choice.hovered && !choice.down
            text: root.session.lensQuestions[root.session.lens]
        }
    }
}
