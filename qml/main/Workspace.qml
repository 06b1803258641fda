import QtQuick
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
    readonly property alias toast: area.toast

    /// Does a command about what is shown here; false where the name is that of another.
    function handle(name: string): bool {
        return area.handle(name) || bottom.handle(name);
    }
    function findInPalette() {
        root.session.leftOpen = true;
        left.focusFilter();
    }

    // Wherever the focus is: what no panel has a use for leads out of what is under way.
    Keys.onEscapePressed: event => event.accepted = root.session.stepOut()

    ProblemsModel {
        id: problems

        document: root.document
        session: root.session
    }
    PathsModel {
        id: paths

        document: root.document
        session: root.session
    }
    FocusKeys {
        cycle: FocusCycle {
            regions: [root.titleBar, left, area.canvas, inspector, bottom, status]
        }

        onFilterAsked: root.findInPalette()
    }
    LeftPanel {
        id: left

        anchors.bottom: bottom.top
        anchors.top: parent.top
        document: root.document
        session: root.session
        visible: root.session.leftOpen
        width: visible ? Math.min(borders.sizes.left, root.width - inspector.room - 480) : 0

        onAdded: key => area.canvas.addPaletteItem(key)
        onMenuRequested: at => area.openMenu(left, at)
    }
    CanvasArea {
        id: area

        anchors.bottom: bottom.top
        anchors.left: left.right
        anchors.right: parent.right
        anchors.rightMargin: inspector.room
        anchors.top: parent.top
        bottomPanel: bottom
        commands: root.commands
        coveredRight: root.overlaid && inspector.visible ? inspector.width : 0
        problems: problems
        session: root.session
        // Its bar stands in the bar of the panel below.
        z: 1

        onAddAsked: root.findInPalette()
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
        width: borders.sizes.right
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
        height: root.session.bottomOpen ? borders.sizes.bottom : Theme.tabBar
        paths: paths
        problems: problems
        session: root.session
    }
    StatusBar {
        id: status

        anchors.bottom: parent.bottom
        document: root.document
        paths: paths
        problems: problems
        session: root.session
        width: parent.width
    }
    PanelBorders {
        id: borders

        bottomOpen: root.session.bottomOpen
        bottomPanel: bottom
        compact: root.compact
        inspector: inspector
        leftPanel: left
        room: root.height - status.height
        status: status
    }
}
