import QtQuick
import Gatewright.Canvas
import Gatewright.Controls
import Gatewright.Main
import Gatewright.Panels
import Gatewright.Theme
import Gatewright.Views

/// Canvas and panels. The canvas is never under 480 x 280: panels give way in the order bottom, left, right.
Item {
    id: root

    required property Commands commands
    readonly property bool compact: root.width < 1400
    required property Document document
    /// The inspector lies over the canvas where the window is narrow.
    readonly property bool overlaid: root.width < 1120
    required property Session session
    readonly property var regions: [root.titleBar, left, canvasView, inspector, bottom]
    required property Item titleBar

    function bounded(value: real, least: real, most: real): real {
        return Math.round(Math.max(least, Math.min(value, most)));
    }
    /// Moves the focus to the next region: title bar, left, canvas, inspector, bottom.
    function cycle(step: int) {
        const regions = root.regions.filter(each => each.visible);
        const at = regions.findIndex(each => root.holdsFocus(each));
        const next = regions[(at + step + regions.length) % regions.length];
        const first = next === canvasView ? canvasView.canvas : next.nextItemInFocusChain();
        first.forceActiveFocus(Qt.TabFocusReason);
    }
    /// Does what the window is asked for here; false where it is not for the panels.
    function handle(name: string): bool {
        if (name === "problem.next")
            bottom.walk(1);
        else if (name === "problem.previous")
            bottom.walk(-1);
        else if (name === "problem.fix")
            bottom.fixCurrent();
        else if (name === "view.zoomIn")
            canvasView.canvas.zoomBy(1.25);
        else if (name === "view.zoomOut")
            canvasView.canvas.zoomBy(0.8);
        else
            return false;
        return true;
    }
    function holdsFocus(region: Item): bool {
        for (let each = root.Window.activeFocusItem; each; each = each.parent)
            if (each === region)
                return true;
        return false;
    }
    function tell(text: string, undoable: bool) {
        toast.show(text, undoable ? qsTr("Undo") : "");
    }

    Remembered {
        id: leftSize

        fallback: -1
        key: "panel/left"
    }
    Remembered {
        id: rightSize

        fallback: -1
        key: "panel/right"
    }
    Remembered {
        id: bottomSize

        fallback: -1
        key: "panel/bottom"
    }
    // The matrix with a trace below it needs more room than a list.
    Remembered {
        id: pathsSize

        fallback: -1
        key: "panel/paths"
    }
    ProblemsModel {
        id: problems

        document: root.document
        session: root.session
    }
    PathsModel {
        id: paths

        document: root.document
    }
    TraceModel {
        id: trace

        document: root.document
        flow: root.session.tracedFlow
    }
    Shortcut {
        sequence: "/"

        onActivated: {
            root.session.leftOpen = true;
            left.focusFilter();
        }
    }
    Shortcut {
        sequence: "F6"

        onActivated: root.cycle(1)
    }
    Shortcut {
        sequence: "Shift+F6"

        onActivated: root.cycle(-1)
    }
    LeftPanel {
        id: left

        anchors.bottom: bottom.top
        anchors.top: parent.top
        document: root.document
        session: root.session
        visible: root.session.leftOpen
        width: visible ? Math.min(root.bounded(leftSize.value < 0 ? (root.compact ? 208 : 232) : leftSize.value, 200, 360), root.width - inspector.room - 480) : 0

        onAdded: key => canvasView.canvas.addPaletteItem(key)
    }
    CanvasView {
        id: canvasView

        anchors.bottom: bottom.top
        anchors.left: left.right
        anchors.right: parent.right
        anchors.rightMargin: inspector.room
        anchors.top: parent.top
        commands: root.commands
        reducedMotion: Theme.reducedMotion
        session: root.session

        onMenuRequested: at => menu.popup(canvasView, at.x, at.y)

        CanvasMenu {
            id: menu

            commands: root.commands
        }
    }
    Inspector {
        id: inspector

        /// The width that it takes from the canvas.
        readonly property real room: root.overlaid ? 0 : root.session.rightOpen ? width : rail.width

        anchors.bottom: root.overlaid ? bottom.top : status.top
        anchors.right: parent.right
        anchors.top: parent.top
        document: root.document
        session: root.session
        visible: root.session.rightOpen && (!root.overlaid || filled)
        width: root.bounded(rightSize.value < 0 ? (root.compact ? 288 : 320) : rightSize.value, 272, 520)
    }
    Rail {
        id: rail

        anchors.bottom: status.top
        anchors.right: parent.right
        anchors.top: parent.top
        session: root.session
        visible: !root.session.rightOpen && !root.overlaid
    }
    BottomPanel {
        id: bottom

        readonly property Remembered kept: root.session.bottomTab === "paths" ? pathsSize : bottomSize
        readonly property real wanted: kept.value >= 0 ? kept.value : kept === pathsSize ? root.height / 2 : root.compact ? 176 : 212

        anchors.bottom: status.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: inspector.room
        document: root.document
        height: root.session.bottomOpen ? root.bounded(wanted, 120, Math.min(root.height / 2, root.height - status.height - 280)) : Theme.tabBar
        paths: paths
        problems: problems
        session: root.session
        trace: trace
    }
    StatusBar {
        id: status

        anchors.bottom: parent.bottom
        document: root.document
        paths: paths
        problems: problems
        width: parent.width
    }
    SplitHandle {
        anchors.bottom: bottom.top
        anchors.top: parent.top
        visible: left.visible
        x: left.width - width / 2

        onMoved: delta => leftSize.value = root.bounded(left.width + delta, 200, 360)
        onRestored: leftSize.value = -1
    }
    SplitHandle {
        anchors.bottom: status.top
        anchors.top: parent.top
        visible: inspector.visible
        x: inspector.x - width / 2

        onMoved: delta => rightSize.value = root.bounded(inspector.width - delta, 272, 520)
        onRestored: rightSize.value = -1
    }
    SplitHandle {
        upright: false
        visible: root.session.bottomOpen
        width: bottom.width
        y: bottom.y - height / 2

        onMoved: delta => bottom.kept.value = root.bounded(bottom.height - delta, 120, root.height / 2)
        onRestored: bottom.kept.value = -1
    }
    Toast {
        id: toast

        anchors.bottom: bottom.top
        anchors.bottomMargin: Theme.space6
        anchors.horizontalCenter: canvasView.horizontalCenter

        onActed: root.document.undo()
    }
}
