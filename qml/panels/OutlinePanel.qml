pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// Everything of the design as a tree, in step with what is selected.
FocusScope {
    id: root

    required property Document document
    readonly property var selection: root.session.selection
    required property Session session

    /// The menu of what is selected is asked for, at a point of this panel.
    signal menuRequested(at: point)

    function askForMenu() {
        root.menuRequested(list.currentItem ? list.currentItem.mapToItem(root, 0, list.currentItem.height) : Qt.point(0, 0));
    }

    function showSelected() {
        const at = tree.reveal(root.session.primary);
        list.currentIndex = at;
        if (at >= 0)
            list.positionViewAtIndex(at, ListView.Contain);
    }

    Accessible.name: qsTr("Outline")
    Accessible.role: Accessible.Pane

    OutlineModel {
        id: tree

        document: root.document
    }
    Connections {
        target: root.session

        function onSelectionChanged() {
            root.showSelected();
        }
    }
    Label {
        id: heading

        font: Theme.bodyStrong
        height: Theme.panelHeader
        text: qsTr("Outline")
        x: Theme.space5
    }
    EmptyState {
        anchors.top: heading.bottom
        sentence: qsTr("Nothing drawn yet. Drag a VPC from above onto the canvas.")
        visible: list.count === 0
        width: parent.width
    }
    ListView {
        id: list

        Accessible.name: qsTr("Outline")
        Accessible.role: Accessible.Tree
        activeFocusOnTab: true
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: heading.bottom
        bottomMargin: Theme.space4
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        currentIndex: -1
        focus: true
        highlightMoveDuration: 0
        keyNavigationEnabled: true
        model: tree

        Keys.onLeftPressed: (list.currentItem as OutlineRow)?.fold(false)
        Keys.onMenuPressed: root.askForMenu()
        Keys.onPressed: event => {
            event.accepted = event.key === Qt.Key_F10 && event.modifiers === Qt.ShiftModifier;
            if (event.accepted)
                root.askForMenu();
        }
        Keys.onReturnPressed: root.session.flyTo(tree.thingAt(list.currentIndex))
        Keys.onRightPressed: (list.currentItem as OutlineRow)?.fold(true)
        Keys.onSpacePressed: root.session.select(tree.thingAt(list.currentIndex))
        T.ScrollBar.vertical: ScrollBar {}
        delegate: OutlineRow {}
    }

    component OutlineRow: TreeRow {
        id: row

        required property int count
        required property int index
        required property string key
        required property string label
        required property string thing

        function fold(open: bool) {
            if (row.expandable && row.expanded !== open)
                tree.toggle(row.key);
        }

        required depth
        required expandable
        required expanded
        required pictogram
        required severity
        counted: row.count
        current: ListView.isCurrentItem && ListView.view.activeFocus
        focusPolicy: Qt.NoFocus
        highlighted: row.thing !== "" && root.selection.includes(row.thing)
        text: row.label
        width: ListView.view.width

        onClicked: {
            list.currentIndex = row.index;
            list.forceActiveFocus();
            if (row.thing === "")
                tree.toggle(row.key);
            else
                root.session.select(row.thing);
        }
        onDoubleClicked: root.session.flyTo(row.thing)
        onFolded: tree.toggle(row.key)

        TapHandler {
            acceptedButtons: Qt.RightButton
            enabled: row.thing !== ""

            onTapped: point => {
                list.currentIndex = row.index;
                root.session.select(row.thing);
                root.menuRequested(row.mapToItem(root, point.position));
            }
        }
    }
}
