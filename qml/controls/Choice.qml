pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme

/// One of few: a list of objects with `value` and `label`.
T.ComboBox {
    id: root

    /// The entry that holds, whatever was picked; -1 for none, -2 where currentIndex is bound instead. Binding currentIndex
    /// itself does not do: it goes to the first entry when the model changes, and stays at what was picked and refused.
    property int held: -2

    function follow() {
        if (root.held >= -1)
            root.currentIndex = root.held;
    }

    Accessible.role: Accessible.ComboBox
    font: Theme.body
    implicitHeight: Theme.control
    implicitWidth: 140
    leftPadding: Theme.space4
    rightPadding: Theme.space4 + Theme.iconControl
    textRole: "label"
    valueRole: "value"

    background: Rectangle {
        border.color: root.hovered ? Theme.borderStrong : Theme.border
        color: root.down ? Theme.hover : Theme.raised
        radius: Theme.radiusControl

        FocusRing {
            visible: root.visualFocus
        }
    }
    contentItem: Label {
        color: root.enabled ? Theme.text : Theme.disabled
        text: root.displayText
    }
    delegate: T.ItemDelegate {
        id: option

        required property int index
        /// Lists of objects have them as modelData, models have roles.
        readonly property var entry: option.model.modelData ?? option.model
        required property var model

        Accessible.name: option.entry[root.textRole]
        highlighted: root.highlightedIndex === option.index
        implicitHeight: Theme.row
        width: ListView.view.width

        background: Rectangle {
            color: option.highlighted ? Theme.hover : "transparent"
            radius: Theme.radiusControl
        }
        contentItem: Label {
            font: root.currentIndex === option.index ? Theme.bodyStrong : Theme.body
            leftPadding: Theme.space4
            rightPadding: Theme.space4
            text: option.entry[root.textRole]
        }
    }
    indicator: Pictogram {
        color: Theme.muted
        name: "ui-chevron-down"
        size: Theme.iconInline
        x: root.width - width - Theme.space4
        y: (root.height - height) / 2
    }
    popup: T.Popup {
        implicitHeight: Math.min(320, contentItem.implicitHeight + 2 * padding)
        padding: Theme.space2
        width: root.width
        y: root.height + Theme.space1

        background: Rectangle {
            border.color: Theme.borderStrong
            color: Theme.raised
            radius: Theme.radiusPopup
        }
        contentItem: ListView {
            clip: true
            currentIndex: root.highlightedIndex
            implicitHeight: contentHeight
            model: root.delegateModel

            T.ScrollBar.vertical: ScrollBar {}
        }
    }

    Component.onCompleted: root.follow()
    onActivated: root.follow()
    onHeldChanged: root.follow()
    onModelChanged: root.follow()
}
