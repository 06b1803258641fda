import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls

/// Scrolls a text that is larger than it: by wheel and scroll bars, and after the cursor. Its first `head` pixels are
/// covered, by what stays in place.
Flickable {
    id: root

    property real head: 0

    /// Scrolls as little as shows that rectangle of the content.
    function show(shown: rect) {
        // Before it is laid out, everything is out of sight.
        if (height <= 0 || width <= head)
            return;
        const gap = 8;
        if (shown.y < contentY)
            contentY = Math.max(0, shown.y - gap);
        else if (shown.y + shown.height > contentY + height)
            contentY = shown.y + shown.height + gap - height;
        if (shown.x - head < contentX)
            contentX = Math.max(0, shown.x - head - gap);
        else if (shown.x + gap > contentX + width)
            contentX = shown.x + gap - width;
    }

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    interactive: false

    T.ScrollBar.horizontal: ScrollBar {}
    T.ScrollBar.vertical: ScrollBar {}

    // Where there is nothing to scroll, the wheel is for what is around.
    WheelHandler {
        enabled: root.contentHeight > root.height

        onWheel: event => root.contentY = Math.max(0, Math.min(root.contentHeight - root.height, root.contentY - event.angleDelta.y / 2))
    }
}
