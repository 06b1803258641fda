import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// Buttons of every tone, as they are while enabled, chosen and disabled.
Row {
    property alias button: button

    spacing: Theme.space4

    Button {
        id: button

        pictogram: "ui-export"
        text: "Export"
    }
    Button {
        text: "Apply"
        tone: "primary"
    }
    Button {
        pictogram: "ui-undo"
        tip: "Undo"
        tone: "quiet"
    }
    Button {
        checked: true
        pictogram: "ui-pointer"
        tip: "Select"
        tone: "quiet"
    }
    Button {
        enabled: false
        pictogram: "ui-fix"
        small: true
        text: "Allow sg-payment"
    }
}
