pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// One cell of a table: a line, and for what can be chosen a list that opens with Down or a click on its arrow.
Field {
    id: root

    required property var choices
    /// Whether the text only stands here until its row is added.
    property bool draft: false
    required property string editor
    property color ink: Theme.text
    required property string label
    required property string shown
    readonly property bool chooses: root.choices.length > 0
    /// Whether the text has no room: it is cut in its middle while nobody edits it.
    readonly property bool cut: !root.activeFocus && root.contentWidth > root.width - root.leftPadding - root.rightPadding

    signal edited(string text)
    signal restored

    function take(text: string) {
        if (root.draft) {
            root.text = text;
            return;
        }
        if (text !== root.shown || root.error !== "")
            root.edited(text);
        root.text = Qt.binding(() => root.shown);
    }

    Accessible.name: root.label
    color: root.cut ? "transparent" : root.ink
    background: Rectangle {
        border.color: root.wrong ? Theme.error : "transparent"
        color: root.activeFocus ? Theme.raised : root.hovered ? Theme.hover : "transparent"
        height: root.lineHeight
        radius: Theme.radiusSmall
        width: parent?.width ?? 0

        FocusRing {
            inside: true
            visible: root.activeFocus
        }
    }
    leftPadding: Theme.space3
    mono: root.editor === "line" || root.editor === "number"
    rightPadding: root.chooses && (root.hovered || root.activeFocus) ? 18 : Theme.space1
    telling: false
    text: root.shown

    Keys.onDownPressed: event => {
        event.accepted = root.chooses;
        if (root.chooses)
            picker.open();
    }
    Keys.onEscapePressed: event => {
        event.accepted = !root.draft && (root.text !== root.shown || root.error !== "");
        if (!event.accepted)
            return;
        root.text = Qt.binding(() => root.shown);
        root.restored();
    }
    onEditingFinished: root.take(root.text)

    Label {
        color: root.ink
        elide: Text.ElideMiddle
        font: root.font
        height: root.lineHeight
        text: root.text
        visible: root.cut
        width: root.width - root.leftPadding - root.rightPadding
        x: root.leftPadding
    }
    Tip {
        shown: root.hovered && root.cut
        text: root.text
    }
    Pictogram {
        color: Theme.muted
        name: "ui-chevron-down"
        size: Theme.iconInline
        visible: root.chooses && (root.hovered || root.activeFocus)
        x: root.width - width - Theme.space1
        y: (root.lineHeight - height) / 2

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds

            onTapped: picker.open()
        }
    }
    Picker {
        id: picker

        prompt: qsTr("Search: %1").arg(root.label)
        width: 240
        y: root.lineHeight

        model: ChoicesModel {
            choices: root.choices
            filter: picker.filter
        }

        onPicked: value => root.take(value)
    }
}
