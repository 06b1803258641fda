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
    required property Item titleBar

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
    function tell(text: string, undoable: bool) {
        toast.show(text, undoable ? qsTr("Undo") : "");
    }

    PanelSizes {
        id: sizes

        compact: root.compact
        paths: root.session.bottomTab === "paths"
        room: root.height - status.height
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
    FocusCycle {
        regions: [root.titleBar, left, canvasView.canvas, inspector, bottom]
    }
    LeftPanel {
        id: left

        anchors.bottom: bottom.top
        anchors.top: parent.top
        document: root.document
        session: root.session
        visible: root.session.leftOpen
        width: visible ? Math.min(sizes.left, root.width - inspector.room - 480) : 0

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
        width: sizes.right
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

        anchors.bottom: status.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: inspector.room
        document: root.document
        height: root.session.bottomOpen ? sizes.bottom : Theme.tabBar
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

        onMoved: delta => sizes.setLeft(left.width + delta)
        onRestored: sizes.setLeft(-1)
    }
    SplitHandle {
        anchors.bottom: status.top
        anchors.top: parent.top
        visible: inspector.visible
        x: inspector.x - width / 2

        onMoved: delta => sizes.setRight(inspector.width - delta)
        onRestored: sizes.setRight(-1)
    }
    SplitHandle {
        upright: false
        visible: root.session.bottomOpen
        width: bottom.width
        y: bottom.y - height / 2

        onMoved: delta => sizes.setBottom(bottom.height - delta)
        onRestored: sizes.setBottom(-1)
    }
    Toast {
        id: toast

        anchors.bottom: bottom.top
        anchors.bottomMargin: Theme.space6
        anchors.horizontalCenter: canvasView.horizontalCenter

        onActed: root.document.undo()
    }
}
