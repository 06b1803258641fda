pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// Waves below the words of a text that something is wrong with, and what it is, for who points at one. Lies over the
/// text.
Item {
    id: root

    required property TextEdit area
    /// Whether something else is open that a tip would cover.
    required property bool quiet
    required property PolicySyntax syntax

    anchors.fill: parent

    Repeater {
        model: root.syntax.underlines

        Squiggle {
            required property var modelData
            readonly property rect start: root.area.positionToRectangle(modelData.from)

            color: modelData.severity === 2 ? Theme.error : modelData.severity === 1 ? Theme.warning : Theme.hint
            width: root.area.positionToRectangle(modelData.to).x - start.x
            x: start.x
            y: start.y + start.height - height
        }
    }
    HoverHandler {
        id: pointer
    }
    Item {
        id: tipAnchor

        readonly property string message: pointer.hovered && !root.quiet ? words(root.syntax.underlines, root.syntax.findings) : ""

        /// What is wrong below the pointer. It is asked for what is underlined and found now, since a binding follows what it
        /// names.
        function words(underlines: var, findings: var): string {
            return root.syntax.messageAt(root.area.positionAt(pointer.point.position.x, pointer.point.position.y));
        }

        height: root.area.cursorRectangle.height
        x: pointer.point.position.x
        y: pointer.point.position.y

        Tip {
            lines: 6
            shown: tipAnchor.message !== ""
            text: tipAnchor.message
        }
    }
}
