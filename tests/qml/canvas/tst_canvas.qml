import QtQuick
import QtTest
import Gatewright.Canvas
import Gatewright.Views

/// The canvas as it stands in a window: things dragged in, names typed, the zoom.
Item {
    id: root

    height: 700
    width: 1000

    Document {
        id: document
    }
    Session {
        id: session

        document: document
    }
    Commands {
        id: commands

        session: session
    }
    CanvasView {
        id: view

        anchors.fill: parent
        anchors.leftMargin: 100
        commands: commands
        reducedMotion: true
        session: session
    }
    /// Stands for the palette: its things are dragged as those of the palette are.
    Rectangle {
        id: palette

        color: "gray"
        height: 40
        width: 80

        DragHandler {
            id: handler

            dragThreshold: 4
            target: ghost

            onActiveChanged: {
                if (handler.active)
                    ghost.Drag.start();
                else
                    ghost.Drag.drop();
                ghost.x = 0;
                ghost.y = 0;
            }
        }
        Item {
            id: ghost

            property string itemKey: "vpc"

            Drag.dragType: Drag.Internal
            Drag.hotSpot.x: 40
            Drag.hotSpot.y: 20
            Drag.keys: ["gatewright/palette"]
            height: 40
            width: 80
        }
    }
    TestCase {
        id: test

        function drop(key: string, x: real, y: real) {
            ghost.itemKey = key;
            mousePress(root, 40, 20);
            mouseMove(root, 60, 40);
            mouseMove(root, x - 20, y - 20);
            mouseMove(root, x, y);
            mouseRelease(root, x, y);
        }
        function init() {
            document.reset();
            session.clearSelection();
            session.setView(1, Qt.point(0, 0));
        }
        function test_dragged_from_the_palette() {
            drop("vpc", 550, 350);
            const vpc = session.primary;
            verify(vpc !== "");
            drop("subnet", 550, 350);
            verify(session.primary !== vpc);
            compare(document.undoLabel, "Add subnet");
            document.undo();
            document.undo();
            verify(!document.canUndo);
        }
        function test_a_name_is_typed_in_place() {
            drop("vpc", 550, 350);
            const field = findChild(view, "renameField");
            verify(!field.visible);
            keyClick(Qt.Key_F2);
            tryCompare(field, "visible", true);
            verify(field.activeFocus);
            for (const letter of "shop")
                keyClick(letter);
            keyClick(Qt.Key_Return);
            tryCompare(field, "visible", false);
            compare(document.undoLabel.slice(0, 6), "Rename");
            verify(view.canvas.activeFocus);
            // Esc leaves the name as it was.
            keyClick(Qt.Key_F2);
            compare(field.text, "shop");
            keyClick("x");
            keyClick(Qt.Key_Escape);
            tryCompare(field, "visible", false);
            document.undo();
            verify(document.redoLabel.startsWith("Rename"));
        }
        function test_a_dragged_thing_that_leaves_is_gone() {
            ghost.itemKey = "vpc";
            mousePress(root, 40, 20);
            mouseMove(root, 60, 40);
            mouseMove(root, 540, 340);
            mouseMove(root, 550, 350);
            mouseMove(root, 50, 300);
            mouseRelease(root, 50, 300);
            verify(!document.canUndo);
            compare(session.primary, "");
        }
        name: "Canvas"
        when: windowShown
    }
}
