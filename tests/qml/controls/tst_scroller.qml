import QtQuick
import QtTest
import Gatewright.Controls

TestCase {
    id: root

    height: 200
    name: "Scroller"
    visible: true
    when: windowShown
    width: 200

    Scroller {
        id: view

        anchors.fill: parent
        contentHeight: column.height

        Column {
            id: column

            width: view.width - 20

            Field {
                id: field

                width: parent.width
            }
            Item {
                id: rest

                height: 1000
                width: parent.width
            }
        }
    }

    function init() {
        rest.height = 1000;
        tryVerify(() => view.contentHeight < 1100);
        view.contentY = 0;
        root.forceActiveFocus();
        view.followed = null;
        field.forceActiveFocus();
        compare(view.followed, field);
    }
    /// Once it has been laid out.
    function grow() {
        const before = view.contentHeight;
        rest.height += 100;
        tryVerify(() => view.contentHeight > before);
    }
    function test_whatHasTheFocusStaysInSight() {
        view.contentY = 300;
        grow();
        compare(view.contentY, 0);
    }
    function test_theBarLetsGoOfIt() {
        const x = view.width - 5;
        mousePress(view, x, 12);
        mouseMove(view, x, 60);
        mouseMove(view, x, 120);
        mouseRelease(view, x, 120);
        const at = view.contentY;
        verify(at > 100);
        grow();
        // The bar keeps to whole pixels.
        fuzzyCompare(view.contentY, at, 1);
    }
    function test_theWheelLetsGoOfIt() {
        mouseWheel(view, 50, 50, 0, -480);
        const at = view.contentY;
        verify(at > 100);
        grow();
        compare(view.contentY, at);
    }
    function test_whatHoldsWhat() {
        verify(Within.holds(view, field));
        verify(Within.holds(field, field));
        verify(!Within.holds(field, view));
        verify(!Within.holds(view, null));
        compare(Within.scrollerOf(field), view);
        compare(Within.scrollerOf(root), null);
    }
}
