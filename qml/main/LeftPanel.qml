import QtQuick
import Gatewright.Controls
import Gatewright.Panels
import Gatewright.Theme
import Gatewright.Views

/// The palette above the outline.
FocusScope {
    id: root

    required property Document document
    required property Session session

    signal added(string key)
    /// See OutlinePanel; at a point of this panel.
    signal menuRequested(at: point)

    function focusFilter() {
        palettePanel.focusFilter();
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.panel
    }
    Remembered {
        id: share

        fallback: 0.6
        key: "panel/palette"
    }
    PalettePanel {
        id: palettePanel

        height: Math.round(root.height * Math.max(0.25, Math.min(share.value, 0.8)))
        width: parent.width

        onAdded: key => root.added(key)
    }
    OutlinePanel {
        id: outline

        anchors.bottom: parent.bottom
        anchors.top: palettePanel.bottom
        document: root.document
        session: root.session
        width: parent.width

        onMenuRequested: at => root.menuRequested(outline.mapToItem(root, at))
    }
    SplitHandle {
        upright: false
        width: parent.width
        y: palettePanel.height - height / 2

        onMoved: delta => share.value = Math.max(0.25, Math.min((palettePanel.height + delta) / root.height, 0.8))
        onRestored: share.value = 0.6
    }
}
