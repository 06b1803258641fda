import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// The text of a policy as it is typed; its list of suggestions takes the keys that it uses.
TextEdit {
    id: root

    required property SuggestionList list
    required property PolicySuggestions suggestions
    /// The last key wrote something: what fits is offered unasked.
    property bool typing: false

    /// Escape, with nothing open that it would close.
    signal escaped
    /// The focus has gone elsewhere.
    signal finished

    activeFocusOnTab: true
    color: Theme.text
    font: Theme.mono
    leftPadding: Theme.space4
    padding: Theme.space4
    selectByMouse: true
    selectedTextColor: Theme.accentInk
    selectionColor: Theme.accent
    textFormat: TextEdit.PlainText

    Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    Keys.onEscapePressed: if (!list.handle(Qt.Key_Escape))
        root.escaped()
    Keys.onPressed: event => {
        event.accepted = list.handle(event.key);
        if (event.accepted)
            return;
        if (event.key === Qt.Key_Space && event.modifiers & Qt.ControlModifier) {
            suggestions.ask(cursorPosition, false);
            event.accepted = true;
        }
        typing = !event.accepted && event.text !== "" && !(event.modifiers & Qt.ControlModifier);
    }
    Keys.onTabPressed: if (!list.handle(Qt.Key_Tab))
        nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason)
    onActiveFocusChanged: {
        if (activeFocus)
            return;
        suggestions.clear();
        root.finished();
    }
    onCursorPositionChanged: if (!typing)
        suggestions.clear()
    onTextChanged: if (typing)
        soon.restart()

    TextMenu {
        field: root
    }
    // The cursor follows the text.
    Timer {
        id: soon

        interval: 0

        onTriggered: {
            if (root.activeFocus)
                root.suggestions.ask(root.cursorPosition, true);
            // Where the cursor goes from here, it goes by itself.
            root.typing = false;
        }
    }
}
