pragma ComponentBehavior: Bound
import QtQuick
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

    TextScroller {
        id: view

        anchors.fill: parent
        anchors.margins: 2
        contentHeight: area.height
        contentWidth: Math.max(area.implicitWidth + numbers.width, width)
        head: numbers.width

        // Stays where it is while long lines move beneath it.
        LineNumbers {
            id: numbers

            area: area
            color: root.color
            x: view.contentX
            z: 1
        }
        PolicyArea {
            id: area

            Accessible.description: list.spoken !== "" ? list.spoken : syntax.error
            Accessible.name: root.label
            Accessible.role: Accessible.EditableText
            height: Math.max(view.height, contentHeight + topPadding + bottomPadding)
            list: list
            suggestions: suggestions
            width: view.contentWidth - numbers.width
            x: numbers.width

            onCursorRectangleChanged: if (activeFocus)
                view.show(Qt.rect(x + cursorRectangle.x, cursorRectangle.y, cursorRectangle.width, cursorRectangle.height))
            onEscaped: root.escaped()
            onFinished: root.finished()

            PolicyWaves {
                area: area
                quiet: list.visible
                syntax: syntax
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
