pragma Singleton
import QtQuick

/// What stands in what.
QtObject {
    id: root

    /// Whether the item is `frame`, or stands in it at any depth.
    function holds(frame: Item, item: Item): bool {
        return item !== null && (item === frame || root.holds(frame, item.parent));
    }
    /// The view that scrolls the item; null where none does.
    function scrollerOf(item: Item): Scroller {
        return item === null ? null : item instanceof Scroller ? item as Scroller : root.scrollerOf(item.parent);
    }
}
