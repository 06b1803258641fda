import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// One thing that decides, with its sign. `outcome`: 0 passes, 1 stops, 2 not known, 3 not asked.
Row {
    id: root

    required property string name
    required property int outcome
    required property string subject
    required property string text

    signal chosen(id: string)

    Accessible.name: root.name + ": " + root.text
    Accessible.role: Accessible.StaticText
    spacing: Theme.space3

    Pictogram {
        color: root.outcome === 0 ? Theme.ok : root.outcome === 1 ? Theme.error : root.outcome === 2 ? Theme.unknown : Theme.muted
        name: root.outcome === 0 ? "ui-ok" : root.outcome === 1 ? "ui-blocked" : root.outcome === 2 ? "ui-unknown" : "ui-minus"
        size: Theme.iconInline
        y: 2
    }
    Column {
        width: root.width - Theme.iconInline - Theme.space3

        Label {
            text: root.text
            width: parent.width
            wrapMode: Text.Wrap
        }
        Label {
            color: Theme.muted
            font: Theme.caption
            text: root.name
            width: parent.width
        }
    }
    TapHandler {
        enabled: root.subject !== ""

        onTapped: root.chosen(root.subject)
    }
}
