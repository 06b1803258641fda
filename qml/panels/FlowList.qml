pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// The flows of one thing; a click traces one.
Column {
    id: root

    required property FlowsModel flows
    required property Session session

    Repeater {
        model: root.flows

        T.ItemDelegate {
            id: entry

            required property string key
            required property string label
            required property string summary
            required property int tone
            required property string way

            Accessible.description: entry.summary
            Accessible.name: entry.label
            highlighted: root.session.tracedFlow === entry.key
            implicitHeight: Theme.row
            width: root.width

            background: Rectangle {
                color: entry.highlighted ? Theme.selection : entry.hovered ? Theme.hover : "transparent"
                radius: Theme.radiusControl

                FocusRing {
                    inside: true
                    visible: entry.visualFocus
                }
            }
            contentItem: Item {
                ToneIcon {
                    id: sign

                    anchors.verticalCenter: parent.verticalCenter
                    tone: entry.tone
                    x: Theme.space3
                }
                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    text: entry.label
                    width: parent.width - x - way.width - Theme.space5
                    x: sign.x + sign.width + Theme.space3
                }
                Label {
                    id: way

                    anchors.right: parent.right
                    anchors.rightMargin: Theme.space3
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.muted
                    text: entry.way
                }
            }

            onClicked: {
                root.session.tracedFlow = entry.highlighted ? "" : entry.key;
                root.session.bottomTab = "paths";
            }

            Tip {
                shown: entry.hovered
                text: entry.summary
            }
        }
    }
}
