pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Theme

/// Two to seven views of which one is shown.
Rectangle {
    id: root

    property int current: 0
    required property list<string> options

    signal chosen(int index)

    Accessible.role: Accessible.Grouping
    color: Theme.sunken
    implicitHeight: Theme.control
    implicitWidth: row.implicitWidth
    radius: Theme.radiusControl

    Row {
        id: row

        Repeater {
            model: root.options

            T.AbstractButton {
                id: option

                required property int index
                required property string modelData

                Accessible.name: option.modelData
                Accessible.role: Accessible.RadioButton
                checked: root.current === option.index
                height: root.height
                width: name.implicitWidth + 2 * Theme.space5

                background: Rectangle {
                    border.color: option.checked ? Theme.border : "transparent"
                    color: option.checked ? Theme.raised : option.hovered ? Theme.hover : "transparent"
                    radius: Theme.radiusControl

                    FocusRing {
                        visible: option.visualFocus
                    }
                }
                contentItem: Label {
                    id: name

                    color: option.checked ? Theme.text : Theme.muted
                    font: Theme.bodyMedium
                    horizontalAlignment: Text.AlignHCenter
                    text: option.modelData
                }

                onClicked: root.chosen(option.index)
            }
        }
    }
}
