pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Theme

/// One of many, found by typing: rows of `model` have `value`, `label` and `note`.
T.Popup {
    id: root

    property alias filter: search.text
    required property var model
    property string prompt: qsTr("Search")
    /// What is searched for when it opens.
    property string start: ""
    /// Whether the list has changed since a row of it was chosen.
    property bool stale: false

    signal picked(string value)

    function pick(value: string) {
        root.close();
        root.picked(value);
    }

    /// Of a new list the first row is the best. Rows that went with the last letter have gone from the list as well.
    function settle() {
        if (!root.stale)
            return;
        root.stale = false;
        list.forceLayout();
        list.currentIndex = list.count > 0 ? 0 : -1;
        list.positionViewAtBeginning();
    }
    function step(by: int) {
        root.settle();
        list.currentIndex = Math.max(list.count > 0 ? 0 : -1, Math.min(list.currentIndex + by, list.count - 1));
        list.positionViewAtIndex(list.currentIndex, ListView.Contain);
    }

    focus: true
    implicitHeight: Math.min(320, search.height + Math.max(list.contentHeight, none.visible ? none.height : 0) + 2 * padding + Theme.space2)
    margins: Theme.space3
    padding: Theme.space2
    width: 280

    Timer {
        id: soon

        interval: 0

        onTriggered: root.settle()
    }

    background: Rectangle {
        border.color: Theme.borderStrong
        color: Theme.raised
        radius: Theme.radiusPopup
    }
    contentItem: FocusScope {
        focus: true

        SearchField {
            id: search

            Accessible.description: none.visible ? none.text : ""
            focus: true
            placeholderText: root.prompt
            width: parent.width

            Keys.onDownPressed: root.step(1)
            Keys.onUpPressed: root.step(-1)
            onAccepted: {
                root.settle();
                (list.currentItem as T.ItemDelegate)?.clicked();
            }
            onTextChanged: {
                root.stale = true;
                soon.restart();
            }
        }
        Label {
            id: none

            anchors.top: search.bottom
            anchors.topMargin: Theme.space2
            color: Theme.muted
            height: Theme.row
            leftPadding: Theme.space4
            text: root.filter === "" ? qsTr("Nothing to choose") : qsTr("No match")
            verticalAlignment: Text.AlignVCenter
            visible: list.count === 0
            width: parent.width
        }
        ListView {
            id: list

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: search.bottom
            anchors.topMargin: Theme.space2
            clip: true
            highlightMoveDuration: 0
            model: root.model

            // Enter takes the best of what is left; of an index that stands while nothing is left no item is made again.
            onCountChanged: list.currentIndex = list.count > 0 ? Math.max(0, list.currentIndex) : -1

            T.ScrollBar.vertical: ScrollBar {}
            delegate: PickerOption {
                highlighted: ListView.isCurrentItem
                width: ListView.view.width

                onClicked: root.pick(value)
            }
        }
    }

    onAboutToShow: {
        search.text = root.start;
        search.forceActiveFocus();
        root.stale = true;
        soon.restart();
    }
}
