import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// The sign of a finding: 0 hint, 1 warning, 2 error; anything else draws nothing.
Pictogram {
    id: root

    required property int severity

    color: root.severity === 2 ? Theme.error : root.severity === 1 ? Theme.warning : Theme.hint
    name: root.severity === 2 ? "ui-error" : root.severity === 1 ? "ui-warning" : root.severity === 0 ? "ui-hint" : ""
    size: Theme.iconControl
}
