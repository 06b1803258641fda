pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// Everything that can be drawn, found by its name.
FocusScope {
    id: root

    signal added(string key)

    function focusFilter() {
        search.forceActiveFocus(Qt.ShortcutFocusReason);
        // What was looked for before goes with the first letter.
        search.selectAll();
    }

    Accessible.name: qsTr("Palette")
    Accessible.role: Accessible.Pane

    PaletteModel {
        id: things

        filter: search.text
    }
    Label {
        id: heading

        font: Theme.bodyStrong
        height: Theme.panelHeader
        text: qsTr("Add")
        x: Theme.space5
    }
    SearchField {
        id: search

        anchors.left: parent.left
        anchors.leftMargin: Theme.space4
        anchors.right: parent.right
        anchors.rightMargin: Theme.space4
        anchors.top: heading.bottom
        focus: true
        hint: "/"
        pictogram: "ui-search"
        placeholderText: qsTr("Filter, then Enter")

        onAccepted: if (things.first !== "") {
            root.added(things.first);
            search.clear();
        }
    }
    EmptyState {
        anchors.top: search.bottom
        sentence: qsTr("Nothing of that name can be drawn.")
        visible: things.first === ""
        width: parent.width
    }
    ListView {
        id: list

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: search.bottom
        anchors.topMargin: Theme.space3
        bottomMargin: Theme.space4
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: things
        // A finger or a pressed mouse drags things, the wheel scrolls.
        pressDelay: 0
        interactive: false

        WheelHandler {
            onWheel: event => list.contentY = Math.max(0, Math.min(list.contentHeight + list.bottomMargin - list.height, list.contentY - event.angleDelta.y / 2))
        }
        T.ScrollBar.vertical: ScrollBar {}
        delegate: Column {
            id: section

            required property list<var> items
            required property string key
            required property bool open

            width: ListView.view.width

            TreeRow {
                counted: section.open ? 0 : section.items.length
                expandable: true
                expanded: section.open
                font: Theme.caption
                text: section.key
                width: parent.width

                onClicked: things.toggle(section.key)
                onFolded: things.toggle(section.key)
            }
            Grid {
                columns: 2
                leftPadding: Theme.space3
                visible: section.open

                Repeater {
                    model: section.open ? section.items : []

                    PaletteThing {
                        required property var modelData

                        chosen: search.text !== "" && things.first === itemKey
                        fullName: modelData.name
                        itemKey: modelData.key
                        pictogram: modelData.pictogram
                        text: modelData.label
                        width: (section.width - 2 * Theme.space3) / 2

                        onAdded: root.added(itemKey)
                    }
                }
            }
        }
    }
}
