pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// The text of a policy with its lines numbered, what is wrong underlined, and what fits at the cursor offered.
Rectangle {
    id: root

    property alias area: area
    required property Document document
    required property string field
    required property string label
    required property string row
    readonly property alias syntax: syntax

    /// Escape, with nothing open that it would close.
    signal escaped
    /// The focus has gone elsewhere.
    signal finished

    /// Puts the cursor on what is wrong, and selects it.
    function goTo(from: int, to: int) {
        area.forceActiveFocus();
        area.select(from, to);
    }

    border.color: syntax.error !== "" ? Theme.error : area.activeFocus ? Theme.focus : "transparent"
    border.width: area.activeFocus ? 2 : 1
    color: Theme.sunken
    implicitHeight: Math.min(320, Math.max(3 * 18, area.contentHeight) + 2 * Theme.space4)
    radius: Theme.radiusControl

    Flickable {
        id: view

        anchors.fill: parent
        anchors.margins: 2
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
        // Stays where it is while long lines move beneath it.
        LineNumbers {
            id: numbers

            area: area
            color: root.color
            x: view.contentX
            z: 1
        }
        TextEdit {
            id: area

            /// The last key wrote something: what fits is offered unasked.
            property bool typing: false

            function offer() {
                if (area.activeFocus)
                    suggestions.ask(area.cursorPosition, true);
            }

            Accessible.description: list.spoken !== "" ? list.spoken : syntax.error
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
            textFormat: TextEdit.PlainText
            width: view.contentWidth - numbers.width
            x: numbers.width

            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            Keys.onEscapePressed: if (!list.handle(Qt.Key_Escape))
                root.escaped()
            Keys.onPressed: event => {
                event.accepted = list.handle(event.key);
                if (event.accepted)
                    return;
                if (event.key === Qt.Key_Space && event.modifiers & Qt.ControlModifier) {
                    suggestions.ask(area.cursorPosition, false);
                    event.accepted = true;
                }
                area.typing = !event.accepted && event.text !== "" && !(event.modifiers & Qt.ControlModifier);
            }
            Keys.onTabPressed: if (!list.handle(Qt.Key_Tab))
                nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason)
            onActiveFocusChanged: {
                if (activeFocus)
                    return;
                suggestions.clear();
                root.finished();
            }
            onCursorPositionChanged: if (!area.typing)
                suggestions.clear()
            onCursorRectangleChanged: {
                if (!area.activeFocus)
                    return;
                if (cursorRectangle.y < view.contentY)
                    view.contentY = Math.max(0, cursorRectangle.y - 8);
                else if (cursorRectangle.y + cursorRectangle.height > view.contentY + view.height)
                    view.contentY = cursorRectangle.y + cursorRectangle.height + 8 - view.height;
                const across = area.x + cursorRectangle.x;
                if (across - numbers.width < view.contentX)
                    view.contentX = Math.max(0, across - numbers.width - 8);
                else if (across + 8 > view.contentX + view.width)
                    view.contentX = across + 8 - view.width;
            }
            onTextChanged: if (area.typing)
                soon.restart()

            PolicyWaves {
                area: area
                quiet: list.visible
                syntax: syntax
            }
            // The cursor follows the text.
            Timer {
                id: soon

                interval: 0

                onTriggered: area.offer()
            }
        }
    }
    SuggestionList {
        id: list

        area: area
        suggestions: suggestions
    }
    PolicySuggestions {
        id: suggestions

        document: root.document
        field: root.field
        row: root.row
        textDocument: area.textDocument

        onTaken: (from, to) => {
            area.select(from, to);
            // Between the quotes that were just made the next word is chosen at once.
            suggestions.ask(area.cursorPosition, true);
        }
    }
    PolicySyntax {
        id: syntax

        document: root.document
        field: root.field
        keyColor: Theme.synKey
        numberColor: Theme.synNumber
        row: root.row
        stringColor: Theme.synString
        textDocument: area.textDocument
    }
}
