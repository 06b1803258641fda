pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// A policy as JSON, read while it is typed; what is no policy is marked where it stands and not applied.
Column {
    id: root

    required property Document document
    property string error: ""
    required property string label
    /// Id of the thing that carries the policy.
    required property string row
    required property string value

    signal edited(string text)
    signal restored

    function keep() {
        if (area.text === root.value)
            return;
        root.edited(area.text);
        area.text = Qt.binding(() => root.value);
    }

    spacing: Theme.space3

    Rectangle {
        border.color: syntax.error !== "" ? Theme.error : area.activeFocus ? Theme.focus : "transparent"
        border.width: area.activeFocus ? 2 : 1
        color: Theme.sunken
        height: Math.min(320, Math.max(3 * 18, area.contentHeight) + 2 * Theme.space4)
        radius: Theme.radiusControl
        width: root.width

        Flickable {
            id: view

            anchors.fill: parent
            anchors.margins: 1
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: area.height
            contentWidth: Math.max(area.implicitWidth + numbers.width, width)
            interactive: false

            T.ScrollBar.horizontal: ScrollBar {}
            T.ScrollBar.vertical: ScrollBar {}

            WheelHandler {
                onWheel: event => view.contentY = Math.max(0, Math.min(view.contentHeight - view.height, view.contentY - event.angleDelta.y / 2))
            }
            Column {
                id: numbers

                topPadding: Theme.space4
                width: 32

                Repeater {
                    model: area.lineCount

                    Label {
                        required property int index

                        color: Theme.faint
                        font: Theme.mono
                        height: area.contentHeight / area.lineCount
                        horizontalAlignment: Text.AlignRight
                        text: index + 1
                        width: 24
                    }
                }
            }
            TextEdit {
                id: area

                Accessible.description: syntax.error
                Accessible.name: root.label
                Accessible.role: Accessible.EditableText
                activeFocusOnTab: true
                color: Theme.text
                font: Theme.mono
                height: Math.max(view.height, contentHeight + topPadding + bottomPadding)
                leftPadding: Theme.space4
                padding: Theme.space4
                selectByMouse: true
                selectedTextColor: Theme.accentInk
                selectionColor: Theme.accent
                text: root.value
                textFormat: TextEdit.PlainText
                width: view.contentWidth - numbers.width
                x: numbers.width

                Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                Keys.onEscapePressed: {
                    area.text = Qt.binding(() => root.value);
                    root.restored();
                }
                Keys.onTabPressed: nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason)
                onActiveFocusChanged: if (!activeFocus)
                    root.keep()
                onCursorRectangleChanged: {
                    if (cursorRectangle.y < view.contentY)
                        view.contentY = Math.max(0, cursorRectangle.y - 8);
                    else if (cursorRectangle.y + cursorRectangle.height > view.contentY + view.height)
                        view.contentY = cursorRectangle.y + cursorRectangle.height + 8 - view.height;
                }
            }
        }
    }
    PolicySyntax {
        id: syntax

        errorColor: Theme.error
        keyColor: Theme.synKey
        numberColor: Theme.synNumber
        stringColor: Theme.synString
        textDocument: area.textDocument
    }
    Row {
        spacing: Theme.space3
        visible: syntax.error !== "" || root.error !== ""

        Pictogram {
            color: Theme.error
            name: "ui-error"
            size: Theme.iconInline
            y: 1
        }
        Label {
            color: Theme.error
            font: Theme.caption
            text: syntax.error !== "" ? syntax.error : root.error
            width: root.width - Theme.iconInline - Theme.space3
            wrapMode: Text.Wrap
        }
    }
    PolicyLockouts {
        id: lockouts

        document: root.document
        draft: area.text === root.value ? "" : area.text
        row: root.row
    }
    LockoutList {
        headline: lockouts.headline
        lines: lockouts.lines
        visible: syntax.error === "" && lockouts.headline !== ""
        width: root.width
    }
}
