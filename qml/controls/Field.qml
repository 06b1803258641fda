import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme

/// One line of text. `error` marks it where it stands and says below what is wrong.
T.TextField {
    id: root

    property string error: ""
    /// Whether the message stands below, or somebody else shows it.
    property bool telling: true
    property real lineHeight: Theme.control
    property bool mono: false
    readonly property bool wrong: root.error !== ""

    Accessible.description: root.error
    autoScroll: root.activeFocus
    bottomPadding: root.implicitHeight - root.lineHeight
    color: root.enabled ? Theme.text : Theme.disabled
    font: root.mono ? Theme.mono : Theme.body
    implicitHeight: root.lineHeight + (message.visible ? message.implicitHeight + Theme.space2 : 0)
    implicitWidth: 120
    leftPadding: Theme.space4
    placeholderTextColor: Theme.faint
    rightPadding: root.wrong ? Theme.space8 : Theme.space4
    selectByMouse: true
    selectedTextColor: Theme.accentInk
    selectionColor: Theme.accent
    topPadding: 0
    verticalAlignment: TextInput.AlignVCenter

    background: Item {
        Rectangle {
            border.color: root.wrong ? Theme.error : root.activeFocus ? Theme.focus : root.hovered ? Theme.borderStrong : Theme.border
            border.width: root.activeFocus ? 2 : 1
            color: root.enabled ? Theme.raised : Theme.sunken
            height: root.lineHeight
            radius: Theme.radiusControl
            width: parent.width
        }
        Pictogram {
            color: Theme.error
            name: "ui-error"
            size: Theme.iconInline
            visible: root.wrong
            x: parent.width - width - Theme.space4
            y: (root.lineHeight - height) / 2
        }
    }

    TypedUndo {
        field: root
    }
    TextMenu {
        field: root
    }
    Label {
        color: root.placeholderTextColor
        font: root.font
        height: root.lineHeight
        text: root.placeholderText
        visible: root.length === 0 && root.preeditText === ""
        width: root.width - root.leftPadding - root.rightPadding
        x: root.leftPadding
    }
    Label {
        id: message

        color: Theme.error
        font: Theme.caption
        text: root.error
        visible: root.wrong && root.telling
        width: root.width
        wrapMode: Text.Wrap
        y: root.lineHeight + Theme.space1
    }
}
