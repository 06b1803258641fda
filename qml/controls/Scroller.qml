import QtQuick
import QtQuick.Templates as T
import QtQuick.Window

/// A view scrolled by the wheel, its bar and the focus, which it follows; it is never dragged, since what is pressed in it is
/// worked.
Flickable {
    id: root

    /// What is to stay in sight while what surrounds it is laid out anew; the wheel and the bar end that.
    property Item followed: null
    /// What a field may say below itself, pixels.
    readonly property real saidBelow: 36

    /// Shows the item, and once more when the content has grown below it.
    function follow(item: Item) {
        root.followed = item;
        if (item)
            root.reveal(item);
    }
    function keep() {
        if (root.holds(root.followed))
            root.reveal(root.followed);
    }
    function scrollTo(y: real) {
        root.contentY = Math.max(0, Math.min(root.contentHeight - root.height, y));
    }
    /// Scrolls no further than shows the item and what may be said below it, its top where it is higher than the view.
    function reveal(item: Item) {
        const top = item.mapToItem(root.contentItem, 0, 0).y;
        const bottom = top + item.height + root.saidBelow;
        if (top < root.contentY || item.height > root.height)
            root.scrollTo(top);
        else if (bottom > root.contentY + root.height)
            root.scrollTo(bottom - root.height);
    }
    function holds(item: Item): bool {
        return Within.holds(root.contentItem, item);
    }

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    onContentHeightChanged: root.keep()
    onHeightChanged: root.keep()
    interactive: false

    T.ScrollBar.vertical: ScrollBar {
        onPressedChanged: if (pressed)
            root.followed = null
    }

    Connections {
        function onActiveFocusItemChanged() {
            const item = root.Window.activeFocusItem;
            root.follow(root.holds(item) && item !== root.contentItem ? item : null);
        }

        target: root.Window.window
    }
    WheelHandler {
        onWheel: event => {
            root.followed = null;
            root.scrollTo(root.contentY - event.angleDelta.y / 2);
        }
    }
}
