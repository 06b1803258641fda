pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Theme

/// Two to seven views of which one is shown.
Rectangle {
    id: root

    property int current: 0
    required property list<string> options
    /// What each option is, for who points at it; fewer or none where their names say it.
    property list<string> tips

    signal chosen(int index)
    /// Enter on an option: it is chosen already, or chosen with it.
    signal entered

    /// Arrow keys go from option to option, as radio buttons do.
    function step(to: int) {
        if (to < 0 || to >= root.options.length)
            return;
        (repeater.itemAt(to) as T.AbstractButton).forceActiveFocus(Qt.TabFocusReason);
        root.chosen(to);
    }

    Accessible.role: Accessible.Grouping
    color: Theme.sunken
    implicitHeight: Theme.control
    implicitWidth: row.implicitWidth
    radius: Theme.radiusControl

    Row {
        id: row

        Repeater {
            id: repeater

            model: root.options

            T.AbstractButton {
                id: option

                required property int index
                required property string modelData

                readonly property string tip: root.tips[option.index] ?? ""

                Accessible.description: option.tip
                Accessible.name: option.modelData
                Accessible.role: Accessible.RadioButton
                checked: root.current === option.index
                height: root.height
                width: name.implicitWidth + 2 * Theme.space5

                function enter() {
                    root.chosen(option.index);
                    root.entered();
                }

                Keys.onEnterPressed: option.enter()
                Keys.onLeftPressed: root.step(option.index - 1)
                Keys.onReturnPressed: option.enter()
                Keys.onRightPressed: root.step(option.index + 1)

                background: Rectangle {
                    border.color: option.checked ? Theme.borderStrong : "transparent"
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

                Tip {
                    shown: option.hovered || option.visualFocus
                    text: option.tip
                }
            }
        }
    }
}
