import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// Several lines of free text, kept when the focus leaves.
T.TextArea {
    id: root

    property string hint: ""
    required property string value

    signal edited(string text)

    color: Theme.text
    font: Theme.body
    implicitHeight: Math.max(72, contentHeight + topPadding + bottomPadding)
    leftPadding: Theme.space4
    rightPadding: Theme.space4
    bottomPadding: Theme.space3
    selectByMouse: true
    selectedTextColor: Theme.accentInk
    selectionColor: Theme.accent
    text: root.value
    textFormat: TextEdit.PlainText
    topPadding: Theme.space3
    wrapMode: TextEdit.Wrap

    KeyNavigation.priority: KeyNavigation.BeforeItem
    KeyNavigation.tab: root.nextItemInFocusChain()
    onActiveFocusChanged: if (!root.activeFocus && written.touched) {
        root.edited(written.text);
        root.text = Qt.binding(() => root.value);
    }

    Label {
        color: Theme.faint
        text: root.hint
        visible: root.length === 0
        x: root.leftPadding
        y: root.topPadding
    }
    TypedUndo {
        field: root
    }
    TextMenu {
        field: root
    }

    background: Rectangle {
        border.color: root.activeFocus ? Theme.focus : root.hovered ? Theme.borderStrong : Theme.border
        border.width: root.activeFocus ? 2 : 1
        color: Theme.raised
        radius: Theme.radiusControl
    }

    WrittenText {
        id: written

        textDocument: root.textDocument
        value: root.value
    }
}
