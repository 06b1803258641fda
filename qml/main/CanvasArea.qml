import QtQuick
import Gatewright.Canvas
import Gatewright.Controls
import Gatewright.Main
import Gatewright.Panels
import Gatewright.Theme
import Gatewright.Views

/// The canvas with its menus, the bar of what is supposed, and the line that tells what was done.
Item {
    id: root

    required property BottomPanel bottomPanel
    readonly property alias canvas: canvasView.canvas
    required property Commands commands
    /// See CanvasView.
    property alias coveredRight: canvasView.coveredRight
    required property ProblemsModel problems
    required property Session session
    readonly property alias toast: toast

    /// A thing is to be added from the palette.
    signal addAsked

    /// Does a command about the canvas; false where the name is that of another.
    function handle(name: string): bool {
        if (name === "edit.pasteHere")
            root.pasteAt(canvasView.pointed);
        else if (name === "problem.fix")
            root.askForFixes(root.bottomPanel.placeOfFixes());
        else
            return false;
        return true;
    }
    function pasteAt(at: point) {
        root.commands.pasteAt(Qt.point(at.x - root.width / 2, at.y - root.height / 2));
    }
    /// Opens the menu of what can be done with the selection, at a point of an item.
    function openMenu(item: Item, at: point) {
        menu.at = item.mapToItem(root, at);
        menu.popup(root, menu.at.x, menu.at.y);
    }
    /// Opens the menu of the quick fixes: of the problem that is chosen where its list is used, below its row; else of
    /// what is selected, beside it.
    function askForFixes(inPanel: point) {
        if (inPanel.y >= 0)
            root.openFixes(root.bottomPanel.chosenProblem, root.bottomPanel.mapToItem(root, inPanel));
        else
            root.openFixes("", root.commands.spotOf(root.session.primary, Qt.size(root.width, root.height)));
    }
    function openFixes(finding: string, at: point) {
        if (finding === "" && root.session.primary === "")
            toast.show(qsTr("Select a thing or a problem to see its quick fixes."), "");
        else if (!(finding === "" ? fixes.ask(root.session.primary) : fixes.askOf(finding)))
            toast.show(qsTr("There is no quick fix for this."), "");
        else
            fixes.showAt(root, at);
    }

    CanvasView {
        id: canvasView

        anchors.fill: parent
        bar: whatIfBar.visible && !whatIfBar.docked ? Qt.rect(whatIfBar.x, whatIfBar.y, whatIfBar.width, whatIfBar.height) : Qt.rect(0, 0, 0, 0)
        commands: root.commands
        reducedMotion: Theme.reducedMotion
        session: root.session

        onMenuRequested: at => root.openMenu(root, at)
    }
    // In the free room of the bar below, where it covers nothing; over the canvas where that is too small.
    WhatIfBar {
        id: whatIfBar

        docked: root.bottomPanel.free.width >= whatIfBar.needed
        room: docked ? root.bottomPanel.free.width : root.width - 2 * Theme.space5
        session: root.session
        x: docked ? root.bottomPanel.free.x - root.x : Theme.space5
        y: docked ? root.height + root.bottomPanel.free.height - height - 2 : (root.canvas.legend.height > 0 ? root.canvas.legend.y - Theme.space3 : root.height - Theme.space5) - height
    }
    CanvasMenu {
        id: menu

        /// Where it was asked for.
        property point at

        commands: root.commands
        problems: root.problems

        onAddAsked: root.addAsked()
        onAskedHere: name => {
            if (name === "edit.pasteHere")
                root.pasteAt(menu.at);
            else
                root.openFixes(menu.at);
        }
    }
    QuickFixMenu {
        id: fixes

        problems: root.problems
    }
    Toast {
        id: toast

        readonly property bool overCorner: root.width / 2 + width / 2 > canvasView.corner.x - Theme.space4

        anchors.bottom: parent.bottom
        anchors.bottomMargin: overCorner ? canvasView.corner.height + Theme.space4 : Theme.space6
        anchors.horizontalCenter: parent.horizontalCenter

        onActed: root.session.document.undo()
    }
}
