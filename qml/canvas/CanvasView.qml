import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// The canvas with what lies on it: the field for a name, the tip at the pointer, the zoom.
Item {
    id: root

    /// What lies on the canvas at the left, in its coordinates; empty for nothing.
    property alias bar: canvas.bar
    property alias canvas: canvas
    /// How far something lies over the canvas from the right.
    property alias coveredRight: canvas.coveredRight
    required property Commands commands
    /// The zoom and the minimap, in the lower right corner.
    readonly property rect corner: Qt.rect(zoomBar.x, cornerTop, root.width - zoomBar.x, root.height - cornerTop)
    readonly property real cornerTop: minimap.visible ? minimap.y : zoomBar.y
    /// Where the pointer is; the middle where it is elsewhere.
    readonly property point pointed: pointer.hovered ? pointer.point.position : Qt.point(root.width / 2, root.height / 2)
    /// Whether the view jumps where it would fly.
    property bool reducedMotion: false
    required property Session session

    /// The menu of what is selected is asked for, at a point of this item.
    signal menuRequested(at: point)

    CanvasItem {
        id: canvas

        Accessible.description: qsTr("Tab goes from thing to thing, arrows move, Enter renames.")
        Accessible.name: qsTr("Canvas")
        Accessible.role: Accessible.List
        anchors.fill: parent
        clip: true
        commands: root.commands
        minimap: minimap.visible ? Qt.rect(minimap.x, minimap.y, minimap.width, minimap.height) : Qt.rect(0, 0, 0, 0)
        objectName: "canvas"
        reducedMotion: root.reducedMotion
        scheme: Theme.scheme
        session: root.session
        zoomBar: Qt.rect(zoomBar.x, zoomBar.y, zoomBar.width, zoomBar.height)

        onMenuRequested: at => root.menuRequested(at)

        HoverHandler {
            id: pointer
        }
    }
    DropArea {
        anchors.fill: parent
        keys: ["gatewright/palette"]

        onDropped: drop => canvas.dropPaletteItem(drop.source.itemKey, Qt.point(drop.x, drop.y))
        onExited: canvas.leavePaletteItem()
        onPositionChanged: drag => canvas.hoverPaletteItem(drag.source.itemKey, Qt.point(drag.x, drag.y))
    }
    EmptyCanvas {
        anchors.centerIn: parent
        error: root.session.document.error
        visible: root.session.document.empty
        width: Math.min(420, root.width - 2 * Theme.space8)

        onSampleAsked: root.commands.named("file.sample").run()
        onVpcAsked: canvas.addPaletteItem("vpc")
    }
    RenameField {
        canvas: canvas
    }
    Item {
        id: tipAnchor

        height: 20
        x: canvas.tipAt.x
        y: canvas.tipAt.y

        Tip {
            shown: canvas.tip !== ""
            text: canvas.tip
        }
    }
    LegendFold {
        canvas: canvas
    }
    PreviewMark {
        anchors.fill: parent
        visible: root.session.document.proposing
    }
    ZoomBar {
        id: zoomBar

        anchors.bottom: parent.bottom
        anchors.margins: Theme.space5
        anchors.right: parent.right
        commands: root.commands
        session: root.session
    }
    MinimapItem {
        id: minimap

        Accessible.ignored: true
        anchors.bottom: zoomBar.top
        anchors.bottomMargin: Theme.space3
        anchors.right: zoomBar.right
        canvas: canvas
        height: 84
        // Where all is seen it has nothing to say, and takes room.
        visible: !root.session.document.empty && !canvas.seesAll
        width: Math.max(136, zoomBar.width)

        Rectangle {
            anchors.fill: parent
            border.color: Theme.border
            color: "transparent"
            radius: Theme.radiusCard
        }
    }
}
