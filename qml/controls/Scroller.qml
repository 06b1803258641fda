import QtQuick
import QtQuick.Templates as T
import QtQuick.Window

/// A view scrolled by the wheel, its bar and the focus, which it follows; it is never dragged, since what is pressed in it is
/// worked.
Flickable {
    id: root

    function scrollTo(y: real) {
        root.contentY = Math.max(0, Math.min(root.contentHeight - root.height, y));
    }
    /// Scrolls no further than shows the item, its top where it is higher than the view.
    function reveal(item: Item) {
        const top = item.mapToItem(root.contentItem, 0, 0).y;
        if (top < root.contentY || item.height > root.height)
            root.scrollTo(top);
        else if (top + item.height > root.contentY + root.height)
            root.scrollTo(top + item.height - root.height);
    }
    function holds(item: Item): bool {
        return item !== null && (item === root.contentItem || root.holds(item.parent));
    }

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    interactive: false

    T.ScrollBar.vertical: ScrollBar {}

    Connections {
        function onActiveFocusItemChanged() {
            const item = root.Window.activeFocusItem;
            if (root.holds(item) && item !== root.contentItem)
                root.reveal(item);
        }

        target: root.Window.window
    }
    WheelHandler {
        onWheel: event => root.scrollTo(root.contentY - event.angleDelta.y / 2)
    }
}
