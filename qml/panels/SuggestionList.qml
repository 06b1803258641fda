pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// What fits at the cursor of a text, which keeps the focus: it hands its keys on to `take`.
T.Popup {
    id: root

    /// What the list says of its current row, for those who hear it.
    readonly property string spoken: root.visible && root.suggestions.count > 0 ? root.suggestions.spoken(list.currentIndex) : ""
    required property TextEdit area
    required property PolicySuggestions suggestions
    readonly property real below: root.area.cursorRectangle.y + root.area.cursorRectangle.height + Theme.space2
    readonly property bool fits: root.area.mapToItem(null, 0, root.below).y + root.implicitHeight < (T.Overlay.overlay?.height ?? Infinity) - Theme.space3

    /// Does what the key is for; false where it is for the text.
    function handle(key: int): bool {
        if (!root.visible)
            return false;
        const rows = Math.max(1, Math.floor(list.height / Theme.rowCompact) - 1);
        if (key === Qt.Key_Down)
            list.currentIndex = (list.currentIndex + 1) % list.count;
        else if (key === Qt.Key_Up)
            list.currentIndex = (list.currentIndex + list.count - 1) % list.count;
        else if (key === Qt.Key_PageDown)
            list.currentIndex = Math.min(list.count - 1, list.currentIndex + rows);
        else if (key === Qt.Key_PageUp)
            list.currentIndex = Math.max(0, list.currentIndex - rows);
        else if (key === Qt.Key_Return || key === Qt.Key_Enter || key === Qt.Key_Tab)
            root.suggestions.take(list.currentIndex);
        else if (key === Qt.Key_Escape)
            root.suggestions.clear();
        else
            return false;
        return true;
    }

    closePolicy: T.Popup.NoAutoClose
    focus: false
    implicitHeight: Math.min(8 * Theme.rowCompact, list.count * Theme.rowCompact) + 2 * root.padding
    margins: Theme.space3
    padding: Theme.space2
    parent: root.area
    visible: root.suggestions.count > 0 && root.area.activeFocus
    width: 380
    x: root.area.cursorRectangle.x - Theme.space4
    y: root.fits ? root.below : root.area.cursorRectangle.y - root.implicitHeight - Theme.space2

    background: Rectangle {
        border.color: Theme.borderStrong
        color: Theme.raised
        radius: Theme.radiusPopup
    }
    contentItem: ListView {
        id: list

        Accessible.name: qsTr("Suggestions")
        Accessible.role: Accessible.List
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        highlightMoveDuration: 0
        model: root.suggestions

        T.ScrollBar.vertical: ScrollBar {}
        delegate: Option {}

        // Of a new list the first row is the best.
        onModelChanged: list.currentIndex = 0
    }

    Connections {
        target: root.suggestions

        function onCounted() {
            list.currentIndex = 0;
            if (list.count > 0)
                list.positionViewAtBeginning();
        }
    }

    component Option: T.ItemDelegate {
        id: option

        required property string detail
        required property int index
        required property string label

        Accessible.name: root.suggestions.spoken(option.index)
        Accessible.role: Accessible.ListItem
        focusPolicy: Qt.NoFocus
        highlighted: ListView.isCurrentItem
        implicitHeight: Theme.rowCompact
        width: ListView.view.width

        background: Rectangle {
            color: option.highlighted ? Theme.selection : option.hovered ? Theme.hover : "transparent"
            radius: Theme.radiusControl
        }
        contentItem: Item {
            Label {
                id: name

                anchors.verticalCenter: parent.verticalCenter
                color: option.highlighted ? Theme.selectionText : Theme.text
                elide: Text.ElideMiddle
                font: Theme.mono
                text: option.label
                width: Math.min(implicitWidth, parent.width - 2 * Theme.space4)
                x: Theme.space4
            }
            Label {
                anchors.right: parent.right
                // Beside the scroll bar.
                anchors.rightMargin: Theme.space6
                anchors.verticalCenter: parent.verticalCenter
                color: option.highlighted ? Theme.selectionText : Theme.muted
                font: Theme.caption
                horizontalAlignment: Text.AlignRight
                text: option.detail
                visible: width > 40
                width: Math.max(0, parent.width - name.x - name.width - 2 * Theme.space4)
            }
        }

        onClicked: root.suggestions.take(option.index)
    }
}
