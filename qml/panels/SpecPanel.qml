pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// The document as it would be saved; lines of the last change are marked.
FocusScope {
    id: root

    required property Document document

    Accessible.name: qsTr("Specification")
    Accessible.role: Accessible.Pane

    SpecModel {
        id: spec

        active: root.visible
        document: root.document

        onRefreshed: if (spec.firstChanged >= 0)
            list.positionViewAtIndex(spec.firstChanged, ListView.Center)
    }
    ListView {
        id: list

        activeFocusOnTab: true
        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        focus: true
        model: spec
        topMargin: Theme.space3

        Keys.onDownPressed: list.flick(0, -600)
        Keys.onUpPressed: list.flick(0, 600)
        T.ScrollBar.vertical: ScrollBar {}
        delegate: Rectangle {
            id: entry

            required property bool changed
            required property int index
            required property string line

            color: entry.changed ? Theme.dropTargetFill : "transparent"
            height: 18
            width: ListView.view.width

            Label {
                color: Theme.faint
                font: Theme.mono
                horizontalAlignment: Text.AlignRight
                text: entry.index + 1
                width: 44
            }
            Label {
                color: entry.changed ? Theme.accentText : Theme.text
                font: Theme.mono
                text: entry.line
                width: parent.width - x
                x: 60
            }
        }
    }
}
